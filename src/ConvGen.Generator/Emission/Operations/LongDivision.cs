using System.Globalization;
using System.Numerics;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Dividing;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Operations;

/// <summary>Prints <c>Divide</c> for vectors of 64-bit sums: in <c>double</c>, or through products of their halves.</summary>
internal static class LongDivision
{
    /// <summary>2^52 as a <c>double</c>, which a whole number below it is added to by adding it to its bits.</summary>
    private const string Magic = "4503599627370496d";

    /// <summary>The bits of 2^52 as a <c>double</c>.</summary>
    private static readonly BigInteger MagicBits = new BigInteger(0x433) << (DivideInDoubles.Precision - 1);

    /// <summary>Whether vectors of 64-bit sums are divided by a number that is no power of two.</summary>
    public static bool IsNeeded(KernelPlan plan) => plan is { Accumulator: ElementType.Int64, Division.Multiplier.IsOne: false };

    /// <summary>Whether they are divided through products of their halves.</summary>
    public static bool IsByHalves(KernelPlan plan) => IsNeeded(plan) && plan.Division!.InDoubles is null;

    /// <summary>Prints the division, where there is one.</summary>
    public static void Emit(SourceWriter writer, KernelPlan plan, VectorWidth width)
    {
        if (plan.Division is { InDoubles: { } inDoubles })
        {
            EmitInDoubles(writer, plan, inDoubles, width);
        }
        else if (IsNeeded(plan))
        {
            EmitByHalves(writer, plan, plan.Division!, width);
        }
    }

    /// <summary>The quotient of a biased sum as an expression, by the high half of a product.</summary>
    public static string Scalar(Division division, string biased)
    {
        (BigInteger multiplier, int shift) = ForHighHalf(division);
        string high = $"Math.BigMul(unchecked((ulong)({biased})), {Literals.Of(multiplier)}UL, out _)";
        return shift == 0 ? $"(long){high}" : $"(long)({high} >> {Literals.Of(shift)})";
    }

    /// <summary>
    /// Prints the quotient of a sum to which nothing can be added without overflow: the division towards zero leaves a remainder, which
    /// decides. A division by a
    /// constant is one for the C# compiler only; the JIT compiler makes a multiplication of it.
    /// </summary>
    /// <param name="writer">The text.</param>
    /// <param name="denominator">D.</param>
    /// <param name="sum">The sum, a <c>long</c>.</param>
    /// <param name="target">What takes the quotient, up to its equals sign.</param>
    public static void EmitByRemainder(SourceWriter writer, BigInteger denominator, string sum, string target)
    {
        // From these remainders on the quotient is one more, and below those one less.
        BigInteger more = denominator - (denominator / 2),
            less = -(denominator / 2);
        string rest = sum;
        string whole = "";
        if (denominator <= long.MaxValue)
        {
            writer.Line(
                "// Half of the divisor cannot be added first without an overflow, so the remainder decides; the JIT compiler "
                    + "divides by a constant with a multiplication."
            );
            writer.Line($"long whole = {sum} / {Literals.Integer(denominator, ElementType.Int64)};");
            writer.Line($"long rest = {sum} - (whole * {Literals.Integer(denominator, ElementType.Int64)});");
            (rest, whole) = ("rest", "whole + ");
        }
        else
        {
            writer.Line($"// No sum reaches the divisor {Literals.Of(denominator)}, which 64 bits do not hold.");
        }

        string up = more <= long.MaxValue ? $"{rest} >= {Literals.Integer(more, ElementType.Int64)} ? 1 : " : "";
        string down = less > long.MinValue ? $"{rest} < {Literals.Integer(less, ElementType.Int64)} ? -1 : " : "";
        writer.Line(whole.Length > 0 ? $"{target} {whole}({up}{down}0);" : $"{target} {up}{down}0;");
    }

    /// <summary>The multiplier, as large as 64 bits hold it, and the shift of a product's high half.</summary>
    private static (BigInteger Multiplier, int Shift) ForHighHalf(Division division)
    {
        const int Whole = 64;
        return division.Shift >= Whole
            ? (division.Multiplier, division.Shift - Whole)
            : (division.Multiplier << (Whole - division.Shift), 0);
    }

