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
