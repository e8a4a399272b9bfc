namespace ConvGen.Generator.Emission.Helpers;

/// <summary>
/// What a generated file requests of the helper type of its assembly: a value, so that the helper file is printed again only when what is requested changes.
/// </summary>
/// <param name="Kind">Which member.</param>
internal readonly record struct HelperKey(HelperKind Kind) : IComparable<HelperKey>
{
    /// <summary>The member's name as kernels write it.</summary>
    public string Name => Kind.ToString();

    public static implicit operator HelperKey(HelperKind kind) => new(kind);

    /// <summary>In the order of the helper file.</summary>
    public int CompareTo(HelperKey other) => Kind.CompareTo(other.Kind);
}
