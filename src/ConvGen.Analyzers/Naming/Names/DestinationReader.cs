using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Names;

/// <summary>
/// Finds the names of what is written to: the target of an assignment, and the destinations among the arguments of a call.
/// </summary>
internal static class DestinationReader
{
    /// <summary>How parameters that take a result are called, by their first word.</summary>
    private static readonly HashSet<string> Destinations = new(StringComparer.Ordinal)
    {
        "dst",
        "dest",
        "destination",
        "output",
        "out",
        "result",
        "results",
        "target",
    };

    /// <summary>Members that are only a way to the samples of what they belong to.</summary>
    private static readonly HashSet<string> Samples = new(StringComparer.Ordinal)
    {
        "data",
        "pixels",
        "pixel",
        "values",
        "value",
        "span",
        "array",
        "buffer",
        "samples",
        "items",
        "item",
        "memory",
        "scan0",
        "x",
        "y",
        "z",
        "w",
        "r",
        "g",
        "b",
        "a",
        "red",
        "green",
        "blue",
        "alpha",
        "real",
        "imaginary",
        "re",
        "im",
    };

    /// <summary>The claim of what a call writes its result to.</summary>
    public static NameClaim? Read(IOperation operation, NamingOptions options) =>
        operation switch
        {
            IInvocationOperation call => OfArguments(call.Arguments, options),
            IObjectCreationOperation creation => OfArguments(creation.Arguments, options),
            _ => null,
        };

    /// <summary>The claim of something that can be written to: its own name, or that of what its samples belong to.</summary>
    public static NameClaim? OfTarget(IOperation? target, NamingOptions options)
    {
        for (IOperation? current = target; current is not null; current = Container(current))
        {
            if (SymbolOf(current) is not { } symbol)
            {
                continue;
            }

            if (ClaimReader.Of(symbol, current.Syntax, options) is { } claim)
            {
                return claim;
            }

            // Of a member with a meaning of its own, such as the weights of a layer, the owner's name says nothing.
            if (
                current is IMemberReferenceOperation
                && symbol is not IPropertySymbol { IsIndexer: true }
                && !Samples.Contains(symbol.Name.ToLowerInvariant())
            )
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The variable that is written to, or whose elements are.</summary>
    public static ISymbol? VariableOf(IOperation? target)
    {
        IOperation? current = target;
        while (
            current
                is IArrayElementReferenceOperation
                    or IConversionOperation
                    or IParenthesizedOperation
                    or IPropertyReferenceOperation { Property.IsIndexer: true }
        )
        {
            current = Container(current);
        }

        return current is ILocalReferenceOperation or IParameterReferenceOperation ? SymbolOf(current) : null;
    }

    private static NameClaim? OfArguments(ImmutableArray<IArgumentOperation> arguments, NamingOptions options)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is { } parameter && IsDestination(parameter) && OfTarget(argument.Value, options) is { } claim)
            {
                return claim;
            }
        }

        return null;
    }

    private static bool IsDestination(IParameterSymbol parameter)
    {
        ImmutableArray<IdentifierWord> words = IdentifierWords.Split(parameter.Name);
        return parameter.RefKind is RefKind.Ref or RefKind.Out || (words.Length > 0 && Destinations.Contains(words[0].Text));
    }

    private static ISymbol? SymbolOf(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IMemberReferenceOperation member => member.Member,
            _ => null,
        };

    /// <summary>What a target is a part of.</summary>
    private static IOperation? Container(IOperation operation) =>
        operation switch
        {
            IArrayElementReferenceOperation element => element.ArrayReference,
            IMemberReferenceOperation member => member.Instance,
            IConversionOperation conversion => conversion.Operand,
            IParenthesizedOperation parenthesized => parenthesized.Operand,
            IDeclarationExpressionOperation declaration => declaration.Expression,
            IInvocationOperation { Instance: { } instance } => instance,
            IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments.Length: > 0 } call => call.Arguments[0].Value,
            IAddressOfOperation address => address.Reference,
            { Kind: OperationKind.None } => operation.ChildOperations.FirstOrDefault(),
            _ => null,
        };
}
