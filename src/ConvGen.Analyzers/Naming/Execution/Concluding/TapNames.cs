using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Names;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Concluding;

/// <summary>
/// Reads where a tap lies in its kernel from its name: <c>TopLeft</c>, <c>MidRight</c>, <c>m12</c>, <c>k0_2</c>, <c>w3</c>.
/// </summary>
internal static class TapNames
{
    private static readonly Dictionary<string, int> Rows = new(StringComparer.Ordinal)
    {
        ["top"] = 0,
        ["upper"] = 0,
        ["up"] = 0,
        ["north"] = 0,
        ["middle"] = 1,
        ["mid"] = 1,
        ["pixel"] = 1,
        ["center"] = 1,
        ["centre"] = 1,
        ["bottom"] = 2,
        ["lower"] = 2,
        ["down"] = 2,
        ["south"] = 2,
    };

    private static readonly Dictionary<string, int> Columns = new(StringComparer.Ordinal)
    {
        ["left"] = 0,
        ["west"] = 0,
        ["middle"] = 1,
        ["mid"] = 1,
        ["pixel"] = 1,
        ["center"] = 1,
        ["centre"] = 1,
        ["right"] = 2,
        ["east"] = 2,
    };

    /// <summary>What stands in front, and the place; null where the name says none.</summary>
    public static (string Group, Place Place)? Read(string name)
    {
        ImmutableArray<IdentifierWord> words = IdentifierWords.Split(name);
        if (words.IsEmpty)
        {
            return null;
        }

        string[] digits = [.. words.Where(static word => word.Text.All(char.IsDigit)).Select(static word => word.Text)];
        string[] letters = [.. words.Where(static word => !word.Text.All(char.IsDigit)).Select(static word => word.Text)];
        if (digits.Length > 0)
        {
            string all = string.Concat(digits);
            string group = string.Concat(letters);
            return all.Length > 2 ? null
                : digits.Length == 2 || all.Length == 2 ? (group, new Place(all[0] - '0', all[1] - '0'))
                : (group, new Place(all[0] - '0'));
        }

        int first = Array.FindIndex(letters, static word => Rows.ContainsKey(word) || Columns.ContainsKey(word));
        if (first < 0)
        {
            return null;
        }

        string[] places = [.. letters.Skip(first)];
        string before = string.Concat(letters.Take(first));
        return places switch
        {
            [var one] when Rows.TryGetValue(one, out int middle) && middle == 1 => (before, new Place(1, 1)),
            [var one] when Rows.TryGetValue(one, out int row) => (before, new Place(row, 1)),
            [var one] when Columns.TryGetValue(one, out int column) => (before, new Place(1, column)),
            [var one, var other] when Rows.TryGetValue(one, out int row) && Columns.TryGetValue(other, out int column) => (
                before,
                new Place(row, column)
            ),
            [var one, var other] when Columns.TryGetValue(one, out int column) && Rows.TryGetValue(other, out int row) => (
                before,
                new Place(row, column)
            ),
            _ => null,
        };
    }

    /// <summary>
    /// Where a tap lies whose name is one letter of a row of them, as the letters of nine are declared one after the other; null where it
    /// is none.
    /// </summary>
    public static Place? ReadListed(ISymbol member)
    {
        if (member.Name.Length != 1)
        {
            return null;
        }

        string letters = string.Concat(
            (
                member is IParameterSymbol { ContainingSymbol: IMethodSymbol method }
                    ? method.Parameters.Where(static other =>
                        other.Type.SpecialType is SpecialType.System_Single or SpecialType.System_Double
                    )
                    : member.ContainingType.GetMembers().Where(static other => !other.IsStatic && other is IFieldSymbol or IPropertySymbol)
            )
                .Where(static other => other.Name.Length == 1)
                .Select(static other => char.ToUpperInvariant(other.Name[0]))
        );
        int index = letters.IndexOf(char.ToUpperInvariant(member.Name[0]));
        return letters switch
        {
            "ABC" or "ABCDE" or "LMR" or "LCR" => new Place(index),
            "ABCDEFGHI" => new Place(index / 3, index % 3),
            _ => null,
        };
    }
}
