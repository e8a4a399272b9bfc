using System.Globalization;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;
using ConvGen.Generator.Planning.Transforms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Transforms;

/// <summary>Results through transforms stay within the error that the header states, against exact sums.</summary>
public sealed class TransformTests(TransformFixture fixture, ITestOutputHelper output) : IClassFixture<TransformFixture>
{
    /// <summary>Lengths from one sample to several pairs of tiles, and odd ones between.</summary>
    private static readonly int[] Lengths = [1, 2, 77, 160, 161, 500, 1023, 2500, 5003];

    private static readonly (int Width, int Height)[] Sizes = [(1, 1), (3, 40), (97, 1), (65, 33), (131, 90), (190, 61)];

    [Fact]
    public void All_are_computed_through_transforms() =>
        Assert.All(fixture.Trials, trial => Assert.True(trial.Plan.ErrorFactor is > 0 and < 20));

    /// <summary>Older frameworks lack instructions that newer ones have under portable names.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_text_compiles_without_a_warning(bool isOldest)
    {
        BatchSettings settings = isOldest ? BatchSettings.Oldest : new BatchSettings { Language = LanguageVersion.Preview };
        Assert.NotEmpty(
            Batch.Emit(Batch.Wrap(TransformFixture.Declarations.Select((declared, i) => declared.ToSource(TrialBatch.NameOf(i)))), settings)
        );
    }

    [Fact]
    public void Every_result_is_within_the_bound()
    {
        double worst = 0;
        int tried = 0;
        foreach (TransformTrial trial in fixture.Trials)
        {
            foreach ((int width, int height) in SizesOf(trial))
            {
                foreach (Hardship hardship in Enum.GetValues<Hardship>())
                {
                    (string? objection, double ratio) = trial.Run(width, height, hardship, ++tried);
                    Assert.True(
                        objection is null,
                        string.Create(CultureInfo.InvariantCulture, $"{hardship}, {width} x {height}: {objection}\n{trial}")
                    );
                    worst = Math.Max(worst, trial.Declared.Destination == trial.Declared.Source ? ratio : 0);
                }
            }
        }

        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{tried} runs, the largest error is {worst:0.000} of what is allowed")
        );
        Assert.InRange(worst, 0.005, 1);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_not_finite_spreads_over_its_pair_of_tiles_only(double special)
    {
        int reached = 0,
            kept = 0;
        foreach (
            TransformTrial trial in fixture.Trials.Where(trial =>
                trial.Declared.Source.IsFloating() && trial.Declared.Border == Outside.Constant
            )
        )
        {
            foreach ((int width, int height) in SizesOf(trial))
            {
                (string? objection, int near, int far) = trial.Spoil(width, height, special, width + height);
                Assert.True(objection is null, string.Create(CultureInfo.InvariantCulture, $"{width} x {height}: {objection}\n{trial}"));
                (reached, kept) = (reached + near, kept + far);
            }
        }

        Assert.True(
            reached > 1000 && kept > 1000,
            string.Create(CultureInfo.InvariantCulture, $"{reached} results are reached, {kept} are not")
        );
    }

    private static IEnumerable<(int Width, int Height)> SizesOf(TransformTrial trial) =>
        trial.Declared.Axes == 1 ? Lengths.Select(length => (length, 1)) : Sizes;
}

/// <summary>Declarations that a transform gains for, compiled together.</summary>
public sealed class TransformFixture : IDisposable
{
    private static readonly Declared Line = new(1, 1, 160, Weights(160)) { IsTransform = true };

