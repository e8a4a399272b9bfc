using System.Collections.Immutable;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Parsing.Options;
using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Parsing.Weights;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>
/// What a method computes that is declared with <c>[Convolution]</c> or <c>[Correlation]</c>, here or in a referenced assembly.
/// </summary>
internal static class DeclaredOperations
{
    private const string KernelParameter = "kernel";

    /// <summary>What the attributes of a method say; null where it has none, or where they contradict each other.</summary>
    public static CatalogueEntry? Find(IMethodSymbol method)
    {
        IMethodSymbol definition = method.PartialDefinitionPart ?? method;
        string? operation = null;
        KernelDeclaration? kernel = null;
        foreach (AttributeData attribute in definition.GetAttributes())
        {
            switch (AttributeReader.NameOf(attribute))
            {
                case AttributeNames.Convolution or AttributeNames.Correlation when operation is not null:
                case { } repeated when kernel is not null && AttributeNames.Kernels.Contains(repeated):
                    return null;
                case (AttributeNames.Convolution or AttributeNames.Correlation) and var said:
                    operation = said;
                    break;
                case { } name when AttributeNames.Kernels.Contains(name):
                    kernel = AttributeReader.KernelOf(attribute, name);
                    break;
            }
        }

        return operation is null || kernel is null ? null : Entry(operation == AttributeNames.Convolution, kernel);
    }

    private static CatalogueEntry Entry(bool isConvolution, KernelDeclaration kernel)
    {
        KernelMatrix? matrix = Matrix(kernel, isConvolution);
        return new CatalogueEntry(
            isConvolution ? ComputedOperation.Convolution : ComputedOperation.Correlation,
            CatalogueUse.Routine,
            kernel.Kind == KernelDeclarationKind.Shape ? KernelParameter : null,
            null,
            null,
            null,
            isConvolution ? "the attribute [Convolution]" : "the attribute [Correlation]",
            matrix?.Weights?.Select(static weight => weight.ToDouble()).ToImmutableArray(),
            matrix is null ? null
                : matrix.Rows == 1 ? ImmutableArray.Create(matrix.Columns)
                : ImmutableArray.Create(matrix.Rows, matrix.Columns)
        );
    }

    private static KernelMatrix? Matrix(KernelDeclaration kernel, bool isConvolution)
    {
        // The file of a referenced assembly is out of reach, and one of this project is not read here.
        if (kernel.Kind == KernelDeclarationKind.File || kernel.HasNoFactors)
        {
            return null;
        }

        if (kernel.Kind == KernelDeclarationKind.Design)
        {
            return DesignParser.Matrix(kernel, isConvolution);
        }

        KernelText? text = kernel.Kind == KernelDeclarationKind.Text ? KernelText.Read(kernel.Text ?? "") : null;

        // With two axes every number of rows is accepted; whether the signature has as many is asked elsewhere.
        int axes = kernel is { Kind: KernelDeclarationKind.Shape, Rows: null } ? 1 : 2;
        // Weights with channels are no matrix that a reversal could be seen in.
        if (ChannelParser.Counts(kernel) is not { Refusal: null, Value.Depth: 1 })
        {
            return null;
        }

        Outcome<KernelMatrix> outcome = KernelParser.Parse(kernel, text, axes, depth: 1);
        return outcome.Refusal is null ? outcome.Value : null;
    }
}
