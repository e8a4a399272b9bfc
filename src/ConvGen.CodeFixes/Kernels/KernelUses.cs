using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes.Kernels;

/// <summary>Whether what stands at one place reaches one call and nothing else, so that changing it changes no other result.</summary>
internal static class KernelUses
{
    /// <summary>A kernel is passed on from variable to variable only a few times.</summary>
    private const int MaximumSteps = 5;

    /// <summary>Follows a value through the variables that hold it.</summary>
    /// <param name="document">Where the value stands.</param>
    /// <param name="value">The value.</param>
    /// <param name="call">The one place that may use it.</param>
    /// <param name="ignored">Uses that do not count, such as a reversal that is about to be removed.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static async Task<bool> ReachOnlyAsync(
        Document document,
        SyntaxNode value,
        Location call,
        ImmutableArray<TextSpan> ignored,
        CancellationToken cancellation
    )
    {
        for (int step = 0; step < MaximumSteps; step++)
        {
            if (Contains(call, value))
            {
                return true;
            }

            SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
            if (model is null || HolderOf(value, model, cancellation) is not { } holder || IsSeenElsewhere(holder))
            {
                return false;
            }

            ImmutableArray<(Document Document, SyntaxNode Node)> uses = await UsesAsync(
                    holder,
                    document.Project.Solution,
                    ignored,
                    cancellation
                )
                .ConfigureAwait(false);
            if (uses.Length != 1)
            {
                return false;
            }

            (document, value) = uses[0];
        }

        return false;
    }

    /// <summary>The uses of a variable, without those that only ask for its size and without the one that first assigns it.</summary>
    public static async Task<ImmutableArray<(Document Document, SyntaxNode Node)>> UsesAsync(
        ISymbol holder,
        Solution solution,
        ImmutableArray<TextSpan> ignored,
        CancellationToken cancellation
    )
    {
        ImmutableArray<(Document, SyntaxNode)>.Builder uses = ImmutableArray.CreateBuilder<(Document, SyntaxNode)>();
        foreach (
            ReferencedSymbol referenced in await SymbolFinder.FindReferencesAsync(holder, solution, cancellation).ConfigureAwait(false)
        )
        {
            foreach (ReferenceLocation location in referenced.Locations.Where(location => !location.IsImplicit))
            {
                SyntaxNode? root = await location.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
                if (
                    root?.FindNode(location.Location.SourceSpan, getInnermostNodeForTie: true) is { } node
                    && !ignored.Any(span => span.Contains(node.Span))
                    && !IsHarmless(node)
                )
                {
                    uses.Add((location.Document, node));
                }
            }
        }

        return uses.ToImmutable();
    }

    private static bool Contains(Location call, SyntaxNode value) =>
        value.SyntaxTree == call.SourceTree
        && value
            .AncestorsAndSelf()
            .TakeWhile(node => node is not (StatementSyntax or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax))
            .Any(node =>
                node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax
                && node.Span.Contains(call.SourceSpan)
                && !InReceiver(node, value, call)
            );

    /// <summary>In <c>Other(kernel).Call(source)</c> the value is inside the call's expression and not among its arguments.</summary>
    private static bool InReceiver(SyntaxNode call, SyntaxNode value, Location name) =>
        call is InvocationExpressionSyntax invocation
        && !invocation.Expression.Span.Contains(name.SourceSpan)
        && !invocation.ArgumentList.Span.Contains(value.Span);

    /// <summary>The variable that a value is stored in, whatever is wrapped around it on the way.</summary>
    private static ISymbol? HolderOf(SyntaxNode value, SemanticModel model, CancellationToken cancellation)
    {
        foreach (SyntaxNode node in value.Ancestors())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax declarator:
                    return model.GetDeclaredSymbol(declarator, cancellation);
                case PropertyDeclarationSyntax property:
                    return model.GetDeclaredSymbol(property, cancellation);
                case AssignmentExpressionSyntax assignment
                    when assignment.Right.Span.Contains(value.Span) && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression):
                    return null;
                case AnonymousFunctionExpressionSyntax or StatementSyntax or MemberDeclarationSyntax:
                    if (node is LocalDeclarationStatementSyntax or FieldDeclarationSyntax)
                    {
                        continue;
                    }

                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether callers may see the variable that no search in this solution finds.</summary>
    private static bool IsSeenElsewhere(ISymbol holder)
    {
        for (ISymbol? current = holder; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (
                current is ILocalSymbol
                || current.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHarmless(SyntaxNode use) =>
        use.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Expression == use => access.Name.Identifier.ValueText
                is "Length"
                    or "Count"
                    or "Rank"
                    or "GetLength"
                    or "GetUpperBound"
                    or "GetLowerBound",
            MemberAccessExpressionSyntax access when access.Name == use => IsHarmless(access),
            ArgumentSyntax
            {
                Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }
            } => true,
            _ => false,
        };
}
