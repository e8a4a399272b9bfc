using System.Numerics;
using ConvGen.Generator.Emission.Layers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Lowering.Layers;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Tests.Lowering;

/// <summary>
/// The programs that form the sums of layers, run lane by lane at all widths: each sum is that of all taps and channels, whose places are
/// computed here from the layout alone.
/// </summary>
public class LayerProgramTests
{
    private const string Floats = "ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, Span<float> destination";

    private const string Biased =
        "ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, ReadOnlySpan<float> bias, Span<float> destination";

    private const string Bytes = "ReadOnlySpan<byte> source, int width, int height, ReadOnlySpan<sbyte> kernel, Span<int> destination";

    private const string Longs = "ReadOnlySpan<short> source, int width, int height, ReadOnlySpan<short> kernel, Span<long> destination";

    private const string Volumes =
        "ReadOnlySpan<float> source, int width, int height, int depth, ReadOnlySpan<float> kernel, Span<float> destination";

    private static readonly Dictionary<string, long> Numbers = new()
    {
        ["pitch"] = 10_007,
        ["plane"] = 1_000_003,
        ["depthPitch"] = 100_000_007,
        ["x"] = 5,
        ["place"] = 5,
        ["channel"] = 0,
        ["output"] = 1,
        ["group"] = 1,
    };

    /// <summary>What names refer to as a program begins.</summary>
    private static readonly Dictionary<string, string> Buffers = new()
    {
        ["source"] = "source",
        ["from"] = "source",
        ["weights"] = "weights",
        ["blockWeights"] = "weights",
        ["bias"] = "bias",
        ["start"] = "bias",
        ["columns"] = "columns",
    };

    [Theory]
    [InlineData("KernelShape(3, 3, InputChannels = 3, OutputChannels = 16)", "", Floats, "output channels", 27)]
    [InlineData("KernelShape(3, 3, InputChannels = 3, OutputChannels = 16)", "", Biased, "output channels", 27)]
    [InlineData("KernelShape(3, 5, InputChannels = 8, OutputChannels = 32)", "Strides = new[] { 1, 2 }", Floats, "output channels", 120)]
    [InlineData("KernelShape(3, 3, InputChannels = 4, OutputChannels = 16)", "Dilation = 2", Floats, "output channels", 36)]
    [InlineData("KernelShape(5, 5, OutputChannels = 8)", "", Floats, "output channels", 25)]
    [InlineData("KernelShape(3, 3, InputChannels = 16, OutputChannels = 7)", "", Floats, "pixels", 144)]
    [InlineData("KernelShape(3, 3, InputChannels = 16, OutputChannels = 7)", "", Biased, "pixels", 144)]
    [InlineData("KernelShape(3, 9, InputChannels = 4, OutputChannels = 2)", "Stride = 3", Floats, "pixels", 108)]
    [InlineData("KernelShape(3, 3, InputChannels = 3, OutputChannels = 3, Groups = 3)", "Strides = new[] { 1, 2 }", Floats, "pixels", 9)]
    [InlineData("KernelShape(3, 3, InputChannels = 32, OutputChannels = 32, Groups = 32)", "", Floats, "channels", 9)]
    [InlineData("KernelShape(3, 9, InputChannels = 32, OutputChannels = 32, Groups = 32)", "Dilation = 3", Floats, "channels", 27)]
    [InlineData(
        "KernelShape(3, 3, InputChannels = 16, OutputChannels = 16, Groups = 16)",
        "Layout = ChannelLayout.Planar",
        Floats,
        "rows",
        9
    )]
    [InlineData("KernelShape(3, 3, InputChannels = 7, OutputChannels = 16)", "", Bytes, "pairs", 36)]
    [InlineData("KernelShape(3, 3, InputChannels = 7, OutputChannels = 16)", "", Bytes, "quadruples", 18)]
    [InlineData("KernelShape(3, 3, InputChannels = 8, OutputChannels = 8)", "", Longs, "one by one", 72)]
    [InlineData("KernelShape(3, 3, 3, InputChannels = 4, OutputChannels = 16)", "", Volumes, "output channels", 108)]
    [InlineData(
        "KernelShape(3, 3, 3, InputChannels = 3, OutputChannels = 3, Groups = 3)",
        "Layout = ChannelLayout.Planar",
        Volumes,
        "pixels",
        27
    )]
    public void Sums_are_those_of_all_taps(string shape, string options, string parameters, string kind, int products)
    {
        string operation = options.Length == 0 ? "Correlation" : $"Correlation({options})";
        LayerPlan plan = Planner.Plan(Compilations.Parse($"[{operation}, {shape}] public static partial void M({parameters});")).Layer!;
        plan = kind == "quadruples" ? plan.OfQuads! : plan;
        LayerParts parts = new LayerParts(plan).OfRows;
        Assert.Equal(kind, KindOf(parts.Plan));
        OperationCount counted = LayerOperations.PerSample(plan);
        Assert.Equal(new OperationCount(products, 0, products), counted);
        // Sums one by one of several channels at once call a function of the file, of which a program knows nothing.
        int compared = plan.ChannelsPerElement == 1 ? AssertSums(parts, new ScalarLayerLowering(parts, "output")) : 0;
        foreach (VectorWidth width in VectorWidth.All.Where(width => parts.Plan.RowsTile is not null || parts.Tile(width) is not null))
        {
            compared += AssertSums(parts, LayerOperations.Sums(parts, width));
        }

        Assert.True(compared > (plan.ScalarReason is null ? 16 : 0), $"{compared} sums were compared");
    }

