using ConvGen.LongRun;

namespace ConvGen.Package.Tests;

/// <summary>The line that a long run ends with.</summary>
public class LongRunTests
{
    [Fact]
    public void Tests_and_what_they_tried_are_summed()
    {
        TestCounts[] runs = [new("A", 3, 0, 1, TimeSpan.Zero), new("B", 4, 0, 0, TimeSpan.Zero)];

        Summary summary = Summary.Of(runs, ["declarations compiled: 3000", "edits: 7", "declarations compiled: 97000", ""]);

        Assert.True(summary.HasSucceeded);
        Assert.Equal("Long run: 7 tests passed, 0 failed; 100000 declarations compiled; 7 edits", summary.ToString());
    }

    [Fact]
    public void One_failure_fails_the_run()
    {
        Assert.False(Summary.Of([new("A", 3, 0, 0, TimeSpan.Zero), new("B", 3, 1, 0, TimeSpan.Zero)], []).HasSucceeded);
        Assert.False(Summary.Of([], []).HasSucceeded);
    }

    [Theory]
    [InlineData(0, 5, 0, 2)]
    [InlineData(1, 5, 1, 2)]
    public void Tests_that_did_not_run_are_skipped(int exitCode, int passed, int failed, int skipped)
    {
        string report = Path.GetTempFileName();
        try
        {
            File.WriteAllText(
                report,
                """
                <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
                  <ResultSummary outcome="Completed">
                    <Counters total="7" executed="5" passed="5" failed="0" error="0" timeout="0" notExecuted="0" />
                  </ResultSummary>
                </TestRun>
                """
            );

            TestCounts expected = new("A", passed, failed, skipped, TimeSpan.Zero);
            Assert.Equal(expected, TestCounts.Read("A", exitCode, report, TimeSpan.Zero));
        }
        finally
        {
            File.Delete(report);
        }
    }

    [Fact]
    public void A_project_that_does_not_build_has_failed() =>
        Assert.Equal(new TestCounts("A", 0, 1, 0, TimeSpan.Zero), TestCounts.Read("A", 1, "missing.trx", TimeSpan.Zero));

    [Fact]
    public void Every_test_project_takes_part() =>
        Assert.Contains("ConvGen.Package.Tests", TestProject.FindAll(Repository.Root).Select(project => project.Name));
}
