using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Weights.Tracing;

/// <summary>A kernel on its way through the code: what was written, and what has happened to it so far.</summary>
/// <param name="Symmetry">How its weights behave under reversal.</param>
/// <param name="Flips">On which axes they are reversed now; null where something happened that is not understood.</param>
/// <param name="Symbol">The local, parameter, field or property that the weights come from.</param>
/// <param name="Literal">The initialiser with the weights.</param>
/// <param name="Values">The weights as written, in row-major order.</param>
/// <param name="Shape">Its extents, outermost first.</param>
/// <param name="Reversals">What reversed it, in order.</param>
internal sealed record KernelTrace(
    Symmetry Symmetry,
    AxisFlips? Flips,
    ISymbol? Symbol,
    SyntaxNode? Literal,
    ImmutableArray<double>? Values,
    ImmutableArray<int>? Shape,
    ImmutableArray<IOperation> Reversals
)
{
    /// <summary>Nothing is known.</summary>
    public static KernelTrace Unknown { get; } = new(Symmetry.Unknown, null, null, null, null, null, ImmutableArray<IOperation>.Empty);

    /// <summary>Weights that are not known here and that nobody has reversed.</summary>
    public static KernelTrace Opaque { get; } = Unknown with { Flips = AxisFlips.None };

    /// <summary>Weights that are known to be symmetric, without being known.</summary>
    public static KernelTrace Symmetric { get; } = Opaque with { Symmetry = Symmetry.Symmetric };

    /// <summary>Whether anything may be concluded.</summary>
    public bool IsKnown => Flips is not null;

    /// <summary>The same weights, reversed on some axes.</summary>
    public KernelTrace Reverse(AxisFlips? axes, IOperation reversal) =>
        axes is null || Flips is null ? Unknown : this with { Flips = Flips ^ axes, Reversals = Reversals.Add(reversal) };

    /// <summary>The same weights under a name that may say a symmetric design, which counts only where they are not known.</summary>
    public KernelTrace Designed(string name) =>
        IsKnown && Symmetry == Symmetry.Unknown && Values is null && DesignWords.AreSymmetric(name)
            ? this with
            {
                Symmetry = Symmetry.Symmetric,
            }
            : this;

    /// <summary>Other weights in the same place, of which only their order is known.</summary>
    public KernelTrace Refilled() => this with { Symmetry = Symmetry.Unknown, Literal = null, Values = null };

    /// <summary>The same weights in another shape.</summary>
    public KernelTrace Reshaped(ImmutableArray<int>? shape)
    {
        bool keepsPlane =
            shape is { } after && Shape is { } before && WeightSymmetry.Plane(after) is { } plane && plane == WeightSymmetry.Plane(before);
        return keepsPlane || Flips is AxisFlips.None or AxisFlips.All
            ? this with
            {
                Shape = shape,
                Symmetry = WeightSymmetry.IsSpatial(shape) ? Symmetry : Symmetry.Unknown,
            }
            : Unknown;
    }

    /// <summary>What a rule is told.</summary>
    public KernelReading ToReading() =>
        Orientation() is var orientation && orientation == Weights.Orientation.Unknown
            ? KernelReading.Unknown with
            {
                Symbol = Symbol,
            }
            : new KernelReading(Symmetry, orientation, Symbol, Literal, Values, Shape, Reversals);

    private Orientation Orientation() =>
        Flips switch
        {
            null => Weights.Orientation.Unknown,
            AxisFlips.None => Weights.Orientation.AsWritten,
            AxisFlips.All => Weights.Orientation.Reversed,
            AxisFlips.EitherAxis => Weights.Orientation.ReversedOnOneAxis,
            AxisFlips.Rows or AxisFlips.Columns => OneAxis(),
            _ => Weights.Orientation.Unknown,
        };

    /// <summary>One reversed axis: a row or a column has no other, and a kernel that is symmetric on that axis does not change.</summary>
    private Orientation OneAxis()
    {
        if (Shape is not { } shape || WeightSymmetry.Plane(shape) is not { } plane)
        {
            return Weights.Orientation.Unknown;
        }

        bool alongColumns = Flips == AxisFlips.Columns;
        if (plane.Rows == 1 || plane.Columns == 1)
        {
            return (alongColumns ? plane.Columns : plane.Rows) == 1 ? Weights.Orientation.AsWritten : Weights.Orientation.Reversed;
        }

        return Values is { } values && values.Length == plane.Rows * plane.Columns
            ? WeightSymmetry.OneAxis(values, plane.Rows, plane.Columns, alongColumns)
            : Weights.Orientation.ReversedOnOneAxis;
    }
}
