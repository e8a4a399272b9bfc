using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Text;

/// <summary>Prints references to elements of one type as references to elements of another.</summary>
internal static class Reinterpretation
{
    /// <summary>A reference, with its <c>ref</c>, as one of the other type.</summary>
    /// <param name="reference">What the reference is to, without <c>ref</c>.</param>
    /// <param name="from">The type it has.</param>
    /// <param name="to">The type it shall have.</param>
    public static string Of(string reference, ElementType from, ElementType to) =>
        from == to ? "ref " + reference : $"ref Unsafe.As<{from.Keyword()}, {to.Keyword()}>(ref {reference})";
}
