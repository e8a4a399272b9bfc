using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Groups;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Tests.Emission;
using ConvGen.Generator.Tests.Planning;

namespace ConvGen.Generator.Tests.Lowering;

/// <summary>Plans of every kind of tile, drawn from a seed.</summary>
internal static class DrawnPlans
{
    private static readonly ElementType[] Integers =
    [
        ElementType.Byte,
        ElementType.Byte,
        ElementType.SByte,
        ElementType.Int16,
        ElementType.UInt16,
        ElementType.Int32,
    ];

    private static readonly (int Rows, int Columns)[] Large =
    [
        (1, 31),
        (1, 75),
        (1, 301),
        (1, 201),
        (1, 401),
        (5, 5),
        (7, 7),
        (9, 9),
        (15, 15),
        (17, 17),
        (3, 75),
        (23, 4),
        (2, 601),
    ];

    /// <summary>Boxes, of whose pairs one is a single sample.</summary>
    private static IEnumerable<ConvolutionModel> Boxes =>
        new[] { (3, 3), (2, 3), (3, 5), (4, 3) }.Select(size =>
            PlanModels.Bytes(size.Item1, size.Item2, size.Item1 * size.Item2, [.. Enumerable.Repeat(1, size.Item1 * size.Item2)])
        );

    /// <summary>Long rows of weights that arrive at run time: dense, with a stride, and with blocks in a loop.</summary>
    private static IEnumerable<ConvolutionModel> RunTimeRows =>
        new[] { (31, 1), (63, 1), (201, 1), (301, 2), (601, 1) }.Select(size =>
            (
                PlanModels.Floats(1, size.Item1, PlanModels.Exact(PlanModels.Irregular(size.Item1))) with
                {
                    Horizontal = new AxisGeometry(size.Item1, size.Item2, 1, 0, 0),
                }
            ).AtRunTime(ElementType.Single)
        );

    /// <summary>Plans of one pass each: those of separated sums are drawn too.</summary>
    public static IEnumerable<KernelPlan> Passes(int seed, int count)
    {
        Random random = new(seed);
        IEnumerable<ConvolutionModel> models = Boxes
            .Concat(RunTimeRows)
            .Concat(Enumerable.Range(0, count).Select(index => index % 6 == 5 ? WithPlanes(Draw(random), index) : Draw(random)))
            .Concat(Enumerable.Range(0, count / 8).Select(index => AlongPlanes(Draw(random), 2 + (index % 4))));
        foreach (ConvolutionModel model in models)
        {
            if (Models.Plan(model).Plan is not { ScalarReason: null } plan)
            {
                continue;
            }

            foreach (KernelPlan pass in PassesOf(plan))
            {
                yield return pass;
            }
        }
    }

    private static IEnumerable<KernelPlan> PassesOf(KernelPlan plan) =>
        plan.PlaneSums is { } sums ? PassesOf(sums.Within).Prepend(sums.Across)
        : plan.Separation is not { } separation ? [plan]
        : separation.Prefixes is null ? separation.Vertical.Append(separation.Horizontal)
        : separation.Vertical;

    /// <summary>Plans of one pass whose stores take channels from the source, of pixels of two to nine channels.</summary>
    public static IEnumerable<KernelPlan> Keeping(int seed, int count)
    {
        Random random = new(seed);
        for (int index = 0; index < count; index++)
        {
            ConvolutionModel drawn = Draw(random);
            ConvolutionModel model = drawn with
            {
                PixelChannels = 2 + (index % 8),
                Form = drawn.Form with { Destination = drawn.Form.Destination with { Element = drawn.Form.Source.Element } },
                Horizontal = drawn.Horizontal with { Stride = 1 },
            };
            if (Models.Plan(model).Plan is { ScalarReason: null } plan)
            {
                KernelPlan keeping = KeepAtStores.Apply(plan, EquatableArray.Of(index % model.PixelChannels));
                if (keeping.Kept.Count > 0)
                {
                    yield return keeping;
                }
            }
        }
    }

