using System.Globalization;
using System.Text.RegularExpressions;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;
using ConvGen.Generator.Planning.Transforms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Transforms;

/// <summary>Integers through transforms: every bit is that of the naive sum.</summary>
public sealed class ExactTransformTests(ExactTransformFixture fixture, ITestOutputHelper output) : IClassFixture<ExactTransformFixture>
{
    /// <summary>Lengths from one sample to several pairs of tiles, and odd ones between.</summary>
    private static readonly int[] Lengths = [1, 161, 1023, 5003, 9000];

    private static readonly (int Width, int Height)[] Sizes = [(1, 1), (3, 40), (97, 1), (131, 90), (190, 61)];

    private static readonly Content[] Contents =
    [
        Content.Ordinary,
        Content.Aligned,
        Content.Opposed,
        Content.Extreme,
        Content.Impulses,
        Content.Equal,
        Content.Ties,
    ];

    [Fact]
    public void Every_result_is_exact()
    {
        int tried = 0;
        TrialBatch.AssertAll(
            fixture.Trials,
            trial =>
                from size in trial.Declared.Axes == 1 ? Lengths.Select(length => (length, 1)) : Sizes
                from content in Contents
                let circumstances = new Circumstances(size.Item1, size.Item2, 3, 5, ++tried, content)
                select trial.Run(circumstances) is { } objection ? $"{circumstances}: {objection}" : null
        );
        output.WriteLine($"{tried} runs of {fixture.Trials.Count} declarations through transforms");
        Assert.True(tried > 700, $"only {tried} runs");
    }

    /// <summary>The nearer an error may come to one half, the better is it tested whether it does: some are within a few bits of it.</summary>
    [Fact]
    public void Bounds_of_errors_reach_up_to_one_half()
    {
        Assert.All(fixture.Plans, plan => Assert.InRange(plan.Error, 0, 0.4999999));
        Assert.Contains(fixture.Plans, plan => plan.Error > 0.1);
        Assert.Contains(fixture.Plans, plan => plan.Sums.Model.Form.Destination.Element == Generator.Model.ElementType.Int64);
        Assert.Contains(fixture.Plans, plan => plan.Sums.Model.Form.Destination.Element == Generator.Model.ElementType.Int32);
    }

    /// <summary>Older frameworks lack instructions that newer ones have under portable names. A few declarations have all there is.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_text_compiles_without_a_warning(bool isOldest)
    {
        BatchSettings settings = isOldest ? BatchSettings.Oldest : new BatchSettings { Language = LanguageVersion.Preview };
        Assert.NotEmpty(
            Batch.Emit(
                Batch.Wrap(
                    ExactTransformFixture
                        .Declarations.Where((_, i) => i % 4 == 0)
                        .Select((declared, i) => declared.ToSource(TrialBatch.NameOf(i)))
                ),
                settings
            )
        );
    }

    /// <summary>A large image takes the transforms by itself, a small one the direct sum.</summary>
    [Theory]
    [InlineData(64, 64, false)]
    [InlineData(700, 430, true)]
    public void Large_sources_are_transformed(int width, int height, bool isTransformed)
    {
        const string Marked = "global::System.Environment.SetEnvironmentVariable(\"CONVGEN_TAKEN\", \"yes\");";
        BatchSettings settings = new() { Rewrite = text => text.Replace("Tiles.Run(", Marked + "\nTiles.Run(", StringComparison.Ordinal) };
        Environment.SetEnvironmentVariable("CONVGEN_TAKEN", "no");
        using TrialBatch batch = new([ExactTransformFixture.Plane], settings);
        Assert.Null(batch.Trials[0].Run(new Circumstances(width, height, 0, 0, 7)));
        Assert.Equal(isTransformed ? "yes" : "no", Environment.GetEnvironmentVariable("CONVGEN_TAKEN"));
    }
}

/// <summary>Declarations of integers that a transform gains for, compiled together, with the tiles taken for every size.</summary>
public sealed partial class ExactTransformFixture : IDisposable
{
    private static readonly Declared Line = new(1, 1, 400, Weights(400, 30000))
    {
        Source = Element.Int16,
        Destination = Element.Int32,
        IsTransform = true,
    };

    internal static readonly Declared Plane = new(2, 31, 31, Weights(961, 30))
    {
        IsTransform = true,
        Source = Element.Byte,
        Destination = Element.Byte,
        Divisor = "1000",
        Border = Outside.Reflect101,
    };

