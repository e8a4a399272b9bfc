namespace ConvGen.Generator.Model;

/// <summary>How a kernel of <paramref name="Size"/> taps moves along one axis. Lengths and positions count pixels.</summary>
/// <param name="Size">Number of taps.</param>
/// <param name="Stride">Source samples from one output to the next.</param>
/// <param name="Dilation">Source samples from one tap to the next.</param>
/// <param name="Before">Samples that the first window reaches out before the source.</param>
/// <param name="After">Padding at the end of the axis; used only by <see cref="OutputMode.Padded"/>.</param>
internal sealed record AxisGeometry(int Size, int Stride, int Dilation, int Before, int After)
{
    /// <summary>An axis that a signature does not have.</summary>
    public static AxisGeometry None { get; } = new(1, 1, 1, 0, 0);

    /// <summary>Source samples from a window's first to its last tap, both included.</summary>
    public int EffectiveSize => (Dilation * (Size - 1)) + 1;

    /// <summary>The phases that taps have, in order: the remainders of their positions by the stride. Only 0 without one.</summary>
    public int[] Phases => [.. Enumerable.Range(0, Size).Select(PhaseOf).Distinct().OrderBy(phase => phase)];

    /// <summary>The phase of a tap.</summary>
    public int PhaseOf(int tap) => tap * Dilation % Stride;
}
