using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Signatures;

/// <summary>Says of a type that is no buffer of samples what to take instead.</summary>
internal static class UnknownCarriers
{
    private const string Supported = "take a span, an array or a memory of numbers, 'T[,]' or 'T[,,]', a Span2D or a TensorSpan";

    /// <summary>What is wrong with a parameter's type, and the remedy, as a clause.</summary>
    public static string Explain(string role, DeclaredType type) =>
        $"parameter '{role}' is of type '{type.Text}', {type.Unknown ?? "which holds no samples; " + Supported}";

    /// <summary>An array of more than three axes.</summary>
    public static string Array(int rank) =>
        $"an array of {MessageText.Text(rank)} axes; arrays may have one, two or three, so take 'T[,,]', or a flat array or span, "
        + "with 'int batch' or channels for the others";

    /// <summary>A type parameter.</summary>
    public static string TypeParameter(string name) =>
        $"and '{name}' may stand for any type; code is made for one type of numbers, so declare a method for each, as in "
        + "'ReadOnlySpan<byte>' and 'ReadOnlySpan<float>'";

    /// <summary>Why types of the framework that hold numbers are not among the carriers, or null.</summary>
    /// <param name="name">The type's name.</param>
    /// <param name="element">Its type argument.</param>
    public static string? Framework(string name, string element) =>
        name switch
        {
            "ReadOnlySequence" => $"which may lie in several pieces; take 'ReadOnlySpan<{element}>' and hand over one that holds all of it "
                + "(sequence.ToArray())",
            "List" => $"which is no buffer of fixed size; take 'Span<{element}>' or 'ReadOnlySpan<{element}>' and hand over "
                + "CollectionsMarshal.AsSpan(list)",
            "ImmutableArray" or "ArraySegment" =>
                $"which is handed over as a span; take 'ReadOnlySpan<{element}>' or 'Span<{element}>' and call AsSpan()",
            "IEnumerable" or "IReadOnlyList" or "IList" or "ICollection" or "IReadOnlyCollection" =>
                $"whose elements need not lie side by side; take 'ReadOnlySpan<{element}>', and hand over an array",
            "Tensor" or "ITensor" or "IReadOnlyTensor" =>
                $"which is handed over as a span; take 'ReadOnlyTensorSpan<{element}>' and 'TensorSpan<{element}>'",
            _ => null,
        };

    /// <summary>A pointer.</summary>
    public static string Pointer(string element) =>
        $"which does not say how many samples there are; take 'Span<{element}>' and hand over new Span<{element}>(pointer, length)";
}
