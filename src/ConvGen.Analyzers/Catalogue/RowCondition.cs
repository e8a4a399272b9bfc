using System.Collections.Immutable;
using System.Globalization;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>A constant argument that a row asks for.</summary>
/// <param name="Name">The parameter, or the property of a constructed object.</param>
/// <param name="Value">The member of an enum, <c>true</c> or <c>false</c>, a number in the invariant culture, or a string.</param>
internal sealed record RowCondition(string Name, string Value)
{
    /// <summary>Reads <c>name=value</c> split by <c>;</c>; null is returned for what is none.</summary>
    public static ImmutableArray<RowCondition>? Read(string text)
    {
        ImmutableArray<RowCondition>.Builder conditions = ImmutableArray.CreateBuilder<RowCondition>();
        foreach (string part in text.Split(';'))
        {
            if (part.Trim().Length == 0)
            {
                continue;
            }

            int equals = part.IndexOf('=');
            string name = equals < 0 ? "" : part.Substring(0, equals).Trim();
            string value = part.Substring(equals + 1).Trim();
            if (name.Length == 0 || value.Length == 0)
            {
                return null;
            }

            conditions.Add(new RowCondition(name, value));
        }

        return conditions.ToImmutable();
    }

    /// <summary>Whether the argument has the value; null where it is not constant.</summary>
    public bool? Holds(Func<string, object?> arguments) =>
        arguments(Name) switch
        {
            null => null,
            bool value => string.Equals(value ? "true" : "false", Value, StringComparison.OrdinalIgnoreCase),
            IFormattable value => string.Equals(value.ToString(null, CultureInfo.InvariantCulture), Value, StringComparison.Ordinal),
            object value => string.Equals(value.ToString(), Value, StringComparison.Ordinal),
        };
}
