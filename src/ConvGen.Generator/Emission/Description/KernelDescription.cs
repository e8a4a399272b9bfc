using System.Numerics;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Emission.Transforms;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Parts;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Description;

/// <summary>
/// What a kernel computes and how, in words: the header of the generated file and the method's documentation both print it.
/// </summary>
/// <param name="Summary">One sentence.</param>
/// <param name="Sections">The operation, explained with drawings.</param>
/// <param name="Facts">Short facts, each under its title.</param>
internal sealed record KernelDescription(string Summary, IReadOnlyList<DescriptionSection> Sections, IReadOnlyList<DescriptionFact> Facts)
{
    /// <summary>The same of code for vectors of all widths.</summary>
    public static KernelDescription Of(KernelPlan plan) => Of(plan, VectorWidth.All);

    /// <summary>Describes a kernel.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="widths">The widths of vectors for which there is code.</param>
    public static KernelDescription Of(KernelPlan plan, EquatableArray<VectorWidth> widths)
    {
        ConvolutionModel model = plan.Model;
        return new KernelDescription(SummaryOf(model), SectionsOf(model).ToList(), FactsOf(plan, widths).ToList());
    }

    private static string SummaryOf(ConvolutionModel model)
    {
        string operation = model.Operation == OperationKind.Convolution ? "Convolution" : "Correlation";
        string shape =
            model.Form.Axes == 1
                ? Literals.Of(model.Kernel.Columns) + (model.Kernel.Columns == 1 ? " tap" : " taps")
                : (model.Form.IsVolume ? Literals.Of(model.Kernel.Planes) + " x " : "")
                    + Literals.Of(model.Kernel.RowsOfPlane)
                    + " x "
                    + Literals.Of(model.Kernel.Columns)
                    + " taps";
        string weights = model.Form.Kernel is { } kernel
            ? ", given as " + Name(kernel.Element) + (kernel.Carrier == Carrier.Prepared ? " and kept ready" : " at run time")
            : "";
        string pixels =
            model.PixelChannels > 1 && !model.IsComplex ? " in pixels of " + Literals.Of(model.PixelChannels) + " channels" : "";
        return operation
            + " of "
            + (model.IsComplex ? "complex " : "")
            + Name(model.Form.Source.Element)
            + " samples"
            + pixels
            + " with a kernel of "
            + shape
            + weights
            + ", to "
            + Name(model.Form.Destination.Element)
            + (
                model.IsStream ? ", of a signal that comes block by block."
                : model.ComputesParts ? $", {(model.Form.Axes == 2 ? "a rectangle" : "a stretch")} of the result at a time."
                : "."
            );
    }

    private static IEnumerable<DescriptionSection> SectionsOf(ConvolutionModel model)
    {
        KernelMatrix kernel = model.Kernel;
        if (kernel.Weights is { } weights)
        {
            foreach (DescriptionSection section in DesignDescription.Sections(model))
            {
                yield return section;
            }

            yield return new(Reversal(model), KernelDrawing.Of(kernel, weights));
            if (model.Operation == OperationKind.Convolution && !IsSymmetric(weights))
            {
                yield return new("Reversed, as it is applied:", KernelDrawing.Of(kernel, weights.Reverse().ToEquatableArray()));
            }
        }
        else
        {
            yield return new(Reversal(model), []);
        }

        yield return new("Each sample of the result:", [FormulaText.Index(model)]);
    }

    /// <summary>One sentence that says whether the kernel is reversed.</summary>
    internal static string Reversal(ConvolutionModel model)
    {
        if (model.Operation == OperationKind.Correlation)
        {
            return "The kernel K is used as it is written; a correlation does not reverse it.";
        }

        string reversal =
            "The convolution reverses the kernel K"
            + model.Form.Axes switch
            {
                1 => "",
                2 => " on both axes",
                _ => " on all three axes",
            };
        return model.Kernel.Weights is { } weights && IsSymmetric(weights)
            ? reversal + ", which changes nothing here: K is symmetric."
            : reversal + "; K itself is named as it is written.";
    }

    private static bool IsSymmetric(EquatableArray<Rational> weights) => weights.SequenceEqual(weights.Reverse());

