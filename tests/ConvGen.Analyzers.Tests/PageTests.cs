using System.Text.RegularExpressions;
using ConvGen.Testing;

namespace ConvGen.Analyzers.Tests;

/// <summary>The examples on the pages: what is shown as wrong is refused by that rule and by no other, what is shown as right by none.</summary>
public partial class PageTests
{
    /// <summary>The ids of the pages with examples.</summary>
    public static TheoryData<string> Ids => [.. WithExamples];

    private static IEnumerable<string> WithExamples =>
        Repository.Pages.Where(page => Examples(page).Count == 2).Select(page => Path.GetFileNameWithoutExtension(page)).Order(StringComparer.Ordinal);

    [Fact]
    public void Every_page_has_two_examples_where_a_source_file_can_show_it() =>
        Assert.Equal(["CONV012", "CONV099", "CONV203"], Repository.Pages.Select(page => Path.GetFileNameWithoutExtension(page)).Except(WithExamples).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_wrong_example_shows_the_rule(string id)
    {
        GeneratorRun run = Compile(id, 0);
        IEnumerable<string> reported = await Analysis.IdsAsync(run.Output);

        Assert.Equal([id], reported);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_right_example_shows_nothing(string id)
    {
        GeneratorRun run = Compile(id, 1);

        Assert.Empty(await Analysis.IdsAsync(run.Output));
        Assert.DoesNotContain(run.Output.GetDiagnostics(), diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }

    private static GeneratorRun Compile(string id, int example)
    {
        string code = Examples(Repository.Pages.Single(page => Path.GetFileNameWithoutExtension(page) == id))[example];
        return GeneratorRun.Create(code.Contains("class ", StringComparison.Ordinal) ? "using System;\nusing ConvGen;\n" + code : Rule.File(code));
    }

    private static List<string> Examples(string page) => [.. CodeBlock().Matches(File.ReadAllText(page)).Select(match => match.Groups["code"].Value)];

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeBlock();
}
