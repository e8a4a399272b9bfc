using ConvGen.Analyzers.Naming.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Analyzers.Naming.Weights.Tracing;

/// <summary>
/// What a type does to one of its fields. In the file of the use the compiler is asked; in the type's other files the text must do.
/// </summary>
/// <param name="KeepsOrder">Whether nothing anywhere could have turned the weights round.</param>
/// <param name="IsAssigned">Whether another kernel is assigned, beside the initialiser.</param>
/// <param name="IsWritten">Whether single weights are written.</param>
/// <param name="IsVaried">Whether any of them may differ from the others.</param>
internal sealed record FieldMentions(bool KeepsOrder, bool IsAssigned, bool IsWritten, bool IsVaried = false)
{
    private static FieldMentions Doubtful { get; } = new(false, true, true, true);

    /// <summary>Reads all declarations of the type, and the body of the use.</summary>
    public static FieldMentions Read(ISymbol field, IOperation use, MemberContext member)
    {
        FieldMentions mentions = new(true, false, false);
        foreach (SyntaxReference reference in field.ContainingType?.DeclaringSyntaxReferences ?? default)
        {
            SyntaxNode declaration = reference.GetSyntax(member.Cancellation);
            SemanticModel? model = use.SemanticModel is { } own && own.SyntaxTree == declaration.SyntaxTree ? own : null;
            foreach (IdentifierNameSyntax name in IdentifierIndex.Of(declaration, field.Name))
            {
                mentions = mentions.And(model is null ? OfText(name) : OfOperation(name, field, model, member));
                if (!mentions.KeepsOrder)
                {
                    return Doubtful;
                }
            }
        }

        foreach (IOperation reference in BodyIndex.Of(member).References(field))
        {
            mentions = mentions.And(OfOperation(reference, member));
        }

        return mentions;
    }

    private FieldMentions And(FieldMentions other) =>
        new(KeepsOrder && other.KeepsOrder, IsAssigned || other.IsAssigned, IsWritten || other.IsWritten, IsVaried || other.IsVaried);

    private static FieldMentions OfOperation(IdentifierNameSyntax name, ISymbol field, SemanticModel model, MemberContext member)
    {
        SyntaxNode node = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        IOperation? operation = model.GetOperation(node, member.Cancellation);
        return operation is null || BodyIndex.SymbolOf(operation) is not { } symbol ? OfText(name)
            : SymbolEqualityComparer.Default.Equals(symbol, field) ? OfOperation(operation, member)
            : new FieldMentions(true, false, false);
    }

    private static FieldMentions OfOperation(IOperation reference, MemberContext member)
    {
        FieldMentions mentions = new(true, false, false);
        foreach (KernelEvent happening in KernelEventReader.Read(reference, member))
        {
            mentions = mentions.And(
                happening.Kind switch
                {
                    KernelEventKind.Scale => new FieldMentions(true, false, false),
                    KernelEventKind.Fill => KernelFill.IsComputed(happening)
                        ? new FieldMentions(true, false, true, !KernelFill.IsUniform(happening))
                        : Doubtful,
                    KernelEventKind.Definition when happening.Value?.Syntax is ExpressionSyntax value && IsPlain(value) =>
                        new FieldMentions(true, true, false, value is not ArrayCreationExpressionSyntax { Initializer: null }),
                    _ => Doubtful,
                }
            );
        }

        return mentions;
    }

    private static FieldMentions OfText(IdentifierNameSyntax name)
    {
        SyntaxNode node = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        switch (node.Parent)
        {
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Left == node:
                return IsPlain(assignment.Right) ? new FieldMentions(true, true, false, true) : Doubtful;
            case AssignmentExpressionSyntax assignment when assignment.Left == node:
                return Doubtful;
            case ElementAccessExpressionSyntax element:
                SyntaxNode outermost = element;
                while (outermost.Parent is ElementAccessExpressionSyntax outer && outer.Expression == outermost)
                {
                    outermost = outer;
                }

                return
                    outermost.Parent is AssignmentExpressionSyntax written && written.Left == outermost
                    || outermost.Parent is ArgumentSyntax or TupleExpressionSyntax
                    ? Doubtful
                    : new FieldMentions(true, false, false);
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument:
                return argument.RefKindKeyword.RawKind != 0 || ReversalWords.Has(call.Expression.ToString())
                    ? Doubtful
                    : new FieldMentions(true, false, false);
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } called:
                return ReversalWords.Has(called.Name.Identifier.ValueText) ? Doubtful : new FieldMentions(true, false, false);
            default:
                return new FieldMentions(true, false, false);
        }
    }

    /// <summary>
    /// Whether a value that is assigned comes as it was written or received: a name, a literal, an object, or a method that makes a kernel
    /// from
    /// numbers. What the surrounding member is called, and what it calls, counts too: a constructor may reverse before it stores.
    /// </summary>
    private static bool IsPlain(ExpressionSyntax value)
    {
        SyntaxNode? member = value.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return (
                member is null or TypeDeclarationSyntax
                || member.DescendantNodes().OfType<SimpleNameSyntax>().All(name => !ReversalWords.Has(name.Identifier.ValueText))
            ) && IsPlainValue(value);
    }

    private static bool IsPlainValue(ExpressionSyntax value) =>
        value switch
        {
            IdentifierNameSyntax
            or LiteralExpressionSyntax
            or ArrayCreationExpressionSyntax
            or ImplicitArrayCreationExpressionSyntax
            or CollectionExpressionSyntax
            or BaseObjectCreationExpressionSyntax => true,
            MemberAccessExpressionSyntax access => access.Expression
                is IdentifierNameSyntax
                    or ThisExpressionSyntax
                    or MemberAccessExpressionSyntax
                    or PredefinedTypeSyntax,
            ParenthesizedExpressionSyntax parenthesized => IsPlainValue(parenthesized.Expression),
            CastExpressionSyntax cast => IsPlainValue(cast.Expression),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => IsPlainValue(
                suppressed.Operand
            ),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => IsPlainValue(coalesce.Left)
                && (coalesce.Right is ThrowExpressionSyntax || IsPlainValue(coalesce.Right)),
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax
                {
                    Name.Identifier.ValueText: "ToArray" or "Clone" or "ToList" or "Copy",
                    Expression: { } copied
                }
            } => IsPlainValue(copied),
            InvocationExpressionSyntax call => call.ArgumentList.Arguments.All(argument =>
                argument.Expression is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax
            ),
            _ => false,
        };
}
