using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Testing;

/// <summary>Hands the contents of <c>.editorconfig</c> files to the compiler and to analyzers.</summary>
public sealed class AnalyzerConfig
{
    /// <summary>What the package's targets tell in an editor, where analyzers report everything.</summary>
    public static readonly (string Path, string Text)[] InEditor =
    [
        ("/.globalconfig", "is_global = true\nbuild_property.ConvGenAnalyzers = editor\n"),
    ];

    private readonly AnalyzerConfigSet files;

    public AnalyzerConfig(IEnumerable<(string Path, string Text)> files) =>
        this.files = AnalyzerConfigSet.Create(
            files.Select(file => Microsoft.CodeAnalysis.AnalyzerConfig.Parse(file.Text, file.Path)).ToList()
        );

    /// <summary>The severities, for the compilation.</summary>
    public SyntaxTreeOptionsProvider Severities => new SeverityProvider(files);

    /// <summary>The options, for analyzers.</summary>
    public AnalyzerConfigOptionsProvider Options => new OptionsProvider(files);

    private sealed class SeverityProvider(AnalyzerConfigSet files) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree,
            string diagnosticId,
            CancellationToken cancellationToken,
            out ReportDiagnostic severity
        ) => files.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(
            string diagnosticId,
            CancellationToken cancellationToken,
            out ReportDiagnostic severity
        ) => files.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    private sealed class OptionsProvider(AnalyzerConfigSet files) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new OptionValues(files.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) =>
            new OptionValues(files.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new OptionValues(files.GetOptionsForSourcePath(textFile.Path).AnalyzerOptions);
    }

    private sealed class OptionValues(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
