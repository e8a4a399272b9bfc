using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.CodeFixes.Loops;

/// <summary>What identifiers mean inside one member, and which of them ever change.</summary>
internal sealed class Scope(SyntaxNode member, SemanticModel model, CancellationToken cancellation)
{
    private readonly Dictionary<ISymbol, bool> changing = new(SymbolEqualityComparer.Default);

    /// <summary>The member's declaration.</summary>
    public SyntaxNode Member { get; } = member;

    /// <summary>What an expression refers to.</summary>
    public ISymbol? SymbolOf(ExpressionSyntax expression) => model.GetSymbolInfo(expression, cancellation).Symbol;

    /// <summary>The type of an expression.</summary>
    public ITypeSymbol? TypeOf(ExpressionSyntax expression) => model.GetTypeInfo(expression, cancellation).Type;

    /// <summary>The value of a constant expression.</summary>
    public int? ConstantOf(ExpressionSyntax expression) =>
        model.GetConstantValue(expression, cancellation).Value is int value ? value : null;

    /// <summary>A key that two expressions share only if they mean the same symbol.</summary>
    public static string KeyOf(ISymbol symbol) =>
        symbol.Name + "@" + (symbol.Locations.FirstOrDefault(location => location.IsInSource)?.SourceSpan.Start ?? -1);

    /// <summary>The value that a local is given where it is declared, if it is never given another.</summary>
    public ExpressionSyntax? OnlyValueOf(ISymbol symbol) =>
        symbol is ILocalSymbol local
        && !Changes(local)
        && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation)
            is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? value
            : null;

    /// <summary>Whether a local or a parameter is written to after it was declared.</summary>
    public bool Changes(ISymbol symbol)
    {
        if (!changing.TryGetValue(symbol, out bool changes))
        {
            changes = Member
                .DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Any(name =>
                    name.Identifier.ValueText == symbol.Name
                    && IsWritten(name)
                    && SymbolEqualityComparer.Default.Equals(SymbolOf(name), symbol)
                );
            changing.Add(symbol, changes);
        }

        return changes;
    }

    /// <summary>Whether an expression stands where it is assigned, stepped or handed out by reference.</summary>
    public static bool IsWritten(ExpressionSyntax expression) =>
        expression.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == expression,
            PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression)
                || prefix.IsKind(SyntaxKind.PreDecrementExpression)
                || prefix.IsKind(SyntaxKind.AddressOfExpression),
            PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.PostIncrementExpression)
                || postfix.IsKind(SyntaxKind.PostDecrementExpression),
            ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } tuple } => assignment.Left
                == tuple,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
            RefExpressionSyntax => true,
            ParenthesizedExpressionSyntax parenthesized => IsWritten(parenthesized),
            _ => false,
        };
}
