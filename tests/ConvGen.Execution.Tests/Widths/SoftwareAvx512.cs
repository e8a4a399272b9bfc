using System.Runtime.Intrinsics;

namespace ConvGen.Execution.Tests.Widths;

/// <summary>
/// The AVX-512 methods that generated code calls, written lane by lane from the instructions' definitions (Intel 64 and IA-32 Architectures
/// Software
/// Developer's Manual, volume 2), so that 512-bit code runs on any processor.
/// </summary>
public static partial class SoftwareAvx512
{
    private static int questions;

    /// <summary>How often code asked whether the instructions are there, which it does before it uses them.</summary>
    public static int Questions => questions;

    public static bool IsSupported => Interlocked.Increment(ref questions) > 0;

    /// <summary>Run more often than all others together, and so without an object for each.</summary>
    public static Vector512<float> FusedMultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> c)
    {
        Span<float> lanes = stackalloc float[16];
        for (int i = 0; i < lanes.Length; i++)
        {
            lanes[i] = MathF.FusedMultiplyAdd(a.GetElement(i), b.GetElement(i), c.GetElement(i));
        }

        return Vector512.Create((ReadOnlySpan<float>)lanes);
    }

    public static Vector512<double> FusedMultiplyAdd(Vector512<double> a, Vector512<double> b, Vector512<double> c)
    {
        Span<double> lanes = stackalloc double[8];
        for (int i = 0; i < lanes.Length; i++)
        {
            lanes[i] = Math.FusedMultiplyAdd(a.GetElement(i), b.GetElement(i), c.GetElement(i));
        }

        return Vector512.Create((ReadOnlySpan<double>)lanes);
    }

    public static Vector512<float> FusedMultiplyAddNegated(Vector512<float> a, Vector512<float> b, Vector512<float> c) =>
        Vector512.Create(Lanes(16, i => MathF.FusedMultiplyAdd(-a.GetElement(i), b.GetElement(i), c.GetElement(i))));

    public static Vector512<double> FusedMultiplyAddNegated(Vector512<double> a, Vector512<double> b, Vector512<double> c) =>
        Vector512.Create(Lanes(8, i => Math.FusedMultiplyAdd(-a.GetElement(i), b.GetElement(i), c.GetElement(i))));

    public static Vector512<short> ConvertToVector512Int16(Vector256<byte> value) =>
        Vector512.Create(Lanes(32, i => (short)value.GetElement(i)));

    public static Vector512<short> ConvertToVector512Int16(Vector256<sbyte> value) =>
        Vector512.Create(Lanes(32, i => (short)value.GetElement(i)));

    public static Vector512<int> ConvertToVector512Int32(Vector128<byte> value) =>
        Vector512.Create(Lanes(16, i => (int)value.GetElement(i)));

    public static Vector512<int> ConvertToVector512Int32(Vector128<sbyte> value) =>
        Vector512.Create(Lanes(16, i => (int)value.GetElement(i)));

    public static Vector512<int> ConvertToVector512Int32(Vector256<short> value) =>
        Vector512.Create(Lanes(16, i => (int)value.GetElement(i)));

    public static Vector512<int> ConvertToVector512Int32(Vector256<ushort> value) =>
        Vector512.Create(Lanes(16, i => (int)value.GetElement(i)));

    /// <summary>The lower eight of sixteen bytes.</summary>
    public static Vector512<long> ConvertToVector512Int64(Vector128<byte> value) =>
        Vector512.Create(Lanes(8, i => (long)value.GetElement(i)));

    /// <summary>The lower eight of sixteen bytes.</summary>
    public static Vector512<long> ConvertToVector512Int64(Vector128<sbyte> value) =>
        Vector512.Create(Lanes(8, i => (long)value.GetElement(i)));

    public static Vector512<long> ConvertToVector512Int64(Vector128<short> value) =>
        Vector512.Create(Lanes(8, i => (long)value.GetElement(i)));

    public static Vector512<long> ConvertToVector512Int64(Vector128<ushort> value) =>
        Vector512.Create(Lanes(8, i => (long)value.GetElement(i)));

    public static Vector512<long> ConvertToVector512Int64(Vector256<int> value) =>
        Vector512.Create(Lanes(8, i => (long)value.GetElement(i)));

    public static Vector512<double> ConvertToVector512Double(Vector256<float> value) =>
        Vector512.Create(Lanes(8, i => (double)value.GetElement(i)));

    public static Vector512<double> ConvertToVector512Double(Vector256<int> value) =>
        Vector512.Create(Lanes(8, i => (double)value.GetElement(i)));

    /// <summary>What no <c>int</c> holds becomes the smallest one.</summary>
    public static Vector256<int> ConvertToVector256Int32WithTruncation(Vector512<double> value) =>
        Vector256.Create(
            Lanes(8, i => value.GetElement(i) is > int.MinValue - 1.0 and < int.MaxValue + 1.0 ? (int)value.GetElement(i) : int.MinValue)
        );

    /// <summary>What no <c>int</c> holds becomes the smallest one.</summary>
    public static Vector512<int> ConvertToVector512Int32WithTruncation(Vector512<float> value) =>
        Vector512.Create(
            Lanes(16, i => value.GetElement(i) is >= int.MinValue and < -(float)int.MinValue ? (int)value.GetElement(i) : int.MinValue)
        );

    /// <summary>Products of every other number.</summary>
    public static Vector512<long> Multiply(Vector512<int> left, Vector512<int> right) =>
        Vector512.Create(Lanes(8, i => (long)left.GetElement(2 * i) * right.GetElement(2 * i)));

    /// <summary>Products of every other number.</summary>
    public static Vector512<ulong> Multiply(Vector512<uint> left, Vector512<uint> right) =>
        Vector512.Create(Lanes(8, i => (ulong)left.GetElement(2 * i) * right.GetElement(2 * i)));

    public static Vector512<ushort> MultiplyHigh(Vector512<ushort> left, Vector512<ushort> right) =>
        Vector512.Create(Lanes(32, i => (ushort)(((uint)left.GetElement(i) * right.GetElement(i)) >> 16)));

    /// <summary>Each sum of two products is saturated.</summary>
    public static Vector512<short> MultiplyAddAdjacent(Vector512<byte> left, Vector512<sbyte> right) =>
        Vector512.Create(
            Lanes(
                32,
                i =>
                    (short)
                        Math.Clamp(
                            (left.GetElement(2 * i) * right.GetElement(2 * i))
                                + (left.GetElement((2 * i) + 1) * right.GetElement((2 * i) + 1)),
                            short.MinValue,
                            short.MaxValue
                        )
            )
        );

    /// <summary>Each sum of two products wraps, which four times the smallest number leads to.</summary>
    public static Vector512<int> MultiplyAddAdjacent(Vector512<short> left, Vector512<short> right)
    {
        Span<int> lanes = stackalloc int[16];
        for (int i = 0; i < lanes.Length; i++)
        {
            lanes[i] = unchecked(
                (left.GetElement(2 * i) * right.GetElement(2 * i)) + (left.GetElement((2 * i) + 1) * right.GetElement((2 * i) + 1))
            );
        }

        return Vector512.Create((ReadOnlySpan<int>)lanes);
    }

    public static Vector512<byte> PackUnsignedSaturate(Vector512<short> left, Vector512<short> right) =>
        Vector512.Create(
            Packed(8, i => left.GetElement(i), i => right.GetElement(i), value => (byte)Math.Clamp(value, byte.MinValue, byte.MaxValue))
        );

    public static Vector512<ushort> PackUnsignedSaturate(Vector512<int> left, Vector512<int> right) =>
        Vector512.Create(
            Packed(
                4,
                i => left.GetElement(i),
                i => right.GetElement(i),
                value => (ushort)Math.Clamp(value, ushort.MinValue, ushort.MaxValue)
            )
        );

    public static Vector512<sbyte> PackSignedSaturate(Vector512<short> left, Vector512<short> right) =>
        Vector512.Create(
            Packed(8, i => left.GetElement(i), i => right.GetElement(i), value => (sbyte)Math.Clamp(value, sbyte.MinValue, sbyte.MaxValue))
        );

    public static Vector512<short> PackSignedSaturate(Vector512<int> left, Vector512<int> right) =>
        Vector512.Create(
            Packed(4, i => left.GetElement(i), i => right.GetElement(i), value => (short)Math.Clamp(value, short.MinValue, short.MaxValue))
        );

    /// <summary>Within each lane of 16 bytes; an index with its top bit set gives zero.</summary>
    public static Vector512<byte> Shuffle(Vector512<byte> value, Vector512<byte> mask) =>
        Vector512.Create(
            Lanes(64, i => (mask.GetElement(i) & 0x80) != 0 ? (byte)0 : value.GetElement((i / 16 * 16) + (mask.GetElement(i) & 0xF)))
        );

    public static Vector512<int> PermuteVar16x32(Vector512<int> value, Vector512<int> control) =>
        Vector512.Create(Lanes(16, i => value.GetElement(control.GetElement(i) & 15)));

    public static Vector512<long> PermuteVar8x64(Vector512<long> value, Vector512<long> control) =>
        Vector512.Create(Lanes(8, i => value.GetElement((int)(control.GetElement(i) & 7))));

    /// <summary>Indices count through both vectors.</summary>
    public static Vector512<int> PermuteVar16x32x2(Vector512<int> lower, Vector512<int> indices, Vector512<int> upper) =>
        Vector512.Create(
            Lanes(
                16,
                i =>
                    (indices.GetElement(i) & 16) == 0
                        ? lower.GetElement(indices.GetElement(i) & 15)
                        : upper.GetElement(indices.GetElement(i) & 15)
            )
        );

    /// <summary>Indices count through both vectors.</summary>
    public static Vector512<float> PermuteVar16x32x2(Vector512<float> lower, Vector512<int> indices, Vector512<float> upper) =>
        Vector512.Create(
            Lanes(
                16,
                i =>
                    (indices.GetElement(i) & 16) == 0
                        ? lower.GetElement(indices.GetElement(i) & 15)
                        : upper.GetElement(indices.GetElement(i) & 15)
            )
        );

    /// <summary>Indices count through both vectors.</summary>
    public static Vector512<double> PermuteVar8x64x2(Vector512<double> lower, Vector512<long> indices, Vector512<double> upper) =>
        Vector512.Create(
            Lanes(
                8,
                i =>
                    (indices.GetElement(i) & 8) == 0
                        ? lower.GetElement((int)indices.GetElement(i) & 7)
                        : upper.GetElement((int)indices.GetElement(i) & 7)
            )
        );

    /// <summary>Indices count through both vectors.</summary>
    public static Vector512<short> PermuteVar32x16x2(Vector512<short> lower, Vector512<short> indices, Vector512<short> upper) =>
        Vector512.Create(
            Lanes(
                32,
                i =>
                    (indices.GetElement(i) & 32) == 0
                        ? lower.GetElement(indices.GetElement(i) & 31)
                        : upper.GetElement(indices.GetElement(i) & 31)
            )
        );

    /// <summary>Indices count through both vectors.</summary>
    public static Vector512<ushort> PermuteVar32x16x2(Vector512<ushort> lower, Vector512<ushort> indices, Vector512<ushort> upper) =>
        Vector512.Create(
            Lanes(
                32,
                i =>
                    (indices.GetElement(i) & 32) == 0
                        ? lower.GetElement(indices.GetElement(i) & 31)
                        : upper.GetElement(indices.GetElement(i) & 31)
            )
        );

    public static Vector512<short> UnpackLow(Vector512<short> left, Vector512<short> right) =>
        Vector512.Create(Lanes(32, i => Unpacked(left, right, i, 0)));

    public static Vector512<short> UnpackHigh(Vector512<short> left, Vector512<short> right) =>
        Vector512.Create(Lanes(32, i => Unpacked(left, right, i, 4)));

    public static Vector512<byte> UnpackLow(Vector512<byte> left, Vector512<byte> right) =>
        Vector512.Create(Lanes(64, i => Unpacked(left, right, i, 0)));

    public static Vector512<byte> UnpackHigh(Vector512<byte> left, Vector512<byte> right) =>
        Vector512.Create(Lanes(64, i => Unpacked(left, right, i, 8)));

    public static Vector512<float> UnpackLow(Vector512<float> left, Vector512<float> right) =>
        Vector512.Create(Lanes(16, i => Unpacked(left, right, i, 0)));

    public static Vector512<float> UnpackHigh(Vector512<float> left, Vector512<float> right) =>
        Vector512.Create(Lanes(16, i => Unpacked(left, right, i, 2)));

    public static Vector512<double> UnpackLow(Vector512<double> left, Vector512<double> right) =>
        Vector512.Create(Lanes(8, i => Unpacked(left, right, i, 0)));

    public static Vector512<double> UnpackHigh(Vector512<double> left, Vector512<double> right) =>
        Vector512.Create(Lanes(8, i => Unpacked(left, right, i, 1)));

    public static Vector512<float> Shuffle4x128(Vector512<float> left, Vector512<float> right, byte control) =>
        Vector512.Create(Lanes(16, i => Chosen(left, right, i, control)));

    public static Vector512<double> Shuffle4x128(Vector512<double> left, Vector512<double> right, byte control) =>
        Vector512.Create(Lanes(8, i => Chosen(left, right, i, control)));

    /// <summary>Two lanes of 128 bits of the first vector, and then two of the second; two bits of the control say which.</summary>
    private static T Chosen<T>(Vector512<T> left, Vector512<T> right, int place, byte control)
    {
        int count = Vector128<T>.Count,
            lane = place / count;
        int source = (((control >> (2 * lane)) & 3) * count) + (place % count);
        return lane < 2 ? left.GetElement(source) : right.GetElement(source);
    }

    /// <summary>
    /// In each lane of 128 bits, half of the first vector's numbers, from a place in the lane on, alternate with those of the second.
    /// </summary>
    private static T Unpacked<T>(Vector512<T> left, Vector512<T> right, int place, int first)
    {
        int lane = Vector128<T>.Count;
        int source = (place / lane * lane) + first + (place % lane / 2);
        return place % 2 == 0 ? left.GetElement(source) : right.GetElement(source);
    }

    public static Vector512<float> Max(Vector512<float> left, Vector512<float> right) =>
        Vector512.Create(Lanes(16, i => left.GetElement(i) > right.GetElement(i) ? left.GetElement(i) : right.GetElement(i)));

    public static Vector512<float> Min(Vector512<float> left, Vector512<float> right) =>
        Vector512.Create(Lanes(16, i => left.GetElement(i) < right.GetElement(i) ? left.GetElement(i) : right.GetElement(i)));

    private static T[] Lanes<T>(int count, Func<int, T> lane) => [.. Enumerable.Range(0, count).Select(lane)];

    /// <summary>In each lane of 128 bits, the numbers of the first vector's lane and then those of the second's.</summary>
    private static T[] Packed<T>(int perLane, Func<int, int> left, Func<int, int> right, Func<int, T> saturate) =>
        Lanes(
            8 * perLane,
            i =>
            {
                int lane = i / (2 * perLane),
                    place = i % (2 * perLane);
                return saturate(place < perLane ? left((lane * perLane) + place) : right((lane * perLane) + place - perLane));
            }
        );
}
