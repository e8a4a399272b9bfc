using ConvGen.Generator.Model;

namespace ConvGen.Generator.Lowering;

/// <summary>The type of a value in a program: a single element, or a vector of them.</summary>
/// <param name="Element">The type of an element.</param>
/// <param name="Bits">Bits of the vector; 0 for a single element.</param>
internal readonly record struct Shape(ElementType Element, int Bits)
{
    public bool IsVector => Bits > 0;

    /// <summary>How many elements it holds.</summary>
    public int Lanes => IsVector ? Bits / 8 / Element.Size() : 1;

    /// <summary>As many bits of another type of element.</summary>
    public Shape Of(ElementType element) => this with { Element = element };
}
