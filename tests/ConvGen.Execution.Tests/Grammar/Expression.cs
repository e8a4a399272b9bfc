using System.Collections;
using System.Globalization;
using System.Reflection;

namespace ConvGen.Execution.Tests.Grammar;

/// <summary>A record as the expression that makes it, to be pasted into a test.</summary>
internal static class Expression
{
    public static string Of(object? value) =>
        value switch
        {
            null => "null",
            string text => "\""
                + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
                + "\"",
            bool truth => truth ? "true" : "false",
            Enum member => member.GetType().Name + "." + member,
            IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(Of)) + "]",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => OfRecord(value),
        };

    private static string OfRecord(object value)
    {
        Type type = value.GetType();
        ConstructorInfo constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        HashSet<string> given = [.. constructor.GetParameters().Select(parameter => parameter.Name!)];
        object?[] arguments = [.. constructor.GetParameters().Select(parameter => type.GetProperty(parameter.Name!)!.GetValue(value))];
        object plain = constructor.Invoke(arguments);
        string[] others =
        [
            .. type.GetProperties()
                .Where(property =>
                    property.CanWrite && !given.Contains(property.Name) && Of(property.GetValue(value)) != Of(property.GetValue(plain))
                )
                .Select(property => $"{property.Name} = {Of(property.GetValue(value))}"),
        ];
        return $"new {type.Name}({string.Join(", ", arguments.Select(Of))})"
            + (others.Length == 0 ? "" : $" {{ {string.Join(", ", others)} }}");
    }
}