    /// <summary>What kind of program a plan becomes.</summary>
    public static string KindOf(KernelPlan plan, VectorWidth? width, int rows) =>
        (plan, width) switch
        {
            (_, null) => plan.Unrolling == Unrolling.Everywhere ? "scalar" : "scalar loop",
            ({ Sum: PairedSum { ShortSums: ShortSums.InTurn } }, _) => "pairs summed in turn",
            ({ Sum: PairedSum, Unrolling: Unrolling.Columns }, _) => "rows of pairs",
            ({ Sum: PairedSum, Unrolling: Unrolling.Nowhere }, _) => "loop over pairs",
            ({ Sum: PairedSum { Unpacks: true } }, _) => "unpacked pairs",
            ({ Sum: PairedSum { ShortSums: ShortSums.Added } }, _) => "groups of pairs",
            ({ Sum: PairedSum { Bias.IsZero: false } }, _) => "biased pairs",
            ({ Sum: PairedSum }, _) => "pairs",
            ({ Unrolling: Unrolling.Columns }, _) => "rows of taps",
            ({ Sum: BlockSum, Model.Form.Kernel: not null }, _) => "blocks of weights at run time",
            ({ Sum: BlockSum }, _) => "blocks",
            _ when !TapLoop.IsUnrolled(plan, width, rows) => "loop over taps",
            ({ Sum: SlidingSum { Sliding: Sliding.WithinTile } }, _) when rows > 1 => "sliding",
            ({ HasWideProducts: true }, _) => "wide products",
            _ when plan.Sum.RowSums.Count > 0 => "row sums",
            _ when plan.Taps.Any(tap => tap.Group is not null) => "groups of taps",
            _ => plan.Accumulator.IsFloating() ? "written, floating" : "written, integers",
        };

    /// <summary>The rows of a kernel, dealt out to planes.</summary>
    private static ConvolutionModel WithPlanes(ConvolutionModel model, int index)
    {
        int[] divisors = [.. Enumerable.Range(2, Math.Max(0, model.Kernel.Rows - 1)).Where(planes => model.Kernel.Rows % planes == 0)];
        if (divisors.Length == 0)
        {
            return model;
        }

        int planes = divisors[index % divisors.Length],
            rows = model.Kernel.Rows / planes;
        return model with
        {
            Kernel = model.Kernel with { Planes = planes },
            Form = model.Form with { Axes = 3 },
            Vertical = new AxisGeometry(rows, 1, 1, rows / 2, 0),
            Depth = new AxisGeometry(planes, 1, 1, planes / 2, 0),
        };
    }

    /// <summary>The same kernel in so many planes, each a multiple of it.</summary>
    private static ConvolutionModel AlongPlanes(ConvolutionModel model, int planes) =>
        model.Kernel.Weights is not { } weights || model.Kernel.Count > 100
            ? model
            : model with
            {
                Kernel = new KernelMatrix(
                    planes * model.Kernel.Rows,
                    model.Kernel.Columns,
                    Enumerable.Range(1, planes).SelectMany(plane => weights.Select(weight => weight * plane)).ToEquatableArray()
                )
                {
                    Planes = planes,
                },
                Form = model.Form with { Axes = 3 },
                Depth = new AxisGeometry(planes, 1, 1, planes / 2, 0),
            };

    private static ConvolutionModel Draw(Random random)
    {
        bool isFloating = random.Next(3) == 0,
            isLarge = random.Next(3) == 0;
        (int rows, int columns) = isLarge ? Large[random.Next(Large.Length)] : (random.Next(1, 6), random.Next(1, 6));
        ElementType source = isFloating
            ? random.Next(2) == 0
                ? ElementType.Single
                : ElementType.Double
            : Integers[random.Next(Integers.Length)];
        ElementType destination = isFloating || random.Next(2) == 0 ? source : Integers[random.Next(Integers.Length)];
        int[] divisors = [1, 1, 2, 3, 9, 16, 100, 256];
        int divisor = divisors[random.Next(divisors.Length)];
        Rational[] weights = [.. Weights(random, rows, columns, isLarge ? 9 : 60).Select(weight => new Rational(weight, divisor))];
        ConvolutionModel model = PlanModels.Model(source, destination, rows, columns, weights) with
        {
            PixelChannels = random.Next(4) == 0 ? 3 : 1,
        };
        if (!isLarge && random.Next(5) == 0)
        {
            model = model with { Horizontal = model.Horizontal with { Stride = 2 } };
        }

        return random.Next(8) == 0 ? model.AtRunTime(isFloating ? source : ElementType.Int32)
            : random.Next(4) == 0 ? model.Strict()
            : model;
    }

    private static int[] Weights(Random random, int rows, int columns, int most)
    {
        int Any() => random.Next(4) == 0 ? 0 : random.Next(-most, most + 1);
        int[] Factor(int count) =>
            random.Next(4) switch
            {
                0 => [.. Enumerable.Range(0, count).Select(i => Math.Min(i, count - 1 - i) + 1)],
                1 => [.. Enumerable.Range(0, count).Select(i => Math.Sign(i - (count / 2)))],
                2 => [.. Enumerable.Repeat(1, count)],
                _ => [.. Enumerable.Range(0, count).Select(_ => random.Next(-5, 6))],
            };
        return random.Next(3) == 0
            ? PlanModels.Outer(Factor(rows), Factor(columns))
            : [.. Enumerable.Range(0, rows * columns).Select(_ => Any())];
    }
}
