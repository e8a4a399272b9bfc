using System;

namespace ConvGen;

/// <summary>
/// Says for which vector widths the code of an assembly's kernels is generated: <c>[assembly: VectorWidths(VectorWidths.Bits128 |
/// VectorWidths.Bits256)]</c>. Without it, for all three.
/// </summary>
/// <remarks>
/// <para>Each width has code of its own, and what a processor does not have is never compiled there: leaving widths out changes no result
/// and saves text, bytes of the assembly, and time of
/// the build and of compilation ahead of time. A processor that has wider vectors than are generated computes by the widest that
/// are.</para>
/// <para>Code for single samples and for 128 bits is always generated, whatever is named: it computes what is too short for wider vectors,
/// and everything where a processor has no others.</para>
/// <para>The header of each generated file says which widths it has and which were left out.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = false)]
public sealed class VectorWidthsAttribute : Attribute
{
    /// <summary>Names the widths.</summary>
    /// <param name="widths">One width, or several joined by <c>|</c>.</param>
    public VectorWidthsAttribute(VectorWidths widths) => Widths = widths;

    /// <summary>The widths that are named.</summary>
    public VectorWidths Widths { get; }
}
