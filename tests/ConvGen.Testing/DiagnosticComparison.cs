using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Testing;

/// <summary>Compares expected with actual diagnostics and says how they differ, with the source beneath.</summary>
internal static class DiagnosticComparison
{
    /// <summary>Lines shown above and below a fault in a generated file.</summary>
    private const int Context = 4;

    /// <summary>What differs, or null when nothing does.</summary>
    public static string? Compare(IReadOnlyList<DiagnosticResult> expected, IReadOnlyList<Diagnostic> actual, IReadOnlyList<(string Path, string Text)> sources)
    {
        List<DiagnosticResult> missing = [.. expected];
        List<Diagnostic> unexpected = [];
        foreach (Diagnostic diagnostic in actual)
        {
            int match = missing.FindIndex(candidate => candidate.Matches(diagnostic));
            if (match >= 0)
            {
                missing.RemoveAt(match);
            }
            else
            {
                unexpected.Add(diagnostic);
            }
        }

        return missing.Count + unexpected.Count == 0 ? null : Describe(missing, unexpected, sources);
    }

    private static string Describe(List<DiagnosticResult> missing, List<Diagnostic> unexpected, IReadOnlyList<(string Path, string Text)> sources)
    {
        StringBuilder text = new("Diagnostics differ from what was expected.\n");
        foreach (DiagnosticResult result in missing)
        {
            string place = result.Place is var (path, span) ? Place(path, span, sources.First(source => source.Path == path).Text) : "(no location)";
            text.Append(CultureInfo.InvariantCulture, $"- missing:    {place} {result.Id}: {result.Message ?? "(any message)"}\n");
        }

        foreach (Diagnostic diagnostic in unexpected)
        {
            string place = diagnostic.Location.SourceTree is { } tree ? Place(tree.FilePath, diagnostic.Location.SourceSpan, tree.ToString()) : "(no location)";
            text.Append(CultureInfo.InvariantCulture, $"+ unexpected: {place} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}\n");
        }

        // A generated file is long, and only the lines around its faults say anything.
        foreach ((string path, string source) in sources)
        {
            int[] faults = [.. unexpected.Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == path).Select(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line)];
            bool isWhole = path.StartsWith("/Test", StringComparison.Ordinal);
            if (isWhole || faults.Length > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{path}\n{Numbered(source, line => isWhole || faults.Any(fault => Math.Abs(fault - line) <= Context))}");
            }
        }

        return text.ToString();
    }

    private static string Place(string path, TextSpan span, string source)
    {
        SourceText text = SourceText.From(source);
        LinePositionSpan lines = text.Lines.GetLinePositionSpan(span);
        return FormattableString.Invariant($"{path}({lines.Start.Line + 1},{lines.Start.Character + 1}) '{text.ToString(span)}'");
    }

    private static string Numbered(string source, Func<int, bool> isShown) => string.Concat(SourceText.From(source).Lines
        .Where(line => isShown(line.LineNumber))
        .Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.LineNumber + 1,4} {line}\n")));
}