    /// <summary>Faults that lowering could have, each put into programs of every kind that has a place for it.</summary>
    [Fact]
    public void Faults_are_caught()
    {
        Mutation[] mutations =
        [
            .. Mutations.All.Where(static mutation =>
                mutation.Name
                    is "a load one sample further on"
                        or "a fused sum that forgets"
                        or "a fused sum without its product"
                        or "an addition that subtracts"
                        or "a sum without its first operand"
                        or "a sum without its second operand"
                        or "a product without its weight"
                        or "a loop that ends one step early"
                        or "a loop that begins one step late"
            ),
            new(
                "a sum of quadruples that forgets",
                static e => e is Expression.QuadSum sum ? sum with { Sum = new Expression.Zero(sum.Type) } : null,
                static _ => null
            ),
            new(
                "a step along the source left out",
                static _ => null,
                static s => s is Statement.Refer { Declares: false } ? new Statement.Blank() : null
            ),
        ];
        string[] kinds =
        [
            "InputChannels = 5, OutputChannels = 16",
            "InputChannels = 5, OutputChannels = 7",
            "InputChannels = 32, OutputChannels = 32, Groups = 32",
        ];
        Random random = new(20261130);
        Dictionary<string, int> put = [];
        foreach (string parameters in new[] { Floats, Bytes, Longs })
        {
            foreach (string kind in kinds)
            {
                LayerPlan plan = Planner
                    .Plan(Compilations.Parse($"[Correlation, KernelShape(3, 3, {kind})] public static partial void M({parameters});"))
                    .Layer!;
                foreach (LayerParts parts in new[] { plan, plan.OfQuads }.OfType<LayerPlan>().Select(static own => new LayerParts(own)))
                {
                    LayerLowering lowering = parts.Plan.ScalarReason is null
                        ? LayerOperations.Sums(parts, VectorWidth.All.First(width => width.Bits < 512 && parts.Tile(width) is not null))
                        : new ScalarLayerLowering(parts, "output");
                    PassProgram program = new(EquatableArray<Statement>.Empty, lowering.Lower());
                    foreach (Mutation mutation in mutations.Where(mutation => mutation.Places(program) > 0))
                    {
                        PassProgram faulty = mutation.Apply(program, random.Next(mutation.Places(program)));
                        Assert.True(IsCaught(parts, lowering, faulty), $"{mutation.Name}: {KindOf(parts.Plan)}, {kind}");
                        put[mutation.Name] = put.GetValueOrDefault(mutation.Name) + 1;
                    }
                }
            }
        }

        Assert.Equal(mutations.Length, put.Count);
    }

    private static bool IsCaught(LayerParts parts, LayerLowering lowering, PassProgram faulty)
    {
        try
        {
            return Compare(parts, lowering, faulty.Body).Difference is not null;
        }
        catch (KeyNotFoundException)
        {
            return true;
        }
    }

    private static string KindOf(LayerPlan plan) =>
        plan.ScalarReason is not null ? "one by one"
        : plan.RowsTile is not null ? "rows"
        : plan.QuadsChannels ? "quadruples"
        : plan.PairsChannels ? "pairs"
        : plan.Lanes switch
        {
            LayerLanes.Pixels => "pixels",
            LayerLanes.Channels => "channels",
            _ => "output channels",
        };

    /// <summary>Compares every lane of every sum, and returns how many there were.</summary>
    private static int AssertSums(LayerParts parts, LayerLowering lowering)
    {
        (int compared, string? difference) = Compare(parts, lowering, lowering.Lower());
        Assert.Null(difference);
        return compared;
    }

    /// <summary>Compares the sums of a program with those of all products; says which differs first.</summary>
    private static (int Compared, string? Difference) Compare(LayerParts parts, LayerLowering lowering, IEnumerable<Statement> program)
    {
        ElementType type = parts.Plan.Accumulator;
        ProgramMemory memory = new(
            (buffer, element) => Lane.Of(buffer == "columns" ? ElementType.Int32 : type, Read(parts, buffer, element)),
            Numbers
        );
        IEnumerable<Statement> all = lowering is PlaneRowsLowering ? WeightsOf(parts, lowering).Concat(program) : program;
        IReadOnlyDictionary<string, Lane[]> locals = ProgramEvaluator.Locals(all, memory, Buffers);
        int compared = 0;
        for (int across = 0; across < lowering.Across; across++)
        {
            for (int vector = 0; vector < lowering.Vectors; vector++)
            {
                string name =
                    lowering is ScalarLayerLowering ? "y"
                    : lowering is PlaneRowsLowering ? PlaneRowsLowering.NameOf(across, vector)
                    : LayerLowering.NameOf(lowering.Vectors, across, vector);
                Lane[] lanes = locals[name];
                for (int lane = 0; lane < lanes.Length; lane++)
                {
                    Lane expected = Lane.Of(type, Expected(parts, lowering, across, (vector * lanes.Length) + lane));
                    if (lanes[lane] != expected)
                    {
                        return (compared, $"{name}[{lane}]: {lanes[lane]} instead of {expected}");
                    }

                    compared++;
                }
            }
        }

        return (compared, null);
    }

