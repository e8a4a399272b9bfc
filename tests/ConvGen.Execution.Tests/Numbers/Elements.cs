using System.Numerics;
using System.Runtime.InteropServices;

namespace ConvGen.Execution.Tests.Numbers;

/// <summary>Facts about element types, stated here a second time on purpose.</summary>
internal static class Elements
{
    private static readonly (long Minimum, long Maximum)[] LongRanges =
    [
        .. Enum.GetValues<Element>()
            .Select(static type => type.IsFloating() ? (0, 0) : ((long)type.Range().Minimum, (long)type.Range().Maximum)),
    ];

    public static bool IsFloating(this Element type) => type is Element.Half or Element.Single or Element.Double;

    /// <summary>Bits of one element.</summary>
    public static int Bits(this Element type) =>
        type switch
        {
            Element.Byte or Element.SByte => 8,
            Element.Int16 or Element.UInt16 or Element.Half => 16,
            Element.Int32 or Element.Single => 32,
            _ => 64,
        };

    /// <summary>The type as a user writes it.</summary>
    public static string Keyword(this Element type) =>
        type switch
        {
            Element.Byte => "byte",
            Element.SByte => "sbyte",
            Element.Int16 => "short",
            Element.UInt16 => "ushort",
            Element.Int32 => "int",
            Element.Int64 => "long",
            Element.Half => "global::System.Half",
            Element.Single => "float",
            _ => "double",
        };

    public static Type Type(this Element type) =>
        type switch
        {
            Element.Byte => typeof(byte),
            Element.SByte => typeof(sbyte),
            Element.Int16 => typeof(short),
            Element.UInt16 => typeof(ushort),
            Element.Int32 => typeof(int),
            Element.Int64 => typeof(long),
            Element.Half => typeof(Half),
            Element.Single => typeof(float),
            _ => typeof(double),
        };

    /// <summary>The element type that <typeparamref name="T"/> is.</summary>
    public static Element Of<T>() => Known<T>.Element;

    /// <summary>Whether two numbers have the same bits; NaNs are alike.</summary>
    public static bool AreSame<T>(T a, T b)
        where T : unmanaged, INumber<T> =>
        (T.IsNaN(a) && T.IsNaN(b))
        || MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in a)).SequenceEqual(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in b)));

    /// <summary>Smallest and largest value of an integer type.</summary>
    public static (BigInteger Minimum, BigInteger Maximum) Range(this Element type) =>
        type switch
        {
            Element.Byte => (byte.MinValue, byte.MaxValue),
            Element.SByte => (sbyte.MinValue, sbyte.MaxValue),
            Element.Int16 => (short.MinValue, short.MaxValue),
            Element.UInt16 => (ushort.MinValue, ushort.MaxValue),
            Element.Int32 => (int.MinValue, int.MaxValue),
            Element.Int64 => (long.MinValue, long.MaxValue),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    /// <summary>The same as numbers of 64 bits, which hold those of all integer types.</summary>
    public static (long Minimum, long Maximum) LongRange(this Element type) => LongRanges[(int)type];

    /// <summary>A number nearest to an exact one; an integer type must be able to hold it.</summary>
    public static T Convert<T>(Fraction value)
        where T : INumber<T> =>
        Of<T>() switch
        {
            Element.Half => T.CreateChecked(Binary.ToHalf(value)),
            Element.Single => T.CreateChecked(Binary.ToSingle(value)),
            Element.Double => T.CreateChecked(Binary.ToDouble(value)),
            _ when value.Denominator.IsOne => T.CreateChecked(value.Numerator),
            _ => throw new ArgumentException($"{value} is not an integer", nameof(value)),
        };

    /// <summary>The exact value of a finite number.</summary>
    public static Fraction Exact<T>(T value)
        where T : INumber<T> =>
        Of<T>().IsFloating() ? Fraction.Of(double.CreateChecked(value)) : new Fraction(BigInteger.CreateChecked(value), 1);

    /// <summary>The element type of a type, looked up once.</summary>
    private static class Known<T>
    {
        public static readonly Element Element = Enum.GetValues<Element>().First(static type => type.Type() == typeof(T));
    }
}
