using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace ConvGen.Testing;

/// <summary>
/// Walks everything that a value holds. What a generator's step hands on must be plain values: a symbol, a tree or a location would keep a
/// whole
/// compilation alive and never compare equal after an edit.
/// </summary>
public static class ValueGraph
{
    private static readonly Type[] Forbidden =
    [
        typeof(ISymbol),
        typeof(SyntaxNode),
        typeof(SyntaxToken),
        typeof(SyntaxTrivia),
        typeof(TypedConstant),
        typeof(SyntaxTree),
        typeof(SyntaxReference),
        typeof(SemanticModel),
        typeof(Compilation),
        typeof(AttributeData),
        typeof(Location),
        typeof(Diagnostic),
    ];

    /// <summary>
    /// The way from a value to the first thing in it that may not be cached, as in <c>Declaration.Header.Symbol: IMethodSymbol</c>, or
    /// null.
    /// </summary>
    public static string? FindForbidden(object? value)
    {
        HashSet<object> visited = new(ReferenceEqualityComparer.Instance);
        return value is null ? null : Find(value, value.GetType().Name, visited);
    }

    private static string? Find(object value, string path, HashSet<object> visited)
    {
        Type type = value.GetType();
        if (Forbidden.FirstOrDefault(forbidden => forbidden.IsInstanceOfType(value)) is { } found)
        {
            return $"{path}: {found.Name}";
        }

        if (
            type.IsPrimitive
            || type.IsEnum
            || value is string or Type or MemberInfo or Delegate
            || (!type.IsValueType && !visited.Add(value))
        )
        {
            return null;
        }

        return value is IEnumerable and (Array or IList)
            ? FindInItems((IEnumerable)value, path, visited)
            : FindInFields(value, type, path, visited);
    }

    private static string? FindInItems(IEnumerable items, string path, HashSet<object> visited)
    {
        int index = 0;
        foreach (object? item in items)
        {
            if (item is not null && Find(item, FormattableString.Invariant($"{path}[{index}]"), visited) is { } found)
            {
                return found;
            }

            index++;
        }

        return null;
    }

    private static string? FindInFields(object value, Type type, string path, HashSet<object> visited)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (Type? level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            foreach (
                FieldInfo field in level.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            {
                if (field.GetValue(value) is { } held && Find(held, $"{path}.{NameOf(field)}", visited) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>A property's backing field is shown as the property.</summary>
    private static string NameOf(FieldInfo field) =>
        field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
}
