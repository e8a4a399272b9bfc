using System.Globalization;
using System.Text;

namespace ConvGen.Package.Tests.Porting;

/// <summary>
/// The page for those who come from other libraries: every row, compiled as it stands there, gives the numbers that the library gave.
/// </summary>
[Collection(PackageFeedTests.Name)]
public sealed class PortingTests(PackageFeed feed)
{
    /// <summary>So many rows at the least: a page whose rows are no longer found must not pass.</summary>
    private const int FewestRows = 130;

    [Fact]
    public async Task Every_row_gives_the_numbers_of_its_library()
    {
        (IReadOnlyList<PortingRow> rows, IReadOnlyList<string> unshown, IReadOnlyList<string> unrecorded) = PortingRow.Load();
        Assert.Empty(unshown);
        Assert.Empty(unrecorded);
        Assert.True(rows.Count >= FewestRows, $"{rows.Count} rows");

        StringBuilder program = new(
            "using System;\nusing System.Collections.Generic;\nusing System.Globalization;\nusing System.Linq;\nusing ConvGen;\n\ninternal static class Program\n{\n"
        );
        program.Append(
            "    private static void Print(IEnumerable<double> values) => Console.WriteLine(string.Join(' ', values.Select(v => v.ToString(\"R\", CultureInfo.InvariantCulture))));\n"
        );
        program.Append("    private static void Main()\n    {\n");
        for (int i = 0; i < rows.Count; i++)
        {
            program.Append(CultureInfo.InvariantCulture, $"        Print(Row{i}.Run());\n");
        }

        program.Append("    }\n}\n\n");
        for (int i = 0; i < rows.Count; i++)
        {
            program.Append(rows[i].ToClass(string.Create(CultureInfo.InvariantCulture, $"Row{i}")));
        }

        string consumer = feed.Consumer("Porting", "net10.0", "<OutputType>Exe</OutputType>", program.ToString());
        (await PackageFeed.Build(consumer)).Succeeded();
        Cli.Result run = await Cli.Dotnet(consumer, Path.Combine("bin", "Debug", "net10.0", "Porting.dll"));

        string[] lines = run.Succeeded().Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(rows.Count, lines.Length);
        string?[] differences =
        [
            .. rows.Select(
                (row, i) =>
                    row.Difference([.. lines[i].Split(' ').Select(static number => double.Parse(number, CultureInfo.InvariantCulture))])
            ),
        ];
        Assert.True(
            differences.All(static difference => difference is null),
            string.Join('\n', differences.Where(static difference => difference is not null))
        );
    }

    [Fact]
    public void Another_number_is_noticed()
    {
        (IReadOnlyList<PortingRow> rows, _, _) = PortingRow.Load();

        Assert.All(
            rows,
            static row =>
            {
                double[] output = [.. row.Vector.GetProperty("output").EnumerateArray().Select(static number => number.GetDouble())];
                Assert.Null(row.Difference(output));
                output[output.Length / 2] += 0.01;
                Assert.NotNull(row.Difference(output));
            }
        );
    }
}
