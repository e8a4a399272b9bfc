using System.Numerics;
using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Tests.Planning;

namespace ConvGen.Generator.Tests.Lowering;

/// <summary>
/// A plan of one pass, with samples and weights for it: what its programs store is compared with the sum that the plan says.
/// </summary>
internal sealed class Trial
{
    private const int Pitch = 5000,
        PlanePitch = 1_000_003,
        DestinationPitch = 700;

    private readonly Dictionary<long, Lane> samples = [];
    private readonly Random random;
    private readonly Lane[] weights;
    private readonly Lane[] stored;
    private readonly Lane[] pairs;

    public Trial(KernelPlan plan, int seed)
    {
        Plan = plan;
        Parts = new KernelParts(plan);
        random = new Random(seed);
        weights = [.. plan.Taps.Select(Weight)];
        stored = plan.Model.Form.Kernel is null
            ? weights
            :
            [
                .. weights
                    .Select((weight, i) => (weight, plan.Taps[i]))
                    .OrderBy(item => item.Item2.Row)
                    .ThenBy(item => item.Item2.Column)
                    .Select(item => item.weight),
            ];
        pairs = plan.Sum is PairedSum paired
            ? [.. PairWeights.Numbers(plan, paired).Select(number => Lane.Of(ElementType.Int32, number))]
            : [];
    }

    public KernelPlan Plan { get; }

    public KernelParts Parts { get; }

    /// <summary>The column at which tiles begin; one where a pixel does, where channels are kept.</summary>
    private int FirstColumn => Plan.Kept.Count == 0 ? 3 : 3 * Plan.Model.PixelChannels;

    private int RowsOfPlane => Plan.Model.Kernel.RowsOfPlane;

    private ElementType Source => Plan.Model.Form.Source.Element;

    /// <summary>The rows that tiles of a width have.</summary>
    public int[] Rows(VectorWidth width) => [.. new[] { width.Rows(Plan.Tile), 1 }.Distinct()];

    public PassProgram Lower(VectorWidth? width, int rows) =>
        width is null ? ScalarLowering.Lower(Parts) : PassLowering.Lower(Parts, width, rows);

    /// <summary>
    /// The results that a program stores, by row and column of the tile, where they are sums; as 16 bits wrap them where the accumulator
    /// has 16.
    /// </summary>
    public Dictionary<(int Row, int Column), Lane> Results(PassProgram program, VectorWidth? width) => Results(program, width, out _);

    private Dictionary<(int Row, int Column), Lane> Results(PassProgram program, VectorWidth? width, out string? misplaced)
    {
        misplaced = null;
        ProgramMemory memory = new(
            Read,
            new Dictionary<string, long>
            {
                ["x"] = FirstColumn,
                ["pitch"] = Pitch,
                ["planePitch"] = PlanePitch,
                ["destinationPitch"] = DestinationPitch,
            }
        );
        Dictionary<(int, int), Lane> results = [];
        foreach (StoredSums stored in ProgramEvaluator.Run(program, memory))
        {
            long place = stored.Place - FirstColumn;
            misplaced ??= KeepsItsPixels(stored, place) ? null : $"kept {stored.Kept}, mask {stored.Mask} at {place}";
            foreach ((int column, Lane sum) in StoreOrder.Results(Plan, stored, width))
            {
                results[((int)(place / DestinationPitch), (int)(place % DestinationPitch) + column)] = sum;
            }
        }

        return results;
    }

    /// <summary>Whether a store has the samples under its results at hand, and a mask that begins with the channel of the first.</summary>
    private bool KeepsItsPixels(StoredSums stored, long place)
    {
        if (Plan.Kept.Count == 0)
        {
            return stored is { Kept: null, Mask: null };
        }

        long row = place / DestinationPitch,
            column = FirstColumn + (place % DestinationPitch);
        AxisGeometry vertical = Plan.Model.Vertical;
        int pixelBytes = Plan.Model.PixelChannels * Source.Size();
        return stored.Kept
                == column
                    + ((row + (vertical.Before / vertical.Dilation)) * Pitch)
                    + (Plan.Model.Horizontal.Before * Plan.Model.PixelChannels)
            && (stored.Mask ?? 0) % pixelBytes == column * Source.Size() % pixelBytes;
    }

    /// <summary>The difference between what a program stores and what it should, or null where there is none.</summary>
    public string? Fault(PassProgram program, VectorWidth? width, int rows)
    {
        Dictionary<(int Row, int Column), Lane> results = Results(program, width, out string? misplaced);
        if (misplaced is not null)
        {
            return misplaced;
        }

        int columns = width?.Step(Plan) ?? 1;
        if (results.Count != rows * columns)
        {
            return $"{results.Count} results instead of {rows} rows of {columns}";
        }

        foreach (((int row, int column), Lane sum) in results)
        {
            Rational expected = Expected(row * (rows > 1 ? Plan.Model.Vertical.Stride : 1), column);
            if (row >= rows || column >= columns || !Agrees(sum, expected, isScalar: width is null))
            {
                return $"({row}, {column}): {(Plan.Accumulator.IsFloating() ? sum.Real : sum.Whole)} instead of {expected}";
            }
        }

        return null;
    }

