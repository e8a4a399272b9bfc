using System.Globalization;
using System.Text.RegularExpressions;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.InPlace;
using ConvGen.Execution.Tests.Subjects;
using ConvGen.Execution.Tests.Widths;
using ConvGen.LongRuns;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Guards;

/// <summary>
/// Nothing is read or written outside the buffers of a call: source, weights, bias and destination lie against unmapped pages, at their
/// ends
/// and at their beginnings, and results are the bits of a run on arrays.
/// </summary>
public sealed class GuardTests(GuardTests.NativeFixture native, ITestOutputHelper output) : IClassFixture<GuardTests.NativeFixture>
{
    /// <summary>The widths, and one of how many sizes is tried in every build.</summary>
    public static TheoryData<string, int> Widths =>
        new()
        {
            { "default", 3 },
            { "128", 7 },
            { "scalar", 23 },
        };

    public static TheoryData<string> OtherWidths => ["512", "256", "128 without FMA"];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Nothing_outside_the_buffers_is_touched(string width, int thinning) => Probe(width, Effort.Of(thinning, 1));

    [LongTheory]
    [MemberData(nameof(OtherWidths))]
    public void Nothing_outside_the_buffers_is_touched_at_the_other_widths(string width) => Probe(width, 1);

    /// <summary>The text for 512 bits, with the instructions computed in software and images in place in bands of few rows.</summary>
    [Fact]
    public void Nothing_outside_the_buffers_is_touched_by_the_code_for_512_bits()
    {
        byte[] image = SubjectBatch.Emit(
            GuardCorpus.Of(GuardCorpus.Some),
            Settings(text => InPlaceTests.WithLowBands(OtherProcessor.With512Bits.Rewrite(text))) with
            {
                Widths = VectorWidths.Bits512,
            }
        );
        Judge("512 bits in software", new GuardRun(image, GuardCorpus.Some) { Thinning = Effort.Of(17, 2), VectorBytes = 64 }.Start());
    }

    /// <summary>
    /// The test above can fail: with one load, or one store, a lane further on, the process ends, and the message says where.
    /// </summary>
    [Theory]
    [InlineData(@"LoadUnsafe\(ref row, (6|10|18)\)")]
    [InlineData(@"\w\.StoreUnsafe\(ref result, (\d+)\)")]
    public void A_kernel_that_reads_or_writes_one_lane_further_is_found(string lastVector)
    {
        int replaced = 0;
        string Further(Match match)
        {
            replaced++;
            Group place = match.Groups[1];
            return match.Value.Replace(
                place.Value,
                (int.Parse(place.Value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            );
        }

        string Rewrite(string text) => Regex.Replace(text, lastVector, Further);
        byte[] image = SubjectBatch.Emit(GuardCorpus.Of(GuardCorpus.Inside), Settings(Rewrite));
        (int probes, IReadOnlyList<string> faults) = new GuardRun(image, GuardCorpus.Inside) { VectorBytes = 16 }.Start();
        output.WriteLine(string.Join('\n', faults));
        Assert.True(replaced > 0 && probes > 0);
        string fault = Assert.Single(faults);
        Assert.Contains("Width = ", fault, StringComparison.Ordinal);
        Assert.Contains("Behind", fault, StringComparison.Ordinal);
        Assert.Contains("static partial void M(", fault, StringComparison.Ordinal);
    }

    private static BatchSettings Settings(Func<string, string> rewrite) =>
        new()
        {
            Rewrite = rewrite,
            References = [.. Framework.Running, MetadataReference.CreateFromFile(typeof(SoftwareAvx512).Assembly.Location)],
        };

    private void Probe(string width, int thinning)
    {
        WidthSetting setting = WidthSetting.All.Single(s => s.Name == width);
        Judge(width, new GuardRun(native.Image, GuardCorpus.Kinds) { Thinning = thinning }.Start(setting.Variable, setting.Value));
    }

    private void Judge(string width, (int Probes, IReadOnlyList<string> Faults) outcome)
    {
        Tally.Count(output, $"calls on guarded buffers at width {width}", outcome.Probes);
        Assert.True(outcome.Faults.Count == 0, string.Join('\n', outcome.Faults));
        Assert.True(outcome.Probes > 1000, $"{outcome.Probes} calls");
    }

    /// <summary>The subjects compiled as they are.</summary>
    public sealed class NativeFixture
    {
        private readonly Lazy<byte[]> image = new(() => SubjectBatch.Emit(GuardCorpus.Of(GuardCorpus.Kinds), new BatchSettings()));

        internal byte[] Image => image.Value;
    }
}
