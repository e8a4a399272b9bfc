using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>Reads the rows of a catalogue file: the embedded one, or one that a user adds.</summary>
internal static class CatalogueFile
{
    private const string UserName = "ConvGen.Catalogue.csv";

    private static readonly Lazy<string> EmbeddedText = new(() => Resource("catalogue.csv"));

    private static readonly Lazy<ImmutableArray<CatalogueRow>> EmbeddedRows = new(() =>
        Read(EmbeddedText.Value, "catalogue", static _ => Location.None, isCompilations: false, static _ => { })
    );

    /// <summary>The rows that come with the analyzer.</summary>
    public static ImmutableArray<CatalogueRow> Embedded => EmbeddedRows.Value;

    /// <summary>
    /// Whether the rows that come with the analyzer may be about a type of that name in metadata; their text is searched, and not read.
    /// </summary>
    public static bool NamesInTable(string? type)
    {
        if (string.IsNullOrEmpty(type))
        {
            return false;
        }

        string text = EmbeddedText.Value;
        for (
            int start = text.IndexOf(type, StringComparison.Ordinal);
            start >= 0;
            start = text.IndexOf(type, start + 1, StringComparison.Ordinal)
        )
        {
            int end = start + type!.Length;
            if ((start == 0 || text[start - 1] is '.' or ':') && (end == text.Length || text[end] is '.' or ',' or '('))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether an additional file is a catalogue: <c>ConvGen.Catalogue.csv</c>, or <c>Anything.ConvGen.Catalogue.csv</c>.
    /// </summary>
    public static bool IsCatalogue(string path)
    {
        string name = NameOf(path);
        return name.Equals(UserName, StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("." + UserName, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads a file that a user adds.</summary>
    public static ImmutableArray<CatalogueRow> Read(AdditionalText file, Action<CatalogueProblem> report)
    {
        if (file.GetText() is not { } text)
        {
            return ImmutableArray<CatalogueRow>.Empty;
        }

        return Read(
            text.ToString(),
            NameOf(file.Path),
            span => Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span)),
            isCompilations: true,
            report
        );
    }

    /// <summary>Reads a text.</summary>
    public static ImmutableArray<CatalogueRow> Read(
        string text,
        string origin,
        Func<TextSpan, Location> locate,
        bool isCompilations,
        Action<CatalogueProblem> report
    )
    {
        ImmutableArray<CsvRecord> records = CsvReader.Read(text);
        if (records.IsEmpty || ReadHeader(records[0], locate, report) is not { } header)
        {
            return ImmutableArray<CatalogueRow>.Empty;
        }

        ImmutableArray<CatalogueRow>.Builder rows = ImmutableArray.CreateBuilder<CatalogueRow>();
        foreach (CsvRecord record in records.Skip(1))
        {
            if (record.Error is { } error)
            {
                report(
                    new CatalogueProblem(
                        locate(record.Span),
                        $"The row cannot be read, because {error}; double the quotes inside a value in quotes"
                    )
                );
            }
            else if (record.Values.Length > header.Count)
            {
                report(
                    new CatalogueProblem(
                        locate(record.Values[header.Count].Span),
                        $"The row has {record.Values.Length} values and the first line names {header.Count} columns; put a value "
                            + "with a comma in quotes"
                    )
                );
            }
            else if (
                CatalogueRowReader.Read(Column, name => locate(Value(name)?.Span ?? record.Span), origin, isCompilations, report) is { } row
            )
            {
                rows.Add(row);
            }

            CsvValue? Value(string name) =>
                header.TryGetValue(name, out int index) && index < record.Values.Length ? record.Values[index] : null;
            string Column(string name) => Value(name)?.Text ?? "";
        }

        return rows.ToImmutable();
    }

    /// <summary>The text of an embedded file.</summary>
    public static string Resource(string name)
    {
        using Stream stream = typeof(CatalogueFile).GetTypeInfo().Assembly.GetManifestResourceStream(name);
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private static Dictionary<string, int>? ReadHeader(CsvRecord record, Func<TextSpan, Location> locate, Action<CatalogueProblem> report)
    {
        Dictionary<string, int> header = new(StringComparer.OrdinalIgnoreCase);
        for (int index = 0; index < record.Values.Length; index++)
        {
            CsvValue value = record.Values[index];
            if (!CatalogueColumns.All.Contains(value.Text, StringComparer.OrdinalIgnoreCase))
            {
                report(
                    new CatalogueProblem(
                        locate(value.Span),
                        $"'{value.Text}' is no column; the first line names some of {string.Join(", ", CatalogueColumns.All)}"
                    )
                );
                return null;
            }

            if (header.ContainsKey(value.Text))
            {
                report(new CatalogueProblem(locate(value.Span), $"The column '{value.Text}' is named twice; leave one out"));
                return null;
            }

            header.Add(value.Text, index);
        }

        if (header.ContainsKey(CatalogueColumns.Symbol) && header.ContainsKey(CatalogueColumns.Operation))
        {
            return header;
        }

        report(
            new CatalogueProblem(
                locate(record.Span),
                "The first line names no column "
                    + $"'{(header.ContainsKey(CatalogueColumns.Symbol) ? CatalogueColumns.Operation : CatalogueColumns.Symbol)}'; every "
                    + "row needs one"
            )
        );
        return null;
    }

    private static string NameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
