using System.Globalization;
using System.Numerics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;

namespace ConvGen.Generator.Planning;

/// <summary>Refuses integer sums that 64 bits cannot be proven to hold, and weights that a floating-point sum cannot hold.</summary>
internal static class ProveAccumulator
{
    private const string FewerDigits = "write weights or a Divisor with fewer digits, or use a narrower source type or a floating-point destination";

    public static Refusal? Refuse(KernelPlan plan)
    {
        return ChooseAccumulator.IsIntegerSum(plan.Model) ? RefuseSum(plan) : RefuseWeight(plan);
    }

    private static Refusal? RefuseWeight(KernelPlan plan)
    {
        ElementType accumulator = ChooseAccumulator.FloatingAccumulator(plan);
        bool isHeld = plan.Taps.All(tap => !(accumulator == ElementType.Single ? float.IsInfinity(tap.Weight.ToSingle()) : double.IsInfinity(tap.Weight.ToDouble())));
        return isHeld ? null : new Refusal(
            DeclarationRules.OptionOutOfRange,
            EquatableArray.Of("A weight", $"beyond the range of '{accumulator.Keyword()}', in which the sum is formed", "write smaller weights, or scale the source or the result instead"),
            RefusalSite.Kernel);
    }

    private static Refusal? RefuseSum(KernelPlan plan)
    {
        if (SumBounds.Denominator(plan) is not { } denominator)
        {
            return RefuseSum(plan, SumBounds.BeyondMost, FewerDigits);
        }

        SumRange range = SumBounds.Of(plan, denominator);
        if (ChooseDivision.Fits(range, denominator, ElementType.Int64))
        {
            return null;
        }

        BigInteger largest = BigInteger.Max(BigInteger.Abs(range.Minimum), BigInteger.Abs(range.Maximum));
        string remedy = plan.Model.Form.Kernel is { } kernel
            ? $"make the source or the kernel narrower than '{plan.Model.Form.Source.Element.Keyword()}' and '{kernel.Element.Keyword()}' ({Narrower(plan, kernel.Element)}), or use a floating-point type for one of them"
            : FewerDigits;
        return RefuseSum(plan, Text(largest), remedy);
    }

    private static Refusal RefuseSum(KernelPlan plan, string largest, string remedy) => new(
        DeclarationRules.AccumulatorNotProven,
        EquatableArray.Of(plan.Model.Header.Name, largest, Text(new BigInteger(long.MaxValue)), remedy),
        RefusalSite.Kernel);

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
        SignatureForm narrower = form with { Source = form.Source with { Element = source }, Kernel = form.Kernel! with { Element = kernel } };
        KernelPlan changed = plan with { Model = plan.Model with { Form = narrower } };
        return ChooseDivision.Fits(SumBounds.Of(changed, BigInteger.One), BigInteger.One, ElementType.Int64);
    }

    private static string Text(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);
}
