using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>What the border constants of libraries mean, and what libraries that a name can speak of call the same patterns.</summary>
internal sealed class BorderTable
{
    private static readonly Lazy<ImmutableArray<(CatalogueRow? Row, string Names, BorderWord Word)>> Rows = new(ReadRows);

    private readonly Dictionary<ISymbol, BorderWord> constants = new(SymbolEqualityComparer.Default);

    private BorderTable() { }

    /// <summary>The words by the names that a library goes by in identifiers, in lower case.</summary>
    public static ImmutableArray<(string Name, BorderWord Word)> Named { get; } =
        Rows
            .Value.SelectMany(row => row.Names.Split(['|'], StringSplitOptions.RemoveEmptyEntries).Select(name => (name, row.Word)))
            .ToImmutableArray();

    /// <summary>The constants of all libraries, referenced or not.</summary>
    public static ImmutableArray<BorderWord> Constants { get; } =
        Rows.Value.Where(row => row.Row is not null).Select(row => row.Word).ToImmutableArray();

    /// <summary>The ids of the constants in the table.</summary>
    public static IEnumerable<string> ConstantIds => Rows.Value.Where(row => row.Row is not null).Select(row => row.Row!.Member);

    /// <summary>Finds the constants in the assemblies that a compilation references.</summary>
    public static BorderTable Read(Compilation compilation)
    {
        BorderTable table = new();
        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            foreach ((CatalogueRow? row, _, BorderWord word) in Rows.Value)
            {
                if (row is not null && row.Concerns(assembly.Identity))
                {
                    table.Add(MemberId.Read(row.Member)!, word, compilation, assembly);
                }
            }
        }

        return table;
    }

    /// <summary>What a constant means, or null.</summary>
    public BorderWord? Find(IFieldSymbol field) => constants.TryGetValue(field, out BorderWord? word) ? word : null;

    /// <summary>The constant beside another one that has a pattern, or null.</summary>
    public static BorderWord? Counterpart(BorderWord constant, string pattern) =>
        Constants.FirstOrDefault(word => word.Pattern == pattern && TypeOf(word) == TypeOf(constant) && word.Library == constant.Library);

    private static string TypeOf(BorderWord word) => word.Constant.Substring(0, word.Constant.IndexOf('.'));

    private void Add(MemberId id, BorderWord word, Compilation compilation, IAssemblySymbol assembly)
    {
        foreach (INamedTypeSymbol type in MemberResolver.Types(id, compilation, assembly))
        {
            foreach (ISymbol field in type.GetMembers(id.Name).Where(static member => member is IFieldSymbol { HasConstantValue: true }))
            {
                constants[field] = word;
            }
        }
    }

    private static ImmutableArray<(CatalogueRow? Row, string Names, BorderWord Word)> ReadRows() =>
        CsvReader
            .Read(CatalogueFile.Resource("borders.csv"))
            .Skip(1)
            .Select(static record => ReadRow(record.Values.Select(static value => value.Text).ToImmutableArray()))
            .ToImmutableArray();

    private static (CatalogueRow? Row, string Names, BorderWord Word) ReadRow(ImmutableArray<string> values)
    {
        string symbol = values[0];
        CatalogueRow? row =
            symbol.Length == 0
                ? null
                : new CatalogueRow(
                    symbol,
                    values[1].Split('|').ToImmutableArray(),
                    VersionRange.All,
                    ComputedOperation.Unspecified,
                    CatalogueUse.Routine,
                    ImmutableArray<RowCondition>.Empty,
                    ImmutableArray<string>.Empty,
                    null,
                    null,
                    null,
                    "",
                    "catalogue",
                    Location.None,
                    IsCompilations: false
                );
        string[] parts = symbol.Split('.');
        string constant = symbol.Length == 0 ? "" : $"{parts[parts.Length - 2]}.{parts[parts.Length - 1]}";
        return (row, values[3], new BorderWord(values[2], constant, values[4], values[5]));
    }
}