    private static readonly Declared Plane = new(2, 17, 19, Weights(323)) { IsTransform = true };

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
        },
        Line with
        {
            Mode = Window.Padded,
            Paddings = [200, 31],
            Border = Outside.Symmetric,
            IsConvolution = true,
        },
        Line with
        {
            Border = Outside.Replicate,
            Anchor = [3],
        },
        Line with
        {
            Border = Outside.Wrap,
            Dilations = [3],
        },
        Line with
        {
            BorderValue = "-2.5",
            Mode = Window.Full,
            Shape = Shape.Sized,
        },
        Line with
        {
            Strides = [2],
            Border = Outside.Wrap,
        },
        Line with
        {
            Strides = [3],
            Mode = Window.Valid,
        },
        Line with
        {
            PixelChannels = 3,
            Border = Outside.Reflect101,
        },
        Line with
        {
            Source = Element.Double,
            Destination = Element.Double,
            Mode = Window.Full,
        },
        Line with
        {
            Source = Element.Double,
            Destination = Element.Double,
            PixelChannels = 2,
            Strides = [2],
            Border = Outside.Symmetric,
        },
        Line with
        {
            Source = Element.Byte,
            Border = Outside.Replicate,
        },
        Line with
        {
            Source = Element.Int16,
            Destination = Element.Double,
            BorderValue = "7",
        },
        Line with
        {
            Destination = Element.Byte,
            Border = Outside.Wrap,
        },
        Line with
        {
            Source = Element.Half,
            Destination = Element.Half,
        },
        Line with
        {
            Weights = [],
            Kernel = Element.Single,
            IsConvolution = true,
        },
        Line with
        {
            Weights = [],
            Kernel = Element.Double,
            Source = Element.Double,
            Destination = Element.Double,
            Border = Outside.Reflect101,
        },
        new(1, 1, 1100, Weights(1100)) { IsTransform = true, IsConvolution = true },
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
        },
        Plane with
        {
            Mode = Window.Padded,
            Paddings = [20, 3, 1, 25],
            Border = Outside.Wrap,
        },
        Plane with
        {
            Border = Outside.Reflect101,
            Anchor = [2, 17],
            Shape = Shape.Sized,
        },
        Plane with
        {
            Border = Outside.Replicate,
            Dilations = [2, 3],
        },
        Plane with
        {
            BorderValue = "1.5",
            IsConvolution = true,
        },
        Plane with
        {
            Strides = [1, 2],
            Border = Outside.Replicate,
        },
        Plane with
        {
            PixelChannels = 4,
            Border = Outside.Wrap,
        },
        Plane with
        {
            Source = Element.Double,
            Destination = Element.Double,
        },
        Plane with
        {
            Source = Element.UInt16,
            Destination = Element.Single,
            Border = Outside.Reflect101,
        },
        Plane with
        {
            Destination = Element.Int16,
            Strides = [2, 1],
        },
        Plane with
        {
            Weights = [],
            Kernel = Element.Single,
            Border = Outside.Symmetric,
            IsConvolution = true,
        },
    ];

    private readonly CompiledBatch batch;

    public TransformFixture()
    {
        BatchSettings settings = new() { KeepsPlans = true };
        GeneratedBatch generated = Batch.Compile(
            Batch.Wrap(Declarations.Select((declared, i) => declared.ToSource(TrialBatch.NameOf(i)))),
            settings
        );
        batch = new CompiledBatch(generated.Emit());
        Trials = [.. Declarations.Select((declared, i) => Create(declared, generated, TrialBatch.NameOf(i)))];
    }

    internal IReadOnlyList<TransformTrial> Trials { get; }

    public void Dispose() => batch.Dispose();

    /// <summary>Weights of both signs, none like the others, so that nothing is separated.</summary>
    private static string[] Weights(int count)
    {
        Random random = new(count);
        return [.. Enumerable.Range(0, count).Select(_ => (random.Next(-999, 1000) / 1000m).ToString(CultureInfo.InvariantCulture))];
    }

    private TransformTrial Create(Declared declared, GeneratedBatch generated, string name)
    {
        TransformPlan? plan = generated.Plans[name].Plan?.Transform;
        Assert.True(plan is not null, $"no transform for\n{declared}");
        return TransformTrial.Create(declared, plan, batch, name);
    }
}
