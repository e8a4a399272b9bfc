using System.Text.Json;
using WorkedExamples;

namespace ConvGen.Package.Tests;

/// <summary>
/// The worked examples: every number is right, every example of the reference vectors is there, and a wrong number is noticed.
/// </summary>
public sealed class WorkedExamplesTests
{
    public static TheoryData<string> Cases => [.. Goldens().Select(static golden => golden.GetProperty("name").GetString()!)];

    [Fact]
    public void Every_number_is_as_expected()
    {
        using StringWriter output = new();

        int exitCode = WorkedExamples.Program.Run(WorkedExamples.Program.All(), output);

        Assert.True(exitCode == 0, output.ToString());
        Assert.Contains("results are as expected.", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("EXPECTED", output.ToString(), StringComparison.Ordinal);
        Assert.All(output.ToString().Split('\n'), static line => Assert.True(line.Length <= 100, line));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_reference_vector_of_the_documents_is_computed(string name)
    {
        JsonElement golden = Goldens().Single(element => element.GetProperty("name").GetString() == name);
        int[] expected = [.. golden.GetProperty("output").GetProperty("data").EnumerateArray().Select(static number => number.GetInt32())];

        Check[] checks = [.. WorkedExamples.Program.All().SelectMany(static example => example.Checks).Where(check => check.Case == name)];

        Assert.NotEmpty(checks);
        Assert.All(checks, check => Assert.Equal(expected, check.Expected.Flat));
    }

    [Fact]
    public void A_wrong_number_is_shown_and_gives_exit_code_1()
    {
        Example example = WorkedExamples.Program.All().First();
        Check wrong = example.Checks[0] with { Expected = Matrix.Parse("15") };
        using StringWriter output = new();

        int exitCode = WorkedExamples.Program.Run([example with { Checks = [wrong, .. example.Checks.Skip(1)] }], output);

        Assert.Equal(1, exitCode);
        Assert.Contains("EXPECTED", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 of 4 results differ", output.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<JsonElement> Goldens()
    {
        foreach (string file in new[] { "seeds.json", "windows.json" })
        {
            using JsonDocument document = JsonDocument.Parse(
                File.ReadAllText(Path.Combine(Repository.Root, "tests", "ConvGen.Execution.Tests", "Goldens", file))
            );
            foreach (JsonElement element in document.RootElement.EnumerateArray())
            {
                yield return element.Clone();
            }
        }
    }
}
