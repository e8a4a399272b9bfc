using System.Numerics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>How a sum takes up a tap: the one rule that vector code and scalar code share.</summary>
internal sealed class ProductText
{
    private readonly KernelPlan plan;
    private readonly bool isSigned;
    private readonly string zero;
    private readonly Func<string, string, string, string> multiplyAdd;
    private readonly Func<string, string, string> multiply;

    /// <param name="plan">The plan of the sum.</param>
    /// <param name="isSigned">
    /// Whether coefficients carry their signs. Those of floating point and in tables do. Integer constants do not, because unsigned lanes have no negative numbers: there the sum subtracts.
    /// </param>
    /// <param name="zero">Zero in the type of the sum.</param>
    /// <param name="multiplyAdd"><c>a * b + c</c>, fused.</param>
    /// <param name="multiplyWide"><c>a * b</c> of 64 bits for factors of 32, or null in scalar code, whose operator is as good.</param>
    public ProductText(KernelPlan plan, bool isSigned, string zero, Func<string, string, string, string> multiplyAdd, Func<string, string, string>? multiplyWide = null)
    {
        this.plan = plan;
        this.isSigned = isSigned || plan.Accumulator.IsFloating();
        this.zero = zero;
        this.multiplyAdd = multiplyAdd;
        multiply = plan.Accumulator != ElementType.Int64 || multiplyWide is null ? (a, b) => $"{a} * {b}" : plan.HasWideProducts ? multiplyWide : (a, b) => $"Multiply({a}, {b})";
    }

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

    /// <summary>The two powers of two of which a number is the sum or, where the second is negative, the difference; null where it takes more.</summary>
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
    /// <param name="shifted">The sample shifted to the left by a number of bits.</param>
    /// <param name="isFirst">Whether the sum begins.</param>
    public string Add(Tap tap, string sum, string sample, string coefficient, Func<string, int, string> shifted, bool isFirst)
    {
        if (isFirst && plan.Model.FloatingPoint == FloatingPointMode.Strict && plan.Accumulator.IsFloating())
        {
            // The contract starts at +0.0, which makes a difference for a product of -0.0.
            isFirst = false;
            sum = zero;
        }

        bool isNegative = IsSubtracted(tap);
        switch (KindOf(plan, tap))
        {
            case ProductKind.Unit:
                return isFirst ? (isNegative ? "-" + sample : sample) : $"{sum} {(isNegative ? "-" : "+")} {sample}";
            case ProductKind.Shift:
                string power = shifted(sample, Log2(BigInteger.Abs(WeightEmitter.Scaled(plan, tap))));
                return isFirst ? (isNegative ? "-" + power : power) : $"{sum} {(isNegative ? "-" : "+")} {power}";
            case ProductKind.ShiftSum:
                (int first, int second, bool isDifference) = Powers(BigInteger.Abs(WeightEmitter.Scaled(plan, tap)))!.Value;
                string powers = $"({shifted(sample, first)} {(isDifference ? "-" : "+")} {(second == 0 ? sample : shifted(sample, second))})";
                return isFirst ? (isNegative ? "-" + powers : powers) : $"{sum} {(isNegative ? "-" : "+")} {powers}";
            default:
                string product = multiply(sample, coefficient);
                return isFirst ? (isNegative ? $"-({product})" : product)
                    : plan.Fuses ? multiplyAdd(sample, coefficient, sum)
                    : $"{sum} {(isNegative ? "-" : "+")} ({product})";
        }
    }

    /// <summary>
    /// The same for an integer sum of vectors, which no instruction negates: one that begins with terms to subtract adds them, and is subtracted from the first other one. Those that still are to be negated
    /// are kept by name.
    /// </summary>
    public string Add(Tap tap, string sum, string sample, string coefficient, Func<string, int, string> shifted, bool isFirst, ISet<string> negated)
    {
        bool begins = isFirst && plan.Accumulator.IsInteger() && IsSubtracted(tap);
        if (begins || (negated.Contains(sum) && IsSubtracted(tap)))
        {
            negated.Add(sum);
            return Add(tap with { Weight = -tap.Weight }, sum, sample, coefficient, shifted, isFirst);
        }

        if (!negated.Remove(sum))
        {
            return Add(tap, sum, sample, coefficient, shifted, isFirst);
        }

        string term = Add(tap, sum, sample, coefficient, shifted, isFirst: true);
        return KindOf(plan, tap) == ProductKind.Product ? $"({term}) - {sum}" : $"{term} - {sum}";
    }

    /// <summary>The sum of a group with one more term, which is not multiplied.</summary>
    /// <param name="tap">The term.</param>
    /// <param name="leader">The group's first term, whose sign the sum has.</param>
    /// <param name="sum">The sum so far; the leader begins it.</param>
    /// <param name="sample">The term's sample, or the sum or difference of its two.</param>
    public static string AddToGroup(Tap tap, Tap leader, string sum, string sample) => tap == leader ? sample : $"{sum} {(tap.Weight.Equals(leader.Weight) ? "+" : "-")} {sample}";

    /// <summary>The same for a tap of a loop, whose weight is not known where the loop is written.</summary>
    public string AddLooped(string sum, string sample, string coefficient, bool isFirst) => isFirst ? multiply(sample, coefficient)
        : plan.Fuses ? multiplyAdd(sample, coefficient, sum)
        : $"{sum} + ({multiply(sample, coefficient)})";

    /// <summary>Whether the sum subtracts the term, because nothing else carries its sign.</summary>
    private bool IsSubtracted(Tap tap) => plan.Model.Kernel.Weights is not null && tap.Weight.Numerator.Sign < 0 && (!isSigned || KindOf(plan, tap) != ProductKind.Product);

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

/// <summary>What a tap's samples are multiplied by.</summary>
internal enum ProductKind
{
    /// <summary>A number that needs a multiplication.</summary>
    Product,

    /// <summary>1 or -1.</summary>
    Unit,

    /// <summary>A power of two, for integers.</summary>
    Shift,

    /// <summary>The sum or difference of two powers of two, for 64-bit integers that no instruction multiplies.</summary>
    ShiftSum,
}
