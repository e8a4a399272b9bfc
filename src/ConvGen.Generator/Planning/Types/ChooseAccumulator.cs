using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Dividing;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Types;

/// <summary>
/// Chooses the type of the sum: for integers the narrowest that their range proves sufficient, for floating point the one that the element
/// types demand.
/// </summary>
internal static class ChooseAccumulator
{
    public static KernelPlan Apply(KernelPlan plan) => IsIntegerSum(plan.Model) ? Integer(plan) : Floating(plan);

    /// <summary>
    /// Whether source, weights and destination are all integers, so that the sum is exact. Constant weights are exact whatever they are.
    /// </summary>
    public static bool IsIntegerSum(ConvolutionModel model) =>
        model.Form.Source.Element.IsInteger()
        && model.Form.Destination.Element.IsInteger()
        && model.Form.Kernel?.Element.IsFloating() != true;

    private static KernelPlan Integer(KernelPlan plan)
    {
        BigInteger denominator = SumBounds.Denominator(plan)!.Value;
        SumRange range = SumBounds.Of(plan, denominator);
        SignatureForm form = plan.Model.Form;
        ElementType accumulator = ElementType.Int64;
        foreach (ElementType candidate in new[] { ElementType.Int32, ElementType.UInt16, ElementType.Int16 })
        {
            if (
                Reads(candidate, form.Source.Element)
                && candidate.Size() >= form.Destination.Element.Size()
                && ChooseDivision.Fits(range, denominator, candidate)
            )
            {
                accumulator = candidate;
            }
        }

        string bound = FormattableString.Invariant(
            $"sums lie between {range.Minimum} and {range.Maximum}, so {accumulator.Size() * 8} bits hold them exactly"
        );
        return (plan with { Accumulator = accumulator, Denominator = denominator, Range = range }).Because(bound);
    }

    /// <summary>
    /// Whether samples can be widened to the accumulator's type. Unsigned sums are formed modulo 65,536, so a negative sample may wrap: the
    /// bias that
    /// makes the whole sum non-negative makes it exact again.
    /// </summary>
    private static bool Reads(ElementType accumulator, ElementType source) =>
        accumulator == ElementType.UInt16 ? source.Size() <= 2 : accumulator.Contains(source);

    private static KernelPlan Floating(KernelPlan plan)
    {
        ElementType accumulator = FloatingAccumulator(plan);
        bool fuses = plan.Model.FloatingPoint == FloatingPointMode.Fast;
        string decision = fuses
            ? $"sums are formed in {accumulator.Keyword()}, fused where the processor fuses"
            : $"sums are formed in {accumulator.Keyword()} in row-major order from +0.0, every product and every sum rounded";
        return (plan with { Accumulator = accumulator, Fuses = fuses }).Because(decision);
    }

    /// <summary>The type of a floating-point sum.</summary>
    public static ElementType FloatingAccumulator(KernelPlan plan)
    {
        SignatureForm form = plan.Model.Form;
        ElementType source = form.Source.Element,
            destination = form.Destination.Element;
        ElementType? kernel = form.Kernel?.Element;
        bool single;
        if (destination.IsInteger())
        {
            // Floating to integer: single unless a double, or an integer that single cannot hold, takes part.
            single = IsNarrow(source) && IsNarrow(destination) && (kernel is not { } k || IsNarrow(k));
        }
        else if (source.IsInteger())
        {
            // Integer to floating: single only where products of source and weights fill it without loss.
            single =
                source.Size() <= 2
                && destination == ElementType.Single
                && (kernel is { } k ? k.IsInteger() && k.Size() <= 2 : plan.Taps.All(tap => HasSixteenBits(tap.Weight)));
        }
        else
        {
            single = source != ElementType.Double && destination != ElementType.Double && (kernel is not { } k || IsNarrow(k));
        }

        return single ? ElementType.Single : ElementType.Double;
    }

    private static bool IsNarrow(ElementType type) =>
        type is ElementType.Half or ElementType.Single || (type.IsInteger() && type.Size() <= 2);

    /// <summary>A whole weight beyond 16 bits is a wide kernel, as an <c>int</c> one would be; a fraction is rounded in any case.</summary>
    private static bool HasSixteenBits(Rational weight) => !weight.IsInteger || BigInteger.Abs(weight.Numerator) <= ushort.MaxValue;
}
