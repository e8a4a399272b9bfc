using System.Globalization;
using System.Xml.Linq;

namespace ConvGen.LongRun;

/// <summary>What became of the tests of a project.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="Passed">How many passed.</param>
/// <param name="Failed">How many failed; at least one where the run itself failed, as when it does not build or breaks off.</param>
/// <param name="Skipped">How many did not run.</param>
/// <param name="Time">How long it took, building included.</param>
internal sealed record TestCounts(string Project, int Passed, int Failed, int Skipped, TimeSpan Time)
{
    /// <summary>Reads the report of a run.</summary>
    /// <param name="project">The project's name.</param>
    /// <param name="exitCode">How <c>dotnet test</c> ended.</param>
    /// <param name="report">The file of <c>dotnet test --logger trx</c>; absent where no test came to run.</param>
    /// <param name="time">How long it took.</param>
    public static TestCounts Read(string project, int exitCode, string report, TimeSpan time)
    {
        XElement? counters = File.Exists(report)
            ? XDocument.Load(report).Descendants().FirstOrDefault(static element => element.Name.LocalName == "Counters")
            : null;
        int passed = Number(counters, "passed");
        int executed = Number(counters, "executed");

        // Timeouts, aborts and errors are counted under names of their own; none of them is a success.
        int failed = executed - passed;
        return new(project, passed, exitCode == 0 ? failed : Math.Max(failed, 1), Number(counters, "total") - executed, time);
    }

    private static int Number(XElement? counters, string name) =>
        counters?.Attribute(name) is { } attribute ? int.Parse(attribute.Value, CultureInfo.InvariantCulture) : 0;
}
