using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.CodeFixes.Kernels;

/// <summary>Finds the weights in <c>[Kernel("1 2 3")]</c>, <c>[Kernel(1, 3, 1, 2, 3)]</c> and <c>[Kernel(1, 3, [1, 2, 3])]</c>.</summary>
internal static class KernelAttributeSlots
{
    /// <summary>The places of the weights, or null where they are not written in the attribute.</summary>
    public static KernelSlots? Read(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation)
    {
        // Channels are not reversed, and with them the order of the weights is not that of their places; planes are no rows.
        if (
            attribute.ArgumentList?.Arguments.Any(argument =>
                argument.NameEquals?.Name.Identifier.ValueText is "Planes" or "InputChannels" or "OutputChannels" or "Groups"
            ) == true
        )
        {
            return null;
        }

        AttributeArgumentSyntax[] arguments = [.. attribute.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null) ?? []];
        if (arguments.Length == 1)
        {
            return KernelTextSlots.Read(arguments[0].Expression);
        }

        ExpressionSyntax? rows = Find(arguments, "rows", 0);
        ExpressionSyntax? columns = Find(arguments, "columns", 1);
        AttributeArgumentSyntax[] weights =
        [
            .. arguments.Where((argument, position) => NameOf(argument) is { } name ? name == "weights" : position >= 2),
        ];
        if (
            weights.Length == 0
            || attribute.ContainsDirectives
            || Size(rows, model, cancellation) is not { } height
            || Size(columns, model, cancellation) is not { } width
        )
        {
            return null;
        }

        ExpressionSyntax[] values =
            weights.Length == 1 && KernelListSlots.Elements(weights[0].Expression) is { } listed
                ? [.. listed]
                : [.. weights.Select(weight => weight.Expression)];
        return values.Length == (long)height * width ? KernelListSlots.Of(values, height, width, model, cancellation) : null;
    }

    private static ExpressionSyntax? Find(AttributeArgumentSyntax[] arguments, string name, int position) =>
        (
            arguments.FirstOrDefault(argument => NameOf(argument) == name)
            ?? (position < arguments.Length && NameOf(arguments[position]) is null ? arguments[position] : null)
        )?.Expression;

    private static string? NameOf(AttributeArgumentSyntax argument) => argument.NameColon?.Name.Identifier.ValueText;

    private static int? Size(ExpressionSyntax? expression, SemanticModel model, CancellationToken cancellation) =>
        expression is not null && model.GetConstantValue(expression, cancellation).Value is int size ? size : null;
}
