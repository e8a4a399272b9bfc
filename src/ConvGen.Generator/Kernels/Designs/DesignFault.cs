namespace ConvGen.Generator.Kernels.Designs;

/// <summary>Why a design cannot be computed.</summary>
/// <param name="Argument">The argument that is wrong; empty where it is the kernel as a whole.</param>
/// <param name="Other">What the argument contradicts; null where it is wrong by itself.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Remedy">What to write instead.</param>
internal sealed record DesignFault(string Argument, string? Other, string Found, string Remedy)
{
    public static DesignFault Of(string argument, double value, string remedy) =>
        new(
            argument,
            null,
            value switch
            {
                double.NaN => "NaN",
                double.PositiveInfinity => "positive infinity",
                double.NegativeInfinity => "negative infinity",
                _ => ShortestDecimal.Of(value).ToString(),
            },
            remedy
        );

    /// <summary>Two arguments that contradict each other.</summary>
    public static DesignFault Clash(string argument, string other, string remedy) => new(argument, other, "", remedy);
}
