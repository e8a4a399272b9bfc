using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Tests.Lowering;

/// <summary>Faults that lowering could have; each must be caught wherever it is put.</summary>
internal static class Mutations
{
    private static readonly Statement Nothing = new Statement.Blank();

    public static IReadOnlyList<Mutation> All { get; } =
    [
        OfExpression("a load one sample further on", e => e is Expression.Load load ? load with { At = Further(load.At) } : null),
        OfExpression(
            "a load one row further down",
            e => e is Expression.Load load ? load with { At = new Place(load.At.Reference, load.At.Elements + "pitch") } : null
        ),
        OfExpression("a sample bias dropped", e => e is Expression.Load { IsBiased: true } load ? load with { IsBiased = false } : null),
        OfExpression(
            "the next weight of a table",
            e => e is Expression.Broadcast { Stored: not ElementType.Int32 } entry ? entry with { At = Further(entry.At) } : null
        ),
        OfExpression(
            "a weight twice as large",
            e =>
                e is Expression.Constant { Type.Element: ElementType.Single or ElementType.Double } weight && !weight.Value.IsZero
                    ? weight with
                    {
                        Value = weight.Value * 2,
                    }
                    : null
        ),
        OfExpression(
            "a whole weight one too large",
            e =>
                e is Expression.Constant { Type.Element: ElementType.Int32 or ElementType.Int16 or ElementType.UInt16 } weight
                    ? weight with
                    {
                        Value = weight.Value + 1,
                    }
                    : null
        ),
        OfExpression("an addition that subtracts", e => e is Expression.Add add ? new Expression.Subtract(add.Left, add.Right) : null),
        OfExpression(
            "a subtraction that adds",
            e => e is Expression.Subtract subtract ? new Expression.Add(subtract.Left, subtract.Right) : null
        ),
        OfExpression(
            "the operands of a subtraction swapped",
            e => e is Expression.Subtract subtract ? new Expression.Subtract(subtract.Right, subtract.Left) : null
        ),
        OfExpression("a sum without its first operand", e => e is Expression.Add add ? add.Right : null),
        OfExpression("a sum without its second operand", e => e is Expression.Add add ? add.Left : null),
        OfExpression("a product without its weight", e => e is Expression.Multiply multiply ? multiply.Left : null),
        OfExpression(
            "a fused sum that forgets",
            e => e is Expression.MultiplyAdd { Sum: not Expression.Zero } sum ? new Expression.Multiply(sum.Left, sum.Right) : null
        ),
        OfExpression("a fused sum without its product", e => e is Expression.MultiplyAdd sum ? sum.Sum : null),
        OfExpression("a shift by one bit more", e => e is Expression.ShiftLeft shift ? shift with { Count = shift.Count + 1 } : null),
        OfExpression("a shift by one bit less", e => e is Expression.ShiftLeft shift ? shift with { Count = shift.Count - 1 } : null),
        OfExpression("a negation dropped", e => e is Expression.Negate negate ? negate.Value : null),
        OfExpression(
            "the other halves of lanes",
            e => e is Expression.Alternate alternate ? alternate with { IsHigh = !alternate.IsHigh } : null
        ),
        OfExpression(
            "the samples of a pair swapped",
            e =>
                e is Expression.Alternate { Even: Expression.Local { Name: "q" }, Odd: Expression.Local } alternate
                    ? new Expression.Alternate(alternate.IsHigh, alternate.Odd, alternate.Even)
                    : null
        ),
        OfExpression(
            "the two weights of a pair swapped",
            e =>
                e is Expression.Reinterpret { Value: Expression.Constant { Type.Element: ElementType.Int32 } number } weights
                && Swapped(number, weights.Element) is var swapped
                && swapped != number
                    ? new Expression.Reinterpret(swapped, weights.Element)
                    : null
        ),
        OfExpression(
            "the next pair of a table",
            e =>
                e is Expression.Broadcast { Stored: ElementType.Int32, Type.Element: ElementType.SByte or ElementType.Int16 } entry
                    ? entry with
                    {
                        At = Further(entry.At),
                    }
                    : null
        ),
        OfExpression("a mask that cuts nothing", e => e is Expression.And and ? and.Left : null),
        OfExpression("a wide product of lower halves only", e => e is Expression.MultiplyWide wide ? wide.Numbers : null),
        OfStatement(
            "a loop that ends one step early",
            s => s is Statement.Loop { First: not null } loop ? loop with { End = loop.End - 1 } : null
        ),
        OfStatement(
            "a loop that begins one step late",
            s => s is Statement.Loop { First: { } first } loop ? loop with { First = first + 1 } : null
        ),
        OfStatement(
            "a row skipped",
            s =>
                s is Statement.Refer { Name: "row", Declares: false } refer
                    ? refer with
                    {
                        At = refer.At with { Elements = refer.At.Elements + "pitch" },
                    }
                    : null
        ),
        OfStatement("a row read twice", s => s is Statement.Refer { Name: "row", Declares: false } ? Nothing : null),
        OfStatement("results one column further on", s => s is Statement.Store store ? store with { At = Further(store.At) } : null),
        OfStatement("results of a row in that above", s => s is Statement.Refer { Name: "result", Declares: false } ? Nothing : null),
        OfStatement(
            "kept samples one further on",
            s => s is Statement.Store { Kept: { } kept } store ? store with { Kept = Further(kept) } : null
        ),
        OfStatement(
            "a mask that begins with another channel",
            s => s is Statement.Store { Mask: { } mask } store ? store with { Mask = Further(mask) } : null
        ),
        OfStatement("kept samples of the row above", s => s is Statement.Refer { Name: "kept", Declares: false } ? Nothing : null),
        OfStatement("nothing kept", s => s is Statement.Store { Kept: not null } store ? store with { Kept = null } : null),
        OfStatement(
            "stored vectors swapped",
            s => s is Statement.Store { Sums.Count: > 1 } store ? store with { Sums = store.Sums.Reverse().ToEquatableArray() } : null
        ),
        OfStatement("products that are not added", s => s is Statement.Increase ? Nothing : null),
        OfStatement(
            "products that replace a sum",
            s => s is Statement.Increase increase ? new Statement.Assign(increase.Target, increase.Value, Declares: false) : null
        ),
    ];

    private static Mutation OfExpression(string name, Func<Expression, Expression?> faulty) => new(name, faulty, _ => null);

    private static Mutation OfStatement(string name, Func<Statement, Statement?> faulty) => new(name, _ => null, faulty);

    private static Place Further(Place place) => place with { Elements = place.Elements + 1 };

    /// <summary>Both weights of bytes, which stand there twice, or both of 16 bits.</summary>
    private static Expression.Constant Swapped(Expression.Constant number, ElementType element)
    {
        uint bits = (uint)(number.Value.Numerator & uint.MaxValue);
        uint swapped = element == ElementType.SByte ? ((bits & 0x00FF00FF) << 8) | ((bits >> 8) & 0x00FF00FF) : (bits << 16) | (bits >> 16);
        return number with { Value = new Rational(new BigInteger((int)swapped), BigInteger.One) };
    }
}
