using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Analyzers.Naming.Weights.Tracing;

/// <summary>
/// Whether a method in source leaves the array that it is given as it is. Read from syntax, which is all there is of other files.
/// </summary>
internal static class ParameterEffects
{
    /// <summary>Whether every mention of the parameter only reads; false where the method is not in source.</summary>
    public static bool OnlyReads(IMethodSymbol method, IParameterSymbol parameter, CancellationToken cancellation)
    {
        IMethodSymbol definition = method.PartialImplementationPart ?? method.OriginalDefinition;
        if (definition.DeclaringSyntaxReferences.IsEmpty || parameter.Ordinal >= definition.Parameters.Length)
        {
            return false;
        }

        string name = definition.Parameters[parameter.Ordinal].Name;
        foreach (SyntaxReference reference in definition.DeclaringSyntaxReferences)
        {
            SyntaxNode declaration = reference.GetSyntax(cancellation);
            if (declaration is BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null })
            {
                return false;
            }

            foreach (IdentifierNameSyntax mention in declaration.DescendantNodes().OfType<IdentifierNameSyntax>())
            {
                if (mention.Identifier.ValueText == name && !IsRead(mention, definition.ReturnsVoid))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsRead(IdentifierNameSyntax mention, bool isVoid)
    {
        SyntaxNode node = mention;
        while (node.Parent is ElementAccessExpressionSyntax access && access.Expression == node)
        {
            node = access;
        }

        return node.Parent switch
        {
            AssignmentExpressionSyntax assignment when node != mention => assignment.Left != node,
            PostfixUnaryExpressionSyntax
            or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } =>
                node == mention,
            ArgumentSyntax argument when node != mention => argument.RefKindKeyword.RawKind == 0,
            RefExpressionSyntax => false,
            MemberAccessExpressionSyntax member when member.Expression == mention => member.Name.Identifier.ValueText
                is "Length"
                    or "Count"
                    or "GetLength"
                    or "Rank"
                    or "GetUpperBound"
                    or "GetLowerBound"
                    or "LongLength"
                    or "Rows"
                    or "Columns"
                    or "Width"
                    or "Height"
                    or "Sum"
                    or "Max"
                    or "Min"
                    or "Average"
                    or "ToArray"
                    or "Clone",
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call, RefKindKeyword.RawKind: 0 } when !isVoid =>
                !KernelArgumentReader.IsWriter(call.Expression.ToString()),
            ForEachStatementSyntax or NameColonSyntax or BinaryExpressionSyntax or IsPatternExpressionSyntax => true,
            _ => node != mention || IsInNameOf(mention),
        };
    }

    private static bool IsInNameOf(SyntaxNode mention) =>
        mention.Parent?.Parent?.Parent is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }
        || mention.Parent?.Parent?.Parent
            is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ThrowIfNull" } };
}
