using ConvGen.Analyzers.Naming.Loops;
using ConvGen.Analyzers.Naming.Loops.Elements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Callers;

/// <summary>
/// What in a loop keeps a declaration from taking its place, whatever the size of its kernel: only nests of <c>for</c> loops that do
/// nothing but add products, of types that have vectors, are proven equal to one.
/// </summary>
internal static class LiftObstacles
{
    /// <summary>The obstacle as the end of a sentence; null where none is seen.</summary>
    public static string? Find(LoopReading loop)
    {
        if (UnsupportedType(loop.Product) is { } type)
        {
            return $"elements of type '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' are not supported";
        }

        ILoopOperation? outermost = null;
        for (IOperation? around = loop.Product.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return "it stands in a function of its own";
                case ILoopOperation each:
                    outermost = each;
                    break;
            }
        }

        return outermost?.DescendantsAndSelf().Select(Obstacle).FirstOrDefault(static obstacle => obstacle is not null);
    }

    private static string? Obstacle(IOperation operation) =>
        operation switch
        {
            ILoopOperation and not IForLoopOperation => "one of its loops is no 'for' loop",
            IExpressionStatementOperation { Operation: IInvocationOperation call, Parent: not IForLoopOperation } =>
                $"its loops also call '{call.TargetMethod.Name}'",
            IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation step, Parent: IBlockOperation } =>
                $"its loops also change '{step.Target.Syntax}'",
            IReturnOperation or IBranchOperation { BranchKind: not BranchKind.Continue } => "its loops are left early",
            ISwitchOperation => "its loops hold a 'switch'",
            _ => null,
        };

    private static ITypeSymbol? UnsupportedType(IOperation product) =>
        product is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } multiplied
            ? new[] { multiplied.LeftOperand, multiplied.RightOperand }
                .Select(static operand => Unwrapped.Of(operand)?.Type)
                .FirstOrDefault(static type => type is not null && !IsSupported(type))
            : null;

    private static bool IsSupported(ITypeSymbol type) =>
        type.SpecialType
            is SpecialType.System_Byte
                or SpecialType.System_SByte
                or SpecialType.System_Int16
                or SpecialType.System_UInt16
                or SpecialType.System_Int32
                or SpecialType.System_Int64
                or SpecialType.System_Single
                or SpecialType.System_Double;
}
