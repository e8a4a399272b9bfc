using System.Runtime.Intrinsics.X86;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Trials;
using ConvGen.Execution.Tests.Widths;
using ConvGen.LongRuns;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Quantised;

/// <summary>Layers whose bytes are multiplied four at a time, for real where the processor does, and in software everywhere.</summary>
public sealed class QuadSumTests(ITestOutputHelper output)
{
    private static readonly ZeroPoints Both = new(Source: true, Kernel: false, Destination: true);

    private static readonly Declared Plain = new(2, 3, 3, [])
    {
        Source = Element.Byte,
        Kernel = Element.SByte,
        Destination = Element.Byte,
    };

    private static readonly Declared Signed = Plain with { Source = Element.SByte, Destination = Element.SByte };

    private static readonly DeclaredLayer[] Chosen =
    [
        new(Plain, 16, 32) { Quantised = Both, Bias = Element.Int32 },
        new(Signed, 16, 16) { Quantised = Both, IsPrepared = true },
        new(Signed, 7, 11) { Quantised = new ZeroPoints(Source: false, Kernel: false, Destination: false), Bias = Element.Int32 },
        new(Plain with { Mode = Window.Full, Border = Outside.Wrap, Strides = [2, 1] }, 5, 40)
        {
            Quantised = Both,
            IsOutputFirst = true,
            HasBatch = true,
        },
        new(Plain, 16, 32)
        {
            Quantised = Both,
            IsPlanar = true,
            HasBatch = true,
        },
        new(Signed with { Border = Outside.Symmetric }, 18, 17)
        {
            Quantised = Both,
            IsPlanar = true,
            Bias = Element.Int32,
        },
        new(Plain with { IsConvolution = true, Dilations = [1, 2] }, 16, 48, 2) { Quantised = Both, IsPrepared = true },
        new(Plain, 32, 33)
        {
            Quantised = Both,
            Bias = Element.Int32,
            IsPrepared = true,
            IsRelu = true,
        },
        new(Signed with { Kernel = null, Weights = [] }, 6, 9)
        {
            Quantised = Both,
            Space = Signed with { Kernel = null, Weights = [.. Enumerable.Range(0, 9 * 6 * 9).Select(i => $"{(i * 37 % 256) - 128}")] },
        },
    ];

    public static TheoryData<bool> Ways => [true, false];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_result_is_that_of_the_formula(bool isReal)
    {
        output.WriteLine(Seed.Text);
        if (isReal && !AvxVnni.IsSupported)
        {
            output.WriteLine("products of bytes (AVX-VNNI): NOT RUN for real, for this processor, or this process, does not have them");
            return;
        }

        output.WriteLine($"products of bytes (AVX-VNNI): {(isReal ? "run for real" : "computed in software")}");
        IEnumerable<DeclaredLayer> drawn = QuantisedGenerator.Any.Sample(Effort.Of(1200, 6000), Seed.Start, 50).Where(HasQuads);
        int calls = SoftwareAvxVnni.Calls;
        (int runs, int layers, string[] objections) = Run([.. Chosen, .. drawn], isReal, text => text);
        Tally.Count(output, "runs of layers with products of bytes", runs);
        Assert.True(objections.Length == 0, $"{objections.Length} of {layers} layers fail\n{string.Concat(objections.Take(5))}");
        Assert.True(layers > 20 + Chosen.Length, $"only {layers} layers were drawn");
        Assert.Equal(isReal, SoftwareAvxVnni.Calls == calls);
    }

    /// <summary>What would be wrong in the code is seen in the results.</summary>
    [Theory]
    [InlineData("(w3 << 24)", "(w2 << 24)")]
    [InlineData("(w1 & 0xFF) << 8", "w1 << 8")]
    [InlineData(" * Unsafe.Add(ref sums, i)", " * 0")]
    [InlineData("+= w0 + w1 + w2 + w3;", "= w0 + w1 + w2 + w3;")]
    [InlineData("(byte)zeroPoint", "(byte)0")]
    [InlineData("^ Vector256.Create((byte)0x80)", "^ Vector256<byte>.Zero")]
    [InlineData(" + 128)", ")")]
    [InlineData("ZeroPoint = sourceZeroPoint + 128", "ZeroPoint = sourceZeroPoint")]
    [InlineData("image.ZeroPoint * 0x01010101", "image.ZeroPoint")]
    [InlineData("w1.AsSByte()", "w0.AsSByte()")]
    public void Faults_are_seen(string right, string wrong)
    {
        bool isThere = false;
        (_, _, string[] objections) = Run(
            Chosen,
            isReal: false,
            text =>
            {
                int start = text.IndexOf("class Quads", StringComparison.Ordinal);
                isThere |= start >= 0 && text.IndexOf(right, start, StringComparison.Ordinal) >= 0;
                return start < 0 ? text : text[..start] + text[start..].Replace(right, wrong, StringComparison.Ordinal);
            }
        );
        Assert.True(isThere, $"'{right}' is not printed");
        Assert.NotEmpty(objections);
    }

    private static bool HasQuads(DeclaredLayer layer) =>
        layer is { IsPlanar: false, Inputs: >= 3, Outputs: >= 8, Groups: 1, Space.Kernel: Element.SByte, Quantised.Kernel: false };

    private static (int Runs, int Layers, string[] Objections) Run(DeclaredLayer[] layers, bool isReal, Func<string, string> change)
    {
        OtherProcessor processor = isReal ? OtherProcessor.WithQuadSumsHere : OtherProcessor.WithQuadSums;
        BatchSettings settings = new()
        {
            Rewrite = text => processor.Rewrite(change(text)),
            References = [.. Framework.Running, MetadataReference.CreateFromFile(typeof(SoftwareAvxVnni).Assembly.Location)],
        };
        using CompiledBatch batch = Batch.OfMembers(layers.Select((layer, index) => layer.ToSource(TrialBatch.NameOf(index))), settings);
        List<string> objections = [];
        int runs = 0;
        for (int index = 0; index < layers.Length; index++)
        {
            QuantisedTrial trial = new(layers[index], batch, TrialBatch.NameOf(index));
            bool isSignal = trial.Layer.Space.Axes == 1;
            foreach ((int width, int height) in new[] { (1, 1), (2, 3), (5, 2), (9, 3), (17, 2), (35, 3) })
            {
                QuantisedNumbers numbers = QuantisedNumbers.Draw(
                    trial.Layer,
                    width,
                    isSignal ? 1 : height,
                    trial.Layer.HasBatch ? 2 : 1,
                    trial.Layer.HasPitches ? width % 3 : 0,
                    (int)Seed.Value + runs++
                );
                if (trial.Objection(numbers) is { } objection)
                {
                    objections.Add($"{trial}\n{width} x {height}: {objection}\n");
                    break;
                }
            }
        }

        return (runs, layers.Length, [.. objections]);
    }
}
