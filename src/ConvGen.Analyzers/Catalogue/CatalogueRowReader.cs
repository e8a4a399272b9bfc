using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>Reads one row, whether its values stand in a file or in an attribute.</summary>
internal static class CatalogueRowReader
{
    /// <summary>Reads a row; null where a value cannot be read, which is reported.</summary>
    /// <param name="column">The value of a column, empty where there is none.</param>
    /// <param name="locate">Where the value of a column stands.</param>
    /// <param name="origin">From where the row is.</param>
    /// <param name="isCompilations">Whether it is written in this compilation.</param>
    /// <param name="report">Takes what is wrong.</param>
    public static CatalogueRow? Read(
        Func<string, string> column,
        Func<string, Location> locate,
        string origin,
        bool isCompilations,
        Action<CatalogueProblem> report
    )
    {
        bool isReadable = true;
        void Fail(string name, string message)
        {
            isReadable = false;
            report(new CatalogueProblem(locate(name), message));
        }

        string member = column(CatalogueColumns.Symbol);
        if (MemberId.Read(member) is null or { Kind: 'F' })
        {
            Fail(
                CatalogueColumns.Symbol,
                $"'{member}' is no documentation-comment id of a member; write it as in 'M:Namespace.Type.Method', with '#ctor' for "
                    + "a constructor, 'P:' for a property or 'T:' for a type"
            );
        }

        CatalogueUse? use = ReadUse(column(CatalogueColumns.Use), Fail);
        ComputedOperation? operation = ReadOperation(column(CatalogueColumns.Operation), use, Fail);
        VersionRange? versions = ReadVersions(column(CatalogueColumns.Versions), Fail);
        ImmutableArray<RowCondition>? conditions = RowCondition.Read(column(CatalogueColumns.When));
        if (conditions is null)
        {
            Fail(
                CatalogueColumns.When,
                $"'{column(CatalogueColumns.When)}' is no condition; write it as in 'parameter=value', several split by ';'"
            );
        }

        return isReadable
            ? new CatalogueRow(
                member,
                Split(column(CatalogueColumns.Assembly)),
                versions!,
                operation!.Value,
                use!.Value,
                conditions!.Value,
                Split(column(CatalogueColumns.Kernel)),
                OrNull(column(CatalogueColumns.Anchor)),
                OrNull(column(CatalogueColumns.Sibling)),
                OrNull(column(CatalogueColumns.Deviation)),
                column(CatalogueColumns.Evidence),
                origin,
                locate(CatalogueColumns.Symbol),
                isCompilations
            )
            : null;
    }

    private static CatalogueUse? ReadUse(string text, Action<string, string> fail)
    {
        CatalogueUse? use = text.Length > 0 ? ReadName<CatalogueUse>(text) : CatalogueUse.Routine;
        if (use is null)
        {
            fail(
                CatalogueColumns.Use,
                $"'{text}' is no use; leave it empty for a routine that is given its kernel, or write one of {Names<CatalogueUse>()}"
            );
        }

        return use;
    }

    /// <summary>The operation, which a routine that makes a symmetric kernel need not have.</summary>
    private static ComputedOperation? ReadOperation(string text, CatalogueUse? use, Action<string, string> fail)
    {
        ComputedOperation? operation =
            text.Length == 0 && use == CatalogueUse.SymmetricKernel ? ComputedOperation.Unspecified : ReadName<ComputedOperation>(text);
        if (operation is null)
        {
            fail(CatalogueColumns.Operation, $"'{text}' is no operation; write one of {Names<ComputedOperation>()}");
        }

        return operation;
    }

    private static VersionRange? ReadVersions(string text, Action<string, string> fail)
    {
        VersionRange? versions = VersionRange.Read(text);
        if (versions is null)
        {
            fail(CatalogueColumns.Versions, $"'{text}' is no range of versions; write it as in '[1.2,)' or '[1.0,2.0)'");
        }

        return versions;
    }

    private static ImmutableArray<string> Split(string text) =>
        text.Split('|').Select(part => part.Trim()).Where(part => part.Length > 0).ToImmutableArray();

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    /// <summary>
    /// The member of an enum by its name; numbers are none, although <see cref="Enum.TryParse{TEnum}(string, bool, out TEnum)"/> reads
    /// them.
    /// </summary>
    private static T? ReadName<T>(string text)
        where T : struct, Enum =>
        text.Length > 0 && char.IsLetter(text[0]) && Enum.TryParse(text, true, out T value) && Enum.IsDefined(typeof(T), value)
            ? value
            : null;

    private static string Names<T>()
        where T : struct, Enum
    {
        string[] names = Enum.GetNames(typeof(T));
        return $"{string.Join(", ", names.Take(names.Length - 1))} or {names[names.Length - 1]}";
    }
}
