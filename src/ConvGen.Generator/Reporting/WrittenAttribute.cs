using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Reporting;

/// <summary>An attribute as it stands in the source.</summary>
/// <param name="Data">What the compiler made of it.</param>
/// <param name="Syntax">Where it stands.</param>
internal sealed record WrittenAttribute(AttributeData Data, AttributeSyntax Syntax)
{
    /// <summary>The name that the text of a kernel and its list of weights share in the constructors of <c>[Kernel]</c>.</summary>
    public const string Weights = "weights";

    /// <summary>The attribute at position <paramref name="index"/> among those of the named classes on a method.</summary>
    public static WrittenAttribute? Find(IMethodSymbol method, int index, CancellationToken cancellation, params string[] names)
    {
        AttributeData? data = method
            .GetAttributes()
            .Where(attribute => names.Contains(attribute.AttributeClass?.ToDisplayString()))
            .ElementAtOrDefault(index);
        return data?.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
            ? new WrittenAttribute(data, syntax)
            : null;
    }

    /// <summary>The argument for a property or a constructor parameter; the first one of a parameter array.</summary>
    public AttributeArgumentSyntax? Argument(string name)
    {
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = Syntax.ArgumentList?.Arguments ?? default;
        if (arguments.FirstOrDefault(argument => NameOf(argument) == name) is { } named)
        {
            return named;
        }

        int position = PositionOf(name);
        return position >= 0 && position < arguments.Count && NameOf(arguments[position]) is null ? arguments[position] : null;
    }

    /// <summary>
    /// The weights of <c>[Kernel(rows, columns, ...)]</c> one by one, whether they are a list of arguments, a collection expression or an
    /// array.
    /// </summary>
    public IReadOnlyList<SyntaxNode> WeightList()
    {
        if (Argument(Weights) is not { } first)
        {
            return [];
        }

        switch (first.Expression)
        {
            case CollectionExpressionSyntax collection:
                return collection.Elements;
            case ArrayCreationExpressionSyntax { Initializer: { } initializer }:
                return initializer.Expressions;
            case ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer }:
                return initializer.Expressions;
            default:
                SeparatedSyntaxList<AttributeArgumentSyntax> arguments = Syntax.ArgumentList!.Arguments;
                return arguments.Skip(arguments.IndexOf(first)).TakeWhile(argument => argument.NameEquals is null).ToArray();
        }
    }

    private static string? NameOf(AttributeArgumentSyntax argument) =>
        argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText;

    private int PositionOf(string parameter)
    {
        // Without a constructor the call does not compile; a kernel's text is then still its first argument.
        return Data.AttributeConstructor is { } constructor
                ? constructor.Parameters.IndexOf(constructor.Parameters.FirstOrDefault(candidate => candidate.Name == parameter)!)
            : parameter == Weights ? 0
            : -1;
    }
}
