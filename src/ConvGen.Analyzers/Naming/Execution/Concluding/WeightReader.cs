using System.Globalization;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Weights;

namespace ConvGen.Analyzers.Naming.Execution.Concluding;

/// <summary>Compares the weights of a sum with themselves, turned by half.</summary>
internal static class WeightReader
{
    /// <summary>How many samples a sum reads.</summary>
    /// <param name="cell">The sum.</param>
    /// <param name="source">The array with the samples.</param>
    /// <param name="kernel">The other one.</param>
    /// <param name="places">Used to count; one set serves many sums.</param>
    public static int Distinct(Cell cell, Store source, Store kernel, HashSet<Place> places)
    {
        places.Clear();
        foreach (SampleTerm term in cell.Sum.Terms)
        {
            if (term.Second is { } second && TapFit.IsOf(term, source, kernel))
            {
                places.Add(term.First.Array == source ? term.First.Place : second.Place);
            }
        }

        return places.Count;
    }

    /// <summary>How far apart the samples lie that a sum reads, over all axes.</summary>
    public static int Span(Cell cell, Store source, Store kernel)
    {
        int[]? least = null;
        int[]? most = null;
        foreach ((_, Place at) in TapFit.Pairs(cell, source, kernel))
        {
            least ??= at.ToArray();
            most ??= at.ToArray();
            for (int axis = 0; axis < Math.Min(at.Rank, least.Length); axis++)
            {
                least[axis] = Math.Min(least[axis], at[axis]);
                most[axis] = Math.Max(most[axis], at[axis]);
            }
        }

        return least is null ? 0 : most.Sum() - least.Sum();
    }

    /// <summary>
    /// How the weights behave under a half turn around their middle. Both halves of a kernel that are added on both sides are one weight.
    /// </summary>
    public static Symmetry Read(Cell cell, Store source, Store kernel)
    {
        (Place At, string Weight, double? Known)[] weights =
        [
            .. Weights(cell.Sum, source, kernel).OrderBy(static weight => weight.At, PlaceComparer.Instance),
        ];
        if (weights.Length < 2)
        {
            return Symmetry.Unknown;
        }

        bool isSymmetric = true;
        bool isAntisymmetric = true;
        int[] ends = Sum(weights[0].At, weights[weights.Length - 1].At);
        for (int index = 0; index < weights.Length; index++)
        {
            (Place at, string weight, double? known) = weights[index];
            (Place there, string opposite, double? other) = weights[weights.Length - 1 - index];
            if (at.Rank != there.Rank || !Sum(at, there).SequenceEqual(ends))
            {
                return Symmetry.Unknown;
            }

            isSymmetric &= weight == opposite;
            isAntisymmetric &= known is not null && known == -other;
        }

        return isSymmetric ? Symmetry.Symmetric
            : isAntisymmetric ? Symmetry.Antisymmetric
            : weights.All(static weight => weight.Known is not null) ? Symmetry.Asymmetric
            : Symmetry.Unknown;
    }

    private static int[] Sum(Place one, Place other) => [.. one.ToArray().Zip(other.ToArray(), static (a, b) => a + b)];

    /// <summary>The weights of a sum by the samples that they meet; those of one sample are added.</summary>
    public static List<(Place At, string Weight, double? Known)> Weights(Number sum, Store source, Store kernel)
    {
        List<(Place At, string Weight, double? Known)> weights = [];
        foreach (
            IGrouping<Place, SampleTerm> group in sum
                .Terms.Where(term => term.Second is not null && TapFit.IsOf(term, source, kernel))
                .GroupBy(term => term.First.Array == source ? term.First.Place : term.Second!.Place)
        )
        {
            List<string> parts = [];
            double? known = 0;
            foreach (SampleTerm term in group)
            {
                Sample tap = term.First.Array == source ? term.Second! : term.First;
                known += term.Factor * tap.Content?.Known;
                parts.Add(
                    term.Factor.ToString("R", CultureInfo.InvariantCulture)
                        + term.Scale
                        + "*"
                        + (tap.Content?.Identity ?? string.Join(",", tap.Place.ToArray()))
                );
            }

            parts.Sort(StringComparer.Ordinal);
            weights.Add(
                (group.Key, known is { } value ? value.ToString("R", CultureInfo.InvariantCulture) : string.Join("+", parts), known)
            );
        }

        return weights;
    }
}
