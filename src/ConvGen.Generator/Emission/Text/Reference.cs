namespace ConvGen.Generator.Emission.Text;

/// <summary>Prints places behind a reference, and what they are made of.</summary>
internal static class Reference
{
    /// <summary>An expression in parentheses, where it has an operator.</summary>
    public static string Grouped(string expression) => expression.Contains(' ') ? $"({expression})" : expression;

    /// <summary>What lies so many elements behind a reference, without its <c>ref</c>; the reference itself for none.</summary>
    public static string At(string reference, int offset) =>
        offset == 0 ? reference : $"Unsafe.Add(ref {reference}, {Literals.Of(offset)})";
}
