using System.Collections.Immutable;
using System.Numerics;
using ConvGen.CodeFixes.Lifting.Nests;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace ConvGen.CodeFixes.Lifting.Exact;

/// <summary>
/// Proves that integer sums never overflow, and that what is done to them afterwards is a division that rounds to nearest, and saturation.
/// </summary>
internal static class SumProof
{
    /// <summary>The divisor, or null where the result is not proven to be what the generator computes.</summary>
    /// <param name="steps">What is done to the sum.</param>
    /// <param name="sum">The type of the sum.</param>
    /// <param name="product">The type of a product.</param>
    /// <param name="smallest">The smallest sum.</param>
    /// <param name="largest">The largest sum.</param>
    /// <param name="target">The type of the result.</param>
    public static long? Divisor(
        ImmutableArray<FinishStep> steps,
        ElementType sum,
        ElementType product,
        BigInteger smallest,
        BigInteger largest,
        ElementType target
    )
    {
        // Samples may be zero, so every partial sum and every product lies between the smallest and the largest sum as well.
        if (!Fits(smallest, largest, sum) || !Fits(smallest, largest, product))
        {
            return null;
        }

        Progress progress = new(smallest, largest, sum);
        foreach (FinishStep step in steps)
        {
            if (TypeOf(step.Type) is not { } type || !progress.Take(step, type))
            {
                return null;
            }
        }

        return progress.IsSaturated(target) ? progress.Divisor : null;
    }

    /// <summary>The element type of a C# type, or null.</summary>
    public static ElementType? TypeOf(ITypeSymbol type) =>
        type.SpecialType switch
        {
            SpecialType.System_Byte => ElementType.Byte,
            SpecialType.System_SByte => ElementType.SByte,
            SpecialType.System_Int16 => ElementType.Int16,
            SpecialType.System_UInt16 => ElementType.UInt16,
            SpecialType.System_Int32 => ElementType.Int32,
            SpecialType.System_Int64 => ElementType.Int64,
            SpecialType.System_Single => ElementType.Single,
            SpecialType.System_Double => ElementType.Double,
            _ => null,
        };

    private static bool Fits(BigInteger smallest, BigInteger largest, ElementType type) =>
        type.IsInteger() && smallest >= type.Minimum() && largest <= type.Maximum();

    /// <summary>How far the proof has come: the range of the value, and what has been done to it.</summary>
    private sealed class Progress(BigInteger smallest, BigInteger largest, ElementType type)
    {
        private BigInteger bias;
        private bool isDivided;
        private BigInteger lowest = smallest;
        private BigInteger highest = largest;
        private BigInteger least = smallest;
        private BigInteger most = largest;

        public long Divisor { get; private set; } = 1;

        public bool Take(FinishStep step, ElementType next)
        {
            switch (step.Kind)
            {
                case FinishKind.Add when !isDivided && bias.IsZero && IsWhole:
                    bias = step.Value;
                    (least, most) = (least + bias, most + bias);
                    break;
                case FinishKind.Divide when least.Sign >= 0:
                    return Divide(step.Value);
                case FinishKind.Shift:
                    return Divide(1L << (int)step.Value);
                case FinishKind.AtLeast when IsComplete:
                    (least, most) = (BigInteger.Max(least, step.Value), BigInteger.Max(most, step.Value));
                    break;
                case FinishKind.AtMost when IsComplete:
                    (least, most) = (BigInteger.Min(least, step.Value), BigInteger.Min(most, step.Value));
                    break;
                case FinishKind.Convert:
                    break;
                default:
                    return false;
            }

            type = next;
            return Fits(least, most, next);
        }

        /// <summary>Whether the target's type saturates the sum exactly as the steps do.</summary>
        public bool IsSaturated(ElementType target) =>
            IsComplete
            && target.IsInteger()
            && least == BigInteger.Min(BigInteger.Max(lowest, target.Minimum()), target.Maximum())
            && most == BigInteger.Min(BigInteger.Max(highest, target.Minimum()), target.Maximum());

        /// <summary>Whether nothing has been cut off yet.</summary>
        private bool IsWhole => least == lowest && most == highest;

        /// <summary>Whether what was added has been used up by a division.</summary>
        private bool IsComplete => isDivided || bias.IsZero;

        /// <summary><c>floor((S + floor(D/2)) / D)</c> is <c>floor(S/D + 1/2)</c>.</summary>
        private bool Divide(long divisor)
        {
            if (isDivided || bias != divisor / 2 || least != lowest + bias || most != highest + bias)
            {
                return false;
            }

            isDivided = true;
            Divisor = divisor;
            (least, most) = (new Rational(least, divisor).Floor(), new Rational(most, divisor).Floor());
            (lowest, highest) = (least, most);
            return Fits(least, most, type);
        }
    }
}
