using ConvGen.Generator.Emission.Description;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Windows;

namespace ConvGen.Generator.Emission.Windows;

/// <summary>
/// Puts a window matrix into words: what it is, how it is written or added back, and how it stands to the matrix that others call by the
/// same name.
/// </summary>
internal static class WindowDescription
{
    public static KernelDescription Of(WindowPlan plan, EquatableArray<VectorWidth> widths) =>
        new(Summary(plan.Model), Sections(plan.Model).ToList(), Facts(plan, widths).ToList());

    private static string Summary(WindowModel model)
    {
        string shape =
            model.Form.Axes == 1
                ? Literals.Of(model.Horizontal.Size)
                : Literals.Of(model.Vertical.Size) + " x " + Literals.Of(model.Horizontal.Size);
        string channels = model.Channels == 1 ? "" : " in " + Literals.Of(model.Channels) + " channels";
        string type = model.Element == ElementType.Half ? "Half" : model.Element.Keyword();
        return model.IsFold
            ? $"Adds a matrix of windows of {shape} {type} samples{channels} back to its image; the adjoint of unfolding."
            : $"Writes the matrix of windows of {shape} {type} samples{channels}, one row a window.";
    }

    private static IEnumerable<DescriptionSection> Sections(WindowModel model)
    {
        bool hasRows = model.Form.Axes == 2;
        string channel = model.Channels > 1 ? ", p" : "";
        string window = hasRows ? "(i, j)" : "i";
        string place = hasRows || model.Channels > 1 ? "(" + (hasRows ? "r, c" : "c") + channel + ")" : "c";
        string row = FormulaText.Sample(model.Vertical, "i", "r");
        string column = FormulaText.Sample(model.Horizontal, hasRows ? "j" : "i", "c");
        string sample = (hasRows ? row + ", " : "") + column + channel;
        string matrix = $"m[{window}, {place}]";
        if (!model.IsFold)
        {
            yield return new("Each element of the matrix:", [$"{matrix} = x[{sample}]"]);
            yield break;
        }

        string position = hasRows ? "a, b" : "a";
        string equal = hasRows ? $"a = {row} and b = {column}" : $"a = {column}";
        yield return new(
            "Each sample of the image, summed over all windows and places that show it:",
            [$"x[{position}{channel}] = sum of {matrix} with {equal}"]
        );
    }

    private static IEnumerable<DescriptionFact> Facts(WindowPlan plan, EquatableArray<VectorWidth> widths)
    {
        WindowModel model = plan.Model;
        bool hasRows = model.Form.Axes == 2;
        string columns = FormulaText.Length(model.Horizontal, model.Mode, hasRows ? "width" : "length");
        string windows = hasRows ? FormulaText.Length(model.Vertical, model.Mode, "height") + " rows of " + columns : columns;
        yield return new("Windows", windows + "; an empty image has none.");
        string order = model.Channels > 1 ? ", channels innermost" : "";
        yield return new(
            "Matrix",
            $"one row a window, in it {Literals.Of(model.Window)} elements, row by row of the window{order}. What PyTorch calls {(model.IsFold ? "fold" : "unfold")} has the transpose, channels outermost."
        );
        if (model.Channels > 1)
        {
            yield return new("Image", model.IsPlanar ? "its channels in planes, one after the other." : "its channels side by side.");
        }

        yield return new("Border", Border(model));
        yield return new("Plan", string.Join("; ", plan.Decisions) + ".");
        if (plan.Sum is { } sum)
        {
            yield return new("Sum", SumText(model, sum));
            yield return new(
                "Vectors",
                plan.HasVectors ? "of the widest kind that a pixel fills" + WidthWords.LeftOut(widths) + "." : "none."
            );
        }
    }

    private static string Border(WindowModel model)
    {
        if (model.IsFold && model.Mode != OutputMode.Valid && model.Border == BorderMode.Constant)
        {
            return "Constant; what stands for places outside the image is added to nothing.";
        }

        string border = KernelDescription.Border(model.Mode, model.Border, model.BorderValue);
        return model.IsFold && model.Mode != OutputMode.Valid
            ? border.TrimEnd('.') + "; what stands outside is added to the sample that it shows."
            : border;
    }

    private static string SumText(WindowModel model, FoldSum sum)
    {
        const string Order =
            " The order: rows of the window, windows from top to bottom, columns of the window, windows from left to right.";
        string from = "from 0";
        return sum switch
        {
            FoldSum.Single or FoldSum.Double when model.Element != ElementType.Half =>
                $"{model.Element.Keyword()}, {from}, rounded after each addition." + Order,
            FoldSum.Single => $"float, {from}, rounded after each addition and once more to Half." + Order,
            _ =>
                $"{(sum == FoldSum.Int32 ? "int" : sum == FoldSum.Int64 ? "long" : "Int128")}, exact; what {model.Element.Keyword()} cannot hold becomes the nearest value that it holds.",
        };
    }
}
