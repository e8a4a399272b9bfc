using System.Runtime.Intrinsics;

namespace ConvGen.Execution.Tests.Compilation;

/// <summary>
/// For which vectors batches have code. A machine runs one width of them, and to compile the others takes the compiler half as long again:
/// every fourth batch has all, as an assembly has that names none, and the rest what runs here.
/// </summary>
internal static class BatchWidths
{
    /// <summary>One batch in so many has code for all widths.</summary>
    private const int Period = 4;

    /// <summary>The width that generated code takes on this machine; the code beside it is for 128 bits and for single samples.</summary>
    public static VectorWidths Here { get; } =
        Vector512.IsHardwareAccelerated ? VectorWidths.Bits512
        : Vector256.IsHardwareAccelerated ? VectorWidths.Bits256
        : VectorWidths.Bits128;

    /// <summary>The widths of a batch, always the same for the same number.</summary>
    public static VectorWidths Of(int batch) => HasAll(batch) ? VectorWidths.None : Here;

    /// <summary>Whether a batch has code for all widths.</summary>
    public static bool HasAll(int batch) => batch % Period == 0;
}
