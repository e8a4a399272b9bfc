using System.Text.RegularExpressions;

namespace ConvGen.Package.Tests;

/// <summary>The rows of the benchmarks on small images: everyone who is timed computes the formula.</summary>
public sealed partial class PeerTests
{
    /// <summary>Libraries that need nothing but their packages, and what is written without any.</summary>
    private static readonly string[] Everywhere = ["ConvGen", "ImageSharp", "NWaves", "TensorPrimitives", "windows", "loop"];

    [Fact]
    public async Task Everyone_who_computes_a_row_agrees_with_its_formula()
    {
        string program = Path.Combine(
            Repository.Root,
            "tests",
            "ConvGen.Benchmarks",
            "bin",
            Repository.Configuration,
            "net10.0",
            "ConvGen.Benchmarks.dll"
        );

        Cli.Result result = (await Cli.Dotnet(Repository.Root, program, "check", "--size", "64")).Succeeded();

        Match summary = Summary().Match(result.Text);
        Assert.True(summary.Success, result.Text);
        int rows = int.Parse(summary.Groups["rows"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(rows > 80, result.Text);
        Assert.Contains($"ConvGen {rows}", summary.Groups["right"].Value, StringComparison.Ordinal);
        Assert.All(Everywhere, name => Assert.Contains(name + " ", summary.Groups["right"].Value, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^(?<rows>\d+) rows, 0 wrong results; right: (?<right>.*)$", RegexOptions.Multiline)]
    private static partial Regex Summary();
}
