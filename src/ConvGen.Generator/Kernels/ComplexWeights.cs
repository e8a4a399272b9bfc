using ConvGen.Generator.Model;

namespace ConvGen.Generator.Kernels;

/// <summary>The weights of a complex kernel as written, row by row, divided by the <c>Divisor</c>.</summary>
/// <param name="Real">Their real parts.</param>
/// <param name="Imaginary">Their imaginary parts, as many.</param>
internal sealed record ComplexWeights(EquatableArray<Rational> Real, EquatableArray<Rational> Imaginary)
{
    /// <summary>The weights of a text's rows; null where all are real.</summary>
    public static ComplexWeights? Of(KernelText text) =>
        text.Rows.Any(static row => row.Imaginary.Any(static part => !part.IsZero))
            ? new(
                text.Rows.SelectMany(static row => row.Values).ToEquatableArray(),
                text.Rows.SelectMany(static row => row.Imaginary).ToEquatableArray()
            )
            : null;

    /// <summary>All weights divided.</summary>
    public ComplexWeights Divide(Rational divisor) =>
        new(Real.Select(part => part / divisor).ToEquatableArray(), Imaginary.Select(part => part / divisor).ToEquatableArray());
}
