using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Grammar;

/// <summary>Declarations that failed once, in their simplest form.</summary>
public sealed class KeptTests
{
    private static readonly IReadOnlyList<Circumstances> Sizes =
    [
        new(1, 1, 0, 0, 4),
        new(3, 2, 0, 0, 1),
        new(9, 5, 2, 1, 2),
        new(83, 4, 0, 0, 3),
    ];

    private static readonly Dictionary<string, Declared> Kept = new(StringComparer.Ordinal)
    {
        ["unsigned words under a kernel with one row that is not zero"] = new(2, 3, 3, ["0", "0", "0", "1", "2", "1", "0", "0", "0"])
        {
            Source = Element.UInt16,
            Destination = Element.UInt16,
            Divisor = "4",
        },
        ["bytes divided by a power of two of more bits than their sums have"] = new(1, 1, 1, ["-103"])
        {
            Source = Element.SByte,
            Destination = Element.SByte,
            Divisor = "65536",
        },
        ["bytes divided by a product that is shifted by more bits than their sums have"] = new(1, 1, 1, ["1"])
        {
            Source = Element.SByte,
            Destination = Element.Byte,
            Divisor = "-65538",
        },
        ["numbers of 64 bits, halved"] = new(1, 1, 1, ["1"])
        {
            Source = Element.Int64,
            Destination = Element.Int64,
            Divisor = "2",
        },
        ["bytes to floats under a whole weight of more than 16 bits, every sum rounded"] = new(2, 3, 1, ["-131", "1000003", "-131"])
        {
            Source = Element.Byte,
            BorderValue = "1",
            IsStrict = true,
        },
        ["a tensor of one sample"] = new(1, 1, 1, ["1"])
        {
            Shape = Shape.Sized,
            Form = new Form(Carrier.ReadOnlyTensorSpan, Carrier.TensorSpan, Carrier.Memory),
        },
        ["a tensor of one pixel"] = new(1, 1, 3, ["1", "2", "1"])
        {
            PixelChannels = 3,
            Shape = Shape.Sized,
            Form = new Form(Carrier.ReadOnlyTensorSpan, Carrier.TensorSpan, Carrier.Memory),
        },
        ["prefix sums of 64 bits of sums of 16"] = new(2, 2, 31, [.. Enumerable.Repeat("1", 62)])
        {
            Source = Element.Byte,
            Destination = Element.Int64,
        },
        ["prefix sums of 64 bits of sums of 16 without a sign"] = new(
            2,
            3,
            31,
            [.. Enumerable.Range(0, 93).Select(place => place / 31 == 1 ? "57" : "100")]
        )
        {
            Source = Element.Byte,
            Destination = Element.Int64,
        },
    };

    public static TheoryData<string> Names => [.. Kept.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_failed_once_is_right_for_the_oldest_and_the_newest_framework(string name)
    {
        FilterSentence sentence = new(Kept[name], Kept[name].Axes == 1 ? [.. Sizes.Select(size => size with { Height = 1 })] : Sizes);
        foreach (bool runsOldest in new[] { true, false })
        {
            Verdict verdict = GrammarBatch.Judge([sentence], new GrammarSetting(runsOldest, VectorWidths.None))[0];
            Assert.True(verdict is { Failure: Failure.None, Rule: null }, $"{verdict.Failure} {verdict.Rule}: {verdict.Objection}");
        }
    }
}
