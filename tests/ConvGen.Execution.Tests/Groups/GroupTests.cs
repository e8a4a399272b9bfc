using ConvGen.Execution.Tests.Numbers;
using ConvGen.LongRuns;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Groups;

/// <summary>Several kernels in one pass: the bits of separate calls and a loop over their results.</summary>
public sealed class GroupTests(ITestOutputHelper output) : GroupVerification(output)
{
    [Fact]
    public void Combined_results_are_those_of_separate_calls() =>
        Verify([.. GroupCases.Combined().Where(static (_, index) => index % Effort.Of(7, 1) == 0)]);

    [Fact]
    public void Every_kernel_writes_its_own_destination() =>
        Verify([.. GroupCases.Separated().Where(static (_, index) => index % Effort.Of(2, 1) == 0)]);

    /// <summary>Rows that are wider than a part.</summary>
    [Fact]
    public void Wide_rows_are_computed_in_pieces() =>
        Verify(
            [
                new(Element.Byte, Element.Byte, GroupCases.Slopes, [8, 8]) { Combine = "Magnitude" },
                new(Element.Single, Element.Single, GroupCases.Three, [8, 8, 9])
                {
                    Combine = "AbsoluteSum",
                    PixelChannels = 3,
                    HasPitches = true,
                },
                new(Element.Byte, Element.Byte, ["Kernel(\"1 2 1\", Divisor = 4)"], [1]) { PixelChannels = 4, Kept = [3] },
            ],
            sizes: [(70_001, 3), (140_000, 1)]
        );
}
