using System.Numerics;
using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Lowering;

/// <summary>How a sum takes up a tap: the one rule that vector code and scalar code share.</summary>
/// <param name="plan">The plan of the sum.</param>
/// <param name="hasSigns">
/// Whether coefficients carry their signs. Those of floating point and in tables do. Integer constants do not, because unsigned lanes have
/// no negative numbers: there the sum subtracts.
/// </param>
/// <param name="shape">The type of the sum.</param>
internal sealed class Products(KernelPlan plan, bool hasSigns, Shape shape)
{
    private readonly bool isSigned = hasSigns || plan.Accumulator.IsFloating();

    /// <summary>What a tap's samples are multiplied by.</summary>
    public static ProductKind KindOf(KernelPlan plan, Tap tap)
    {
        if (plan.Model.Kernel.Weights is null)
        {
            return ProductKind.Product;
        }

        BigInteger size = BigInteger.Abs(WeightEmitter.Scaled(plan, tap));
        if (plan.Accumulator.IsFloating())
        {
            return WeightEmitter.UnitSign(plan, tap) != 0 ? ProductKind.Unit : ProductKind.Product;
        }

        return size.IsOne ? ProductKind.Unit
            : size.IsPowerOfTwo ? ProductKind.Shift
            : plan is { Accumulator: ElementType.Int64, HasWideProducts: false } && Powers(size) is not null ? ProductKind.ShiftSum
            : ProductKind.Product;
    }

    /// <summary>
    /// The two powers of two of which a number is the sum or, where the second is negative, the difference; null where it takes more.
    /// </summary>
    private static (int First, int Second, bool IsNegative)? Powers(BigInteger size)
    {
        int second = 0;
        for (; size.IsEven; size >>= 1)
        {
            second++;
        }

        return (size - 1).IsPowerOfTwo ? (Log2(size - 1) + second, second, false)
            : (size + 1).IsPowerOfTwo ? (Log2(size + 1) + second, second, true)
            : null;
    }

    /// <summary>The sum with one more term; the first one begins the sum.</summary>
    /// <param name="tap">The tap.</param>
    /// <param name="sum">The sum so far.</param>
    /// <param name="sample">The tap's sample, or the sum or difference of its two.</param>
    /// <param name="coefficient">The coefficient, for <see cref="ProductKind.Product"/>; without its sign where the sum applies it.</param>
    /// <param name="isFirst">Whether the sum begins.</param>
    public Expression Add(Tap tap, Expression sum, Expression sample, Expression coefficient, bool isFirst)
    {
        if (isFirst && plan.Model.FloatingPoint == FloatingPointMode.Strict && plan.Accumulator.IsFloating())
        {
            // The contract starts at +0.0, which makes a difference for a product of -0.0.
            isFirst = false;
            sum = new Expression.Zero(shape);
        }

        ProductKind kind = KindOf(plan, tap);
        Expression term = TermOf(kind, tap, sample, coefficient);
        return isFirst
            ? IsSubtracted(tap)
                ? -term
                : term
            : kind == ProductKind.Product && plan.Fuses
                ? new Expression.MultiplyAdd(sample, coefficient, sum)
                : IsSubtracted(tap)
                    ? sum - term
                    : sum + term;
    }

    /// <summary>
    /// The same for an integer sum of vectors, which no instruction negates: one that begins with terms to subtract adds them, and is
    /// subtracted from the first other one. Those that still are to be negated
    /// are kept by name.
    /// </summary>
    public Expression Add(Tap tap, Expression.Local sum, Expression sample, Expression coefficient, bool isFirst, ISet<string> negated)
    {
        bool begins = isFirst && plan.Accumulator.IsInteger() && IsSubtracted(tap);
        if (begins || (negated.Contains(sum.Name) && IsSubtracted(tap)))
        {
            negated.Add(sum.Name);
            return Add(tap with { Weight = -tap.Weight }, sum, sample, coefficient, isFirst);
        }

        return negated.Remove(sum.Name)
            ? Add(tap, sum, sample, coefficient, isFirst: true) - sum
            : Add(tap, sum, sample, coefficient, isFirst);
    }

    /// <summary>The sum of a group with one more term, which is not multiplied.</summary>
    /// <param name="tap">The term.</param>
    /// <param name="leader">The group's first term, whose sign the sum has.</param>
    /// <param name="sum">The sum so far; the leader begins it.</param>
    /// <param name="sample">The term's sample, or the sum or difference of its two.</param>
    public static Expression AddToGroup(Tap tap, Tap leader, Expression sum, Expression sample) =>
        tap == leader ? sample
        : tap.Weight.Equals(leader.Weight) ? sum + sample
        : sum - sample;

    /// <summary>The same for a tap of a loop, whose weight is not known where the loop is written.</summary>
    public Expression AddLooped(Expression sum, Expression sample, Expression coefficient, bool isFirst) =>
        isFirst ? Multiply(sample, coefficient)
        : plan.Fuses ? new Expression.MultiplyAdd(sample, coefficient, sum)
        : sum + Multiply(sample, coefficient);

    private Expression TermOf(ProductKind kind, Tap tap, Expression sample, Expression coefficient)
    {
        BigInteger size = kind == ProductKind.Product ? BigInteger.Zero : BigInteger.Abs(WeightEmitter.Scaled(plan, tap));
        switch (kind)
        {
            case ProductKind.Unit:
                return sample;
            case ProductKind.Shift:
                return new Expression.ShiftLeft(sample, Log2(size));
            case ProductKind.ShiftSum:
                (int first, int second, bool isDifference) = Powers(size)!.Value;
                Expression high = new Expression.ShiftLeft(sample, first),
                    low = second == 0 ? sample : new Expression.ShiftLeft(sample, second);
                return isDifference ? high - low : high + low;
            default:
                return Multiply(sample, coefficient);
        }
    }

    /// <summary>Scalar code has an operator for products of 64 bits; vectors do not, before the widest instruction set.</summary>
    private Expression Multiply(Expression sample, Expression coefficient) =>
        !shape.IsVector || plan.Accumulator != ElementType.Int64 ? new Expression.Multiply(sample, coefficient)
        : plan.HasWideProducts ? new Expression.MultiplyWide(sample, coefficient)
        : new Expression.MultiplyLong(sample, coefficient);

    /// <summary>Whether the sum subtracts the term, because nothing else carries its sign.</summary>
    private bool IsSubtracted(Tap tap) =>
        plan.Model.Kernel.Weights is not null && tap.Weight.Numerator.Sign < 0 && (!isSigned || KindOf(plan, tap) != ProductKind.Product);

    private static int Log2(BigInteger power)
    {
        int log = 0;
        for (; !power.IsOne; power >>= 1)
        {
            log++;
        }

        return log;
    }
}
