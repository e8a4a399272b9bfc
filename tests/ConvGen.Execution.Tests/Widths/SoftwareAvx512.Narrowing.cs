using System.Runtime.Intrinsics;

namespace ConvGen.Execution.Tests.Widths;

/// <summary>The methods that narrow numbers, with and without saturation. What a vector has beyond them is zero.</summary>
public static partial class SoftwareAvx512
{
    /// <summary>The lowest bytes.</summary>
    public static Vector128<byte> ConvertToVector128Byte(Vector512<int> value) =>
        Vector128.Create(Lanes(16, i => unchecked((byte)value.GetElement(i))));

    /// <summary>The lowest bytes.</summary>
    public static Vector128<sbyte> ConvertToVector128SByte(Vector512<int> value) =>
        Vector128.Create(Lanes(16, i => unchecked((sbyte)value.GetElement(i))));

    /// <summary>The lowest bits.</summary>
    public static Vector256<short> ConvertToVector256Int16(Vector512<int> value) =>
        Vector256.Create(Lanes(16, i => unchecked((short)value.GetElement(i))));

    /// <summary>The lowest bits.</summary>
    public static Vector256<ushort> ConvertToVector256UInt16(Vector512<int> value) =>
        Vector256.Create(Lanes(16, i => unchecked((ushort)value.GetElement(i))));

    /// <summary>The lowest bits.</summary>
    public static Vector128<byte> ConvertToVector128Byte(Vector512<long> value) =>
        Vector128.Create(Lanes(16, i => i < 8 ? unchecked((byte)value.GetElement(i)) : default));

    /// <summary>The lowest bits.</summary>
    public static Vector128<sbyte> ConvertToVector128SByte(Vector512<long> value) =>
        Vector128.Create(Lanes(16, i => i < 8 ? unchecked((sbyte)value.GetElement(i)) : default));

    /// <summary>The lowest bits.</summary>
    public static Vector128<short> ConvertToVector128Int16(Vector512<long> value) =>
        Vector128.Create(Lanes(8, i => unchecked((short)value.GetElement(i))));

    /// <summary>The lowest bits.</summary>
    public static Vector128<ushort> ConvertToVector128UInt16(Vector512<long> value) =>
        Vector128.Create(Lanes(8, i => unchecked((ushort)value.GetElement(i))));

    /// <summary>The lowest bits.</summary>
    public static Vector256<int> ConvertToVector256Int32(Vector512<long> value) =>
        Vector256.Create(Lanes(8, i => unchecked((int)value.GetElement(i))));

    /// <summary>The nearest numbers that the type holds.</summary>
    public static Vector128<sbyte> ConvertToVector128SByteWithSaturation(Vector512<int> value) =>
        Vector128.Create(Lanes(16, i => sbyte.CreateSaturating(value.GetElement(i))));

    /// <summary>The nearest numbers that the type holds.</summary>
    public static Vector256<short> ConvertToVector256Int16WithSaturation(Vector512<int> value) =>
        Vector256.Create(Lanes(16, i => short.CreateSaturating(value.GetElement(i))));

    /// <summary>The nearest numbers that the type holds.</summary>
    public static Vector128<byte> ConvertToVector128ByteWithSaturation(Vector512<uint> value) =>
        Vector128.Create(Lanes(16, i => byte.CreateSaturating(value.GetElement(i))));

    /// <summary>The nearest numbers that the type holds.</summary>
    public static Vector256<ushort> ConvertToVector256UInt16WithSaturation(Vector512<uint> value) =>
        Vector256.Create(Lanes(16, i => ushort.CreateSaturating(value.GetElement(i))));

    /// <summary>The nearest numbers that the type holds.</summary>
    public static Vector128<sbyte> ConvertToVector128SByteWithSaturation(Vector512<long> value) =>
        Vector128.Create(Lanes(16, i => i < 8 ? sbyte.CreateSaturating(value.GetElement(i)) : default));

    /// <summary>The nearest numbers that the type holds.</summary>
    public static Vector128<short> ConvertToVector128Int16WithSaturation(Vector512<long> value) =>
        Vector128.Create(Lanes(8, i => short.CreateSaturating(value.GetElement(i))));

    /// <summary>The nearest numbers that the type holds.</summary>
    public static Vector256<int> ConvertToVector256Int32WithSaturation(Vector512<long> value) =>
        Vector256.Create(Lanes(8, i => int.CreateSaturating(value.GetElement(i))));

    /// <summary>The nearest numbers that the type holds.</summary>
    public static Vector128<byte> ConvertToVector128ByteWithSaturation(Vector512<ulong> value) =>
        Vector128.Create(Lanes(16, i => i < 8 ? byte.CreateSaturating(value.GetElement(i)) : default));

    /// <summary>The nearest numbers that the type holds.</summary>
    public static Vector128<ushort> ConvertToVector128UInt16WithSaturation(Vector512<ulong> value) =>
        Vector128.Create(Lanes(8, i => ushort.CreateSaturating(value.GetElement(i))));
}
