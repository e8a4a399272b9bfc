using ConvGen.Analyzers.Naming.Execution.Running;

namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>Whether sums step through the source alike.</summary>
/// <param name="countsTaps">Whether they must have as many taps as well.</param>
internal sealed class LevelsComparer(bool countsTaps) : IEqualityComparer<(int[] Step, int Taps)[]>
{
    /// <summary>The comparison.</summary>
    public static LevelsComparer Instance { get; } = new(countsTaps: true);

    /// <summary>The comparison of sums over lags, each of which has as many products as the arrays overlap.</summary>
    public static LevelsComparer OfSteps { get; } = new(countsTaps: false);

    /// <inheritdoc/>
    public bool Equals((int[] Step, int Taps)[] x, (int[] Step, int Taps)[] y)
    {
        for (int level = 0; level < x.Length; level++)
        {
            if (
                x.Length != y.Length
                || (countsTaps && x[level].Taps != y[level].Taps)
                || !x[level].Step.AsSpan().SequenceEqual(y[level].Step)
            )
            {
                return false;
            }
        }

        return x.Length == y.Length;
    }

    /// <inheritdoc/>
    public int GetHashCode((int[] Step, int Taps)[] levels)
    {
        int hash = levels.Length;
        foreach ((int[] step, int taps) in levels)
        {
            hash = unchecked((hash * 31) + (countsTaps ? taps : 0));
            foreach (int size in step)
            {
                hash = unchecked((hash * 31) + size);
            }
        }

        return hash;
    }
}
