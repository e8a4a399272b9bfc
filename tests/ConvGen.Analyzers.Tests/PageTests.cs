using System.Text.RegularExpressions;
using ConvGen.Analyzers.Tests.Naming.Catalogue;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Analyzers.Tests;

/// <summary>
/// The examples on the pages: what is shown as wrong is refused by that rule and by no other, what is shown as right by none.
/// </summary>
public partial class PageTests
{
    /// <summary>The ids of the pages with examples.</summary>
    public static TheoryData<string> Ids => [.. WithExamples];

    private static IEnumerable<string> WithExamples =>
        Repository
            .Pages.Where(page => Examples(page).Count == 2)
            .Select(page => Path.GetFileNameWithoutExtension(page))
            .Order(StringComparer.Ordinal);

    [Fact]
    public void Every_page_has_two_examples_where_a_source_file_can_show_it() =>
        Assert.Equal(
            ["CONV012", "CONV020", "CONV021", "CONV099", "CONV114", "CONV203", "CONV215", "CONV216"],
            Repository.Pages.Select(page => Path.GetFileNameWithoutExtension(page)).Except(WithExamples).Order(StringComparer.Ordinal)
        );

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
        Assert.DoesNotContain(run.Output.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public async Task The_example_of_the_readme_shows_what_it_quotes()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        string section = readme[readme.IndexOf("## Names that say the other operation", StringComparison.Ordinal)..];
        GeneratorRun run = GeneratorRun.Create(Rule.File(CodeBlock().Match(section).Groups["code"].Value));
        Microsoft.CodeAnalysis.Diagnostic reported = Assert.Single(await Analysis.DiagnosticsAsync(run.Output));

        Assert.Contains(
            $"\n{reported.Severity.ToString().ToLowerInvariant()} {reported.Id}: {reported.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}\n",
            section,
            StringComparison.Ordinal
        );
    }

    private static GeneratorRun Compile(string id, int example)
    {
        string code = Examples(Repository.Pages.Single(page => Path.GetFileNameWithoutExtension(page) == id))[example];
        string file = code.Contains("class ", StringComparison.Ordinal) ? "using System;\nusing ConvGen;\n" + code : Rule.File(code);
        CSharpCompilation compilation = TestCompilation.Create([file], references: Libraries(code));

        // A rule that is off by default is shown as it looks where it is turned on.
        return GeneratorRun.Create(
            compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new(id, ReportDiagnostic.Warn)]))
        );
    }

    /// <summary>Stubs of the libraries whose namespaces an example imports.</summary>
    private static IEnumerable<MetadataReference> Libraries(string code) =>
        CatalogueStubs
            .Names.Where(name =>
                Regex.IsMatch(
                    code,
                    $@"^using (static )?{Regex.Escape(name.Replace(".Core", "", StringComparison.Ordinal))}\b",
                    RegexOptions.Multiline | RegexOptions.ExplicitCapture
                )
            )
            .SelectMany(CatalogueStubs.WithReferences)
            .Distinct();

    private static List<string> Examples(string page) =>
        [.. CodeBlock().Matches(File.ReadAllText(page)).Select(match => match.Groups["code"].Value)];

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeBlock();
}
