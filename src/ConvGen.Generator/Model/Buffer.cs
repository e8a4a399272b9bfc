namespace ConvGen.Generator.Model;

/// <summary>A parameter (or the returned array) that holds samples or weights.</summary>
/// <param name="Carrier">The kind of its type.</param>
/// <param name="Element">The type of its elements.</param>
/// <param name="IsReadOnly">Whether its type only allows reading (<c>ReadOnlySpan</c> and its kin).</param>
internal sealed record Buffer(Carrier Carrier, ElementType Element, bool IsReadOnly)
{
    /// <summary>Whether the type itself says rows and columns.</summary>
    public bool IsShaped => Carrier is Carrier.Array2D or Carrier.Array3D or Carrier.Span2D or Carrier.TensorSpan;
}
