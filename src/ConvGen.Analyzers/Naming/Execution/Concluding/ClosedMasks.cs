using System.Globalization;
using ConvGen.Analyzers.Naming.Execution.Values;

namespace ConvGen.Analyzers.Naming.Execution.Concluding;

/// <summary>
/// Sets of masks that a half turn only exchanges: of the largest of their sums, or of their magnitudes, no direction is left.
/// </summary>
internal static class ClosedMasks
{
    private const int MostSums = 400;

    /// <summary>Whether sums are weighted by such a set: those of compass masks, or the two of a gradient.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="isSigned">Whether the sign of a sum counts.</param>
    public static bool Contain(IReadOnlyList<Number> sums, bool isSigned)
    {
        Dictionary<string, string[]> turned = new(StringComparer.Ordinal);
        int most = 0;
        foreach (Number sum in sums.Take(MostSums))
        {
            SampleTerm? first = sum.Terms.FirstOrDefault(static term => term.Second is not null);
            if (first is null)
            {
                return false;
            }

            bool isFirstKernel = first.First.Content?.Known is not null;
            Store kernel = isFirstKernel ? first.First.Array : first.Second!.Array;
            Store source = isFirstKernel ? first.Second!.Array : first.First.Array;
            if (!AreKnown(sum, source, kernel))
            {
                continue;
            }

            double[] weights =
            [
                .. WeightReader
                    .Weights(sum, source, kernel)
                    .OrderBy(static weight => weight.At, PlaceComparer.Instance)
                    .Select(static weight => weight.Known ?? 0),
            ];
            if (weights.Length < most || weights.Length < 3)
            {
                continue;
            }

            if (weights.Length > most)
            {
                // Windows that lie partly outside show only a part of their mask.
                turned.Clear();
                most = weights.Length;
            }

            double[] opposite = [.. Enumerable.Reverse(weights)];
            turned[TextOf(weights, 1)] = isSigned ? [TextOf(opposite, 1)] : [TextOf(opposite, 1), TextOf(opposite, -1)];
        }

        return turned.Count > (isSigned ? 1 : 0) && turned.Values.All(others => Array.Exists(others, turned.ContainsKey));
    }

    /// <summary>
    /// Whether sums that were compared are those of one mask at several places, of which the largest has the direction of each of them.
    /// </summary>
    /// <param name="sums">The sums.</param>
    public static bool AreOfOne(IReadOnlyList<Number> sums)
    {
        SampleTerm? first = sums.SelectMany(static sum => sum.Terms).FirstOrDefault(static term => term.Second is not null);
        int most = sums.Select(static sum => sum.Terms.Length).DefaultIfEmpty(0).Max();
        Number[] whole = [.. sums.Where(sum => sum.Terms.Length == most).Take(MostSums)];
        return first is not null
            && new[] { first.First.Array, first.Second!.Array }.Any(mask => whole.Select(sum => TapsOf(sum, mask)).Distinct().Count() == 1);
    }

    private static string TapsOf(Number sum, Store mask) =>
        string.Join(
            ";",
            sum.Terms.SelectMany(term =>
                new[] { term.First, term.Second }
                    .Where(sample => sample?.Array == mask)
                    .Select(sample =>
                        $"{string.Join(",", sample!.Place.ToArray())}*{term.Factor.ToString("R", CultureInfo.InvariantCulture)}{term.Scale}"
                    )
            )
        );

    private static string TextOf(double[] weights, int sign) =>
        string.Join(",", weights.Select(weight => (weight == 0 ? 0 : sign * weight).ToString("R", CultureInfo.InvariantCulture)));

    private static bool AreKnown(Number sum, Store source, Store kernel)
    {
        foreach (SampleTerm term in sum.Terms)
        {
            if (
                term.Second is { } second
                && TapFit.IsOf(term, source, kernel)
                && (term.First.Array == source ? second : term.First).Content?.Known is null
            )
            {
                return false;
            }
        }

        return true;
    }
}
