using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Sums;

/// <summary>
/// Adds the row of a wide box in two steps: a few neighbours first, then every so many of these partial sums, as <c>1 + z + ... + z^14 = (1
/// + z + z^2)(1 + z^3 + ... + z^12)</c>. Each result is the same tree of
/// its own samples wherever it lies, so that floats, whose prefix sums would not do, have it as well.
/// </summary>
internal static class PartialSums
{
    /// <summary>Additions that it takes to write partial sums and read them again.</summary>
    private const int Traffic = 2;

    /// <summary>Share of the additions that two steps may take.</summary>
    private const double WorthwhileShare = 0.8;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (plan.Separation is not { } separation || !IsCandidate(separation))
        {
            return plan;
        }

        int columns = separation.Horizontal.Taps.Count;
        int length = Enumerable.Range(1, columns).OrderBy(count => Cost(columns, count)).First();
        return Cost(columns, length) <= WorthwhileShare * columns ? plan with { Sum = Of(separation, length) } : plan;
    }

    /// <summary>Additions of so many neighbours, of their sums, and of what is left over.</summary>
    private static int Cost(int columns, int length) => length + (columns / length) + (columns % length) + Traffic;

    private static bool IsCandidate(Separation separation)
    {
        // A type as wide as the accumulator's holds half of the whole sum, of which a partial one is less.
        KernelPlan pass = separation.Horizontal;
        return separation is { Prefixes: null, Vertical.Count: 1 }
            && pass.Model.Horizontal is { Stride: 1, Dilation: 1 }
            && separation.Intermediate.Size() == pass.Accumulator.Size()
            && pass.Taps.Count == pass.Model.Kernel.Columns
            && pass.Taps.All(tap => tap.Weight.Equals(pass.Taps[0].Weight));
    }

    private static Separation Of(Separation separation, int length)
    {
        KernelPlan pass = separation.Horizontal;
        int columns = pass.Taps.Count;
        Rational weight = pass.Taps[0].Weight;
        Rational[] weights = new Rational[2 * columns];
        for (int column = columns / length * length; column < columns; column++)
        {
            weights[column] = weight;
        }

        for (int stretch = 0; stretch < columns / length; stretch++)
        {
            weights[columns + (stretch * length)] = weight;
        }

        return separation with
        {
            Partial = Partial(separation, length),
            Horizontal = pass with
            {
                Model = pass.Model with
                {
                    Kernel = new KernelMatrix(2, columns, weights.ToEquatableArray()),
                    Vertical = pass.Model.Vertical with { Size = 2 },
                },
                Taps = weights
                    .Select((value, index) => new Tap(index / columns, index % columns, value))
                    .Where(tap => !tap.Weight.IsZero)
                    .ToEquatableArray(),
            },
        };
    }

    private static KernelPlan Partial(Separation separation, int length)
    {
        KernelPlan pass = separation.Horizontal;
        SignatureForm form = pass.Model.Form;
        EquatableArray<Rational> ones = Enumerable.Repeat(Rational.One, length).ToEquatableArray();
        return new KernelPlan(
            pass.Model with
            {
                Kernel = new KernelMatrix(1, length, ones),
                Horizontal = new AxisGeometry(length, 1, 1, 0, 0),
                Vertical = new AxisGeometry(1, 1, 1, 0, 0),
                Form = form with { Destination = form.Destination with { Element = separation.Intermediate } },
            }
        )
        {
            Taps = ones.Select((weight, column) => new Tap(0, column, weight)).ToEquatableArray(),
            Accumulator = separation.Intermediate,
            Fuses = pass.Fuses,
            Range = separation.Vertical[0].Range is { } range ? new SumRange(range.Minimum * length, range.Maximum * length) : null,
        };
    }
}