    /// <summary>Every mode, border, type, stride and dilation, and what combines them.</summary>
    internal static readonly Declared[] Declarations =
    [
        Line,
        Line with
        {
            Mode = Window.Valid,
            IsConvolution = true,
        },
        Line with
        {
            Mode = Window.Full,
            Border = Outside.Reflect101,
            Divisor = "4097",
        },
        Line with
        {
            Mode = Window.Padded,
            Paddings = [500, 31],
            Border = Outside.Symmetric,
        },
        Line with
        {
            Border = Outside.Replicate,
            Anchor = [3],
            Divisor = "65536",
        },
        Line with
        {
            Border = Outside.Wrap,
            Dilations = [3],
        },
        Line with
        {
            BorderValue = "-32768",
            Mode = Window.Full,
            Shape = Shape.Sized,
        },
        Line with
        {
            Strides = [2],
            Border = Outside.Wrap,
            Divisor = "999",
        },
        Line with
        {
            PixelChannels = 3,
            Border = Outside.Reflect101,
            Destination = Element.Int16,
            Divisor = "77777",
        },
        Line with
        {
            Destination = Element.Int64,
        },
        Line with
        {
            Source = Element.UInt16,
            Destination = Element.UInt16,
            Divisor = "1048576",
        },
        new(1, 1, 1023, Weights(1023, 60))
        {
            IsTransform = true,
            Source = Element.Int16,
            Destination = Element.Int32,
            IsConvolution = true,
        },
        new(1, 1, 300, Weights(300, 10))
        {
            IsTransform = true,
            Source = Element.Int32,
            Destination = Element.Int64,
            Border = Outside.Symmetric,
        },
        Plane,
        Plane with
        {
            Mode = Window.Valid,
            IsConvolution = true,
        },
        Plane with
        {
            Mode = Window.Full,
            Border = Outside.Symmetric,
            Destination = Element.Int16,
            Divisor = null,
        },
        Plane with
        {
            Mode = Window.Padded,
            Paddings = [20, 3, 1, 25],
            Border = Outside.Wrap,
            Destination = Element.SByte,
        },
        Plane with
        {
            Anchor = [2, 30],
            Shape = Shape.Sized,
            Divisor = "1024",
        },
        Plane with
        {
            Border = Outside.Constant,
            BorderValue = "255",
            IsConvolution = true,
        },
        Plane with
        {
            Border = Outside.Replicate,
            Dilations = [2, 1],
            Destination = Element.Int32,
            Divisor = null,
        },
        Plane with
        {
            PixelChannels = 3,
            Border = Outside.Wrap,
        },
        Plane with
        {
            Source = Element.SByte,
            Destination = Element.Int16,
            Divisor = "7",
        },
        new(2, 17, 19, Weights(323, 30000))
        {
            IsTransform = true,
            Source = Element.Int16,
            Destination = Element.Int16,
            Divisor = "1000003",
            Strides = [1, 2],
        },
        new(2, 17, 19, Weights(323, 30000))
        {
            IsTransform = true,
            Source = Element.UInt16,
            Destination = Element.UInt16,
            Divisor = "1000003",
            Border = Outside.Symmetric,
            Strides = [2, 1],
        },
    ];

    private readonly CompiledBatch batch;

    public ExactTransformFixture()
    {
        BatchSettings settings = new() { KeepsPlans = true, Rewrite = text => Threshold().Replace(text, "return 0 * pairs <=") };
        GeneratedBatch generated = Batch.Compile(
            Batch.Wrap(Declarations.Select((declared, i) => declared.ToSource(TrialBatch.NameOf(i)))),
            settings
        );
        batch = new CompiledBatch(generated.Emit());
        Trials = [.. Declarations.Select((declared, i) => Trial.Create(declared, batch, TrialBatch.NameOf(i)))];
        Plans = [.. Declarations.Select((declared, i) => Exact(declared, generated, TrialBatch.NameOf(i)))];
    }

    internal IReadOnlyList<Trial> Trials { get; }

    internal IReadOnlyList<ExactTransform> Plans { get; }

    public void Dispose() => batch.Dispose();

    [GeneratedRegex(@"return pairs \* \d+ <=")]
    private static partial Regex Threshold();

    /// <summary>Weights of both signs, none like the others, so that nothing is separated.</summary>
    private static string[] Weights(int count, int largest)
    {
        Random random = new(count + largest);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(-largest, largest + 1).ToString(CultureInfo.InvariantCulture))];
    }

    private static ExactTransform Exact(Declared declared, GeneratedBatch generated, string name)
    {
        ExactTransform? plan = generated.Plans[name].Plan?.Exact;
        Assert.True(plan is not null, $"no transform for\n{declared}\n{string.Join("; ", generated.Plans[name].Plan?.Decisions ?? [])}");
        return plan;
    }
}
