using System.Globalization;
using System.Numerics;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Windows;

/// <summary>Plans how a window matrix is written or added back.</summary>
internal static class WindowPlanner
{
    public static WindowPlan Plan(WindowModel model) => model.IsFold ? Fold(model) : Unfold(model);

    private static WindowPlan Unfold(WindowModel model)
    {
        WindowCopy copy =
            model.IsPlanar ? WindowCopy.Sample
            : model.Horizontal.Dilation == 1 || model.Horizontal.Size == 1 ? WindowCopy.WindowRow
            : WindowCopy.Pixel;
        int bytes = model.Element.Size();
        string what = copy switch
        {
            WindowCopy.WindowRow => $"each row of a window is copied whole, {Text(model.WindowRow * bytes)} bytes at a time",
            WindowCopy.Pixel =>
                $"each pixel of a window is copied whole, {Text(model.Channels * bytes)} bytes at a time, because a dilation lies "
                    + "between pixels",
            _ => "each sample is copied alone, because the channels stand in planes",
        };
        return new WindowPlan(
            model,
            copy,
            null,
            false,
            EquatableArray.Of(what, "windows are written one after the other, as wholes where they lie inside the image")
        );
    }

    private static WindowPlan Fold(WindowModel model)
    {
        FoldSum sum = Sum(model);
        bool hasVectors =
            model.Element is ElementType.Single or ElementType.Double && !model.IsPlanar && model.Channels >= 16 / model.Element.Size();
        List<string> decisions = ["each sample is summed at once from the places in the matrix that show it, and stored once"];
        if (!hasVectors)
        {
            decisions.Add(Reason(model));
        }

        return new WindowPlan(model, WindowCopy.Sample, sum, hasVectors, decisions.ToEquatableArray());
    }

    private static string Reason(WindowModel model) =>
        model.Element is not (ElementType.Single or ElementType.Double) ? "one at a time, because its sum has another type than the matrix"
        : model.IsPlanar ? "one at a time, because the channels stand in planes"
        : "one at a time, because a pixel has fewer channels than a vector";

    /// <summary>For integers the narrowest type that holds the sum of all places that may show a sample.</summary>
    private static FoldSum Sum(WindowModel model)
    {
        if (model.Element.IsFloating())
        {
            return model.Element == ElementType.Double ? FoldSum.Double : FoldSum.Single;
        }

        BigInteger places = new BigInteger(model.Places(model.Vertical)) * model.Places(model.Horizontal);
        BigInteger low = places * model.Element.Minimum();
        BigInteger high = places * model.Element.Maximum();
        return low >= int.MinValue && high <= int.MaxValue ? FoldSum.Int32
            : low >= long.MinValue && high <= long.MaxValue ? FoldSum.Int64
            : FoldSum.Int128;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