    private static IEnumerable<DescriptionFact> FactsOf(KernelPlan plan, EquatableArray<VectorWidth> widths)
    {
        ConvolutionModel model = plan.Model;
        foreach (DescriptionFact fact in DesignDescription.Facts(model))
        {
            yield return fact;
        }

        yield return new("Output", FormulaText.Output(model));
        yield return new("Border", Border(model));
        foreach (DescriptionFact fact in CallDescription.Facts(model, PartTiles.Of(plan)))
        {
            yield return fact;
        }

        if (plan.Decisions.Count > 0)
        {
            yield return new("Plan", string.Join("; ", plan.Decisions) + ".");
        }

        if (plan.Transform is { } transform)
        {
            foreach (DescriptionFact fact in TransformDescription.Facts(plan, transform, widths))
            {
                yield return fact;
            }

            yield break;
        }

        foreach (DescriptionFact fact in PassDescription.Facts(plan))
        {
            yield return fact;
        }

        if (plan.Exact is { } exact)
        {
            yield return new("Transforms", TransformDescription.Exact(exact));
        }

        yield return new("Operations", OperationText.Of(plan) + (plan.Exact is null ? "" : " That is the direct sum."));
        yield return new("Accumulator", Accumulator(plan));
        if (model.Form.Destination.Element.IsInteger())
        {
            yield return new("Rounding", Rounding(plan));
        }

        yield return new("Vectors", plan.ScalarReason is { } reason ? "none: " + reason + "." : WidthWords.Of(widths) + ".");
    }

    internal static string Border(ConvolutionModel model) =>
        model.IsStream
            ? "none; the history holds what lies before the block, and then what lies before the next one."
            : Border(model.Mode, model.Border, model.BorderValue);

    /// <summary>What lies outside the source.</summary>
    public static string Border(OutputMode mode, BorderMode border, Rational value)
    {
        if (mode == OutputMode.Valid)
        {
            return "none; every window lies inside the source.";
        }

        string constant = KernelDrawing.Number(value);
        return border == BorderMode.Constant
            ? "Constant " + constant + ", seen from a row abcd: kkk|abcd|kkk with k = " + constant + "."
            : border + ", seen from a row abcd: " + BorderFold.Steps(border).Picture + ".";
    }

    private static string Accumulator(KernelPlan plan)
    {
        string name = Name(plan.Separation is { } separation ? separation.Horizontal.Accumulator : plan.Accumulator);
        if (plan.Accumulator.IsInteger())
        {
            return plan.Range is { } range
                ? name + ", as the sum lies between " + Literals.Of(range.Minimum) + " and " + Literals.Of(range.Maximum) + "."
                : name + ".";
        }

        return plan.Fuses
            ? name + ", with multiplication and addition fused where the processor can."
            : name
                + ", with each product and each sum rounded"
                + (plan.Model.FloatingPoint == FloatingPointMode.Strict ? " in the order of the taps." : ".");
    }

    /// <summary>How a sum becomes an integer of the destination's type.</summary>
    internal static string Rounding(KernelPlan plan)
    {
        ElementType destination = plan.Model.Form.Destination.Element;
        string sum = plan.Denominator.IsOne ? "sum" : "sum/" + Literals.Of(plan.Denominator);
        string rounding = plan.Accumulator.IsInteger() && plan.Denominator.IsOne ? "none is needed" : "floor(" + sum + " + 1/2)";
        if (
            plan.Range is { } range
            && Rounded(range.Minimum, plan.Denominator) >= destination.Minimum()
            && Rounded(range.Maximum, plan.Denominator) <= destination.Maximum()
        )
        {
            return rounding + "; " + Name(destination) + " holds every result.";
        }

        string notANumber = plan.Accumulator.IsFloating() ? ", and not a number becomes 0." : ".";
        return rounding + "; what " + Name(destination) + " cannot hold becomes the nearest value that it holds" + notANumber;
    }

    /// <summary><c>floor(sum / denominator + 1/2)</c>.</summary>
    private static BigInteger Rounded(BigInteger sum, BigInteger denominator)
    {
        BigInteger quotient = BigInteger.DivRem((2 * sum) + denominator, 2 * denominator, out BigInteger remainder);
        return remainder.Sign < 0 ? quotient - BigInteger.One : quotient;
    }

    /// <summary>An element type as a reader would name it.</summary>
    internal static string Name(ElementType type) => type == ElementType.Half ? "Half" : type.Keyword();
}

/// <summary>A sentence, and the drawing that it introduces.</summary>
internal sealed record DescriptionSection(string Text, IReadOnlyList<string> Drawing);

/// <summary>A short fact under a title.</summary>
internal sealed record DescriptionFact(string Title, string Text);
