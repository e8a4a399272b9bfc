using System.Globalization;
using ConvGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes.Lifting.Writing;

/// <summary>Writes the body that remains: checks, what the result needs, and the call that stands for the loops.</summary>
/// <param name="candidate">The method.</param>
/// <param name="text">The file's text.</param>
/// <param name="newLine">Its line end.</param>
/// <param name="indent">What the method is indented by.</param>
/// <param name="call">The call.</param>
internal sealed class BodyWriter(LiftCandidate candidate, SourceText text, string newLine, string indent, string call)
{
    private const int LongLine = 140;

    /// <summary>Whether the call makes the result and nothing else remains.</summary>
    public bool ReturnsCall => CanReturnCall(candidate);

    /// <summary>
    /// Whether a partial method can make the result itself: it has the result's size for every source, and nothing else is to be done.
    /// </summary>
    public static bool CanReturnCall(LiftCandidate candidate) =>
        candidate.Result is not null
        && candidate.Solution.Mode == OutputMode.Same
        && RoleReader.HasExactResult(candidate)
        && !candidate.Before.Any(static statement => statement.Declared.IsEmpty)
        && RoleReader.Sizes(candidate.Solution).All(static size => size is IParameterSymbol);

    /// <summary>Everything after the parameters.</summary>
    public string Write()
    {
        List<PriorStatement> kept = ReturnsCall ? [] : Kept();
        if (kept.Count == 0)
        {
            TextLine line = text.Lines.GetLineFromPosition(candidate.Syntax.Body!.GetFirstToken().GetPreviousToken().Span.End);
            bool isShort = line.Span.Length + call.Length + 5 <= LongLine;
            return (isShort ? " => " : " =>" + newLine + Inner) + call + ";";
        }

        List<string> lines = [.. kept.Select((statement, index) => Text(statement.Syntax, index == 0))];
        bool needsSource = candidate.Solution is { Mode: OutputMode.Full, Axes.Length: 2 } && candidate.Extents.Length == 2;
        if (needsSource)
        {
            // Of an empty source the loops leave zeros, and a declaration wants an empty result.
            lines.Add(Inner + "if (" + candidate.Solution.Source.Name + ".Length > 0)");
            lines.Add(Inner + "{");
            lines.Add(Inner + Unit + call + ";");
            lines.Add(Inner + "}");
            lines.Add("");
        }
        else
        {
            lines.Add(Inner + call + ";");
        }

        if (candidate.Result is { } result)
        {
            lines.Add(Inner + "return " + result.Name + ";");
        }

        return newLine + indent + "{" + newLine + string.Join(newLine, lines) + newLine + indent + "}";
    }

    private string Inner => indent + Unit;

    /// <summary>What one level is indented by, taken from the body.</summary>
    private string Unit
    {
        get
        {
            TextLine line = text.Lines.GetLineFromPosition(candidate.Loop.SpanStart);
            string own = new([.. line.ToString().TakeWhile(char.IsWhiteSpace)]);
            return own.Length > indent.Length && own.StartsWith(indent, StringComparison.Ordinal) ? own.Substring(indent.Length) : "    ";
        }
    }

    /// <summary>Checks, and the declarations that these, the result and the call need.</summary>
    private List<PriorStatement> Kept()
    {
        HashSet<string> needed = [.. RoleReader.Sizes(candidate.Solution).Select(static size => size.Name)];
        if (candidate.Result is { } result)
        {
            needed.Add(result.Name);
        }

        List<PriorStatement> kept = [];
        foreach (PriorStatement statement in candidate.Before.Reverse())
        {
            if (statement.Declared.IsEmpty || statement.Declared.Any(local => needed.Contains(local.Name)))
            {
                kept.Insert(0, statement);
                needed.UnionWith(Names(statement.Syntax));
            }
        }

        return kept;
    }

    /// <summary>The names in a statement, without a kernel whose extent alone is asked for.</summary>
    private IEnumerable<string> Names(StatementSyntax statement) =>
        statement
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name => !Extents(statement).Any(extent => extent.Node.Span.Contains(name.Span)))
            .Select(static name => name.Identifier.ValueText);

    /// <summary>The statement with its comments; extents of a constant kernel are written as numbers, as the kernel goes.</summary>
    private string Text(StatementSyntax statement, bool isFirst)
    {
        TextSpan span = statement.FullSpan;
        string whole = text.ToString(span);
        foreach ((SyntaxNode node, int extent) in Extents(statement).Reverse())
        {
            whole = whole
                .Remove(node.SpanStart - span.Start, node.Span.Length)
                .Insert(node.SpanStart - span.Start, extent.ToString(CultureInfo.InvariantCulture));
        }

        string trimmed = whole.TrimEnd();
        int start = 0;
        while (
            start < trimmed.Length
            && trimmed.IndexOf('\n', start) is var end and >= 0
            && string.IsNullOrWhiteSpace(trimmed.Substring(start, end - start))
        )
        {
            start = end + 1;
        }

        return (start > 0 && !isFirst ? newLine : "") + trimmed.Substring(start);
    }

    private IEnumerable<(SyntaxNode Node, int Extent)> Extents(StatementSyntax statement)
    {
        Dictionary<string, ConstantKernel> kernels = candidate.LocalKernels.ToDictionary(
            static kernel => kernel.Local.Name,
            static kernel => kernel.Kernel
        );
        foreach (SyntaxNode node in statement.DescendantNodes())
        {
            MemberAccessExpressionSyntax? access =
                (node is InvocationExpressionSyntax call ? call.Expression : node) as MemberAccessExpressionSyntax;
            if (
                access?.Expression is not IdentifierNameSyntax name
                || !kernels.TryGetValue(name.Identifier.ValueText, out ConstantKernel? kernel)
            )
            {
                continue;
            }

            if (access == node && access.Name.Identifier.ValueText == "Length")
            {
                yield return (node, kernel.Weights.Length);
            }
            else if (
                node is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments }
                && access.Name.Identifier.ValueText == "GetLength"
                && arguments[0].Expression is LiteralExpressionSyntax { Token.Value: int dimension }
                && kernel.Extents.ElementAtOrDefault(dimension)?.Constant is { } extent
            )
            {
                yield return (node, (int)extent);
            }
        }
    }
}
