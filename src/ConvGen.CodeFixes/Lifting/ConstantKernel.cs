using System.Collections.Immutable;

namespace ConvGen.CodeFixes.Lifting;

/// <summary>A kernel whose weights are constants.</summary>
/// <param name="Weights">The constants in row-major order, of the array's element type.</param>
/// <param name="Rows">Its rows; null for a kernel of one dimension.</param>
/// <param name="Columns">Its columns, or its length.</param>
internal sealed record ConstantKernel(ImmutableArray<object> Weights, int? Rows, int Columns)
{
    /// <summary>Its extents, outermost first.</summary>
    public ImmutableArray<ExactIndex> Extents => Rows is { } rows ? [rows, Columns] : [Columns];
}
