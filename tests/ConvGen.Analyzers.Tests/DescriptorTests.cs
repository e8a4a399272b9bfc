using System.Reflection;
using ConvGen.Analyzers.Declarations;
using ConvGen.Analyzers.Naming;
using ConvGen.Generator.Emission.Files;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Tests;

/// <summary>What holds for every rule, those that will come included.</summary>
public class DescriptorTests
{
    private const string PageRoot = "https://github.com/convgen/convgen/blob/main/";

    /// <summary>The ids of all rules, the generator's own included.</summary>
    public static TheoryData<string> Ids => [.. All.Keys];

    /// <summary>The hints about results, and about a factor of two or more in speed: a build shows them.</summary>
    private static readonly string[] VisibleHints =
    [
        "CONV203",
        "CONV205",
        "CONV206",
        "CONV207",
        "CONV208",
        "CONV209",
        "CONV210",
        "CONV211",
        "CONV212",
        "CONV214",
        "CONV215",
        "CONV216",
    ];

    private static IReadOnlyList<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(DeclarationAnalyzer)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static SortedDictionary<string, DiagnosticDescriptor> All { get; } =
        new(
            Analyzers
                .SelectMany(analyzer => analyzer.SupportedDiagnostics)
                .Append(UnexpectedFailure.Descriptor)
                .ToDictionary(descriptor => descriptor.Id),
            StringComparer.Ordinal
        );

    [Fact]
    public void Every_rule_has_one_analyzer()
    {
        // The rules on names share two readings of every body, and so one analyzer.
        Assert.All(Analyzers.Where(analyzer => analyzer is not NamingAnalyzer), analyzer => Assert.Single(analyzer.SupportedDiagnostics));
        Assert.Equal(Analyzers.Sum(analyzer => analyzer.SupportedDiagnostics.Length) + 1, All.Count);
        Assert.All(
            Analyzers,
            analyzer =>
                Assert.Equal([LanguageNames.CSharp], analyzer.GetType().GetCustomAttribute<DiagnosticAnalyzerAttribute>()!.Languages)
        );
    }

    [Fact]
    public void Every_rule_of_the_parser_has_an_analyzer() =>
        Assert.Equal(DeclarationRules.All.Select(rule => rule.Id), All.Keys.Where(id => string.CompareOrdinal(id, "CONV099") < 0));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_says_what_is_wrong_in_one_sentence(string id)
    {
        DiagnosticDescriptor rule = All[id];
        string title = rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string message = rule.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture);

        Assert.Matches("^CONV[0-2][0-9]{2}$", rule.Id);
        Assert.Matches("^[A-Z].*[^.!?:\\s]$", title);
        Assert.Matches("^[A-Z'{].*[^.!?:\\s]$", message);
        Assert.DoesNotContain('\n', title + message);
        Assert.DoesNotContain(". ", message, StringComparison.Ordinal);
        Assert.Contains("{0}", message, StringComparison.Ordinal);
        Assert.Equal(id != "CONV112", rule.IsEnabledByDefault);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_id_decides_severity_and_category(string id)
    {
        DiagnosticDescriptor rule = All[id];
        bool isDeclaration = id.StartsWith("CONV0", StringComparison.Ordinal);

        bool isSilent = id is "CONV111" or "CONV114" || (id.StartsWith("CONV2", StringComparison.Ordinal) && !VisibleHints.Contains(id));
        Assert.Equal(
            isDeclaration ? DiagnosticSeverity.Error
                : isSilent ? DiagnosticSeverity.Info
                : DiagnosticSeverity.Warning,
            rule.DefaultSeverity
        );
        Assert.Equal(isDeclaration, rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));
        Assert.StartsWith("ConvGen", rule.Category, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_under_its_help_link_and_a_line_in_the_index(string id)
    {
        DiagnosticDescriptor rule = All[id];
        Assert.StartsWith(PageRoot, rule.HelpLinkUri, StringComparison.Ordinal);
        string path = Path.Combine(Repository.Root, rule.HelpLinkUri[PageRoot.Length..]);
        Assert.True(File.Exists(path), path);

        string page = File.ReadAllText(path);
        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Remedy\n", page, StringComparison.Ordinal);

        string index = File.ReadAllText(Path.Combine(Repository.Analyzers, "README.md"));
        string link = Path.GetRelativePath(Repository.Analyzers, path).Replace('\\', '/');
        Assert.Contains($"| [{id}]({link}) | {rule.Title} |", index, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_row_in_the_release_files(string id)
    {
        DiagnosticDescriptor rule = All[id];
        string owner =
            Analyzers.FirstOrDefault(analyzer => analyzer.SupportedDiagnostics.Any(supported => supported.Id == id))?.GetType().Name
            ?? nameof(Generator.ConvolutionGenerator);
        string row = $"{id} | {rule.Category} | {(rule.IsEnabledByDefault ? rule.DefaultSeverity : "Disabled")} | {owner}";

        Assert.Single(Repository.ReleaseRows, candidate => candidate == row);
    }

    [Fact]
    public void No_page_and_no_row_is_left_over()
    {
        Assert.Equal(All.Keys, Repository.Pages.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
        Assert.Equal(
            All.Keys,
            Repository.ReleaseRows.Select(row => row[..row.IndexOf(' ', StringComparison.Ordinal)]).Order(StringComparer.Ordinal)
        );
    }
}
