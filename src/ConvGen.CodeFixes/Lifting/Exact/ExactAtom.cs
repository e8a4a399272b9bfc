global using ExactIndex = ConvGen.Analyzers.Algebra.Polynomial<ConvGen.CodeFixes.Lifting.Exact.ExactAtom>;
using Microsoft.CodeAnalysis;

namespace ConvGen.CodeFixes.Lifting.Exact;

/// <summary>What a subscript is built from, beside integers.</summary>
internal abstract record ExactAtom;

/// <summary>A loop variable, a parameter, or a local that is set once.</summary>
internal sealed record VariableAtom(ISymbol Symbol) : ExactAtom;

/// <summary>The number of elements of an array or a span along a dimension, 0 for the only one.</summary>
internal sealed record ExtentAtom(ISymbol Array, int Dimension) : ExactAtom;

/// <summary>A sum divided by a positive constant and truncated.</summary>
internal sealed record QuotientAtom(ExactIndex Dividend, int Divisor) : ExactAtom;

/// <summary>An index that was brought back into the source.</summary>
/// <param name="Inner">The index before.</param>
/// <param name="Size">The length of the axis; null where only the lower end has been seen to.</param>
/// <param name="Kind">Where an index outside ends up.</param>
/// <param name="Low">How far below 0 that holds.</param>
/// <param name="High">How far beyond the end that holds.</param>
internal sealed record FoldedAtom(ExactIndex Inner, ExactIndex? Size, FoldKind Kind, Reach Low, Reach High) : ExactAtom;

/// <summary>Where an index outside the source ends up.</summary>
internal enum FoldKind
{
    /// <summary>At the nearest end.</summary>
    Clamp,

    /// <summary>At the other end, as often as needed.</summary>
    Wrap,
}

/// <summary>How far outside the source a border rule holds.</summary>
internal enum Reach
{
    /// <summary>Not outside at all.</summary>
    None,

    /// <summary>For one length of the source; further out the index stays outside.</summary>
    Once,

    /// <summary>Everywhere.</summary>
    Always,
}

/// <summary>The number of an output along an axis, where no variable of the source counts them.</summary>
internal sealed record OutputAtom(int Axis) : ExactAtom;
