using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>
/// Copies a declaration from symbols to strings and constants. Nothing is judged here, and nothing read that the copy does not need.
/// </summary>
internal static class DeclarationReader
{
    /// <summary>
    /// Reads the declaration of a method at the part on which the first of its attributes stands, so that it is read once, however many
    /// parts and attributes lead to it.
    /// </summary>
    /// <param name="method">The method, or its implementing part.</param>
    /// <param name="part">
    /// A part of it. What led here may stand on its result (<c>[return: Correlation]</c>), where the compiler refuses it.
    /// </param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>Null for every other part, and where the method itself carries none of the attributes.</returns>
    public static Declaration? ReadAt(IMethodSymbol method, SyntaxNode part, CancellationToken cancellation)
    {
        IMethodSymbol definition = method.PartialDefinitionPart ?? method;
        AttributeData? first = definition.GetAttributes().FirstOrDefault(static attribute => AttributeReader.IndexOf(attribute) >= 0);
        return first?.ApplicationSyntaxReference is { } written && written.SyntaxTree == part.SyntaxTree && part.Span.Contains(written.Span)
            ? Read(definition, cancellation)
            : null;
    }

    /// <summary>Reads the declaration of a method.</summary>
    /// <returns>Null where the method carries none of the attributes, or does not stand in source.</returns>
    public static Declaration? Read(IMethodSymbol method, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        IMethodSymbol definition = method.PartialDefinitionPart ?? method;
        List<OperationDeclaration> operations = [];
        List<KernelDeclaration> kernels = [];
        MaskDeclaration? mask = null;
        ArgumentFault? fault = null;
        string? inputOf = null;
        foreach (AttributeData attribute in definition.GetAttributes())
        {
            int index = AttributeReader.IndexOf(attribute);
            ArgumentFault? found = index < 0 ? null : ArgumentFaultReader.Read(attribute, definition, cancellation);
            fault = ArgumentFaultReader.Worse(
                fault,
                found is null ? null : found with { Site = found.Site with { FirstKernel = kernels.Count } }
            );
            switch (index < 0 ? null : AttributeNames.All[index])
            {
                case AttributeNames.Convolution:
                    operations.Add(AttributeReader.Operation(attribute, OperationKind.Convolution));
                    break;
                case AttributeNames.Correlation:
                    operations.Add(AttributeReader.Operation(attribute, OperationKind.Correlation));
                    break;
                case AttributeNames.Kernel:
                    kernels.Add(AttributeReader.Kernel(attribute));
                    break;
                case AttributeNames.KernelShape:
                    kernels.Add(AttributeReader.KernelShape(attribute));
                    break;
                case AttributeNames.KernelFile:
                    kernels.Add(AttributeReader.KernelFile(attribute));
                    break;
                case AttributeNames.Unfold:
                    operations.Add(AttributeReader.Operation(attribute, OperationKind.Unfold));
                    break;
                case AttributeNames.Fold:
                    operations.Add(AttributeReader.Operation(attribute, OperationKind.Fold));
                    break;
                case AttributeNames.InputOf:
                    inputOf = AttributeReader.Text(attribute) ?? "";
                    break;
                case AttributeNames.Separable:
                    kernels.Add(AttributeReader.Separable(attribute));
                    break;
                case AttributeNames.Mask:
                    mask = AttributeReader.Mask(attribute);
                    break;
                case not null:
                    kernels.Add(AttributeReader.Design(attribute, index));
                    break;
            }
        }

        if (
            (operations.Count + kernels.Count == 0 && inputOf is null && mask is null)
            || definition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax syntax
        )
        {
            return null;
        }

        string? obstacle = ObstacleReader.Read(definition, syntax);
        return new Declaration(
            HeaderReader.Read(definition, syntax, cancellation),
            obstacle,
            definition.Parameters.Select(ReadParameter).ToEquatableArray(),
            ReadResult(definition),
            operations.ToEquatableArray(),
            kernels.ToEquatableArray()
        )
        {
            Mask = mask,
            Fault = fault,
            Collision = CollisionReader.Read(definition),
            StopsCompiler = CompilerStops.At(definition, syntax, obstacle is not null),
            InputOf = inputOf,
            Forwards = inputOf is null ? EquatableArray<Declaration>.Empty : ReadForwards(definition, inputOf, cancellation),
            ReturnsRegion = inputOf is not null && TypeReader.Read(definition.ReturnType).IsRegion,
        };
    }

    /// <summary>The operations of a name in the type of a method.</summary>
    private static EquatableArray<Declaration> ReadForwards(IMethodSymbol method, string name, CancellationToken cancellation) =>
        method.ContainingType is not { } type
            ? EquatableArray<Declaration>.Empty
            : type.GetMembers(name)
                .OfType<IMethodSymbol>()
                .Where(static other => other.GetAttributes().Any(static attribute => IsOperation(AttributeReader.IndexOf(attribute))))
                .Select(other => Read(other, cancellation))
                .OfType<Declaration>()
                .Where(static other => other.InputOf is null)
                .ToEquatableArray();

    private static bool IsOperation(int index) => index >= 0 && AttributeNames.Operations.Contains(AttributeNames.All[index]);

    private static DeclaredParameter ReadParameter(IParameterSymbol parameter) =>
        new(parameter.Name, TypeReader.Read(parameter.Type), parameter.RefKind is RefKind.Ref or RefKind.Out);

    private static DeclaredType? ReadResult(IMethodSymbol method)
    {
        if (method.ReturnsVoid || method.RefKind != RefKind.None)
        {
            return null;
        }

        DeclaredType result = TypeReader.Read(method.ReturnType);
        return result.Carrier is Carrier.Array or Carrier.Array2D or Carrier.Array3D ? result : null;
    }
}
