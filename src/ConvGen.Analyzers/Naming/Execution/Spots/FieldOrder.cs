using ConvGen.Analyzers.Naming.Names;
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
    /// <param name="field">The field.</param>
    /// <param name="own">What is run itself: where it only moves the elements on, as a delay line does, that is seen then.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static bool MayBeTurned(ISymbol field, SyntaxNode own, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in field.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (IdentifierNameSyntax name in IdentifierIndex.Of(reference.GetSyntax(cancellation), field.Name))
            {
                if (IsDoubtful(name) && !(own.Contains(name) && IsMovedOn(name)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary><c>line[i] = line[i - 1]</c>, and <c>line[0] = x[n]</c> where the caller gives what is put in.</summary>
    private static bool IsMovedOn(IdentifierNameSyntax name)
    {
        SyntaxNode whole = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access ? access : name;
        if (whole.Parent is not ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } to || assignment.Left != to)
        {
            return false;
        }

        return assignment
            .Right.DescendantNodesAndSelf()
            .OfType<ElementAccessExpressionSyntax>()
            .All(from =>
                from.Expression is IdentifierNameSyntax source && IsGiven(source)
                || (from.Expression.ToString() == to.Expression.ToString() && IsNext(to.ArgumentList, from.ArgumentList))
            );
    }

    private static bool IsGiven(IdentifierNameSyntax name) =>
        name.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>()
            ?.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == name.Identifier.ValueText) == true;

    private static bool IsNext(BracketedArgumentListSyntax to, BracketedArgumentListSyntax from) =>
        to.Arguments.Count == 1
        && from.Arguments.Count == 1
        && (
            IsNext(to.Arguments[0].Expression, from.Arguments[0].Expression)
            || IsNext(from.Arguments[0].Expression, to.Arguments[0].Expression)
        );

    private static bool IsNext(ExpressionSyntax one, ExpressionSyntax other) =>
        other is BinaryExpressionSyntax { Right: LiteralExpressionSyntax } sum && sum.Left.ToString() == one.ToString();

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
                return IsTurnedBy(called);
            default:
                return false;
        }
    }

    /// <summary><c>taps.Reverse()</c>, and <c>taps.AsSpan().Reverse()</c>.</summary>
    private static bool IsTurnedBy(MemberAccessExpressionSyntax called)
    {
        for (
            MemberAccessExpressionSyntax? next = called;
            next is { Parent: InvocationExpressionSyntax call };
            next = call.Parent as MemberAccessExpressionSyntax
        )
        {
            if (ReversalWords.Has(next.Name.Identifier.ValueText))
            {
                return true;
            }
        }

        return false;
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
                    && ParameterType(name) is var type
                    && (name.Identifier.ValueText.Length > 1 || type is ArrayTypeSyntax)
                    // A plain number lies in no order.
                    && type is not PredefinedTypeSyntax
                )
                && !(
                    call.Expression.ToString().EndsWith("ToArray", StringComparison.Ordinal)
                    || call.Expression.ToString().EndsWith("Clone", StringComparison.Ordinal)
                )
            );

    /// <summary>The type of the parameter that has a name; null where none has it.</summary>
    private static TypeSyntax? ParameterType(IdentifierNameSyntax name) =>
        name.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>()
            ?.ParameterList.Parameters.FirstOrDefault(parameter => parameter.Identifier.ValueText == name.Identifier.ValueText)
            ?.Type;

    private static bool IsReversedIn(SyntaxNode place) =>
        place.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && member is not BaseTypeDeclarationSyntax
        && member.DescendantNodes().OfType<SimpleNameSyntax>().Any(static name => ReversalWords.Has(name.Identifier.ValueText));

    private static bool Says(SyntaxNode value) =>
        value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(static name => ReversalWords.Has(name.Identifier.ValueText));
}
