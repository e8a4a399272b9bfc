using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Cost;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Shape;
using ConvGen.Generator.Planning.Sums;

namespace ConvGen.Generator.Planning.Separating;

/// <summary>
/// Splits a kernel of low rank into passes over one axis each: <c>w[i, j] = a[i] * b[j]</c>, or a sum of such products, costs the taps of
/// the factors instead of
/// their product. Exact for integers. For floating point only where every regrouped product stays within the documented bound, which
/// products that
/// cancel each other would break.
/// </summary>
internal static class FactorSeparable
{
    /// <summary>Products that are added at most; each needs rows of intermediate sums of its own.</summary>
    private const int MostTerms = 3;

    /// <summary>
    /// Weights from which products are not even looked for that have as many numbers as they replace; in smaller kernels zeros may be what
    /// decides.
    /// </summary>
    private const int ManyWeights = 4096;

    /// <summary>Share of one pass's operations that several may cost; above it the traffic between them would eat the gain.</summary>
    private const double WorthwhileShare = 0.9;

    /// <summary>
    /// The same of the time that integers take, in which the traffic is counted; several passes have more methods to compile.
    /// </summary>
    private const double WorthwhileShareOfTime = 0.93;

    public static KernelPlan Apply(KernelPlan plan, CancellationToken cancellation = default)
    {
        if (!IsCandidate(plan))
        {
            return plan;
        }

        Rational[,] matrix = Matrix(plan);
        IReadOnlyList<(Rational[] Column, Rational[] Row)>[] exact = [.. Factors(plan, matrix, cancellation)];
        IReadOnlyList<(Rational[] Column, Rational[] Row)>? near = Array.Exists(exact, static terms => terms.Count == 1)
            ? null
            : NearlySeparable.Factors(plan, matrix, MostTerms, cancellation);
        foreach (
            IReadOnlyList<(Rational[] Column, Rational[] Row)> terms in (near is null ? exact : [.. exact, near])
                .OrderBy(terms => OperationCost.Separated(plan, terms))
                .ThenBy(terms => Cancelling(terms).Length)
        )
        {
            if (SeparateSums.Of(plan, terms) is { } separation && IsWorthwhile(plan, terms, separation))
            {
                return (plan with { Sum = separation }).Because(
                    terms != near ? Words(plan, terms) : NearlySeparable.Words(matrix, terms, CountTaps(plan))
                );
            }
        }

        return plan;
    }

    /// <summary>
    /// Whether passes over one axis each take less than the best single pass. What one product of integers takes depends on the types of
    /// sums, of which both have their own.
    /// </summary>
    /// <remarks>
    /// Several products of integers are compared by their operations: by their time, 6 of 9 choices that changed among 600 kernels took
    /// longer, up to 1.7 times.
    /// </remarks>
    private static bool IsWorthwhile(KernelPlan plan, IReadOnlyList<(Rational[] Column, Rational[] Row)> terms, Separation separation)
    {
        if (terms.Count == 1 && plan.Model.Horizontal.Stride > 1 && separation.Horizontal.ReadsExtendedSums)
        {
            // A single pass reads copies of all windows, sorted by phases; passes read the source in place.
            return true;
        }

        KernelPlan shared = ShareRowSums.Apply(plan);
        return plan.Accumulator.IsInteger() && (terms.Count == 1 || plan.Accumulator == ElementType.Int64)
            ? VectorTime.Passes(separation) <= WorthwhileShareOfTime * VectorTime.OnePass(shared)
            : OperationCost.Separated(plan, terms)
                <= WorthwhileShare * (shared.Sum.RowSums.Count > 0 ? OperationCost.WithRowSums(shared) : OperationCost.Direct(plan));
    }

    /// <summary>The sums of products that give the kernel exactly, and the result within its bound.</summary>
    private static IEnumerable<IReadOnlyList<(Rational[] Column, Rational[] Row)>> Factors(
        KernelPlan plan,
        Rational[,] matrix,
        CancellationToken cancellation
    )
    {
        foreach (
            IReadOnlyList<(Rational[] Column, Rational[] Row)>? factors in new[]
            {
                RankFactors.Of(matrix, Terms(matrix), cancellation),
                RankFactors.ButOne(matrix, cancellation),
            }
        )
        {
            if (factors is not { Count: > 0 } terms)
            {
                continue;
            }

            if (!plan.Accumulator.IsInteger())
            {
                terms = [.. terms.Select(Normalized)];
                if (StaysWithinBound(plan, terms, cancellation))
                {
                    yield return terms;
                }
            }
            else if (terms.All(term => term.Row.All(value => plan.Whole(value).IsInteger)))
            {
                // Factors of a rank above one may be fractions even of whole weights, and integer passes have none.
                yield return terms;
            }
        }
    }

    private static int Terms(Rational[,] matrix) =>
        matrix.Length < ManyWeights ? MostTerms : Math.Min(MostTerms, matrix.Length / (matrix.GetLength(0) + matrix.GetLength(1)));

    private static bool IsCandidate(KernelPlan plan)
    {
        ConvolutionModel model = plan.Model;
        return plan.ScalarReason is null
            && plan.MayRegroup
            && model.Form.HasRows
            && model.Kernel.Weights is not null
            && model.Kernel.Rows > 1
            && model.Kernel.Columns > 1
            && (
                model.Horizontal.Stride == 1
                    ? HasTwoAxes(plan)
                    : plan.Taps.Count > 0 && (model.PixelChannels <= SizeHalo.MostStridedChannels || Separation.ExtendsSums(model))
            );
    }

