using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Cost;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Sums;

/// <summary>
/// Where rows of a kernel are multiples of each other, sums along a source row once for all of them and for all output rows of a tile that
/// see it: a common
/// sub-expression that needs no memory between. Better than separate passes for kernels of few rows, whose result costs more to write than
/// to compute.
/// </summary>
internal static class ShareRowSums
{
    /// <summary>Taps beyond which the coefficients leave the registers.</summary>
    private const int MostTaps = 25;

    /// <summary>
    /// Coefficients that stay in registers, and these together with the sums of output rows that wait for the rest of theirs.
    /// </summary>
    private const int MostCoefficients = 9,
        MostRegisters = 12;

    /// <summary>Kernel rows up to which rows that are multiples but for one tap share: the registers of taller ones are full.</summary>
    private const int MostSplitRows = 3;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (!IsCandidate(plan))
        {
            return plan;
        }

        KernelPlan? best = null;
        double least = OperationCost.Direct(plan);
        foreach (bool splits in plan.Model.Kernel.Rows <= MostSplitRows ? new[] { false, true } : [false])
        {
            if (Shared(plan, splits) is { } shared && OperationCost.WithRowSums(shared) < least)
            {
                (best, least) = (shared, OperationCost.WithRowSums(shared));
            }
        }

        return best?.Because(string.Join("; ", best.Sum.RowSums.Select(sum => Words(sum, plan.Model.Kernel.Columns)).Concat(Besides(best))))
            ?? plan;
    }

    /// <summary>The plan with what its rows can share, if anything, in the registers that there are.</summary>
    /// <param name="plan">The plan without.</param>
    /// <param name="splits">Whether rows that are multiples but for one tap share as well, and have that tap besides.</param>
    private static KernelPlan? Shared(KernelPlan plan, bool splits)
    {
        List<RowSum> sums = [];
        List<Tap> rest = [];
        foreach (Tap[] rows in Classes(plan, splits ? rest : null))
        {
            if (rows.Select(tap => tap.Row).Distinct().Count() > 1 && rows.Select(tap => tap.Column).Distinct().Count() > 1)
            {
                sums.Add(Share(plan, rows));
            }
            else
            {
                rest.AddRange(rows);
            }
        }

        if (sums.Count == 0)
        {
            return null;
        }

        KernelPlan shared = plan with
        {
            Sum = new SharedSum(sums.ToEquatableArray()),
            Taps = rest.OrderBy(tap => tap.Row).ThenBy(tap => tap.Column).ToEquatableArray(),
        };
        int coefficients =
            rest.Count + sums.Sum(sum => sum.Taps.Count + sum.Uses.Count(use => !Rational.Abs(use.Factor).Equals(Rational.One)));
        int waiting = plan.Accumulator.IsInteger() ? 0 : plan.Model.Kernel.Rows - 1;
        return coefficients > MostCoefficients || coefficients + waiting > MostRegisters ? null : shared;
    }

    private static bool IsCandidate(KernelPlan plan)
    {
        return plan.MayRegroup
            && plan.Sum is DirectSum
            && plan.ScalarReason is null
            && !plan.PacksWords
            && plan.Model.Form.HasRows
            && plan.Model.Kernel.Weights is not null
            && plan.Taps.Count is > 3 and <= MostTaps
            && plan.Model is { Kernel.Planes: 1, Vertical: { Stride: 1, Dilation: 1 } };
    }

    /// <summary>The taps of rows that are multiples of each other.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="differences">Takes the taps by which rows differ from multiples; without it they do not.</param>
    private static IEnumerable<Tap[]> Classes(KernelPlan plan, List<Tap>? differences)
    {
        List<List<Tap>> classes = [];
        foreach (IGrouping<int, Tap> row in plan.Taps.GroupBy(tap => tap.Row))
        {
            Tap[] taps = [.. row];
            List<Tap>? own = classes.Find(other => IsMultiple(FirstRow(other), taps));
            for (int i = 0; i < classes.Count && own is null && differences is not null; i++)
            {
                if (ButOne(plan, FirstRow(classes[i]), taps) is { } split)
                {
                    (own, taps) = (classes[i], split.Multiple);
                    differences.Add(split.Difference);
                }
            }

            if (own is null)
            {
                classes.Add([.. taps]);
            }
            else
            {
                own.AddRange(taps);
            }
        }

        return classes.Select(taps => taps.ToArray());
    }

    private static Tap[] FirstRow(List<Tap> taps) => [.. taps.TakeWhile(tap => tap.Row == taps[0].Row)];

    /// <summary>
    /// An integer row as a multiple of another one and a tap; null where it is none. Sums wrap, so that what is added and taken away again
    /// does no harm.
    /// </summary>
    private static (Tap[] Multiple, Tap Difference)? ButOne(KernelPlan plan, Tap[] row, Tap[] other)
    {
        if (!plan.Accumulator.IsInteger() || plan.HasWideProducts || row.Length < 3)
        {
            return null;
        }

        Dictionary<int, Rational> weights = other.ToDictionary(tap => tap.Column, tap => tap.Weight);
        Rational At(int column) => weights.TryGetValue(column, out Rational weight) ? weight : Rational.Zero;
        foreach (Rational factor in row.Select(tap => At(tap.Column) / tap.Weight).Distinct())
        {
            Tap[] multiple = [.. row.Select(tap => tap with { Row = other[0].Row, Weight = tap.Weight * factor })];
            Tap[] differences =
            [
                .. row.Select(tap => tap.Column)
                    .Union(weights.Keys)
                    .Select(column => new Tap(
                        other[0].Row,
                        column,
                        At(column) - (multiple.FirstOrDefault(tap => tap.Column == column)?.Weight ?? Rational.Zero)
                    ))
                    .Where(tap => !tap.Weight.IsZero),
            ];
            if (!factor.IsZero && differences.Length == 1 && multiple.Concat(differences).All(tap => IsHeld(plan, tap)))
            {
                return (multiple, differences[0]);
            }
        }

        return null;
    }

    /// <summary>Whether a weight is one of the accumulator's numbers.</summary>
    private static bool IsHeld(KernelPlan plan, Tap tap) =>
        plan.Whole(tap.Weight) is { IsInteger: true } weight && BigInteger.Abs(weight.Numerator) <= plan.Accumulator.Maximum();

    private static bool IsMultiple(Tap[] row, Tap[] other) =>
        row.Length == other.Length
        && row.Zip(other, (a, b) => a.Column == b.Column && (a.Weight * other[0].Weight).Equals(b.Weight * row[0].Weight))
            .All(isSame => isSame);

    /// <summary>
    /// For integers the shared weights are whole, have no common divisor, and are not all negative; otherwise they are those of the first
    /// row.
    /// </summary>
    private static RowSum Share(KernelPlan plan, Tap[] taps)
    {
        Tap[] first = [.. taps.Where(tap => tap.Row == taps[0].Row)];
        Rational unit = Rational.One;
        if (plan.Accumulator.IsInteger())
        {
            BigInteger divisor = first.Aggregate(
                BigInteger.Zero,
                (common, tap) => BigInteger.GreatestCommonDivisor(common, plan.Whole(tap.Weight).Numerator)
            );
            unit = new Rational(first.All(tap => tap.Weight.Numerator.Sign < 0) ? -divisor : divisor, plan.Denominator);
        }

        Tap[] shared = [.. first.Select(tap => tap with { Row = 0, Weight = tap.Weight / unit })];
        IEnumerable<RowUse> uses = taps.GroupBy(tap => tap.Row)
            .Select(row => new RowUse(row.Key, plan.Whole(row.First().Weight / shared[0].Weight)));
        ConvolutionModel line = plan.Model with
        {
            Kernel = new KernelMatrix(1, plan.Model.Kernel.Columns, shared.Select(tap => tap.Weight).ToEquatableArray()),
        };
        KernelPlan folded = FoldSymmetry.Apply(plan with { Model = line, Denominator = BigInteger.One, Taps = shared.ToEquatableArray() });

        // An integer sum may begin with any term; a positive one needs no negation.
        IEnumerable<Tap> ordered = plan.Accumulator.IsInteger() ? folded.Taps.OrderBy(tap => tap.Weight.Numerator.Sign < 0) : folded.Taps;
        EquatableArray<RowUse> factors = uses.ToEquatableArray();
        return new RowSum(ordered.ToEquatableArray(), factors, plan.Accumulator.IsInteger() ? RowCascade.Of(factors) : null);
    }

    /// <summary>What rows that share a sum have besides.</summary>
    private static IEnumerable<string> Besides(KernelPlan plan) =>
        plan
            .Taps.Where(tap => plan.Sum.RowSums.Any(sum => sum.Uses.Any(use => use.Row == tap.Row)))
            .Select(tap =>
                FormattableString.Invariant($"row {tap.Row} adds {plan.Whole(tap.Weight)} times the sample of column {tap.Column}")
            );

    private static string Words(RowSum sum, int columns)
    {
        Rational[] row = new Rational[columns];
        foreach ((int column, Rational weight) in sum.Weights)
        {
            row[column] = weight;
        }

        string cascade =
            sum.Cascade is not { } levels ? ""
            : levels.Levels == 1 ? ", from those of neighbouring rows added"
            : FormattableString.Invariant($", from those of neighbouring rows added {levels.Levels} times over");
        string uses = string.Join(", ", sum.Uses.Select(use => FormattableString.Invariant($"{use.Factor} in row {use.Row}")));
        return FormattableString.Invariant($"the sum ({string.Join(" ", row)}) along a source row is shared, times {uses}") + cascade;
    }
}
