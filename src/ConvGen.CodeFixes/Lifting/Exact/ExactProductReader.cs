using ConvGen.CodeFixes.Lifting.Nests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.CodeFixes.Lifting.Exact;

/// <summary>Reads products of two elements.</summary>
internal static class ExactProductReader
{
    /// <summary>The product, or null where an operation is anything else.</summary>
    public static LoopProduct? Read(IOperation operation, LoopScope scope) =>
        operation switch
        {
            IParenthesizedOperation parentheses => Read(parentheses.Operand, scope),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply, OperatorMethod: null, Type: { } type } product
                when ExactElementReader.Read(product.LeftOperand, scope) is { } left
                    && ExactElementReader.Read(product.RightOperand, scope) is { } right => new LoopProduct(
                product.Syntax,
                left,
                right,
                type
            ),

            // An exact integer product may be widened before it is added.
            IConversionOperation { OperatorMethod: null, Type.SpecialType: SpecialType.System_Int64 } wider
                when Read(wider.Operand, scope) is { Type.SpecialType: SpecialType.System_Int32 } product => product,
            _ => null,
        };
}
