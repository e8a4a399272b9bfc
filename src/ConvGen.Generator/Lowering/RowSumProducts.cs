using System.Numerics;
using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Lowering;

/// <summary>How a shared sum along a row is formed, and how the sums of output rows take it up.</summary>
/// <param name="plan">The plan of the whole sum.</param>
/// <param name="sum">The shared sum.</param>
/// <param name="shape">The type of the sum.</param>
internal sealed class RowSumProducts(KernelPlan plan, RowSum sum, Shape shape)
{
    private readonly Products taps = new(OfTaps(plan, sum), hasSigns: false, shape);
    private readonly Products uses = new(OfUses(plan), hasSigns: false, shape);

    /// <summary>The local that holds a tap's coefficient, as in <c>h0_2</c>.</summary>
    public static string Coefficient(KernelPlan plan, RowSum sum, Tap tap) =>
        "h" + Literals.Of(Index(plan, sum)) + "_" + Literals.Of(tap.Column);

    /// <summary>The local that holds the factor of a use, as in <c>v0_1</c>.</summary>
    public static string Factor(KernelPlan plan, RowSum sum, RowUse use) =>
        "v" + Literals.Of(Index(plan, sum)) + "_" + Literals.Of(use.Row);

    /// <summary>The coefficients of shared sums that need locals, with their values in a type.</summary>
    public static IEnumerable<(string Name, Rational Value)> TapConstants(KernelPlan plan, ElementType type)
    {
        foreach (RowSum sum in plan.Sum.RowSums)
        {
            KernelPlan along = OfTaps(plan, sum);
            foreach (Tap tap in sum.Taps.Where(tap => Products.KindOf(along, tap) == ProductKind.Product))
            {
                yield return (Coefficient(plan, sum, tap), WeightEmitter.Magnitude(along, tap, type));
            }
        }
    }

    /// <summary>The factors of their uses that need locals: of those that take sums up one by one, or of those of vector code.</summary>
    public static IEnumerable<(string Name, Rational Value)> UseConstants(
        KernelPlan plan,
        ElementType type,
        Func<RowSum, IEnumerable<RowUse>> usesOf
    )
    {
        KernelPlan down = OfUses(plan);
        foreach (RowSum sum in plan.Sum.RowSums)
        {
            foreach (RowUse use in usesOf(sum).Where(use => Products.KindOf(down, AsTap(use)) == ProductKind.Product))
            {
                yield return (Factor(plan, sum, use), WeightEmitter.Magnitude(down, AsTap(use), type));
            }
        }
    }

    /// <summary>What vector code multiplies a shared sum by to take it up.</summary>
    public static IEnumerable<ProductKind> UseKinds(KernelPlan plan, RowSum sum)
    {
        KernelPlan down = OfUses(plan);
        return sum.VectorUses.Select(use => Products.KindOf(down, AsTap(use)));
    }

    /// <summary>What the terms of a shared sum are multiplied by.</summary>
    public static IEnumerable<ProductKind> TapKinds(KernelPlan plan, RowSum sum)
    {
        KernelPlan along = OfTaps(plan, sum);
        return sum.Taps.Select(tap => Products.KindOf(along, tap));
    }

    /// <summary>The shared sum with one more term.</summary>
    public Expression AddTap(Tap tap, Expression total, Expression sample, Expression coefficient, bool isFirst) =>
        taps.Add(tap, total, sample, coefficient, isFirst);

    /// <summary>The sum of an output with what a use takes up.</summary>
    public Expression AddUse(RowUse use, Expression total, Expression rowSum, Expression factor, bool isFirst) =>
        uses.Add(AsTap(use), total, rowSum, factor, isFirst);

    /// <summary>The same for vectors; see <see cref="Products"/>.</summary>
    public Expression AddUse(
        RowUse use,
        Expression.Local total,
        Expression rowSum,
        Expression factor,
        bool isFirst,
        ISet<string> negated
    ) => uses.Add(AsTap(use), total, rowSum, factor, isFirst, negated);

    private static Tap AsTap(RowUse use) => new(use.Row, 0, use.Factor);

    /// <summary>The weights of shared sums, and the factors of their uses, are whole already where they are integers.</summary>
    private static KernelPlan OfTaps(KernelPlan plan, RowSum sum) => plan with { Taps = sum.Taps, Denominator = BigInteger.One };

    /// <summary>Uses multiply sums, which are larger than samples.</summary>
    private static KernelPlan OfUses(KernelPlan plan) => plan with { Denominator = BigInteger.One, HasWideProducts = false };

    /// <summary>A shared sum's number, by which names tell them apart.</summary>
    public static int Index(KernelPlan plan, RowSum sum) => plan.Sum.RowSums.ToList().IndexOf(sum);
}
