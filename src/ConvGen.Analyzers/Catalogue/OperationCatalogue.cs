using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>
/// What is known about methods: <c>[assembly: KernelOperation]</c> here and in referenced assemblies, the rows of <c>AdditionalFiles</c>,
/// the
/// attributes on the methods themselves, and the embedded table. Files are read and symbols resolved once per compilation, when the first
/// question is asked.
/// </summary>
internal sealed class OperationCatalogue
{
    private readonly IAssemblySymbol own;
    private readonly Lazy<CatalogueBuilder> content;
    private readonly Lazy<HashSet<IAssemblySymbol>> declaring;
    private readonly Lazy<BorderTable> borders;

    private OperationCatalogue(Compilation compilation, ImmutableArray<AdditionalText> files)
    {
        own = compilation.Assembly;
        content = new(() => CatalogueBuilder.Read(compilation, files));
        declaring = new(() => new HashSet<IAssemblySymbol>(content.Value.Declaring, SymbolEqualityComparer.Default));
        borders = new(() => BorderTable.Read(compilation));
    }

    /// <summary>What is wrong with the rows that this compilation adds.</summary>
    public ImmutableArray<CatalogueProblem> Problems => content.Value.Problems;

    /// <summary>What the border constants of libraries mean.</summary>
    public BorderTable Borders => borders.Value;

    /// <summary>Reads what concerns the assemblies of a compilation.</summary>
    public static OperationCatalogue Read(Compilation compilation, ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        // A question that is cancelled must not spoil the answer for the next one, so the reading itself cannot be.
        cancellation.ThrowIfCancellationRequested();
        return new OperationCatalogue(compilation, files);
    }

    /// <summary>What a method computes with the given arguments, or null where nothing is known.</summary>
    /// <param name="method">The method; constructors included.</param>
    /// <param name="arguments">
    /// The constant value of an argument by parameter name, defaults included, or of a constructed object's property by its name: a boxed
    /// constant, an enum's member name, or null where it is not constant.
    /// </param>
    public CatalogueEntry? Find(IMethodSymbol method, Func<string, object?> arguments)
    {
        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        definition = definition.PartialDefinitionPart ?? definition;
        return TryFind(content.Value.Users, definition, arguments, out CatalogueEntry? entry)
            ? entry
            : FindDeclared(definition)
                ?? (MayBeBuiltIn(definition) && TryFind(content.Value.BuiltIn, definition, arguments, out entry) ? entry : null);
    }

    /// <summary>
    /// Whether the embedded table names the type of a method, of one that it overrides or of one that it may implement. Reading the table
    /// parses all of its rows and resolves their types, and most calls go to types that it does not know.
    /// </summary>
    private static bool MayBeBuiltIn(IMethodSymbol method)
    {
        for (IMethodSymbol? overridden = method; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (CatalogueFile.NamesInTable(overridden.ContainingType?.MetadataName))
            {
                return true;
            }
        }

        if (!method.IsStatic && method.ContainingType is { TypeKind: not TypeKind.Interface } type)
        {
            foreach (INamedTypeSymbol implemented in type.AllInterfaces)
            {
                if (CatalogueFile.NamesInTable(implemented.MetadataName))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// The first row that holds. Where a row needs an argument that is not constant nothing is said, unless what all may say is the same.
    /// </summary>
    private static bool TryFind(CatalogueIndex index, IMethodSymbol method, Func<string, object?> arguments, out CatalogueEntry? entry)
    {
        entry = null;
        List<CatalogueEntry>? possible = null;
        bool isCertain = false;
        foreach (BoundRow row in index.Find(method))
        {
            bool? holds = row.Row.Holds(arguments);
            if (holds != false)
            {
                (possible ??= new()).Add(row.Entry);
            }

            if (holds == true)
            {
                isCertain = true;
                break;
            }
        }

        if (possible is null)
        {
            return false;
        }

        // Rows that all may hold, and none for sure, leave room for arguments that no row is about.
        entry = isCertain && possible.All(candidate => candidate == possible[0]) ? possible[0] : null;
        return true;
    }

    private CatalogueEntry? FindDeclared(IMethodSymbol method)
    {
        // In source only a partial method can carry the attributes; most methods of this compilation are none, and theirs are not bound.
        return
            method.ContainingAssembly is { } assembly
            && (method.IsPartialDefinition || !SymbolEqualityComparer.Default.Equals(assembly, own))
            && declaring.Value.Contains(assembly)
            ? DeclaredOperations.Find(method)
            : null;
    }
}
