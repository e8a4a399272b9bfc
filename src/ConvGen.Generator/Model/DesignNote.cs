using ConvGen.Generator.Kernels;

namespace ConvGen.Generator.Model;

/// <summary>What is told about a designed kernel beside its weights.</summary>
/// <param name="Attribute">Its attribute as written, as in <c>GaussianKernel(1.4)</c>.</param>
/// <param name="Formula">How its weights are computed.</param>
/// <param name="Source">From where that is known.</param>
internal sealed record DesignNote(string Attribute, string Formula, string Source)
{
    /// <summary>The weights before they were quantised, in the order of the kernel's; null where they were not.</summary>
    public EquatableArray<Rational>? Designed { get; init; }

    /// <summary>The exponent of the quantised weights' denominator.</summary>
    public int Bits { get; init; }

    /// <summary>The largest difference that quantising makes to a result before it is rounded.</summary>
    public Rational LargestError { get; init; }

    /// <summary>Whether the weights are reversed beforehand, because the convolution reverses them again.</summary>
    public bool IsMirrored { get; init; }
}
