using ConvGen.Generator.Model;
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
        DeclaredAttributes read = DeclaredAttributes.Read(definition, cancellation);
        if (
            !read.Any
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
            read.Operations.ToEquatableArray(),
            read.Kernels.ToEquatableArray()
        )
        {
            Mask = read.Mask,
            Fault = read.Fault,
            Collision = CollisionReader.Read(definition),
            StopsCompiler = CompilerStops.At(definition, syntax, obstacle is not null),
            InputOf = read.InputOf,
            Forwards = read.InputOf is { } name ? ReadForwards(definition, name, cancellation) : EquatableArray<Declaration>.Empty,
            ReturnsRegion = read.InputOf is not null && TypeReader.Read(definition.ReturnType).IsRegion,
        };
    }

    /// <summary>The operations of a name in the type of a method.</summary>
    private static EquatableArray<Declaration> ReadForwards(IMethodSymbol method, string name, CancellationToken cancellation) =>
        method.ContainingType is not { } type
            ? EquatableArray<Declaration>.Empty
            : type.GetMembers(name)
                .OfType<IMethodSymbol>()
                .Where(static other => other.GetAttributes().Any(AttributeReader.IsOperation))
                .Select(other => Read(other, cancellation))
                .OfType<Declaration>()
                .Where(static other => other.InputOf is null)
                .ToEquatableArray();

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
