using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ConvGen.Benchmarks.Images;

namespace ConvGen.Benchmarks.Limits;

/// <summary>Copies bytes to 16-bit numbers.</summary>
internal sealed unsafe class WideningCopyLimit(Arena arena) : Limit
{
    /// <inheritdoc/>
    public override string Name => "widening copy";

    /// <inheritdoc/>
    public override double Tolerance => 1.2;

    /// <inheritdoc/>
    public override void Run(in Placement placement) => Copy((byte*)placement.Source, (short*)placement.Destination, (nint)arena.Samples);

    /// <inheritdoc/>
    public override double PerSample(double nanosecondsPerCall) => nanosecondsPerCall / arena.Samples;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(byte* source, short* destination, nint count)
    {
        nint i = 0;
        if (Vector512.IsHardwareAccelerated && Avx512BW.IsSupported)
        {
            // Stores on whole cache lines; loads may lie anywhere.
            for (; ((nint)(destination + i) & 63) != 0 && i < count; i++)
            {
                destination[i] = source[i];
            }

            for (; i <= count - 64; i += 64)
            {
                Vector512<short> low = Avx512BW.ConvertToVector512Int16(Vector256.Load(source + i));
                Vector512<short> high = Avx512BW.ConvertToVector512Int16(Vector256.Load(source + i + 32));
                low.Store(destination + i);
                high.Store(destination + i + 32);
            }
        }
        else if (Avx2.IsSupported)
        {
            for (; i <= count - 32; i += 32)
            {
                Avx2.ConvertToVector256Int16(source + i).Store(destination + i);
                Avx2.ConvertToVector256Int16(source + i + 16).Store(destination + i + 16);
            }
        }
        else
        {
            for (; i <= count - 16; i += 16)
            {
                (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(Vector128.Load(source + i));
                low.AsInt16().Store(destination + i);
                high.AsInt16().Store(destination + i + 8);
            }
        }

        for (; i < count; i++)
        {
            destination[i] = source[i];
        }
    }
}
