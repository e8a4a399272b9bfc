using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Analyzers.Naming.Execution.Spots;

/// <summary>Whether a type may put the elements of a field into another order than that in which it got them.</summary>
/// <remarks>
/// Asked of the text: a training step, random weights and a file that is read keep their places; anything that reads another array at
/// another place may not.
/// </remarks>
internal static class FieldOrder
{
    /// <summary>Whether it may.</summary>
    public static bool MayBeTurned(ISymbol field, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in field.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (IdentifierNameSyntax name in reference.GetSyntax(cancellation).DescendantNodes().OfType<IdentifierNameSyntax>())
            {
                if (name.Identifier.ValueText == field.Name && IsDoubtful(name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsDoubtful(IdentifierNameSyntax name)
    {
        SyntaxNode node = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        HashSet<string> subscripts = new(StringComparer.Ordinal);
        bool isElement = false;
        while (node.Parent is ElementAccessExpressionSyntax element && element.Expression == node)
        {
            isElement = true;
            subscripts.UnionWith(element.ArgumentList.Arguments.Select(static argument => argument.ToString()));
            node = element;
        }

        switch (node.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == node:
                return isElement
                    ? assignment
                        .Right.DescendantNodesAndSelf()
                        .OfType<ElementAccessExpressionSyntax>()
                        .Any(read => read.ArgumentList.Arguments.Any(argument => !subscripts.Contains(argument.ToString())))
                        || Says(assignment.Right)
                    : Says(assignment.Right) || IsCopied(assignment.Right) || IsReversedIn(name);
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }:
                return Says(call.Expression);
            case ArgumentSyntax { Parent: TupleExpressionSyntax }:
                return isElement;
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } called when called.Expression == node:
                return ReversalWords.Has(called.Name.Identifier.ValueText);
            default:
                return false;
        }
    }

    /// <summary>A local that was filled from something else may lie in any order.</summary>
    private static bool IsCopied(ExpressionSyntax value) =>
        value
            .DescendantNodesAndSelf()
            .OfType<InvocationExpressionSyntax>()
            .Any(call =>
                call.ArgumentList.Arguments.Count > 0
                && call.Expression
                    is IdentifierNameSyntax
                        or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or ThisExpressionSyntax }
                && call.ArgumentList.Arguments.Any(static argument =>
                    argument.Expression is IdentifierNameSyntax name
                    && char.IsLower(name.Identifier.ValueText[0])
                    && name.Identifier.ValueText.Length > 1
                    && !IsNumber(name)
                )
                && !(
                    call.Expression.ToString().EndsWith("ToArray", StringComparison.Ordinal)
                    || call.Expression.ToString().EndsWith("Clone", StringComparison.Ordinal)
                )
            );

    /// <summary>Whether a name is that of a parameter with a plain number, which lies in no order.</summary>
    private static bool IsNumber(IdentifierNameSyntax name) =>
        name.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>()
            ?.ParameterList.Parameters.Any(parameter =>
                parameter.Identifier.ValueText == name.Identifier.ValueText && parameter.Type is PredefinedTypeSyntax
            ) == true;

    private static bool IsReversedIn(SyntaxNode place) =>
        place.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && member is not BaseTypeDeclarationSyntax
        && member.DescendantNodes().OfType<SimpleNameSyntax>().Any(static name => ReversalWords.Has(name.Identifier.ValueText));

    private static bool Says(SyntaxNode value) =>
        value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(static name => ReversalWords.Has(name.Identifier.ValueText));
}