    /// <summary>The weights of the taps of a plane, which are in vectors before its first row.</summary>
    private static IEnumerable<Statement> WeightsOf(LayerParts parts, LayerLowering lowering)
    {
        Shape type = new(parts.Plan.Accumulator, 8 * lowering.Results / lowering.Vectors / lowering.Across * parts.Plan.Accumulator.Size());
        return Enumerable
            .Range(0, (int)parts.Plan.Taps)
            .Select(tap => new Statement.Assign(
                new Expression.Local("w" + Literals.Of(tap), type),
                new Expression.Broadcast(new Place("weights", tap), type.Element, type),
                Declares: true
            ));
    }

    /// <summary>The sum of all products, from the places of samples and weights.</summary>
    private static BigInteger Expected(LayerParts parts, LayerLowering lowering, int across, int along)
    {
        LayerPlan plan = parts.Plan;
        ConvolutionModel model = plan.Model;
        BigInteger sum = parts.HasBias && !plan.BiasJoinsLast ? Read(parts, "bias", Channel(parts, lowering, across, along)) : 0;
        int rows = model.Vertical.Size,
            columns = model.Horizontal.Size,
            inputs = plan.ReadInputs;
        for (int tap = 0; tap < model.Depth.Size * rows * columns; tap++)
        {
            (int depth, int row, int column) = (tap / columns / rows, tap / columns % rows, tap % columns);
            for (int input = 0; input < inputs; input++)
            {
                long line = (depth * Numbers["depthPitch"]) + (row * Numbers["pitch"]);
                long sample = line + SampleOf(parts, lowering, across, along, column, input);
                long weight = (((tap * inputs) + input) * (long)plan.Block) + Channel(parts, lowering, across, along);
                sum += Product(plan, Read(parts, "source", sample), Read(parts, "weights", weight));
            }
        }

        return sum;
    }

    private static int Channel(LayerParts parts, LayerLowering lowering, int across, int along) =>
        lowering switch
        {
            ScalarLayerLowering => 1,
            PlaneRowsLowering => 0,
            PixelLowering => across,
            _ => along,
        };

    private static long SampleOf(LayerParts parts, LayerLowering lowering, int across, int along, int column, int input)
    {
        long group = parts.Groups > 1 ? parts.Plan.ReadInputs : 0;
        long tap = column * parts.TapStep;
        return lowering switch
        {
            ScalarLayerLowering when parts.HasPixelLanes => ((group + input) * Numbers["plane"]) + Numbers["x"] + parts.Offset(column),
            ScalarLayerLowering when parts.Plan.Lanes == LayerLanes.Channels => (Numbers["x"] * parts.PixelStep) + tap + 1,
            ScalarLayerLowering => (Numbers["x"] * parts.PixelStep) + group + tap + input,
            PlaneRowsLowering => Numbers["x"] + along + parts.Offset(column) + (across * Numbers["pitch"]),
            PixelLowering => along + parts.Offset(column) + (input * Numbers["plane"]),
            ChannelLowering => along + tap + (across * parts.PixelStep),
            _ => tap + input + (across * parts.PixelStep),
        };
    }

    private static BigInteger Product(LayerPlan plan, BigInteger sample, BigInteger weight)
    {
        int parts = plan.ChannelsPerElement,
            bits = 32 / parts;
        if (parts == 1)
        {
            return sample * weight;
        }

        BigInteger sum = 0;
        for (int part = 0; part < parts; part++)
        {
            sum += Part(sample, part * bits, bits, isSigned: parts == 2) * Part(weight, part * bits, bits, isSigned: true);
        }

        return sum;
    }

    private static BigInteger Part(BigInteger value, int from, int bits, bool isSigned)
    {
        BigInteger part = (value >> from) & ((BigInteger.One << bits) - 1);
        return isSigned && part >> (bits - 1) > 0 ? part - (BigInteger.One << bits) : part;
    }

    /// <summary>
    /// A small number that a place determines; all bits of an integer where several channels stand in it, and the place of a tap where it
    /// comes from a table.
    /// </summary>
    private static BigInteger Read(LayerParts parts, string buffer, long element)
    {
        if (buffer == "columns")
        {
            return parts.Offset((int)element);
        }

        uint mixed = (uint)(((ulong)element + (ulong)(buffer.Length * 1_000_003)) * 0x9E3779B97F4A7C15 >> 32);
        return parts.Plan.ChannelsPerElement > 1 && buffer != "bias" ? (int)mixed : (int)(mixed % 19) - 9;
    }
}
