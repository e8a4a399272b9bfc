using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Loops.Elements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Callers;

/// <summary>Reads the extents of arrays that are made with constant ones.</summary>
internal static class ConstantShape
{
    /// <summary>The extents, outermost first, or null where they are no constants or the array may be another one.</summary>
    /// <param name="value">The array, or a span over it.</param>
    /// <param name="compilation">Where fields and locals are declared.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static ImmutableArray<int>? Read(IOperation? value, Compilation compilation, CancellationToken cancellation) =>
        Unwrapped.Of(value) switch
        {
            IArrayCreationOperation { DimensionSizes: var sizes } => Constants(sizes),
            IArrayInitializerOperation initializer => OfInitializer(initializer),
            { Syntax: CollectionExpressionSyntax collection }
                when collection.Elements.All(static element => element is ExpressionElementSyntax) => ImmutableArray.Create(
                collection.Elements.Count
            ),
            ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => OfDeclared(local, compilation, cancellation),
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } => OfDeclared(field, compilation, cancellation),
            IInvocationOperation { TargetMethod.Name: "AsSpan", Arguments.Length: 1 } call => Read(
                call.Arguments[0].Value,
                compilation,
                cancellation
            ),
            _ => null,
        };

    private static ImmutableArray<int>? Constants(ImmutableArray<IOperation> sizes)
    {
        ImmutableArray<int> extents = sizes.Select(static size => size.ConstantValue.Value).OfType<int>().ToImmutableArray();
        return extents.Length == sizes.Length ? extents : null;
    }

    /// <summary>An initialiser of a field stands alone: <c>double[,] taps = { ... }</c>.</summary>
    private static ImmutableArray<int>? OfInitializer(IArrayInitializerOperation initializer)
    {
        List<int> extents = [];
        for (
            IArrayInitializerOperation? level = initializer;
            level is not null;
            level = level.ElementValues.FirstOrDefault() as IArrayInitializerOperation
        )
        {
            extents.Add(level.ElementValues.Length);
        }

        return extents.ToImmutableArray();
    }

    /// <summary>What a local or a field is made with, where nothing else is ever put into it.</summary>
    public static ImmutableArray<int>? OfDeclared(ISymbol symbol, Compilation compilation, CancellationToken cancellation)
    {
        bool isLocal = symbol is ILocalSymbol;
        if (
            symbol.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
            || declarator.Ancestors().FirstOrDefault(node => isLocal ? node is MemberDeclarationSyntax : node is TypeDeclarationSyntax)
                is not { } home
            || home.DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Any(name => name.Identifier.ValueText == symbol.Name && IsReplaced(name))
        )
        {
            return null;
        }

        IOperation? made = compilation.GetSemanticModel(declarator.SyntaxTree).GetOperation(value, cancellation);
        return made is null ? null : Read(made, compilation, cancellation);
    }

    /// <summary>Whether a mention of a variable may give it another value.</summary>
    public static bool IsReplaced(IdentifierNameSyntax name)
    {
        SyntaxNode whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == whole,
            PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax { OperatorToken.ValueText: "++" or "--" or "&" } => true,
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0 || argument.Parent is TupleExpressionSyntax,
            RefExpressionSyntax => true,
            _ => false,
        };
    }
}
