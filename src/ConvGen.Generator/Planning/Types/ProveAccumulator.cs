using System.Globalization;
using System.Numerics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Dividing;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Planning.Types;

/// <summary>Refuses integer sums that 64 bits cannot be proven to hold, and weights that a floating-point sum cannot hold.</summary>
internal static class ProveAccumulator
{
    private const string FewerDigits =
        "write weights or a Divisor with fewer digits, or use a narrower source type or a floating-point destination";

    public static Refusal? Refuse(KernelPlan plan)
    {
        return ChooseAccumulator.IsIntegerSum(plan.Model) ? RefuseSum(plan) : RefuseWeight(plan);
    }

    private static Refusal? RefuseWeight(KernelPlan plan)
    {
        ElementType accumulator = ChooseAccumulator.FloatingAccumulator(plan);
        bool isHeld = plan.Taps.All(tap =>
            !(accumulator == ElementType.Single ? float.IsInfinity(tap.Weight.ToSingle()) : double.IsInfinity(tap.Weight.ToDouble()))
        );
        return isHeld
            ? null
            : new Refusal(
                DeclarationRules.OptionOutOfRange,
                EquatableArray.Of(
                    "A weight",
                    $"beyond the range of '{accumulator.Keyword()}', in which the sum is formed",
                    "write smaller weights, or scale the source or the result instead"
                ),
                RefusalSite.Kernel
            );
    }

    private static Refusal? RefuseSum(KernelPlan plan)
    {
        if (SumBounds.Denominator(plan) is not { } denominator)
        {
            return Quantised(plan, RefuseSum(plan, SumBounds.BeyondMost, MostOfLong, FewerDigits), FewerDigits);
        }

        SumRange range = SumBounds.Of(plan, denominator);
        if (ChooseDivision.Fits(range, denominator, ElementType.Int64))
        {
            return null;
        }

        string remedy = plan.Model.Form.Kernel is { } kernel
            ? $"make the source or the kernel narrower than '{plan.Model.Form.Source.Element.Keyword()}' and "
                + $"'{kernel.Element.Keyword()}' ({Narrower(plan, kernel.Element)}), or use a floating-point type for one of them"
            : ConstantRemedy(plan, denominator);
        (string largest, string most) = Excess(range);
        return Quantised(plan, RefuseSum(plan, largest, most, remedy), remedy);
    }

    /// <summary>
    /// The refusal with what helps best where the weights have many digits, as those have that a program printed: the same weights over a
    /// power of two, which a fix writes.
    /// </summary>
    private static Refusal Quantised(KernelPlan plan, Refusal refusal, string remedy)
    {
        // What makes a difference of more than some levels is no longer the same kernel.
        const int MostDifference = 16;
        QuantisedForm? form = plan.Model.Layer is null
            ? QuantisedForm.Product(plan.Model, CancellationToken.None) ?? QuantisedForm.Taps(plan.Model, CancellationToken.None)
            : null;
        if (form is null || form.Difference.CompareTo(MostDifference) > 0)
        {
            return refusal;
        }

        string instead =
            $"{remedy}, or write the weights over a power of two, as the fix does, which changes no result by more than "
            + $"{Text(form.Difference.Ceiling())}";
        return refusal with { Arguments = refusal.Arguments.Take(3).Append(instead).ToEquatableArray(), Instead = form.Attribute };
    }

    private static Refusal RefuseSum(KernelPlan plan, string largest, string most, string remedy) =>
        new(DeclarationRules.AccumulatorNotProven, EquatableArray.Of(plan.Model.Header.Name, largest, most, remedy), RefusalSite.Kernel);

    /// <summary>The largest sum that 64 bits hold, as messages write it.</summary>
    public static string MostOfLong => Text(long.MaxValue);

    /// <summary>The size of the sum that 64 bits do not hold, and the largest of its sign that they do.</summary>
    public static (string Sum, string Most) Excess(SumRange range) =>
        range.Maximum > long.MaxValue ? (Text(range.Maximum), MostOfLong) : (Text(-range.Minimum), Text(-new BigInteger(long.MinValue)));

    /// <summary>What helps where the weights are known: only what does is said.</summary>
    private static string ConstantRemedy(KernelPlan plan, BigInteger denominator)
    {
        // Fewer digits help where the result itself is far from what 64 bits hold, so that the common denominator is what makes the sum
        // large.
        const int OutOfProportion = 1 << 8;
        SumRange exact = SumBounds.Of(plan, denominator);
        BigInteger largest = BigInteger.Max(BigInteger.Abs(exact.Minimum), BigInteger.Abs(exact.Maximum));
        string digits =
            !denominator.IsOne && largest * OutOfProportion <= denominator * long.MaxValue
                ? $"the weights are whole multiples of 1/{Text(denominator)}: write weights or a Divisor with fewer digits, or "
                : "";
        ElementType source = plan.Model.Form.Source.Element;
        ElementType[] candidates = [ElementType.Int32, ElementType.UInt16, ElementType.Int16, ElementType.Byte, ElementType.SByte];
        string[] working =
        [
            .. candidates
                .Where(type => type.Size() < source.Size() && SumBounds.Of(WithSource(plan, type), denominator).IsWithin(ElementType.Int64))
                .Select(type => $"'{type.Keyword()}'"),
        ];
        string narrower = working.Length == 0 ? "" : $"a narrower source type ({string.Join(" or ", working.Take(2))}) or ";
        return digits + "use " + narrower + "a floating-point destination";
    }

    private static KernelPlan WithSource(KernelPlan plan, ElementType type) =>
        plan with
        {
            Model = plan.Model with { Form = plan.Model.Form with { Source = plan.Model.Form.Source with { Element = type } } },
        };

    /// <summary>The pairs of narrower types, one step down each, that are proven to work.</summary>
    private static string Narrower(KernelPlan plan, ElementType kernel)
    {
        ElementType source = plan.Model.Form.Source.Element;
        ElementType[] candidates = [ElementType.Int32, ElementType.UInt16, ElementType.Int16, ElementType.Byte, ElementType.SByte];
        IEnumerable<string> working =
            from s in candidates.Prepend(source).Distinct()
            from k in candidates.Prepend(kernel).Distinct()
            where s.Size() <= source.Size() && k.Size() <= kernel.Size() && (s == source || k == kernel) && IsProven(plan, s, k)
            select $"'{s.Keyword()}' with '{k.Keyword()}'";
        string list = string.Join(", ", working.Take(4));
        return list.Length == 0 ? "no integer types suffice for so many taps" : "these work: " + list;
    }

    private static bool IsProven(KernelPlan plan, ElementType source, ElementType kernel)
    {
        SignatureForm form = plan.Model.Form;
        SignatureForm narrower = form with
        {
            Source = form.Source with { Element = source },
            Kernel = form.Kernel! with { Element = kernel },
        };
        KernelPlan changed = plan with { Model = plan.Model with { Form = narrower } };
        return ChooseDivision.Fits(SumBounds.Of(changed, BigInteger.One), BigInteger.One, ElementType.Int64);
    }

    private static string Text(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);
}
