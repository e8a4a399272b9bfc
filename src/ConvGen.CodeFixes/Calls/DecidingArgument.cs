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
    /// <summary>What the fix is called, and its change; null where the method has no such parameter or the value cannot be written.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="value">The value as the catalogue writes it: an enum's member, <c>true</c>, <c>false</c>, a number or a text.</param>
    public static (string Title, ImmutableArray<TextChange> Changes)? Change(IInvocationOperation invocation, string parameter, string value)
    {
        if (invocation.Arguments.FirstOrDefault(candidate => candidate.Parameter?.Name == parameter) is not { } argument
            || invocation.Syntax is not InvocationExpressionSyntax call
            || Written(argument.Parameter!.Type, value) is not { } written)
        {
            return null;
        }

        if (argument.ArgumentKind == ArgumentKind.DefaultValue)
        {
            string separator = call.ArgumentList.Arguments.Count > 0 ? ", " : "";
            return ($"Pass '{parameter}: {written}'", [new TextChange(new TextSpan(call.ArgumentList.CloseParenToken.SpanStart, 0), $"{separator}{parameter}: {written}")]);
        }

        if (argument.Syntax is not ArgumentSyntax { Expression: { } expression })
        {
            return null;
        }

        // A member of an enum keeps the way in which its type is written; after a using static there is none.
        TextChange change = argument.Parameter.Type.TypeKind == TypeKind.Enum
            ? expression switch
            {
                MemberAccessExpressionSyntax access => new TextChange(access.Name.Span, value),
                IdentifierNameSyntax when argument.SemanticModel?.GetSymbolInfo(expression).Symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => new TextChange(expression.Span, value),
                _ => new TextChange(expression.Span, written),
            }
            : new TextChange(expression.Span, written);
        return ($"Pass '{written}'", [change]);
    }

    private static string? Written(ITypeSymbol type, string value) => type switch
    {
        { TypeKind: TypeKind.Enum } => type.GetMembers(value).Any(member => member is IFieldSymbol) ? $"{type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}.{value}" : null,
        { SpecialType: SpecialType.System_Boolean } => value is "true" or "false" ? value : null,
        { SpecialType: SpecialType.System_String } => SymbolDisplay.FormatLiteral(value, quote: true),
        { SpecialType: SpecialType.System_Int32 } => int.TryParse(value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _) ? value : null,
        _ => null,
    };
}
