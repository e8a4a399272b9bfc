using System.Buffers.Binary;
using System.Numerics;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Tests.Lowering;

/// <summary>An element of a value: a whole number or, for floating point, a number that the type holds.</summary>
internal readonly record struct Lane(BigInteger Whole, double Real)
{
    public static Lane Of(ElementType type, BigInteger value) =>
        type.IsFloating() ? Of(type, (double)value) : new Lane(type.Wrap(value), 0);

    public static Lane Of(ElementType type, double value) => new(BigInteger.Zero, type == ElementType.Single ? (float)value : value);

    public static Lane Add(ElementType type, Lane left, Lane right) =>
        type.IsFloating()
            ? type == ElementType.Single
                ? new(0, (float)left.Real + (float)right.Real)
                : new(0, left.Real + right.Real)
            : Of(type, left.Whole + right.Whole);

    public static Lane Multiply(ElementType type, Lane left, Lane right) =>
        type.IsFloating()
            ? type == ElementType.Single
                ? new(0, (float)left.Real * (float)right.Real)
                : new(0, left.Real * right.Real)
            : Of(type, left.Whole * right.Whole);

    public static Lane Fused(ElementType type, Lane left, Lane right, Lane sum) =>
        type switch
        {
            ElementType.Single => new(0, MathF.FusedMultiplyAdd((float)left.Real, (float)right.Real, (float)sum.Real)),
            ElementType.Double => new(0, Math.FusedMultiplyAdd(left.Real, right.Real, sum.Real)),
            _ => Of(type, (left.Whole * right.Whole) + sum.Whole),
        };

    public static Lane Negate(ElementType type, Lane value) => type.IsFloating() ? new(0, -value.Real) : Of(type, -value.Whole);

    /// <summary>The bits, from the lowest byte.</summary>
    public static byte[] Bytes(ElementType type, Lane value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)(value.Whole & ulong.MaxValue));
        return bytes[..type.Size()];
    }

    /// <summary>The whole number that bits are.</summary>
    public static Lane FromBytes(ElementType type, ReadOnlySpan<byte> bytes) => Of(type, new BigInteger(bytes, isUnsigned: true));
}
