using ConvGen.Generator.Kernels;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>One term of the sum of an output sample: a weight times a sample, or times the sum or difference of two.</summary>
/// <param name="Row">Row in the kernel as applied.</param>
/// <param name="Column">Column in the kernel as applied.</param>
/// <param name="Weight">The exact weight, the divisor included; zero when it arrives at run time.</param>
/// <param name="Mirror">The second sample, or null.</param>
/// <param name="Group">The group of terms of the same weight, or of its opposite, that are added before they are multiplied; null for a
/// term of its own.</param>
internal sealed record Tap(int Row, int Column, Rational Weight, Mirror? Mirror = null, int? Group = null)
{
    /// <summary>How many samples it has.</summary>
    public int Samples => Mirror is null ? 1 : 2;

    /// <summary>The last kernel row that the term needs.</summary>
    public int LastRow => Math.Max(Row, Mirror?.Row ?? 0);

    /// <summary>Whether its two samples lie in different rows.</summary>
    public bool SpansRows => Mirror is { } mirror && mirror.Row != Row;
}

/// <summary>The sample that shares a tap's weight, because the kernel is symmetric or antisymmetric.</summary>
/// <param name="Row">Row in the kernel as applied.</param>
/// <param name="Column">Column in the kernel as applied.</param>
/// <param name="IsNegative">Whether it is subtracted from the tap's own sample.</param>
internal sealed record Mirror(int Row, int Column, bool IsNegative);
