using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Cost;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Separating;

/// <summary>
/// Splits a kernel of three axes into a pass along planes and a kernel within planes: <c>w[p, i, j] = a[p] * b[i, j]</c>. Where <c>b</c> is
/// a product as well, three passes over one axis each are left. Exact for integers; for floating point only where the contract's bound is
/// proven for the weights as written.
/// </summary>
/// <remarks>
/// <para>The sums along planes are those of a pass: each sample's product meets at most r = taps + 1 roundings in it, so that it is off by
/// at most <c>g = r u / (1 - r u)</c> of itself. What is computed from them within planes is off by at most <c>(n + 2) u</c> of each of
/// its n products, however that is done: it is the contract of a kernel of its own.</para>
/// <para>Both together, tap by tap, with v = a[p] * b[i, j] and w the weight as written:
/// <c>(g + (1 + g) (n + 2) u) |v| + |w - v| &lt;= (taps + 2) u |w|</c>, in exact numbers. Taps that are zero stay zero.</para>
/// </remarks>
internal static class FactorPlanes
{
    /// <summary>Share of the operations of the best other way that this one may cost; above it the images eat the gain.</summary>
    private const double WorthwhileShare = 0.9;

    /// <summary>Weights beyond which the search for a product that is nearly the kernel would cost more than it may find.</summary>
    private const int MostNearWeights = 1 << 13;

    public static KernelPlan Apply(KernelPlan plan, CancellationToken cancellation = default)
    {
        if (!IsCandidate(plan))
        {
            return plan;
        }

        Rational[,] matrix = Matrix(plan.Model);
        if (
            Factors(plan, matrix, cancellation) is not var (planes, rest)
            || SeparateSums.AlongPlanes(plan, planes, rest) is not { } sums
            || !IsHeld(sums)
        )
        {
            return plan;
        }

        KernelPlan along = plan with { Sum = sums with { Within = FactorSeparable.Apply(sums.Within, cancellation) } };
        return SumCost.Of(along) <= WorthwhileShare * SumCost.Of(FactorSeparable.Apply(plan, cancellation))
            ? (plan with { Sum = sums }).Because(Words(plan, matrix, planes, rest))
            : plan;
    }

    private static bool IsCandidate(KernelPlan plan) =>
        plan.ScalarReason is null
        && plan.MayRegroup
        && plan.Model is { Kernel: { Weights: not null, Planes: > 1 } kernel, Form.IsVolume: true }
        && kernel.Count > kernel.Planes
        && PlaneSums.Suits(plan.Model);

    /// <summary>Whether the constant outside has a sum along planes, as that of every sample inside has one.</summary>
    private static bool IsHeld(PlaneSums sums) =>
        sums.Intermediate switch
        {
            ElementType.Single => !float.IsInfinity(sums.Within.Model.BorderValue.ToSingle()),
            ElementType.Double => !double.IsInfinity(sums.Within.Model.BorderValue.ToDouble()),
            _ => true,
        };

    /// <summary>The kernel as applied, with a row for each plane.</summary>
    private static Rational[,] Matrix(ConvolutionModel model)
    {
        int places = model.Kernel.Count / model.Kernel.Planes,
            index = 0;
        Rational[,] matrix = new Rational[model.Kernel.Planes, places];
        foreach (Tap tap in ReadTaps.All(model))
        {
            matrix[index / places, index % places] = tap.Weight;
            index++;
        }

        return matrix;
    }

    /// <summary>What planes are multiplied by, and the kernel within them: exactly, or nearly where nobody could tell.</summary>
    private static (Rational[] Planes, Rational[] Within)? Factors(KernelPlan plan, Rational[,] matrix, CancellationToken cancellation)
    {
        bool isInteger = plan.Accumulator.IsInteger();
        if (RankFactors.Of(matrix, 1, cancellation) is { Count: 1 } exact)
        {
            (Rational[] planes, Rational[] rest) = isInteger ? exact[0] : FactorSeparable.Normalized(exact[0]);
            bool suffices = isInteger ? rest.All(value => plan.Whole(value).IsInteger) : IsProven(plan, matrix, planes, rest, cancellation);
            return suffices ? (planes, rest) : null;
        }

        return
            !isInteger
            && matrix.Length <= MostNearWeights
            && NearFactors.Relative(matrix, cancellation) is var (column, row)
            && IsProven(plan, matrix, column, row, cancellation)
            ? (column, row)
            : null;
    }

    private static bool IsProven(KernelPlan plan, Rational[,] matrix, Rational[] planes, Rational[] rest, CancellationToken cancellation)
    {
        Rational unit = NearlySeparable.Unit(plan);
        Rational roundings = unit * (NearlySeparable.Count(planes) + 1);
        Rational growth = roundings / (Rational.One - roundings);
        Rational whole = growth + ((Rational.One + growth) * unit * (NearlySeparable.Count(rest) + 2));
        return NearlySeparable.IsWithinBound(matrix, [(planes, rest)], whole, unit, cancellation);
    }

    private static string Words(KernelPlan plan, Rational[,] matrix, Rational[] planes, Rational[] rest)
    {
        Rational largest = NearlySeparable.LargestPart(matrix, [(planes, rest)]);
        string taps = FormattableString.Invariant(
            $"{NearlySeparable.Count(planes)} taps along planes and {NearlySeparable.Count(rest)} within them instead of {plan.Model.Kernel.Weights!.Value.Count(static weight => !weight.IsZero)}"
        );
        string factor = string.Join(" ", planes.Select(static weight => NearlySeparable.Short(weight)));
        return largest.IsZero
            ? $"separable along planes: ({factor}), {taps}"
            : $"nearly separable along planes: ({factor}), {taps}; no weight is off by more than {NearlySeparable.Short(largest)} of "
                + "itself, and the sum stays within its bound";
    }
}
