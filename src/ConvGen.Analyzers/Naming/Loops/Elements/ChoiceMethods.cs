using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Analyzers.Naming.Loops.Elements;

/// <summary>
/// Helpers that hand back one of their arguments, whatever they are called: <c>static int C(int v, int lo, int hi) =&gt; v &lt; lo ? lo : v
/// &gt; hi ? hi : v</c>.
/// Read from syntax, because they stand outside the body that is analysed.
/// </summary>
internal static class ChoiceMethods
{
    /// <summary>Whether a method of this compilation can return nothing but its parameters and constants.</summary>
    public static bool IsOne(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences.Length != 1 || !method.Parameters.All(parameter => parameter.RefKind == RefKind.None))
        {
            return false;
        }

        return method.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            MethodDeclarationSyntax { ExpressionBody.Expression: { } expression } => IsChoice(expression, method),
            MethodDeclarationSyntax { Body: { } block } => IsChoice(block, method),
            LocalFunctionStatementSyntax { ExpressionBody.Expression: { } expression } => IsChoice(expression, method),
            LocalFunctionStatementSyntax { Body: { } block } => IsChoice(block, method),
            _ => false,
        };
    }

    private static bool IsChoice(BlockSyntax block, IMethodSymbol method) => block.Statements.All(statement => IsChoice(statement, method));

    private static bool IsChoice(StatementSyntax statement, IMethodSymbol method) =>
        statement switch
        {
            BlockSyntax block => IsChoice(block, method),
            ReturnStatementSyntax { Expression: { } value } => IsChoice(value, method),
            IfStatementSyntax branch => IsChoice(branch.Statement, method)
                && (branch.Else is null || IsChoice(branch.Else.Statement, method)),
            _ => false,
        };

    private static bool IsChoice(ExpressionSyntax expression, IMethodSymbol method) =>
        expression switch
        {
            ParenthesizedExpressionSyntax parenthesized => IsChoice(parenthesized.Expression, method),
            ConditionalExpressionSyntax choice => IsChoice(choice.WhenTrue, method) && IsChoice(choice.WhenFalse, method),
            LiteralExpressionSyntax => expression.IsKind(SyntaxKind.NumericLiteralExpression),
            IdentifierNameSyntax name => method.Parameters.Any(parameter => parameter.Name == name.Identifier.ValueText),
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax
                {
                    Expression: IdentifierNameSyntax { Identifier.ValueText: "Math" },
                    Name.Identifier.ValueText: "Min" or "Max" or "Clamp"
                }
            } call => call.ArgumentList.Arguments.All(argument => IsChoice(argument.Expression, method)),
            _ => false,
        };
}