    /// <summary>
    /// Whether taps other than zero lie in more than one row and in more than one column; otherwise a pass over one of the axes would only
    /// copy
    /// samples. With a stride such a pass pays, because it reads the source in place.
    /// </summary>
    private static bool HasTwoAxes(KernelPlan plan)
    {
        Tap[] taps = [.. plan.Taps.Where(tap => !tap.Weight.IsZero)];
        return taps.Any(tap => tap.Row != taps[0].Row) && taps.Any(tap => tap.Column != taps[0].Column);
    }

    private static Rational[,] Matrix(KernelPlan plan)
    {
        Rational[,] matrix = new Rational[plan.Model.Kernel.Rows, plan.Model.Kernel.Columns];
        foreach (Tap tap in ReadTaps.All(plan.Model))
        {
            matrix[tap.Row, tap.Column] = tap.Weight;
        }

        return matrix;
    }

    /// <summary>
    /// Scales a column whose numbers are large by a power of two, so that intermediate sums stay near the size of the samples.
    /// </summary>
    public static (Rational[] Column, Rational[] Row) Normalized((Rational[] Column, Rational[] Row) term)
    {
        BigInteger largest = term.Column.Max(value => BigInteger.Abs(value.Numerator));
        BigInteger scale = BigInteger.One;
        while (scale < largest)
        {
            scale <<= 1;
        }

        return largest <= 256
            ? term
            : (
                [.. term.Column.Select(value => value / new Rational(scale, BigInteger.One))],
                [.. term.Row.Select(value => value * new Rational(scale, BigInteger.One))]
            );
    }

    /// <summary>
    /// Whether the bound of the contract, <c>(taps + 2) * eps * sum |w| |x|</c>, covers the passes: a sample's product is rounded at most
    /// once for each factor's coefficient
    /// and once for each addition on its way.
    /// </summary>
    private static bool StaysWithinBound(
        KernelPlan plan,
        IReadOnlyList<(Rational[] Column, Rational[] Row)> terms,
        CancellationToken cancellation
    )
    {
        int roundings = terms.Max(term => Taps(term.Column)) + terms.Sum(term => Taps(term.Row)) + 2;
        int taps = CountTaps(plan);
        if (terms.Count == 1)
        {
            // One product is every weight itself.
            return roundings <= taps + 2;
        }

        Rational[,] matrix = Matrix(plan);
        for (int i = 0; i < matrix.GetLength(0); i++)
        {
            for (int j = 0; j < matrix.GetLength(1); j++)
            {
                cancellation.ThrowIfCancellationRequested();
                Rational size = terms.Aggregate(Rational.Zero, (sum, term) => sum + Rational.Abs(term.Column[i] * term.Row[j]));
                if ((size * roundings).CompareTo(Rational.Abs(matrix[i, j]) * (taps + 2)) > 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static int CountTaps(KernelPlan plan) => plan.Model.Kernel.Weights!.Value.Count(weight => !weight.IsZero);

    private static int Taps(Rational[] factor) => factor.Count(value => !value.IsZero);

    private static string Words(KernelPlan plan, IReadOnlyList<(Rational[] Column, Rational[] Row)> terms)
    {
        int taps = terms.Sum(term => Taps(term.Column) + Taps(term.Row));
        string factors = string.Join(" plus ", terms.Select(term => $"({Text(plan, term.Column)}) by ({Text(plan, term.Row)})"));
        int[] cancelling = plan.Accumulator.IsInteger() ? [] : Cancelling(terms);
        string infinity =
            cancelling.Length == 0
                ? ""
                : FormattableString.Invariant(
                    $"; an infinite sample becomes a NaN where it meets {(cancelling.Length == 1 ? "a tap" : $"one of {cancelling.Length} taps")} that terms of both signs add up to"
                );
        return FormattableString.Invariant($"separable: {factors}, {taps} taps instead of {CountTaps(plan)}") + infinity;
    }

    /// <summary>
    /// The taps to which terms of both signs contribute, row by row: infinities of both signs make a NaN of a sample that the weight alone
    /// would leave infinite.
    /// </summary>
    private static int[] Cancelling(IReadOnlyList<(Rational[] Column, Rational[] Row)> terms)
    {
        int columns = terms[0].Row.Length;
        int Sign((Rational[] Column, Rational[] Row) term, int tap) =>
            term.Column[tap / columns].Numerator.Sign * term.Row[tap % columns].Numerator.Sign;
        return
        [
            .. Enumerable
                .Range(0, terms[0].Column.Length * columns)
                .Where(tap => terms.Any(term => Sign(term, tap) > 0) && terms.Any(term => Sign(term, tap) < 0)),
        ];
    }

    /// <summary>
    /// A factor's numbers; those that the common divisor makes fractions are shown without it, because it is said elsewhere.
    /// </summary>
    private static string Text(KernelPlan plan, Rational[] factor)
    {
        Rational[] whole = [.. factor.Select(plan.Whole)];
        bool isDivided = factor.Any(value => !value.IsInteger) && whole.All(value => value.IsInteger);
        return string.Join(" ", isDivided ? whole : factor);
    }
}
