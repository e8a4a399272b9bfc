using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Dividing;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Types;

namespace ConvGen.Generator.Planning.Layers;

/// <summary>
/// Chooses the type of the sum: for integers 32 bits where their range proves these sufficient and else 64, for floating point the one that
/// the element types demand.
/// </summary>
internal static class ChooseLayerAccumulator
{
    public static LayerPlan Apply(LayerPlan plan) => LayerSums.IsInteger(plan.Model) ? Integer(plan) : Floating(plan);

    /// <summary>
    /// The type of a floating-point sum: the wider of source, kernel and destination, and of the bias where it alone is floating.
    /// </summary>
    public static ElementType Floating(ConvolutionModel model)
    {
        if (model.Form.Bias?.Element == ElementType.Double && ChooseAccumulator.IsIntegerSum(model))
        {
            return ElementType.Double;
        }

        IEnumerable<Rational> weights = model.Kernel.Weights ?? EquatableArray<Rational>.Empty;
        return ChooseAccumulator.FloatingAccumulator(
            new KernelPlan(model) { Taps = weights.Select(weight => new Tap(0, 0, weight)).ToEquatableArray() }
        );
    }

    private static LayerPlan Floating(LayerPlan plan)
    {
        ElementType accumulator = Floating(plan.Model);
        bool fuses = plan.Model.FloatingPoint == FloatingPointMode.Fast;
        string start = plan.Model.Form.Bias is null ? "+0.0" : "the bias";
        string decision = fuses
            ? $"sums start from {start} and are formed in {accumulator.Keyword()}, fused where the processor fuses"
            : $"sums are formed in {accumulator.Keyword()} in row-major order from {start}, channels innermost, every product and "
                + "every sum rounded";
        return (plan with { Accumulator = accumulator, Fuses = fuses }).Because(decision);
    }

    private static LayerPlan Integer(LayerPlan plan)
    {
        ConvolutionModel model = plan.Model;
        BigInteger denominator = LayerSums.Denominator(model)!.Value;
        SumRange range = LayerSums.Range(model, plan.Layer, denominator);
        ElementType source = model.Form.Source.Element;
        bool isNarrow = source.Size() <= 4 && ChooseDivision.Fits(range, denominator, ElementType.Int32);
        ElementType accumulator = isNarrow ? ElementType.Int32 : ElementType.Int64;
        bool biasJoinsLast =
            model.Form is { Bias: { } bias, Requantisation: null } && !(denominator.IsOne && Fits(Sum(range, bias.Element), accumulator));
        Division? division = ChooseDivision
            .Apply(
                new KernelPlan(model)
                {
                    Accumulator = accumulator,
                    Denominator = denominator,
                    Range = range,
                }
            )
            .Division;
        string bound = FormattableString.Invariant(
            $"sums lie between {range.Minimum} and {range.Maximum}, so {accumulator.Size() * 8} bits hold them exactly"
        );
        string? last = biasJoinsLast ? "; the bias joins them at the end, in 64 bits" : null;
        return (
            plan with
            {
                Accumulator = accumulator,
                Denominator = denominator,
                Range = range,
                Division = division,
                BiasJoinsLast = biasJoinsLast,
            }
        ).Because(bound + last);
    }

    private static SumRange Sum(SumRange range, ElementType bias) => new(range.Minimum + bias.Minimum(), range.Maximum + bias.Maximum());

    private static bool Fits(SumRange range, ElementType type) => range.Minimum >= type.Minimum() && range.Maximum <= type.Maximum();
}
