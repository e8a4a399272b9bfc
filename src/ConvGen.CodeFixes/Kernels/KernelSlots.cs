using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes.Kernels;

/// <summary>
/// The places in source where a kernel's weights are written, in row-major order. A fix permutes the texts among the places, so that
/// separators, line breaks and comments stay where they are; only what is part of a weight's own expression moves with it.
/// </summary>
/// <param name="Places">The places.</param>
/// <param name="Rows">The kernel's rows; null where the source writes the weights without their shape.</param>
/// <param name="Columns">The kernel's columns, or null.</param>
internal sealed record KernelSlots(ImmutableArray<TextSpan> Places, int? Rows, int? Columns)
{
    /// <summary>The changes that write the weights backwards, which is the kernel rotated by 180 degrees.</summary>
    public IEnumerable<TextChange> Reversed(SourceText text)
    {
        for (int index = 0; index < Places.Length; index++)
        {
            string weight = text.ToString(Places[Places.Length - 1 - index]);
            if (text.ToString(Places[index]) != weight)
            {
                yield return new TextChange(Places[index], weight);
            }
        }
    }
}
