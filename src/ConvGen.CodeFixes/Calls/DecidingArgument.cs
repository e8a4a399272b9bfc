using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes.Calls;

/// <summary>Gives the argument that decides which operation a method computes.</summary>
internal static class DecidingArgument
{
    /// <summary>
    /// What the fix is called, and its change; null where the method has no such parameter or the value cannot be written.
    /// </summary>
    /// <param name="call">The call, or the construction.</param>
    /// <param name="parameter">The name of a parameter, or of a property that a construction sets.</param>
    /// <param name="value">The value as the catalogue writes it: an enum's member, <c>true</c>, <c>false</c>, a number or a text.</param>
    public static (string Title, ImmutableArray<TextChange> Changes)? Change(IOperation call, string parameter, string value)
    {
        (ImmutableArray<IArgumentOperation> arguments, BaseArgumentListSyntax? list) = call switch
        {
            IInvocationOperation { Syntax: InvocationExpressionSyntax syntax } invocation => (invocation.Arguments, syntax.ArgumentList),
            IObjectCreationOperation { Syntax: BaseObjectCreationExpressionSyntax syntax } creation => (
                creation.Arguments,
                (BaseArgumentListSyntax?)syntax.ArgumentList
            ),
            _ => (ImmutableArray<IArgumentOperation>.Empty, null),
        };
        return arguments.FirstOrDefault(candidate => candidate.Parameter?.Name == parameter) is { } argument
            ? OfArgument(argument, list, parameter, value)
            : OfProperty(call, parameter, value);
    }

    private static (string Title, ImmutableArray<TextChange> Changes)? OfArgument(
        IArgumentOperation argument,
        BaseArgumentListSyntax? list,
        string parameter,
        string value
    )
    {
        if (Written(argument.Parameter!.Type, value) is not { } written)
        {
            return null;
        }

        if (argument.ArgumentKind == ArgumentKind.DefaultValue)
        {
            return list is ArgumentListSyntax { CloseParenToken: var end } && end.SpanStart is var position
                ? (
                    $"Pass '{parameter}: {written}'",
                    [new TextChange(new TextSpan(position, 0), $"{(list.Arguments.Count > 0 ? ", " : "")}{parameter}: {written}")]
                )
                : null;
        }

        return argument.Syntax is ArgumentSyntax { Expression: { } expression }
            ? ($"Pass '{written}'", [Replacement(expression, argument.Parameter.Type, value, written, argument.SemanticModel)])
            : null;
    }

    private static (string Title, ImmutableArray<TextChange> Changes)? OfProperty(IOperation call, string property, string value)
    {
        ISimpleAssignmentOperation? assignment = (call as IObjectCreationOperation)
            ?.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(candidate => candidate.Target is IPropertyReferenceOperation target && target.Property.Name == property);
        return
            assignment is { Syntax: AssignmentExpressionSyntax { Right: { } expression }, Target.Type: { } type }
            && Written(type, value) is { } written
            ? ($"Set '{property}' to '{written}'", [Replacement(expression, type, value, written, call.SemanticModel)])
            : null;
    }

    /// <summary>A member of an enum keeps the way in which its type is written; after a using static there is none.</summary>
    private static TextChange Replacement(
        ExpressionSyntax expression,
        ITypeSymbol type,
        string value,
        string written,
        SemanticModel? model
    ) =>
        (type.TypeKind, expression) switch
        {
            (TypeKind.Enum, MemberAccessExpressionSyntax access) => new TextChange(access.Name.Span, value),
            (TypeKind.Enum, IdentifierNameSyntax)
                when model?.GetSymbolInfo(expression).Symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => new TextChange(
                expression.Span,
                value
            ),
            _ => new TextChange(expression.Span, written),
        };

    private static string? Written(ITypeSymbol type, string value) =>
        type switch
        {
            { TypeKind: TypeKind.Enum } => type.GetMembers(value).Any(member => member is IFieldSymbol)
                ? $"{type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}.{value}"
                : null,
            { SpecialType: SpecialType.System_Boolean } => value is "true" or "false" ? value : null,
            { SpecialType: SpecialType.System_String } => SymbolDisplay.FormatLiteral(value, quote: true),
            { SpecialType: SpecialType.System_Int32 } => int.TryParse(
                value,
                System.Globalization.NumberStyles.AllowLeadingSign,
                System.Globalization.CultureInfo.InvariantCulture,
                out _
            )
                ? value
                : null,
            _ => null,
        };
}
