using ConvGen.Generator.Model;

namespace ConvGen.Generator.Kernels.Designs;

/// <summary>Weights over a power of two, and what they cost.</summary>
/// <param name="Weights">The weights, row by row.</param>
/// <param name="Bits">The exponent of the common denominator.</param>
/// <param name="LargestError">The largest difference that they make to a result before it is rounded, for the source's type.</param>
internal sealed record QuantisedKernel(EquatableArray<Rational> Weights, int Bits, Rational LargestError)
{
    /// <summary>The factors of a kernel that stays a product, as whole numbers; empty for others.</summary>
    public EquatableArray<Rational> Column { get; init; }

    /// <summary>The factor along the rows.</summary>
    public EquatableArray<Rational> Row { get; init; }
}
