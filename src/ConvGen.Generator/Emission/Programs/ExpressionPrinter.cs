using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Programs;

/// <summary>
/// Prints expressions of programs. Scalars and vectors share operators; what has none is an instruction, or a function of the file that is
/// one where the processor has it.
/// </summary>
internal static class ExpressionPrinter
{
    public static string Print(Expression expression) =>
        expression switch
        {
            Expression.Local local => local.Name,
            Expression.Negate negate => "-" + Operand(negate.Value),
            Expression.Add add => $"{First(add.Left)} + {Operand(add.Right)}",
            Expression.Subtract subtract => $"{First(subtract.Left)} - {Operand(subtract.Right)}",
            Expression.Multiply multiply => $"{Operand(multiply.Left)} * {Operand(multiply.Right)}",
            Expression.And and => $"{Operand(and.Left)} & {Operand(and.Right)}",
            Expression.MultiplyLong product => $"Multiply({Print(product.Left)}, {Print(product.Right)})",
            { Type.IsVector: true } => Vector(expression, new VectorWidth(expression.Type.Bits)),
            _ => Scalar(expression),
        };

    private static string Vector(Expression expression, VectorWidth width) =>
        expression switch
        {
            Expression.Zero zero => width.Type(zero.Type.Element) + ".Zero",
            Expression.NegativeZero zero => width.Broadcast(NegativeZero(zero.Type.Element)),
            Expression.Constant constant => width.Broadcast(Literals.Of(constant.Value, constant.Type.Element)),
            Expression.Broadcast broadcast => width.Broadcast(PlacePrinter.Print(broadcast.At))
                + (broadcast.Stored == broadcast.Type.Element ? "" : As(broadcast.Type.Element)),
            Expression.Load load => load.Source == load.Type.Element
                ? $"{width.Operations}.LoadUnsafe({PlacePrinter.Arguments(load.At)})"
                : $"Load{Literals.Of(width.Bits)}({PlacePrinter.Places(load.At)})",
            Expression.Reinterpret reinterpret => Operand(reinterpret.Value) + As(reinterpret.Element),
            Expression.MultiplyWide product => width.MultiplyWide(Operand(product.Numbers), Print(product.Weights)),
            Expression.MultiplyAdd sum => width.MultiplyAdd(Print(sum.Left), Print(sum.Right), Print(sum.Sum)),
            Expression.PairSum sum => width.PairSum(Print(sum.Samples), Print(sum.Weights)),
            Expression.QuadSum sum => VectorWidth.QuadSum(Print(sum.Sum), Print(sum.Samples), Print(sum.Weights)),
            Expression.ShiftLeft shift => width.ShiftLeft(Print(shift.Value), shift.Count),
            Expression.Alternate alternate => Interleaving.Alternating(
                width,
                alternate.IsHigh ? "High" : "Low",
                Print(alternate.Even),
                Print(alternate.Odd)
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(expression)),
        };

    private static string Scalar(Expression expression) =>
        expression switch
        {
            Expression.Zero zero => ZeroOf(zero.Type.Element),
            Expression.NegativeZero zero => NegativeZero(zero.Type.Element),
            Expression.Constant constant => Literals.Of(constant.Value, constant.Type.Element),
            Expression.Broadcast broadcast => PlacePrinter.Print(broadcast.At),
            Expression.Load load => (load.Source == load.Type.Element ? "" : $"({load.Type.Element.Keyword()})")
                + PlacePrinter.Print(load.At),
            Expression.MultiplyAdd sum => $"MultiplyAdd({Print(sum.Left)}, {Print(sum.Right)}, {Print(sum.Sum)})",
            Expression.PairSum sum => $"PairSum({Print(sum.Samples)}, {Print(sum.Weights)})",
            Expression.ShiftLeft shift => $"{Operand(shift.Value)} << {Literals.Of(shift.Count)}",
            _ => throw new ArgumentOutOfRangeException(nameof(expression)),
        };

    /// <summary>The first operand of a sum, which may be one itself.</summary>
    private static string First(Expression expression) =>
        expression is Expression.Add or Expression.Subtract ? Print(expression) : Operand(expression);

    /// <summary>An expression that something is done with: in parentheses where an operator would otherwise reach beyond it.</summary>
    public static string Operand(Expression expression) => IsOperator(expression) ? "(" + Print(expression) + ")" : Print(expression);

    private static bool IsOperator(Expression expression) =>
        expression
            is Expression.Add
                or Expression.Subtract
                or Expression.Multiply
                or Expression.And
                or Expression.Negate
                or Expression.ShiftLeft { Type.IsVector: false };

    private static string As(ElementType element) =>
        element switch
        {
            ElementType.Byte => ".AsByte()",
            ElementType.SByte => ".AsSByte()",
            ElementType.Int16 => ".AsInt16()",
            ElementType.UInt16 => ".AsUInt16()",
            ElementType.Int32 => ".AsInt32()",
            _ => throw new ArgumentOutOfRangeException(nameof(element)),
        };

    private static string ZeroOf(ElementType element) =>
        element switch
        {
            ElementType.Single => "0f",
            ElementType.Double => "0d",
            _ => "0",
        };

    private static string NegativeZero(ElementType element) => "-" + ZeroOf(element);
}
