using System.Globalization;
using Xunit.Abstractions;

namespace ConvGen.LongRuns;

/// <summary>Counts what a test tried, for the reader of its output and for the summary of long runs.</summary>
internal static class Tally
{
    /// <summary>
    /// The environment variable that names the file to which counts are appended; without it they only stand in the test's output.
    /// </summary>
    private const string Variable = "CONVGEN_TALLY";

    private static readonly Lock Gate = new();

    /// <summary>Writes one line, such as <c>declarations compiled: 3000</c>, to the test's output and to the file.</summary>
    /// <param name="output">The test's output.</param>
    /// <param name="what">What was tried, in the plural and without a colon.</param>
    /// <param name="count">How many.</param>
    public static void Count(ITestOutputHelper output, string what, long count)
    {
        string line = string.Create(CultureInfo.InvariantCulture, $"{what}: {count}");
        output.WriteLine(line);
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file)
        {
            lock (Gate)
            {
                File.AppendAllText(file, line + "\n");
            }
        }
    }
}
