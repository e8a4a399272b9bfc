using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ConvGen.Benchmarks.Images;

namespace ConvGen.Benchmarks.Limits;

/// <summary>Multiplications of 16-bit numbers that add the products of neighbours, in registers only: twelve independent chains.</summary>
internal sealed class ShortMultiplyAddLimit(int taps) : Limit
{
    private const int Chains = 12;
    private const int Iterations = 4096;
    private static int sink;

    /// <summary>Whether the processor has the instruction.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <inheritdoc/>
    public override string Name => "multiply-add, 16 bits";

    /// <inheritdoc/>
    public override double Tolerance => 1.3;

    private static int Lanes => Vector512.IsHardwareAccelerated && Avx512BW.IsSupported ? 32 : 16;

    /// <inheritdoc/>
    public override void Run(in Placement placement) => sink = Lanes == 32 ? Run512(3) : Run256(3);

    /// <inheritdoc/>
    public override double PerSample(double nanosecondsPerCall) => nanosecondsPerCall / ((double)Chains * Iterations * Lanes) * taps;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Run512(short number)
    {
        Vector512<short> factor = Vector512.Create(number);
        Vector512<short> start = factor;
        Vector512<short> a = start,
            b = start,
            c = start,
            d = start,
            e = start,
            f = start,
            g = start,
            h = start,
            i = start,
            j = start,
            k = start,
            l = start;
        for (int n = 0; n < Iterations; n++)
        {
            a = Avx512BW.MultiplyAddAdjacent(a, factor).AsInt16();
            b = Avx512BW.MultiplyAddAdjacent(b, factor).AsInt16();
            c = Avx512BW.MultiplyAddAdjacent(c, factor).AsInt16();
            d = Avx512BW.MultiplyAddAdjacent(d, factor).AsInt16();
            e = Avx512BW.MultiplyAddAdjacent(e, factor).AsInt16();
            f = Avx512BW.MultiplyAddAdjacent(f, factor).AsInt16();
            g = Avx512BW.MultiplyAddAdjacent(g, factor).AsInt16();
            h = Avx512BW.MultiplyAddAdjacent(h, factor).AsInt16();
            i = Avx512BW.MultiplyAddAdjacent(i, factor).AsInt16();
            j = Avx512BW.MultiplyAddAdjacent(j, factor).AsInt16();
            k = Avx512BW.MultiplyAddAdjacent(k, factor).AsInt16();
            l = Avx512BW.MultiplyAddAdjacent(l, factor).AsInt16();
        }

        return Vector512.Sum(a ^ b ^ c ^ d ^ e ^ f ^ g ^ h ^ i ^ j ^ k ^ l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Run256(short number)
    {
        Vector256<short> factor = Vector256.Create(number);
        Vector256<short> start = factor;
        Vector256<short> a = start,
            b = start,
            c = start,
            d = start,
            e = start,
            f = start,
            g = start,
            h = start,
            i = start,
            j = start,
            k = start,
            l = start;
        for (int n = 0; n < Iterations; n++)
        {
            a = Avx2.MultiplyAddAdjacent(a, factor).AsInt16();
            b = Avx2.MultiplyAddAdjacent(b, factor).AsInt16();
            c = Avx2.MultiplyAddAdjacent(c, factor).AsInt16();
            d = Avx2.MultiplyAddAdjacent(d, factor).AsInt16();
            e = Avx2.MultiplyAddAdjacent(e, factor).AsInt16();
            f = Avx2.MultiplyAddAdjacent(f, factor).AsInt16();
            g = Avx2.MultiplyAddAdjacent(g, factor).AsInt16();
            h = Avx2.MultiplyAddAdjacent(h, factor).AsInt16();
            i = Avx2.MultiplyAddAdjacent(i, factor).AsInt16();
            j = Avx2.MultiplyAddAdjacent(j, factor).AsInt16();
            k = Avx2.MultiplyAddAdjacent(k, factor).AsInt16();
            l = Avx2.MultiplyAddAdjacent(l, factor).AsInt16();
        }

        return Vector256.Sum(a ^ b ^ c ^ d ^ e ^ f ^ g ^ h ^ i ^ j ^ k ^ l);
    }
}