    private bool Agrees(Lane sum, Rational expected, bool isScalar)
    {
        if (Plan.Accumulator.IsFloating())
        {
            double magnitude = Plan.Taps.Count + Plan.Sum.RowSums.Sum(shared => shared.Taps.Count * shared.Uses.Count) + 2;
            double unit = Plan.Accumulator == ElementType.Single ? 1e-7 : 2e-16;
            return Math.Abs(sum.Real - expected.ToDouble()) <= magnitude * magnitude * unit * 16 * LargestWeight;
        }

        BigInteger exact = Plan.Whole(expected).Numerator - (isScalar ? BigInteger.Zero : Plan.Sum.TakenBySampleBias);
        return Plan.Accumulator.Wrap(exact) == Plan.Accumulator.Wrap(sum.Whole);
    }

    private double LargestWeight =>
        Plan.Model.Form.Kernel is not null
            ? 4
            : Math.Max(
                1,
                Plan.Taps.Select(tap => Rational.Abs(tap.Weight).ToDouble())
                    .Concat(
                        Plan.Sum.RowSums.SelectMany(sum =>
                            sum.Taps.SelectMany(tap => sum.Uses.Select(use => Rational.Abs(tap.Weight * use.Factor).ToDouble()))
                        )
                    )
                    .DefaultIfEmpty(1)
                    .Max()
            );

    private Rational Expected(int firstRow, int column)
    {
        Rational Sample(int row, int tapColumn)
        {
            long first = (FirstColumn + column) * (Plan.Sum is PairedSum { IsByStride: true } ? 2L : 1L);
            return Exact(
                Read(
                    "source",
                    first
                        + Parts.Layout.Offset(tapColumn)
                        + ((long)(row / RowsOfPlane) * PlanePitch)
                        + ((long)(firstRow + (row % RowsOfPlane)) * Pitch)
                )
            );
        }

        return Plan.Model.Form.Kernel is null
            ? PlanEvaluator.Sum(Plan, Sample)
            : Plan
                .Taps.Select((tap, i) => Exact(weights[i]) * Sample(tap.Row, tap.Column))
                .Aggregate(Rational.Zero, (sum, term) => sum + term);
    }

    private static Rational Exact(Lane lane) =>
        lane.Whole.IsZero ? new Rational((BigInteger)(lane.Real * 1024), 1024) : new Rational(lane.Whole, 1);

    private Lane Weight(Tap tap) =>
        Plan.Model.Form.Kernel is not null ? Number(Plan.WeightType, -99, 99)
        : Plan.WeightType.IsFloating()
            ? Lane.Of(Plan.WeightType, Plan.WeightType == ElementType.Single ? tap.Weight.ToSingle() : tap.Weight.ToDouble())
        : Lane.Of(Plan.WeightType, Plan.Whole(tap.Weight).Numerator);

    private Lane Read(string buffer, long element) =>
        buffer switch
        {
            "source" => samples.TryGetValue(element, out Lane sample) ? sample : samples[element] = NextSample(),
            "weights" => stored[element],
            "PairWeights" => pairs[element],
            "TapRows" => Lane.Of(ElementType.Int32, (BigInteger)(Plan.Taps[(int)element].Row % RowsOfPlane)),
            "TapPlanes" => Lane.Of(ElementType.Int32, (BigInteger)(Plan.Taps[(int)element].Row / RowsOfPlane)),
            "TapColumns" => Lane.Of(ElementType.Int32, (BigInteger)Parts.Layout.Offset(Plan.Taps[(int)element].Column)),
            _ => throw new NotSupportedException(buffer),
        };

    private Lane NextSample() =>
        Source.IsFloating()
            ? Number(Source, 0, 0)
            : Number(Source, Plan.Samples?.Minimum ?? Source.Minimum(), Plan.Samples?.Maximum ?? Source.Maximum());

    /// <summary>A number of a range, often at an end of it; for floating point, one of few bits between -4 and 4.</summary>
    private Lane Number(ElementType type, BigInteger least, BigInteger most) =>
        type.IsFloating()
            ? Lane.Of(type, random.Next(-4096, 4097) / 1024d)
            : Lane.Of(
                type,
                random.Next(4) switch
                {
                    0 => least,
                    1 => most,
                    _ => least + ((most - least) * random.Next(0, 1 << 20) / (1 << 20)),
                }
            );
}
