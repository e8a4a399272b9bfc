using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Cost;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Sums;

/// <summary>
/// Where the weights along a row are equal over stretches, as a box's are, forms prefix sums of the row first: <c>P[i]</c> is the sum of
/// what stands before place i, and a stretch from a to b adds up to
/// <c>P[b] - P[a]</c>, however long it is. Only for integers, which may wrap on the way without harm.
/// </summary>
internal static class PrefixSums
{
    /// <summary>Bits of the vectors that hold the running sums of a pixel's channels, or of as many neighbours.</summary>
    private const int VectorBits = 128;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (plan.Separation is not { Vertical.Count: 1 } separation || !IsCandidate(plan))
        {
            return plan;
        }

        Separation prefixed = Of(separation);
        return
            prefixed.Horizontal.Taps.All(tap => IsHeld(prefixed.Horizontal, tap))
            && VectorTime.Passes(prefixed) < VectorTime.Passes(separation)
            ? plan with
            {
                Sum = prefixed,
            }
            : plan;
    }

    /// <summary>What the prefix sums are, in words.</summary>
    public static string Words(Separation separation) =>
        $"in {separation.Prefixes!.Value.Keyword()}, which may wrap: the sum of all that stand before each place of a row; "
        + "stretches of equal weights are differences of them.";

    /// <summary>Elements that a vector of running sums holds.</summary>
    public static int Lanes(ElementType prefixes) => VectorBits / 8 / prefixes.Size();

    private static bool IsCandidate(KernelPlan plan) =>
        plan.Accumulator is ElementType.Int32 or ElementType.Int64
        && plan.Model.Horizontal is { Stride: 1, Dilation: 1 }
        && plan.Model.PixelChannels <= Lanes(plan.Accumulator);

    /// <summary>The passes with prefix sums between them, whatever these cost.</summary>
    private static Separation Of(Separation separation)
    {
        KernelPlan pass = separation.Horizontal;
        ConvolutionModel model = pass.Model;
        int columns = model.Kernel.Columns + 1;
        Rational[] differences = new Rational[columns];
        foreach (Tap tap in pass.Taps)
        {
            differences[tap.Column] -= tap.Weight;
            differences[tap.Column + 1] += tap.Weight;
        }

        IEnumerable<Tap> taps = differences.Select((weight, column) => new Tap(0, column, weight)).Where(tap => !tap.Weight.IsZero);
        SignatureForm form = model.Form;
        return separation with
        {
            Prefixes = pass.Accumulator,
            Horizontal = pass with
            {
                Model = model with
                {
                    Form = form with { Source = form.Source with { Element = pass.Accumulator } },
                    Kernel = new KernelMatrix(1, columns, differences.ToEquatableArray()),
                    Horizontal = model.Horizontal with { Size = columns },
                },
                Taps = taps.ToEquatableArray(),
                Samples = null,
                HasWideProducts = false,
            },
        };
    }

    /// <summary>
    /// Whether a weight is one that vectors multiply by: one of the accumulator's numbers, and of 64 bits one that is added or shifted, for
    /// few processors have such products.
    /// </summary>
    private static bool IsHeld(KernelPlan pass, Tap tap)
    {
        BigInteger size = BigInteger.Abs(pass.Whole(tap.Weight).Numerator);
        return size <= pass.Accumulator.Maximum() && (pass.Accumulator != ElementType.Int64 || size.IsPowerOfTwo);
    }
}
