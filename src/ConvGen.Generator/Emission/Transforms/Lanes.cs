using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>Vectors of one width and type as the passes of a transform are printed with them.</summary>
/// <param name="Width">The width.</param>
/// <param name="Element">Single or double precision.</param>
internal sealed record Lanes(VectorWidth Width, ElementType Element)
{
    public string Type => Width.Type(Element);

    public string Keyword => Element.Keyword();

    public int Count => Width.Lanes(Element);

    /// <summary>What ends the names of methods for this width.</summary>
    public string Suffix => Literals.Of(Width.Bits);

    /// <summary>A vector from a place.</summary>
    public string Load(string reference, string place) => $"{Width.Operations}.LoadUnsafe(ref {At(reference, place)})";

    /// <summary>A vector from so many elements behind a reference, which have no sign; shorter than a place is.</summary>
    public string LoadBehind(string reference, string elements) =>
        elements.Length == 0 ? Load(reference, "") : $"{Width.Operations}.LoadUnsafe(ref {reference}, {elements})";

    /// <summary>A number from a place in all lanes.</summary>
    public string Broadcast(string reference, string place) => Width.Broadcast(At(reference, place));

    /// <summary>Stores a vector at a place.</summary>
    public static string Store(string vector, string reference, string place) => $"{vector}.StoreUnsafe(ref {At(reference, place)});";

    /// <summary>Stores a vector so many elements behind a reference.</summary>
    public static string StoreBehind(string vector, string reference, string elements) =>
        elements.Length == 0 ? Store(vector, reference, "") : $"{vector}.StoreUnsafe(ref {reference}, {elements});";

    /// <summary><c>c - a * b</c>, fused.</summary>
    public string TakeProduct(string a, string b, string c) =>
        Width.Bits switch
        {
            512 => $"Avx512F.FusedMultiplyAddNegated({a}, {b}, {c})",
            256 => $"Fma.MultiplyAddNegated({a}, {b}, {c})",
            _ => $"TakeProduct({a}, {b}, {c})",
        };

    /// <summary>Prints a complex number in two variables times another.</summary>
    public void EmitProduct(SourceWriter writer, string re, string im, string factorRe, string factorIm)
    {
        if (Width == VectorWidth.Narrowest)
        {
            writer.Use(new HelperKey(HelperKind.TakeProduct, Element));
            writer.Use(new HelperKey(HelperKind.MultiplyAddVectors, Element));
        }

        writer.Line(
            $"({re}, {im}) = ({TakeProduct(im, factorIm, $"{re} * {factorRe}")}, {Width.MultiplyAdd(re, factorIm, $"{im} * {factorRe}")});"
        );
    }

    public static string At(string reference, string place) => place.Length == 0 ? reference : $"Unsafe.Add(ref {reference}, {place})";
}
