using ConvGen.LongRuns;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Groups;

/// <summary>Masked results: the bits of separate calls, and of the source.</summary>
public sealed class KeptChannelTests(ITestOutputHelper output) : GroupVerification(output)
{
    [Fact]
    public void Kept_channels_are_the_sources() =>
        Verify([.. GroupCases.Masked().Where(static (_, index) => index % Effort.Of(2, 1) == 0)]);

    /// <summary>
    /// Channels that stores themselves take from the source, whatever forms the sums: pixels of every size up to those that are copied
    /// afterwards, borders and anchors in turn.
    /// </summary>
    [Fact]
    public void Stores_take_kept_channels_from_the_source() =>
        Verify([.. GroupCases.KeptAtStores().Where(static (_, index) => index % Effort.Of(3, 1) == 0)]);

    [Fact]
    public void Stores_of_narrower_vectors_take_kept_channels_from_the_source()
    {
        GroupDeclared[] declared = [.. GroupCases.KeptAtStores().Where(static (_, index) => index % Effort.Of(8, 1) == 1)];
        Verify(declared, VectorWidths.Bits256);
        Verify(declared, VectorWidths.Bits128);
    }
}
