namespace ConvGen.Generator.Planning.Layers;

/// <summary>
/// The error bound of minimal filtering with four results a side, in units of <c>eps * norm(w) * norm(x)</c>, where <c>eps</c> is the
/// largest relative error of one rounding.
/// </summary>
/// <remarks>
/// A result is <c>sum of a * (g . w) * (b . x)</c> over the places of a tile and the input channels, with a, g and b rows of the three
/// transforms' matrices. Computed, each product in it is rounded at most as often as the chain
/// is long that it takes part in: twice for each axis of the samples, once for the weight, once for each input channel, three times for
/// each axis of the results, and once with the bias. So the error is at most so many
/// roundings of the same sum with all signs positive, and that is a bilinear form of the magnitudes of weights and samples of each channel,
/// whose norm is the product of those of both axes; by the inequality of Cauchy and
/// Schwarz it is at most that norm times <c>norm(w) * norm(x)</c>. Terms of higher order are below a hundredth.
/// </remarks>
internal static class MinimalError
{
    /// <summary>Roundings but for those of the input channels.</summary>
    private const int Others = (2 * 2) + 1 + (2 * 3) + 1;

    /// <summary>
    /// The largest norm of <c>sum over i of |a(o, i)| * |g(i)| * transposed(|b(i)|)</c> over the four results o of an axis, which is 17.31.
    /// </summary>
    private const double Axis = 17.31;

    /// <summary>The smallest whole number that bounds the error.</summary>
    public static int Factor(int inputs) => (int)Math.Ceiling((inputs + Others) * Axis * Axis * 1.01);
}
