using ConvGen.Generator.Model;

namespace ConvGen.Generator.Kernels.Designs;

/// <summary>One argument of a designed kernel's attribute.</summary>
/// <param name="Name">The name of the constructor's parameter, or of the property.</param>
/// <param name="Bits">The number, an enum's member included, by the bits of a <c>double</c>.</param>
internal sealed record DesignArgument(string Name, long Bits);

/// <summary>The arguments of a designed kernel's attribute, those with defaults that are not written left out.</summary>
/// <param name="arguments">The arguments.</param>
internal sealed class DesignArguments(EquatableArray<DesignArgument> arguments)
{
    public bool Has(string name) => arguments.Any(argument => argument.Name == name);

    public double Value(string name, double otherwise = 0) =>
        arguments.FirstOrDefault(argument => argument.Name == name) is { } found ? BitConverter.Int64BitsToDouble(found.Bits) : otherwise;

    public int Whole(string name, int otherwise = 0) => (int)Value(name, otherwise);

    /// <summary>A number as it is written: <c>1.4</c> is fourteen tenths.</summary>
    public Rational Exact(string name, double otherwise = 0) => Rational.FromDouble(Value(name, otherwise));

    /// <summary>The fault of a number outside a range, or null.</summary>
    public DesignFault? Outside(string name, double least, double most, string remedy, double otherwise = 0) =>
        Value(name, otherwise) is var value && value >= least && value <= most ? null : DesignFault.Of(name, value, remedy);

    /// <summary>The fault of a number that is not above zero, not finite, or so large that no kernel could come of it.</summary>
    public DesignFault? NotPositive(string name, double otherwise = 0) =>
        Value(name, otherwise) is var value && value > 0 && value <= MostNumber && value >= 1 / MostNumber
            ? null
            : DesignFault.Of(
                name,
                value,
                value > 0 && !double.IsInfinity(value) ? "write a number from 1E-6 to 1E+6" : "write a number above 0"
            );

    /// <summary>The fault of a number that is not odd, or below the least.</summary>
    public DesignFault? NotOdd(string name, int least, int otherwise = 0) =>
        Whole(name, otherwise) is var value && value >= least && value % 2 != 0
            ? null
            : DesignFault.Of(name, value, FormattableString.Invariant($"write an odd number, {least} or more"));

    /// <summary>Beyond every length, frequency and factor that is meant.</summary>
    private const double MostNumber = 1E6;
}
