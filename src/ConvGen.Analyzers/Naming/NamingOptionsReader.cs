using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Naming;

/// <summary>Reads the options of a file from <c>.editorconfig</c>, each set of words once.</summary>
internal sealed class NamingOptionsReader(AnalyzerConfigOptionsProvider provider)
{
    /// <summary>What the word "convolution" means.</summary>
    public const string ConventionKey = "convgen_naming_convention";

    /// <summary>More words that name a convolution.</summary>
    public const string ConvolutionWordsKey = "convgen_convolution_words";

    /// <summary>More words that name a correlation.</summary>
    public const string CorrelationWordsKey = "convgen_correlation_words";

    /// <summary>Whether members are listed that say an operation and were not read.</summary>
    public const string ExplainKey = "convgen_explain";

    /// <summary>Whether names of classes and comments are heard.</summary>
    public const string ClassNamesKey = "convgen_class_names";

    private readonly ConcurrentDictionary<string, NamingOptions> known = new(StringComparer.Ordinal);

    /// <summary>The options that hold in a source file.</summary>
    public NamingOptions Of(SyntaxTree tree)
    {
        AnalyzerConfigOptions options = provider.GetOptions(tree);
        string convention = Value(options, ConventionKey);
        string convolution = Value(options, ConvolutionWordsKey);
        string correlation = Value(options, CorrelationWordsKey);
        string explains = Value(options, ExplainKey);
        string classes = Value(options, ClassNamesKey);
        return convention.Length + convolution.Length + correlation.Length + explains.Length + classes.Length == 0
            ? NamingOptions.Default
            : known.GetOrAdd(
                $"{convention}\n{convolution}\n{correlation}\n{explains}\n{classes}",
                static values => Read(values.Split('\n'))
            );
    }

    private static string Value(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out string? value) ? value.Trim() : "";

    /// <summary>An unknown convention reads as the default: options cannot report errors, and silence would be one.</summary>
    private static NamingOptions Read(string[] values) =>
        new(
            string.Equals(values[0], "deep_learning", StringComparison.OrdinalIgnoreCase)
                ? NamingConvention.DeepLearning
                : NamingConvention.SignalProcessing,
            Words(values[1]),
            Words(values[2]),
            string.Equals(values[3], "true", StringComparison.OrdinalIgnoreCase),
            !string.Equals(values[4], "false", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>As identifiers are compared: in lower case and without underscores.</summary>
    private static ImmutableArray<string> Words(string list) =>
        list.Split(',')
            .Select(word => new string(word.Where(char.IsLetterOrDigit).ToArray()).ToLowerInvariant())
            .Where(word => word.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(word => word, StringComparer.Ordinal)
            .ToImmutableArray();
}
