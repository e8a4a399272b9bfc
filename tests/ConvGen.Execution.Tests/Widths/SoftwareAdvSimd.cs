using System.Runtime.Intrinsics;

namespace ConvGen.Execution.Tests.Widths;

/// <summary>The Arm methods that generated code calls, lane by lane; with 64-bit lanes they belong to <c>AdvSimd.Arm64</c>.</summary>
public static class SoftwareAdvSimd
{
    public static bool IsSupported => true;

    public static Vector128<float> FusedMultiplyAdd(Vector128<float> addend, Vector128<float> left, Vector128<float> right)
    {
        Span<float> lanes = stackalloc float[4];
        for (int i = 0; i < lanes.Length; i++)
        {
            lanes[i] = MathF.FusedMultiplyAdd(left.GetElement(i), right.GetElement(i), addend.GetElement(i));
        }

        return Vector128.Create((ReadOnlySpan<float>)lanes);
    }

    public static Vector128<double> FusedMultiplyAdd(Vector128<double> addend, Vector128<double> left, Vector128<double> right) =>
        Vector128.Create(
            Math.FusedMultiplyAdd(left.GetElement(0), right.GetElement(0), addend.GetElement(0)),
            Math.FusedMultiplyAdd(left.GetElement(1), right.GetElement(1), addend.GetElement(1))
        );

    public static Vector128<float> FusedMultiplySubtract(Vector128<float> minuend, Vector128<float> left, Vector128<float> right) =>
        FusedMultiplyAdd(minuend, -left, right);

    public static Vector128<double> FusedMultiplySubtract(Vector128<double> minuend, Vector128<double> left, Vector128<double> right) =>
        FusedMultiplyAdd(minuend, -left, right);

    public static Vector128<float> ZipLow(Vector128<float> left, Vector128<float> right) =>
        Vector128.Create(left[0], right[0], left[1], right[1]);

    public static Vector128<double> ZipLow(Vector128<double> left, Vector128<double> right) => Vector128.Create(left[0], right[0]);

    public static Vector128<float> ZipHigh(Vector128<float> left, Vector128<float> right) =>
        Vector128.Create(left[2], right[2], left[3], right[3]);

    public static Vector128<double> ZipHigh(Vector128<double> left, Vector128<double> right) => Vector128.Create(left[1], right[1]);

    /// <summary>The low halves.</summary>
    public static Vector64<int> ExtractNarrowingLower(Vector128<long> value) =>
        Vector64.Create(unchecked((int)value.GetElement(0)), unchecked((int)value.GetElement(1)));

    /// <summary>The low halves.</summary>
    public static Vector64<uint> ExtractNarrowingLower(Vector128<ulong> value) =>
        Vector64.Create(unchecked((uint)value.GetElement(0)), unchecked((uint)value.GetElement(1)));

    public static Vector128<ulong> MultiplyWideningLower(Vector64<uint> left, Vector64<uint> right) =>
        Vector128.Create((ulong)left.GetElement(0) * right.GetElement(0), (ulong)left.GetElement(1) * right.GetElement(1));

    public static Vector128<long> MultiplyWideningLower(Vector64<int> left, Vector64<int> right) =>
        Vector128.Create((long)left.GetElement(0) * right.GetElement(0), (long)left.GetElement(1) * right.GetElement(1));
}
