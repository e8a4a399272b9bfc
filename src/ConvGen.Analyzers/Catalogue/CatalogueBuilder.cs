using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>Collects the rows that concern a compilation and finds what they name.</summary>
internal sealed class CatalogueBuilder
{
    private readonly Compilation compilation;
    private readonly ImmutableArray<IAssemblySymbol> assemblies;
    private readonly Dictionary<string, ImmutableArray<IAssemblySymbol>> concerned = new(StringComparer.Ordinal);
    private readonly List<CatalogueProblem> problems = new();
    private readonly Lazy<CatalogueIndex> builtIn;

    private CatalogueBuilder(Compilation compilation)
    {
        this.compilation = compilation;
        assemblies = compilation.SourceModule.ReferencedAssemblySymbols.Insert(0, compilation.Assembly);
        builtIn = new(ReadBuiltIn);
    }

    /// <summary>What is wrong with the rows of this compilation.</summary>
    public ImmutableArray<CatalogueProblem> Problems => problems.ToImmutableArray();

    /// <summary>
    /// The rows that come with the analyzer; read when the first of them is asked for, and not to find mistakes in the others.
    /// </summary>
    public CatalogueIndex BuiltIn => builtIn.Value;

    /// <summary>The rows of files and attributes.</summary>
    public CatalogueIndex Users { get; } = new();

    /// <summary>The assemblies that know the attributes, and may declare methods with them.</summary>
    public ImmutableArray<IAssemblySymbol> Declaring { get; private set; } = ImmutableArray<IAssemblySymbol>.Empty;

    /// <summary>Reads the rows of files and attributes.</summary>
    public static CatalogueBuilder Read(Compilation compilation, ImmutableArray<AdditionalText> files)
    {
        CatalogueBuilder builder = new(compilation);
        builder.Declaring = builder.assemblies.Where(AttributeRows.KnowsAttributes).ToImmutableArray();
        foreach (IAssemblySymbol assembly in builder.Declaring)
        {
            bool isCompilations = SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly);
            foreach (
                CatalogueRow row in AttributeRows.Read(assembly, isCompilations, isCompilations ? builder.problems.Add : static _ => { })
            )
            {
                builder.AddUsers(row, mustResolve: isCompilations);
            }
        }

        foreach (AdditionalText file in files.Where(file => CatalogueFile.IsCatalogue(file.Path)))
        {
            foreach (CatalogueRow row in CatalogueFile.Read(file, builder.problems.Add))
            {
                builder.AddUsers(row, mustResolve: false);
            }
        }

        return builder;
    }

    private CatalogueIndex ReadBuiltIn()
    {
        CatalogueIndex index = new();
        foreach (CatalogueRow row in CatalogueFile.Embedded)
        {
            foreach (IAssemblySymbol assembly in Concerned(row))
            {
                index.Add(row, MemberResolver.Types(MemberId.Read(row.Member)!, compilation, assembly));
            }
        }

        return index;
    }

    private ImmutableArray<IAssemblySymbol> Concerned(CatalogueRow row)
    {
        string key = string.Join("|", row.Assemblies) + row.Versions;
        if (!concerned.TryGetValue(key, out ImmutableArray<IAssemblySymbol> found))
        {
            found = assemblies.Where(assembly => row.Concerns(assembly.Identity)).ToImmutableArray();
            concerned.Add(key, found);
        }

        return found;
    }

    private void AddUsers(CatalogueRow row, bool mustResolve)
    {
        MemberId id = MemberId.Read(row.Member)!;
        ImmutableArray<IAssemblySymbol> candidates = row.Assemblies.IsEmpty ? ImmutableArray<IAssemblySymbol>.Empty : Concerned(row);
        ImmutableArray<INamedTypeSymbol> types = row.Assemblies.IsEmpty
            ? MemberResolver
                .Types(id, compilation, null)
                .Where(type => row.Versions.Contains(type.ContainingAssembly.Identity.Version))
                .ToImmutableArray()
            : candidates.SelectMany(assembly => MemberResolver.Types(id, compilation, assembly)).ToImmutableArray();
        bool isFound = Users.Add(row, types);

        // A file may serve many projects, and a row without assembly says nothing about which of them knows its type.
        if (row.IsCompilations && !isFound && (mustResolve || !candidates.IsEmpty || !types.IsEmpty))
        {
            Report(row, types.IsEmpty ? $"No type '{id.Type}' is found in {Places(candidates)}" : $"'{id.Type}' has no {What(id)}");
        }
        else if (row.IsCompilations && isFound)
        {
            CheckSlots(row, id, types);
        }
    }

    private void CheckSlots(CatalogueRow row, MemberId id, ImmutableArray<INamedTypeSymbol> types)
    {
        ImmutableArray<IMethodSymbol> methods = types.SelectMany(type => MemberResolver.Methods(id, type)).ToImmutableArray();
        string? unknown = row
            .Kernels.Concat(row.Conditions.Select(condition => condition.Name))
            .Concat(row.Anchor is { } anchor ? [anchor] : Array.Empty<string>())
            .FirstOrDefault(name => !methods.Any(method => BoundRow.HasSlot(method, name)));
        if (unknown is not null)
        {
            Report(
                row,
                $"No overload of '{row.Member}' has a parameter '{unknown}', and no property of that name can be set when it is constructed"
            );
        }
    }

    private void Report(CatalogueRow row, string what) =>
        problems.Add(new CatalogueProblem(row.Location, what + ", so the row is never used; mend the name, or take the row out"));

    private static string Places(ImmutableArray<IAssemblySymbol> candidates) =>
        candidates.IsEmpty ? "any referenced assembly" : string.Join(", ", candidates.Select(assembly => assembly.Identity.Name));

    private static string What(MemberId id) =>
        id.Kind switch
        {
            'T' => "public method",
            'P' => $"property '{id.Name}'",
            _ when id.Name == ".ctor" => "constructor" + (id.HasParameters ? " with these parameters" : ""),
            _ => $"method '{id.Name}'" + (id.HasParameters ? " with these parameters" : ""),
        };
}
