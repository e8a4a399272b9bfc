using ConvGen.LongRuns;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Groups;

/// <summary>Scaled results: the bits of separate calls and a loop over their results.</summary>
public sealed class ScaledGroupTests(ITestOutputHelper output) : GroupVerification(output)
{
    [Fact]
    public void Scaled_results_are_those_of_separate_calls() =>
        Verify([.. GroupCases.Scaled().Where(static (_, index) => index % Effort.Of(4, 1) == 0)]);
}
