using System.Numerics;
using ConvGen.Generator.Kernels;

namespace ConvGen.Generator.Model;

/// <summary>Facts about element types.</summary>
internal static class ElementTypes
{
    public static bool IsFloating(this ElementType type) => type is ElementType.Half or ElementType.Single or ElementType.Double;

    public static bool IsInteger(this ElementType type) => !type.IsFloating();

    /// <summary>Size in bytes.</summary>
    public static int Size(this ElementType type) =>
        type switch
        {
            ElementType.Byte or ElementType.SByte => 1,
            ElementType.Int16 or ElementType.UInt16 or ElementType.Half => 2,
            ElementType.Int32 or ElementType.Single => 4,
            _ => 8,
        };

    /// <summary>The C# keyword, or the type's name from <c>global::</c> where it has none.</summary>
    public static string Keyword(this ElementType type) =>
        type switch
        {
            ElementType.Byte => "byte",
            ElementType.SByte => "sbyte",
            ElementType.Int16 => "short",
            ElementType.UInt16 => "ushort",
            ElementType.Int32 => "int",
            ElementType.Int64 => "long",
            ElementType.Half => "global::System.Half",
            ElementType.Single => "float",
            _ => "double",
        };

    /// <summary>Whether every value of another integer type is a value of this one.</summary>
    public static bool Contains(this ElementType type, ElementType other) =>
        type.Minimum() <= other.Minimum() && type.Maximum() >= other.Maximum();

    /// <summary>The value of an integer type that a number is modulo the type's size, as wrapping arithmetic has it.</summary>
    public static BigInteger Wrap(this ElementType type, BigInteger value)
    {
        BigInteger size = type.Maximum() - type.Minimum() + 1;
        return value - (IntegerMath.FloorDivide(value - type.Minimum(), size) * size);
    }

    /// <summary>The smallest value of an integer type.</summary>
    public static BigInteger Minimum(this ElementType type) =>
        type switch
        {
            ElementType.Byte or ElementType.UInt16 => BigInteger.Zero,
            ElementType.SByte => sbyte.MinValue,
            ElementType.Int16 => short.MinValue,
            ElementType.Int32 => int.MinValue,
            ElementType.Int64 => long.MinValue,
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    /// <summary>The largest value of an integer type.</summary>
    public static BigInteger Maximum(this ElementType type) =>
        type switch
        {
            ElementType.Byte => byte.MaxValue,
            ElementType.SByte => sbyte.MaxValue,
            ElementType.Int16 => short.MaxValue,
            ElementType.UInt16 => ushort.MaxValue,
            ElementType.Int32 => int.MaxValue,
            ElementType.Int64 => long.MaxValue,
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
}
