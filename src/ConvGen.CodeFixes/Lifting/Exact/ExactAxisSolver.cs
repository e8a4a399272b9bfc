using System.Collections.Immutable;
using System.Numerics;
using ConvGen.CodeFixes.Lifting.Nests;
using ConvGen.Generator.Model;

namespace ConvGen.CodeFixes.Lifting.Exact;

/// <summary>One axis of a nest: where a sample is read, for which outputs and taps.</summary>
/// <param name="Position">The source's subscript along the axis.</param>
/// <param name="Output">The output variable.</param>
/// <param name="First">The value of the output variable at the first output.</param>
/// <param name="Count">The number of outputs.</param>
/// <param name="Tap">The tap variable, or null where there is one tap.</param>
/// <param name="From">The smallest value of the tap variable.</param>
/// <param name="To">The largest value of the tap variable.</param>
internal sealed record AxisQuestion(
    ExactIndex Position,
    ExactAtom Output,
    BigInteger First,
    ExactIndex Count,
    ExactAtom? Tap,
    BigInteger From,
    BigInteger To
);

/// <summary>Finds the geometry of an axis, and proves that every sample outside the source is treated by one border rule.</summary>
internal static class ExactAxisSolver
{
    private const int Limit = 1 << 16;

    /// <summary>The axis, or null.</summary>
    /// <param name="question">Subscript and loops.</param>
    /// <param name="length">The source's extent, where it is known beforehand.</param>
    /// <param name="guards">What holds where a product is added; those that this axis explains are removed.</param>
    /// <param name="isChecked">Whether an index outside would throw. In a flat image it would read another row.</param>
    public static LiftedAxis? Solve(AxisQuestion question, ExactIndex? length, List<ExactIndex> guards, bool isChecked)
    {
        FoldedAtom? folded = question.Position.Atom as FoldedAtom;
        ExactIndex index = folded?.Inner ?? question.Position;
        BigInteger stride = index.FactorOf(question.Output);
        BigInteger step = question.Tap is null ? BigInteger.Zero : index.FactorOf(question.Tap);
        ExactIndex linear = (ExactIndex.Of(stride) * ExactIndex.Of(question.Output)) + index.ConstantTerm.ToForm();
        linear = question.Tap is null ? linear : linear + (ExactIndex.Of(step) * ExactIndex.Of(question.Tap));
        BigInteger size = question.To - question.From + 1;
        if (
            !linear.Equals(index)
            || !IsWithin(stride)
            || !(step.IsZero ? question.Tap is null : IsWithin(BigInteger.Abs(step)))
            || !IsWithin(size)
        )
        {
            return null;
        }

        // The tap that lies furthest to the left is the first of the kernel as applied.
        BigInteger start = (stride * question.First) + index.ConstantTerm + (step * (step.Sign > 0 ? question.From : question.To));
        BigInteger dilation = size.IsOne ? BigInteger.One : BigInteger.Abs(step);
        BigInteger reach = dilation * (size - 1);
        BigInteger before = -start;
        if (before.Sign < 0 || before > reach || !(before % dilation).IsZero)
        {
            return null;
        }

        foreach (OutputMode mode in size.IsOne ? [OutputMode.Same] : new[] { OutputMode.Same, OutputMode.Valid, OutputMode.Full })
        {
            if (
                Length(mode, question.Count, stride, reach) is not { } own
                || !(length is null ? own.Atom is VariableAtom or ExtentAtom : own.Equals(length))
            )
            {
                continue;
            }

            if (
                IsRight(mode, before, reach, stride.IsOne || isChecked)
                && Border(index, folded, own, before, After(mode, before, reach), guards, isChecked) is var (border, isProven)
                && isProven
            )
            {
                return new LiftedAxis(
                    own,
                    question.Count,
                    (int)size,
                    (int)stride,
                    (int)dilation,
                    (int)before,
                    size.IsOne ? null : mode,
                    border
                );
            }
        }

        return null;
    }

    /// <summary>Whether windows begin where those of a mode do.</summary>
    private static bool IsRight(OutputMode mode, BigInteger before, BigInteger reach, bool mayEndAnywhere) =>
        mode switch
        {
            OutputMode.Valid => before.IsZero && mayEndAnywhere,
            OutputMode.Full => before == reach,
            _ => true,
        };

    /// <summary>How far the last window of a mode reaches beyond the source.</summary>
    private static BigInteger After(OutputMode mode, BigInteger before, BigInteger reach) =>
        mode switch
        {
            OutputMode.Valid => BigInteger.Zero,
            OutputMode.Full => reach,
            _ => reach - before,
        };

    private static bool IsWithin(BigInteger size) => size.Sign > 0 && size <= Limit;

    private static ExactIndex ToForm(this BigInteger value) => ExactIndex.Of(value);

    /// <summary>The source's extent that gives so many outputs, or null.</summary>
    private static ExactIndex? Length(OutputMode mode, ExactIndex count, BigInteger stride, BigInteger reach)
    {
        if (stride.IsOne)
        {
            return mode switch
            {
                OutputMode.Valid => count + reach.ToForm(),
                OutputMode.Full => count - reach.ToForm(),
                _ => count,
            };
        }

        return mode switch
        {
            OutputMode.Valid when (count - 1).Atom is QuotientAtom quotient && quotient.Divisor == stride => quotient.Dividend
                + (reach + 1).ToForm(),
            OutputMode.Same when count.Atom is QuotientAtom quotient && quotient.Divisor == stride => quotient.Dividend
                - (stride - 1).ToForm(),
            _ => null,
        };
    }

    private static (BorderMode? Border, bool IsProven) Border(
        ExactIndex index,
        FoldedAtom? folded,
        ExactIndex length,
        BigInteger before,
        BigInteger after,
        List<ExactIndex> guards,
        bool isChecked
    )
    {
        bool leaves = before.Sign > 0 || after.Sign > 0;
        if (folded is not null)
        {
            bool isSame = folded.Size is null || folded.Size.Equals(length);
            bool holds = Holds(folded.Low, before, isChecked) && Holds(folded.High, after, isChecked);
            return (
                leaves
                    ? folded.Kind == FoldKind.Clamp
                        ? BorderMode.Replicate
                        : BorderMode.Wrap
                    : null,
                isSame && holds
            );
        }

        ExactIndex end = length - 1 - index;
        bool isProven = (before.IsZero || guards.Contains(index)) && (after.IsZero || guards.Contains(end));
        if (isProven)
        {
            guards.RemoveAll(guard => guard.Equals(index) || guard.Equals(end));
        }

        return (leaves ? BorderMode.Constant : null, isProven);
    }

    /// <summary>
    /// Whether a rule that reaches so far is enough. Once is enough for one sample, as no source is shorter, and where further out an index
    /// would throw.
    /// </summary>
    private static bool Holds(Reach reach, BigInteger needed, bool isChecked) =>
        needed.IsZero
        || reach switch
        {
            Reach.Always => true,
            Reach.Once => isChecked || needed.IsOne,
            _ => false,
        };
}
