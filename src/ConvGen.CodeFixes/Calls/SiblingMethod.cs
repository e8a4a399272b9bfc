using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes.Calls;

/// <summary>Calls another method of the same type with the same arguments.</summary>
internal static class SiblingMethod
{
    /// <summary>
    /// What the fix is called, and its changes; null where the type has no such method with the parameters that are given.
    /// </summary>
    public static (string Title, ImmutableArray<TextChange> Changes)? Change(IInvocationOperation invocation, string name)
    {
        if (invocation.Syntax is not InvocationExpressionSyntax call || NameOf(call) is not { } called)
        {
            return null;
        }

        // The catalogue may write the whole id or only the name.
        name = name.Split('(')[0].Split('.').Last();
        IMethodSymbol callee = invocation.TargetMethod.OriginalDefinition;
        IMethodSymbol? sibling = callee
            .ContainingType.GetMembers(name)
            .OfType<IMethodSymbol>()
            .FirstOrDefault(candidate =>
                candidate.IsStatic == callee.IsStatic
                && invocation.Arguments.All(argument =>
                    argument.ArgumentKind == ArgumentKind.DefaultValue
                    || candidate.Parameters.Any(parameter => IsSame(parameter, argument.Parameter))
                )
            );
        if (sibling is null)
        {
            return null;
        }

        List<TextChange> changes = [new TextChange(called.Identifier.Span, name)];
        string defaults = string.Concat(invocation.Arguments.Select(argument => KeptDefault(argument, sibling)));
        if (defaults.Length > 0)
        {
            changes.Add(
                new TextChange(
                    new TextSpan(call.ArgumentList.CloseParenToken.SpanStart, 0),
                    call.ArgumentList.Arguments.Count > 0 ? defaults : defaults.Substring(2)
                )
            );
        }

        string shown = call.Expression
            is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } access
            ? $"{access.Expression}.{name}"
            : name;
        return ($"Call '{shown}' instead", [.. changes]);
    }

    private static bool IsSame(IParameterSymbol candidate, IParameterSymbol? parameter) =>
        parameter is not null
        && SymbolEqualityComparer.Default.Equals(candidate.Type.OriginalDefinition, parameter.OriginalDefinition.Type.OriginalDefinition)
        && candidate.RefKind == parameter.RefKind;

    private static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            SimpleNameSyntax name => name,
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            _ => null,
        };

    /// <summary>
    /// An argument that was left to its default is written out where the sibling has another: <c>np.convolve</c> is full,
    /// <c>np.correlate</c> valid.
    /// </summary>
    private static string KeptDefault(IArgumentOperation argument, IMethodSymbol sibling)
    {
        if (
            argument.ArgumentKind != ArgumentKind.DefaultValue
            || argument.Parameter is not { HasExplicitDefaultValue: true } parameter
            || sibling.Parameters.FirstOrDefault(candidate => candidate.Name == parameter.Name)
                is not { HasExplicitDefaultValue: true } other
            || Equals(parameter.ExplicitDefaultValue, other.ExplicitDefaultValue)
            || parameter.Type.TypeKind == TypeKind.Enum
        )
        {
            return "";
        }

        return $", {parameter.Name}: "
            + $"{SymbolDisplay.FormatPrimitive(parameter.ExplicitDefaultValue!, quoteStrings: true, useHexadecimalNumbers: false)}";
    }
}
