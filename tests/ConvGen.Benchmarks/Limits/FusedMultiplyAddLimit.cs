using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using ConvGen.Benchmarks.Images;

namespace ConvGen.Benchmarks.Limits;

/// <summary>
/// Fused multiply-adds of <c>float</c> in registers only: twelve independent chains, more than any processor has in flight.
/// </summary>
internal sealed class FusedMultiplyAddLimit(double taps, double tolerance) : Limit
{
    private const int Chains = 12;
    private const int Iterations = 4096;
    private static float sink;

    /// <summary>Whether the processor has the instruction.</summary>
    public static bool IsSupported => Fma.IsSupported || AdvSimd.IsSupported;

    /// <inheritdoc/>
    public override string Name => "multiply-add, float";

    /// <inheritdoc/>
    public override double Tolerance => tolerance;

    private static int Lanes =>
        Vector512.IsHardwareAccelerated ? 16
        : Vector256.IsHardwareAccelerated ? 8
        : 4;

    /// <inheritdoc/>
    public override void Run(in Placement placement) =>
        sink =
            Lanes == 16 ? Run512(0.5f)
            : Lanes == 8 ? Run256(0.5f)
            : Run128(0.5f);

    /// <inheritdoc/>
    public override double PerSample(double nanosecondsPerCall) => nanosecondsPerCall / ((double)Chains * Iterations * Lanes) * taps;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Run512(float start)
    {
        Vector512<float> factor = Vector512.Create(start);
        Vector512<float> a = factor,
            b = factor,
            c = factor,
            d = factor,
            e = factor,
            f = factor,
            g = factor,
            h = factor,
            i = factor,
            j = factor,
            k = factor,
            l = factor;
        for (int n = 0; n < Iterations; n++)
        {
            a = Vector512.FusedMultiplyAdd(a, factor, factor);
            b = Vector512.FusedMultiplyAdd(b, factor, factor);
            c = Vector512.FusedMultiplyAdd(c, factor, factor);
            d = Vector512.FusedMultiplyAdd(d, factor, factor);
            e = Vector512.FusedMultiplyAdd(e, factor, factor);
            f = Vector512.FusedMultiplyAdd(f, factor, factor);
            g = Vector512.FusedMultiplyAdd(g, factor, factor);
            h = Vector512.FusedMultiplyAdd(h, factor, factor);
            i = Vector512.FusedMultiplyAdd(i, factor, factor);
            j = Vector512.FusedMultiplyAdd(j, factor, factor);
            k = Vector512.FusedMultiplyAdd(k, factor, factor);
            l = Vector512.FusedMultiplyAdd(l, factor, factor);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Run256(float start)
    {
        Vector256<float> factor = Vector256.Create(start);
        Vector256<float> a = factor,
            b = factor,
            c = factor,
            d = factor,
            e = factor,
            f = factor,
            g = factor,
            h = factor,
            i = factor,
            j = factor,
            k = factor,
            l = factor;
        for (int n = 0; n < Iterations; n++)
        {
            a = Vector256.FusedMultiplyAdd(a, factor, factor);
            b = Vector256.FusedMultiplyAdd(b, factor, factor);
            c = Vector256.FusedMultiplyAdd(c, factor, factor);
            d = Vector256.FusedMultiplyAdd(d, factor, factor);
            e = Vector256.FusedMultiplyAdd(e, factor, factor);
            f = Vector256.FusedMultiplyAdd(f, factor, factor);
            g = Vector256.FusedMultiplyAdd(g, factor, factor);
            h = Vector256.FusedMultiplyAdd(h, factor, factor);
            i = Vector256.FusedMultiplyAdd(i, factor, factor);
            j = Vector256.FusedMultiplyAdd(j, factor, factor);
            k = Vector256.FusedMultiplyAdd(k, factor, factor);
            l = Vector256.FusedMultiplyAdd(l, factor, factor);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Run128(float start)
    {
        Vector128<float> factor = Vector128.Create(start);
        Vector128<float> a = factor,
            b = factor,
            c = factor,
            d = factor,
            e = factor,
            f = factor,
            g = factor,
            h = factor,
            i = factor,
            j = factor,
            k = factor,
            l = factor;
        for (int n = 0; n < Iterations; n++)
        {
            a = Vector128.FusedMultiplyAdd(a, factor, factor);
            b = Vector128.FusedMultiplyAdd(b, factor, factor);
            c = Vector128.FusedMultiplyAdd(c, factor, factor);
            d = Vector128.FusedMultiplyAdd(d, factor, factor);
            e = Vector128.FusedMultiplyAdd(e, factor, factor);
            f = Vector128.FusedMultiplyAdd(f, factor, factor);
            g = Vector128.FusedMultiplyAdd(g, factor, factor);
            h = Vector128.FusedMultiplyAdd(h, factor, factor);
            i = Vector128.FusedMultiplyAdd(i, factor, factor);
            j = Vector128.FusedMultiplyAdd(j, factor, factor);
            k = Vector128.FusedMultiplyAdd(k, factor, factor);
            l = Vector128.FusedMultiplyAdd(l, factor, factor);
        }

        return Vector128.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
