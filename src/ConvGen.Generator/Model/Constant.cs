namespace ConvGen.Generator.Model;

/// <summary>
/// A <c>double</c> constant that compares by its bits, so that <c>-0.0</c> and <c>0.0</c> differ and a NaN equals itself.
/// </summary>
internal readonly record struct Constant(long Bits)
{
    public double Value => BitConverter.Int64BitsToDouble(Bits);

    public static Constant Of(double value) => new(BitConverter.DoubleToInt64Bits(value));
}
