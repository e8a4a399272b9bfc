using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Testing;

/// <summary>A diagnostic that a test expects. What is not said is not compared.</summary>
/// <param name="Id">The rule's id.</param>
public sealed record DiagnosticResult(string Id)
{
    /// <summary>The severity, if the test cares.</summary>
    public DiagnosticSeverity? Severity { get; init; }

    /// <summary>The complete message, if the test cares.</summary>
    public string? Message { get; init; }

    /// <summary>The key of the marked stretch <c>{|#0:...|}</c> that it underlines.</summary>
    public int? MarkupKey { get; init; }

    /// <summary>What it underlines in which file; null for a diagnostic without location.</summary>
    internal (string Path, TextSpan Span)? Place { get; init; }

    /// <summary>An error of the compiler.</summary>
    public static DiagnosticResult CompilerError(string id) => new(id) { Severity = DiagnosticSeverity.Error };

    /// <summary>The same diagnostic, underlining the marked stretch <c>{|#key:...|}</c>.</summary>
    public DiagnosticResult WithLocation(int markupKey) => this with { MarkupKey = markupKey };

    /// <summary>The same diagnostic with this message.</summary>
    public DiagnosticResult WithMessage(string message) => this with { Message = message };

    /// <summary>The same diagnostic with this severity.</summary>
    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => this with { Severity = severity };

    /// <summary>Whether a diagnostic is the expected one.</summary>
    internal bool Matches(Diagnostic diagnostic)
    {
        (string, TextSpan)? place = diagnostic.Location.SourceTree is { } tree ? (tree.FilePath, diagnostic.Location.SourceSpan) : null;
        return diagnostic.Id == Id
            && place == Place
            && (Severity is null || Severity == diagnostic.Severity)
            && (Message is null || Message == diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
