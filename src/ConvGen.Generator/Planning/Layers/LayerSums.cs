using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Dividing;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Types;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Planning.Layers;

/// <summary>How large the sums of a layer can become, and which layers are refused for it.</summary>
internal static class LayerSums
{
    /// <summary>Whether everything that takes part is an integer, so that the sum is exact.</summary>
    public static bool IsInteger(ConvolutionModel model) =>
        ChooseAccumulator.IsIntegerSum(model) && model.Form.Bias?.Element.IsFloating() != true;

    /// <summary>
    /// The least common denominator of the weights, or null where it is out of all proportion; one for weights that arrive at run time.
    /// </summary>
    public static BigInteger? Denominator(ConvolutionModel model) =>
        SumBounds.Denominator(model.Kernel.Weights ?? EquatableArray<Rational>.Empty);

    /// <summary>
    /// The range of the sums of products over all output channels, with every weight multiplied by <paramref name="denominator"/>.
    /// </summary>
    public static SumRange Range(ConvolutionModel model, LayerOptions layer, BigInteger denominator)
    {
        (BigInteger smallest, BigInteger largest) = Values(
            model.Form.Source.Element,
            model.Form.Requantisation is { HasSourceZeroPoint: true }
        );
        if (model.Kernel.Weights is not { } weights)
        {
            ElementType kernel = model.Form.Kernel!.Element;
            (BigInteger lightest, BigInteger heaviest) = Values(kernel, model.Form.Requantisation is { HasKernelZeroPoint: true });
            SumRange one = Products(smallest, largest, lightest, heaviest);
            BigInteger taps = new BigInteger(model.Kernel.Rows) * model.Kernel.Columns * layer.GroupInputs;
            return new SumRange(one.Minimum * taps, one.Maximum * taps);
        }

        BigInteger[] low = new BigInteger[layer.OutputChannels],
            high = new BigInteger[layer.OutputChannels];
        for (int index = 0; index < weights.Count; index++)
        {
            int output = WeightOrder.OutputOf(model, layer, index);
            BigInteger weight = SumBounds.Whole(weights[index], denominator);
            SumRange product = Products(smallest, largest, weight, weight);
            low[output] += product.Minimum;
            high[output] += product.Maximum;
        }

        return new SumRange(low.Min(), high.Max());
    }

    /// <summary>Refuses integer sums that 64 bits cannot be proven to hold, and constants that a floating-point sum cannot hold.</summary>
    public static Refusal? Refuse(ConvolutionModel model, LayerOptions layer)
    {
        if (!IsInteger(model))
        {
            bool isSingle = ChooseLayerAccumulator.Floating(model) == ElementType.Single;
            bool isHeld = (model.Kernel.Weights ?? EquatableArray<Rational>.Empty).All(weight =>
                !(isSingle ? float.IsInfinity(weight.ToSingle()) : double.IsInfinity(weight.ToDouble()))
            );
            return isHeld
                ? null
                : Refusal.Of(
                    DeclarationRules.OptionOutOfRange,
                    RefusalSite.Kernel,
                    "A weight",
                    $"beyond the range of '{(isSingle ? "float" : "double")}', in which the sum is formed",
                    "write smaller weights, or scale the source or the result instead"
                );
        }

        if (Denominator(model) is not { } denominator)
        {
            return RefuseSum(model, SumBounds.BeyondMost, ProveAccumulator.MostOfLong);
        }

        SumRange range = Range(model, layer, denominator);
        if (model.Form.Requantisation is not null && !ChooseDivision.Fits(range, denominator, ElementType.Int32))
        {
            return Refusal.NotQuantised(
                model.Header,
                FormattableString.Invariant($"its sums lie between {range.Minimum} and {range.Maximum}, which 32 bits do not hold"),
                "sum over fewer taps or channels, or split the channels into groups"
            );
        }

        if (ChooseDivision.Fits(range, denominator, ElementType.Int64))
        {
            return null;
        }

        (string largest, string most) = ProveAccumulator.Excess(range);
        return RefuseSum(model, largest, most);
    }

    private static Refusal RefuseSum(ConvolutionModel model, string largest, string most)
    {
        string remedy = model.Form.Kernel is null
            ? "write weights or a Divisor with fewer digits, or use a narrower source type or a floating-point destination"
            : "make the source or the kernel narrower, or use a floating-point type for one of them";
        return Refusal.Of(DeclarationRules.AccumulatorNotProven, RefusalSite.Kernel, model.Header.Name, largest, most, remedy);
    }

    /// <summary>The largest magnitude of a sample, or of a weight that arrives at run time, less its zero point.</summary>
    public static BigInteger Magnitude(ConvolutionModel model, bool ofKernel)
    {
        Requantisation? quantised = model.Form.Requantisation;
        (BigInteger smallest, BigInteger largest) = ofKernel
            ? Values(model.Form.Kernel!.Element, quantised is { HasKernelZeroPoint: true })
            : Values(model.Form.Source.Element, quantised is { HasSourceZeroPoint: true });
        return BigInteger.Max(BigInteger.Abs(smallest), BigInteger.Abs(largest));
    }

    /// <summary>
    /// The biases that 32 bits hold together with every sum of products, of a quantised layer: beyond, a result would not be that of its
    /// formula.
    /// </summary>
    public static SumRange BiasLimits(ConvolutionModel model, LayerOptions layer)
    {
        SumRange range = Range(model, layer, BigInteger.One);
        return new SumRange(int.MinValue - range.Minimum, int.MaxValue - range.Maximum);
    }

    /// <summary>
    /// The smallest and the largest number that a value stands for: itself, or what it has more than a zero point of its type.
    /// </summary>
    private static (BigInteger Smallest, BigInteger Largest) Values(ElementType type, bool hasZeroPoint) =>
        hasZeroPoint ? (type.Minimum() - type.Maximum(), type.Maximum() - type.Minimum()) : (type.Minimum(), type.Maximum());

    private static SumRange Products(BigInteger smallest, BigInteger largest, BigInteger low, BigInteger high)
    {
        BigInteger[] products = [smallest * low, smallest * high, largest * low, largest * high];
        return new SumRange(products.Min(), products.Max());
    }
}