    /// <summary>
    /// Sums below 2^52 to <c>double</c> and back, without the conversions that few processors have: behind the bits of 2^52, a number is
    /// that many units of the last place.
    /// </summary>
    private static void EmitInDoubles(SourceWriter writer, KernelPlan plan, DoubleDivision division, VectorWidth width)
    {
        string type = width.Type(ElementType.Int64),
            magic = width.Broadcast(Magic);
        writer.Line(
            $"/// <summary>Sums divided by {Literals.Of(plan.Denominator)} and rounded{Above(division.Bias, division.Offset)}.</summary>"
        );
        writer.Line(
            "/// <remarks>Whole numbers below 2^52 are <c>double</c> numbers once they lie behind the bits of 2^52, and adding it "
                + "rounds to them. The reciprocal is so close that the nearest whole number is the right one.</remarks>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"private static {type} Divide({type} sum)"))
        {
            writer.Line($"{width.Type(ElementType.Double)} number = (sum + {Bits(width, division.Bias)}).AsDouble() - {magic};");
            writer.Line(
                $"return ((number * {width.Broadcast(Literals.Exact(division.Reciprocal))}) + {magic}).AsInt64() - "
                    + $"{Bits(width, division.Offset)};"
            );
        }

        writer.Line();
    }

    /// <summary>What makes sums non-negative, in words.</summary>
    private static string Above(BigInteger bias, BigInteger offset) =>
        offset.IsZero
            ? ""
            : FormattableString.Invariant($"; {bias}, a multiple of that, keeps them above zero until {offset} is taken from the quotient");

    private static string Bits(VectorWidth width, BigInteger added) =>
        width.Broadcast(Literals.Integer(MagicBits + added, ElementType.Int64));

    /// <summary>The high halves of products of 64 bits, from four products of their halves.</summary>
    private static void EmitByHalves(SourceWriter writer, KernelPlan plan, Division division, VectorWidth width)
    {
        const int Half = 32;
        (BigInteger multiplier, int shift) = ForHighHalf(division);
        string operations = width.Operations,
            type = width.Type(ElementType.Int64),
            wide = operations + "<ulong>";
        string Upper(string vector) => $"{operations}.ShiftRightLogical({vector}, {Literals.Of(Half)})";
        string Constant(BigInteger value) => width.Broadcast("0x" + ((uint)value).ToString("X", CultureInfo.InvariantCulture) + "U");
        writer.Line(
            $"/// <summary>Sums divided by {Literals.Of(plan.Denominator)} and "
                + $"rounded{Above(division.Bias - (plan.Denominator / 2), division.Offset)}.</summary>"
        );
        writer.Line($"/// <remarks>The high halves of products with {Literals.Of(multiplier)}, from four products of halves.</remarks>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"private static {type} Divide({type} sum)"))
        {
            string biased = division.Bias.IsZero ? "sum" : $"(sum + {width.Broadcast(Literals.Integer(division.Bias, ElementType.Int64))})";
            string offset = division.Offset.IsZero ? "" : $" - {width.Broadcast(Literals.Integer(division.Offset, ElementType.Int64))}";
            writer.Line($"{wide} low = {biased}.AsUInt64(), high = {Upper("low")};");
            writer.Line(
                $"{operations}<uint> multiplierLow = {Constant(multiplier & uint.MaxValue)}, multiplierHigh = "
                    + $"{Constant(multiplier >> Half)};"
            );
            writer.Line(
                $"{wide} middle = {width.MultiplyUnsigned("high", "multiplierLow")} + {Upper(width.MultiplyUnsigned("low", "multiplierLow"))};"
            );
            writer.Line(
                $"{wide} lower = {width.MultiplyUnsigned("low", "multiplierHigh")} + (middle & {width.Broadcast("0xFFFFFFFFUL")});"
            );
            writer.Line($"{wide} upper = {width.MultiplyUnsigned("high", "multiplierHigh")} + {Upper("middle")} + {Upper("lower")};");
            writer.Line(
                $"return {(shift == 0 ? "upper" : $"{operations}.ShiftRightLogical(upper, {Literals.Of(shift)})")}.AsInt64(){offset};"
            );
        }

        writer.Line();
    }
}
