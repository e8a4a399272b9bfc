using System.Numerics;
using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Lowering.Tiles;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Lowering;

/// <summary>Makes the program of a pass for a vector width.</summary>
internal static class PassLowering
{
    /// <summary>The program.</summary>
    /// <param name="parts">The kernel.</param>
    /// <param name="width">The vector width.</param>
    /// <param name="rows">Output rows of a tile.</param>
    public static PassProgram Lower(KernelParts parts, VectorWidth width, int rows) =>
        new(Head(parts, width, rows).ToEquatableArray(), SingleUses.Apply(Tile(parts, width, rows)));

    /// <summary>The steps of a tile, before values that are read once move to where they are.</summary>
    public static EquatableArray<Statement> Tile(KernelParts parts, VectorWidth width, int rows) => TileOf(parts, width, rows).Lower();

    /// <summary>The local that holds a tap's coefficient, as in <c>k0_2</c>.</summary>
    public static string CoefficientName(Tap tap) => "k" + Literals.Of(tap.Row) + "_" + Literals.Of(tap.Column);

    /// <summary>Where the window of result <c>x</c> begins in the row that its pass reads.</summary>
    public static Offset FirstSample(KernelPlan plan) => plan.Sum is PairedSum { IsByStride: true } ? 2 * (Offset)"x" : "x";

    private static TileLowering TileOf(KernelParts parts, VectorWidth width, int rows) =>
        parts.Plan switch
        {
            { Sum: PairedSum { ShortSums: ShortSums.InTurn } sum } => new PairSumsTile(parts, sum, width),
            { Sum: PairedSum sum, Unrolling: Unrolling.Columns } => new PairRowTile(parts, sum, width, rows),
            { Sum: PairedSum sum, Unrolling: Unrolling.Nowhere } => new PairLoopTile(parts, sum, width, rows),
            { Sum: PairedSum sum } => new PairTile(parts, sum, width, rows),
            { Sum: BlockSum sum } => new BlockTile(parts, sum, width, rows),
            { Unrolling: Unrolling.Columns } => new TapRowTile(parts, width, rows),
            _ when TapLoop.IsUnrolled(parts.Plan, width, rows) => new UnrolledTile(parts, width, rows),
            _ => new LoopedTile(parts, width, rows),
        };

    private static IEnumerable<Statement> Head(KernelParts parts, VectorWidth width, int rows)
    {
        KernelPlan plan = parts.Plan;
        IEnumerable<Statement> pairs = plan.Sum is PairedSum sum ? WeightsOfPairs(plan, sum, width) : [];
        IEnumerable<Statement> taps = TapLoop.IsUnrolled(plan, width, rows)
            ? plan.Coefficients == CoefficientSource.Locals
                ? Coefficients(parts, width)
                : []
            : plan is { Sum: PairedSum or BlockSum } or { Unrolling: Unrolling.Columns }
                ? []
                : TapLoop.References(parts);
        IEnumerable<Statement> masks = KeptSamples.Of(plan) is { } kept && kept.IsConstant(width) ? [] : KeptSamples.Head(plan);
        return pairs.Concat(taps).Concat(masks);
    }

    /// <summary>The weights of pairs in locals, or a reference to their table.</summary>
    private static IEnumerable<Statement> WeightsOfPairs(KernelPlan plan, PairedSum sum, VectorWidth width)
    {
        if (plan.Coefficients == CoefficientSource.Table)
        {
            yield return new Statement.ReferToTable("pairs", ElementType.Int32, "PairWeights");
            yield break;
        }

        foreach (ProductPair pair in sum.Pairs.Where(pair => !sum.Unpacks || !PairWeights.IsMask(plan, pair)))
        {
            (BigInteger number, ElementType broadcast, ElementType element) = PairWeights.IsMask(plan, pair)
                ? (byte.MaxValue, ElementType.Int16, ElementType.Byte)
                : (PairWeights.Number(plan, pair), ElementType.Int32, PairLowering.WeightElement(plan));
            Expression value = new Expression.Reinterpret(
                new Expression.Constant(new Rational(number, BigInteger.One), new Shape(broadcast, width.Bits)),
                element
            );
            yield return new Statement.Assign(new Expression.Local(PairWeights.Name(pair), value.Type), value, Declares: true)
            {
                Remark = Literals.Of(pair.First) + " " + Literals.Of(pair.Second),
            };
        }

        yield return new Statement.Blank();
    }

    /// <summary>What taps and shared sums are multiplied by; pairs have weights of their own.</summary>
    private static IEnumerable<Statement> Coefficients(KernelParts parts, VectorWidth width)
    {
        KernelPlan plan = parts.Plan;
        Shape sum = new(plan.Accumulator, width.Bits),
            weight = new(plan.WeightType, width.Bits);
        static Statement Declare(Shape shape, (string Name, Rational Value) constant) =>
            new Statement.Assign(
                new Expression.Local(constant.Name, shape),
                new Expression.Constant(constant.Value, shape),
                Declares: true
            );
        IEnumerable<Statement> uses = RowSumProducts
            .UseConstants(plan, plan.Accumulator, sum => sum.VectorUses)
            .Select(use => Declare(sum, use));
        Statement[] all =
            plan.Sum is PairedSum
                ? [.. uses]
                :
                [
                    .. RowSumProducts.TapConstants(plan, plan.WeightType).Select(tap => Declare(weight, tap)),
                    .. uses,
                    .. CoefficientsOfTaps(parts, weight),
                ];
        return all.Length == 0 ? all : all.Append(new Statement.Blank());
    }

    private static IEnumerable<Statement> CoefficientsOfTaps(KernelParts parts, Shape shape)
    {
        for (int i = 0; i < parts.Plan.Taps.Count; i++)
        {
            Tap tap = parts.Plan.Taps[i];
            if (Products.KindOf(parts.Plan, tap) == ProductKind.Product && parts.Plan.IsMultiplied(tap))
            {
                Expression value = parts.HasRunTimeWeights
                    ? new Expression.Broadcast(new Place("weights", i), shape.Element, shape)
                    : new Expression.Constant(WeightEmitter.Magnitude(parts.Plan, tap, shape.Element), shape);
                yield return new Statement.Assign(new Expression.Local(CoefficientName(tap), shape), value, Declares: true);
            }
        }
    }
}
