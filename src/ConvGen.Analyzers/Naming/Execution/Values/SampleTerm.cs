using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>A sample, or the product of two, times a factor.</summary>
/// <param name="First">A sample.</param>
/// <param name="Second">The other one; null where it stands alone.</param>
/// <param name="Factor">The number it is multiplied with.</param>
/// <param name="Scale">The same for what is no known number, as a text.</param>
/// <param name="Product">Where both were multiplied.</param>
internal sealed record SampleTerm(Sample First, Sample? Second, double Factor, string Scale, IOperation? Product)
{
    /// <summary>Whether another term is of the same samples.</summary>
    public bool IsLike(SampleTerm other) =>
        ((First == other.First && Second == other.Second) || (First == other.Second && Second == other.First)) && Scale == other.Scale;
}
