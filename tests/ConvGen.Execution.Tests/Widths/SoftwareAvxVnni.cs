using System.Runtime.Intrinsics;

namespace ConvGen.Execution.Tests.Widths;

/// <summary>
/// The AVX-VNNI methods that generated code calls, written lane by lane from the instructions' definitions (Intel 64 and IA-32
/// Architectures Software Developer's Manual, volume 2).
/// </summary>
public static class SoftwareAvxVnni
{
    private static int calls;

    /// <summary>How often products were added.</summary>
    public static int Calls => calls;

    public static bool IsSupported => true;

    /// <summary>Four products are added to each sum of 32 bits, which wraps.</summary>
    public static Vector256<int> MultiplyWideningAndAdd(Vector256<int> addend, Vector256<byte> left, Vector256<sbyte> right)
    {
        calls++;
        Span<int> sums = stackalloc int[8];
        for (int i = 0; i < 32; i++)
        {
            sums[i / 4] += left.GetElement(i) * right.GetElement(i);
        }

        return addend + Vector256.Create<int>(sums);
    }
}
