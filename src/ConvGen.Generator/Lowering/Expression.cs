using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Lowering;

/// <summary>
/// A value that a program computes. The cases are all there are: whoever reads programs handles each, or says that it does not.
/// </summary>
/// <param name="Type">Its type.</param>
internal abstract record Expression(Shape Type)
{
    public static Expression operator +(Expression left, Expression right) => new Add(left, right);

    public static Expression operator -(Expression left, Expression right) => new Subtract(left, right);

    public static Expression operator -(Expression value) => new Negate(value);

    /// <summary>The values that the expression is computed from, in their order.</summary>
    public IReadOnlyList<Expression> Parts() =>
        this switch
        {
            Local or Zero or NegativeZero or Constant or Broadcast or Load => [],
            Reinterpret value => [value.Value],
            Negate value => [value.Value],
            ShiftLeft value => [value.Value],
            Add value => [value.Left, value.Right],
            Subtract value => [value.Left, value.Right],
            And value => [value.Left, value.Right],
            Multiply value => [value.Left, value.Right],
            MultiplyWide value => [value.Numbers, value.Weights],
            MultiplyLong value => [value.Left, value.Right],
            MultiplyAdd value => [value.Left, value.Right, value.Sum],
            PairSum value => [value.Samples, value.Weights],
            QuadSum value => [value.Sum, value.Samples, value.Weights],
            Alternate value => [value.Even, value.Odd],
            _ => throw new InvalidOperationException($"{GetType().Name} has no parts"),
        };

    /// <summary>The same expression of other values.</summary>
    public Expression WithParts(Func<Expression, Expression> of) =>
        this switch
        {
            Local or Zero or NegativeZero or Constant or Broadcast or Load => this,
            Reinterpret value => new Reinterpret(of(value.Value), value.Element),
            Negate value => new Negate(of(value.Value)),
            ShiftLeft value => new ShiftLeft(of(value.Value), value.Count),
            Add value => new Add(of(value.Left), of(value.Right)),
            Subtract value => new Subtract(of(value.Left), of(value.Right)),
            And value => new And(of(value.Left), of(value.Right)),
            Multiply value => new Multiply(of(value.Left), of(value.Right)),
            MultiplyWide value => new MultiplyWide(of(value.Numbers), of(value.Weights)),
            MultiplyLong value => new MultiplyLong(of(value.Left), of(value.Right)),
            MultiplyAdd value => new MultiplyAdd(of(value.Left), of(value.Right), of(value.Sum)),
            PairSum value => new PairSum(of(value.Samples), of(value.Weights)),
            QuadSum value => new QuadSum(of(value.Sum), of(value.Samples), of(value.Weights)),
            Alternate value => new Alternate(value.IsHigh, of(value.Even), of(value.Odd)),
            _ => throw new InvalidOperationException($"{GetType().Name} has no parts"),
        };

    /// <summary>Whether the expression or anything that it is computed from is of a kind.</summary>
    public bool Contains(Func<Expression, bool> isSo) => isSo(this) || Parts().Any(part => part.Contains(isSo));

    /// <summary>A named value: a register, as far as they reach.</summary>
    public sealed record Local(string Name, Shape Type) : Expression(Type);

    /// <summary>Zero in every lane; +0.0 for floating point.</summary>
    public sealed record Zero(Shape Type) : Expression(Type);

    /// <summary>-0.0 in every lane, to which a first product is added without a change.</summary>
    public sealed record NegativeZero(Shape Type) : Expression(Type);

    /// <summary>An exact number, rounded to the type of an element, in every lane.</summary>
    public sealed record Constant(Rational Value, Shape Type) : Expression(Type);

    /// <summary>A number of a table in every lane.</summary>
    /// <param name="At">Where it lies.</param>
    /// <param name="Stored">The type that it has there. Where that is wider than an element, a lane holds as much of it as it does of the
    /// whole vector's bits.</param>
    /// <param name="Type">The type as which it is read.</param>
    public sealed record Broadcast(Place At, ElementType Stored, Shape Type) : Expression(Type);

    /// <summary>As many samples as there are lanes, converted to the type of an element.</summary>
    /// <param name="At">Where the first one lies.</param>
    /// <param name="Source">The type that they have there.</param>
    /// <param name="IsBiased">Whether half of their range is taken from them.</param>
    /// <param name="Type">The type to which they are converted.</param>
    public sealed record Load(Place At, ElementType Source, bool IsBiased, Shape Type) : Expression(Type);

    /// <summary>The same bits as elements of another type.</summary>
    public sealed record Reinterpret(Expression Value, ElementType Element) : Expression(Value.Type.Of(Element));

    public sealed record Negate(Expression Value) : Expression(Value.Type);

    public sealed record Add(Expression Left, Expression Right) : Expression(Left.Type);

    public sealed record Subtract(Expression Left, Expression Right) : Expression(Left.Type);

    /// <summary>The bits that both have.</summary>
    public sealed record And(Expression Left, Expression Right) : Expression(Left.Type);

    public sealed record Multiply(Expression Left, Expression Right) : Expression(Left.Type);

    /// <summary>The products of the low halves of numbers of 64 bits, which have a sign, and of every other number of 32 bits.</summary>
    public sealed record MultiplyWide(Expression Numbers, Expression Weights) : Expression(Numbers.Type);

    /// <summary>The products of numbers of 64 bits.</summary>
    public sealed record MultiplyLong(Expression Left, Expression Right) : Expression(Left.Type);

    /// <summary><c>Left * Right + Sum</c>, rounded once.</summary>
    public sealed record MultiplyAdd(Expression Left, Expression Right, Expression Sum) : Expression(Sum.Type);

    /// <summary>
    /// The products of neighbours with neighbouring weights, two and two of them added. Those of bytes saturate at 16 bits, which no plan
    /// lets them reach.
    /// </summary>
    public sealed record PairSum(Expression Samples, Expression Weights)
        : Expression(Samples.Type.Of(Samples.Type.Element == ElementType.Byte ? ElementType.Int16 : ElementType.Int32));

    /// <summary>
    /// Sums of 32 bits and the products of four neighbouring bytes, which have no sign, with as many weights, which have one.
    /// </summary>
    public sealed record QuadSum(Expression Sum, Expression Samples, Expression Weights) : Expression(Sum.Type);

    public sealed record ShiftLeft(Expression Value, int Count) : Expression(Value.Type);

    /// <summary>Elements of two vectors in turn: those of the lower or of the upper halves of their lanes of 128 bits.</summary>
    public sealed record Alternate(bool IsHigh, Expression Even, Expression Odd) : Expression(Even.Type);
}
