using System.Collections.Immutable;
using System.Composition;
using ConvGen.CodeFixes.Calls;
using ConvGen.CodeFixes.Kernels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes;

/// <summary>
/// CONV105: removes the reversal of a kernel that the callee reverses anyway: <c>.Reverse()</c> in a chain, or a statement such as
/// <c>Array.Reverse(kernel);</c>. Not offered where something else uses the reversed kernel as well.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveReversalCodeFix))]
[Shared]
public sealed class RemoveReversalCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["CONV105"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            // Of several reversals, which one is too many cannot be known.
            if (
                root is not null
                && model is not null
                && diagnostic.AdditionalLocations.Count == 3
                && diagnostic.AdditionalLocations[2].SourceTree == root.SyntaxTree
                && root.FindNode(diagnostic.AdditionalLocations[2].SourceSpan, getInnermostNodeForTie: true)
                    .FirstAncestorOrSelf<InvocationExpressionSyntax>()
                    is { } reversal
                && await ChangeAsync(context.Document, model, reversal, diagnostic.Location, context.CancellationToken)
                    .ConfigureAwait(false)
                    is { } change
                && await CompileCheck
                    .CompilesAsync(context.Document, diagnostic.Location.SourceSpan.Start, [change], context.CancellationToken)
                    .ConfigureAwait(false)
            )
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Remove the reversal {Titles.Promise(diagnostic)}",
                        cancellation => ApplyAsync(context.Document, change, cancellation),
                        equivalenceKey: nameof(RemoveReversalCodeFix)
                    ),
                    diagnostic
                );
            }
        }
    }

    private static async Task<TextChange?> ChangeAsync(
        Document document,
        SemanticModel model,
        InvocationExpressionSyntax reversal,
        Location call,
        CancellationToken cancellation
    )
    {
        if (ReversedBy(reversal, model, cancellation) is not { } reversed)
        {
            return null;
        }

        if (reversal.Parent is not ExpressionStatementSyntax statement)
        {
            return await KernelUses.ReachOnlyAsync(document, reversal, call, [], cancellation).ConfigureAwait(false)
                ? new TextChange(reversal.Span, Unwrapped(reversed, reversal))
                : null;
        }

        return
            statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax
            && await IsUsedOnlyByAsync(document, model, reversed, statement, call, cancellation).ConfigureAwait(false)
            ? new TextChange(await LinesOfAsync(document, statement, cancellation).ConfigureAwait(false), "")
            : null;
    }

    /// <summary>What a call reverses: its receiver, or its only argument; null for another method, or one that reverses a part.</summary>
    private static ExpressionSyntax? ReversedBy(InvocationExpressionSyntax reversal, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(reversal, cancellation).Symbol is not IMethodSymbol { Name: "Reverse" } method)
        {
            return null;
        }

        bool hasReceiver = method.ReducedFrom is not null || !method.IsStatic;
        return (hasReceiver, reversal.ArgumentList.Arguments.Count, reversal.Expression) switch
        {
            (true, 0, MemberAccessExpressionSyntax access) => access.Expression,
            (false, 1, _) => reversal.ArgumentList.Arguments[0].Expression,
            _ => null,
        };
    }

    private static string Unwrapped(ExpressionSyntax reversed, InvocationExpressionSyntax reversal) =>
        reversal.Parent is MemberAccessExpressionSyntax
        && reversed
            is not (
                IdentifierNameSyntax
                or MemberAccessExpressionSyntax
                or InvocationExpressionSyntax
                or ElementAccessExpressionSyntax
                or ParenthesizedExpressionSyntax
            )
            ? $"({reversed})"
            : reversed.ToString();

    /// <summary>A local or a parameter that was reversed in place, and that after it only the diagnosed call reads.</summary>
    private static async Task<bool> IsUsedOnlyByAsync(
        Document document,
        SemanticModel model,
        ExpressionSyntax reversed,
        StatementSyntax statement,
        Location call,
        CancellationToken cancellation
    )
    {
        // A span of the whole array reverses the array.
        while (
            reversed
                is InvocationExpressionSyntax
                {
                    ArgumentList.Arguments.Count: 0,
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsSpan" } view
                }
        )
        {
            reversed = view.Expression;
        }

        ISymbol? symbol = model.GetSymbolInfo(reversed, cancellation).Symbol;
        if (symbol is not (ILocalSymbol or IParameterSymbol))
        {
            return false;
        }

        ImmutableArray<(Document Document, SyntaxNode Node)> uses = await KernelUses
            .UsesAsync(symbol, document.Project.Solution, [statement.Span], cancellation)
            .ConfigureAwait(false);
        (Document Document, SyntaxNode Node)[] later = [.. uses.Where(use => use.Node.SpanStart > statement.Span.End)];
        bool isRepeated = statement
            .Ancestors()
            .Any(node => node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax);
        return later.Length == 1
            && !isRepeated
            && await KernelUses.ReachOnlyAsync(later[0].Document, later[0].Node, call, [], cancellation).ConfigureAwait(false);
    }

    /// <summary>The statement with its indentation, the comments that stand directly above it, and its line's end.</summary>
    private static async Task<TextSpan> LinesOfAsync(Document document, StatementSyntax statement, CancellationToken cancellation)
    {
        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        TextLine first = text.Lines.GetLineFromPosition(statement.SpanStart);
        TextLine last = text.Lines.GetLineFromPosition(statement.Span.End);
        bool isAlone =
            text.ToString(TextSpan.FromBounds(first.Start, statement.SpanStart)).Trim().Length == 0
            && IsBlankOrComment(text.ToString(TextSpan.FromBounds(statement.Span.End, last.End)));
        if (!isAlone)
        {
            return statement.Span;
        }

        int start = first.Start;
        for (
            int line = first.LineNumber - 1;
            line >= 0 && text.Lines[line].ToString().TrimStart().StartsWith("//", StringComparison.Ordinal);
            line--
        )
        {
            start = text.Lines[line].Start;
        }

        return TextSpan.FromBounds(start, last.EndIncludingLineBreak);
    }

    private static bool IsBlankOrComment(string rest) =>
        rest.Trim().Length == 0 || rest.TrimStart().StartsWith("//", StringComparison.Ordinal);

    private static async Task<Document> ApplyAsync(Document document, TextChange change, CancellationToken cancellation)
    {
        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(change));
    }
}
