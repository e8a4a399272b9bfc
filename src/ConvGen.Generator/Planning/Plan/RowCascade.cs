using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>
/// Sums of sums: each is added to that of the row above it, and what comes of that again. As polynomials in z the factors of the kernel's
/// rows are divided by <c>(1 + z)</c> for each level, so that
/// <c>1 2 1</c> takes two additions, which the rows of a tile share, instead of two and a shift. Exact for integers, whose sums may wrap on
/// the way.
/// </summary>
/// <param name="Levels">How often neighbours are added.</param>
/// <param name="Uses">The factors that are left; of the last level, by the topmost row of its sums.</param>
internal sealed record RowCascade(int Levels, EquatableArray<RowUse> Uses)
{
    /// <summary>Levels up to which what waits for the next row stays in registers.</summary>
    private const int Most = 4;

    /// <summary>Additions of a level for each output row of a tile, whose first row needs those of the rows above as well.</summary>
    public const double Addition = 1.2;

    /// <summary>The cascade with the fewest operations, or null where the factors take no more as they are.</summary>
    public static RowCascade? Of(EquatableArray<RowUse> uses)
    {
        RowCascade? best = null;
        RowCascade current = new(0, uses);
        double fewest = Operations(uses);
        while (current.Levels < Most && Next(current) is { } next)
        {
            current = next;
            double operations = (next.Levels * Addition) + Operations(next.Uses);
            if (operations < fewest)
            {
                (best, fewest) = (next, operations);
            }
        }

        return best;
    }

    /// <summary>Products and additions by which an output row takes up its sums.</summary>
    private static double Operations(IEnumerable<RowUse> uses) =>
        uses.Sum(use => Rational.Abs(use.Factor).Equals(Rational.One) ? 1 : 2) - 1;

    /// <summary>One level more, where the factors are those of rows without a gap and <c>(1 + z)</c> divides them.</summary>
    private static RowCascade? Next(RowCascade cascade)
    {
        int top = cascade.Uses[0].Row;
        List<RowUse> quotient = [];
        Rational carried = Rational.Zero;
        for (int i = 0; i < cascade.Uses.Count; i++)
        {
            if (cascade.Uses[i].Row != top + i)
            {
                return null;
            }

            carried = cascade.Uses[i].Factor - carried;
            quotient.Add(new RowUse(top + i, carried));
        }

        bool isDivided = carried.IsZero && quotient.Count > 1;
        return isDivided ? new RowCascade(cascade.Levels + 1, quotient.Where(use => !use.Factor.IsZero).ToEquatableArray()) : null;
    }
}
