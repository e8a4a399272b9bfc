using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Names;

/// <summary>What becomes of a result in the expression around it. What is not understood loses it.</summary>
internal static class FlowRules
{
    private static readonly HashSet<string> Projections = new(StringComparer.Ordinal) { "Select", "SelectMany", "Run", "StartNew" };

    /// <summary>Beginnings of the names of methods that shape a number and keep its meaning.</summary>
    private static readonly ImmutableArray<string> Shapings = ImmutableArray.Create(
        "Clamp",
        "Saturate",
        "Round",
        "Abs",
        "Floor",
        "Ceil",
        "Truncate",
        "To",
        "CreateSaturating",
        "CreateTruncating",
        "CreateChecked",
        "FromResult"
    );

    /// <summary>The state after leaving <paramref name="child"/> for <paramref name="parent"/>.</summary>
    public static Flow Through(IOperation parent, IOperation child, Flow flow)
    {
        switch (parent)
        {
            case IAnonymousFunctionOperation:
                return flow == Flow.Returned ? Flow.ReturningFunction : Flow.Function;
            case ILocalFunctionOperation:
                return Flow.Lost;
            case IReturnOperation:
                return flow == Flow.Value ? Flow.Returned : Flow.Lost;
        }

        return flow switch
        {
            Flow.Value => OfValue(parent, child),
            Flow.Function or Flow.ReturningFunction => OfFunction(parent, flow),

            // Statements between a return and its function.
            _ => flow,
        };
    }

    private static Flow OfFunction(IOperation parent, Flow flow) =>
        parent switch
        {
            IInvocationOperation call => flow == Flow.ReturningFunction && Projections.Contains(call.TargetMethod.Name)
                ? Flow.Value
                : Flow.Lost,
            IExpressionStatementOperation or IBlockOperation or IObjectCreationOperation => Flow.Lost,
            _ => flow,
        };

    private static Flow OfValue(IOperation parent, IOperation child)
    {
        bool isKept = parent switch
        {
            IConversionOperation
            or IParenthesizedOperation
            or IAwaitOperation
            or ICoalesceOperation
            or IConditionalAccessOperation
            or IDelegateCreationOperation => true,
            IArrayInitializerOperation
            or ITupleOperation
            or ITranslatedQueryOperation
            or IVariableInitializerOperation
            or IVariableDeclarationOperation
            or IArgumentOperation => true,
            ISwitchExpressionOperation expression => expression.Value != child,
            ISwitchExpressionArmOperation arm => arm.Value == child,
            IArrayCreationOperation creation => creation.Initializer == child,
            IConditionalOperation conditional => conditional.Type is not null && conditional.Condition != child,
            IUnaryOperation unary => unary.OperatorKind is UnaryOperatorKind.Minus or UnaryOperatorKind.Plus,
            IBinaryOperation binary => IsScaling(binary, child),
            IAssignmentOperation assignment => assignment.Value == child,
            IArrayElementReferenceOperation element => element.ArrayReference == child && !IsVariable(child),
            IMemberReferenceOperation reference => reference.Instance == child
                && !IsVariable(child)
                && !IsMeasure(reference.Type)
                && reference.Member.Name is not ("Length" or "Count" or "Rank"),
            IInvocationOperation call => IsKept(call, child),
            IObjectCreationOperation creation => creation.Initializer != child
                && creation.Type is { } type
                && (
                    type.IsValueType
                    || type.AllInterfaces.Any(implemented => implemented.SpecialType == SpecialType.System_Collections_IEnumerable)
                ),
            _ => parent.Syntax is CollectionExpressionSyntax,
        };
        return isKept ? Flow.Value : Flow.Lost;
    }

    /// <summary>An element of a variable, or a product with another, is the result of something else.</summary>
    private static bool IsScaling(IBinaryOperation binary, IOperation child)
    {
        IOperation other = binary.LeftOperand == child ? binary.RightOperand : binary.LeftOperand;
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.RightShift or BinaryOperatorKind.LeftShift => true,
            BinaryOperatorKind.Divide => binary.LeftOperand == child,
            BinaryOperatorKind.Multiply => other.ConstantValue.HasValue,
            _ => false,
        };
    }

    private static bool IsVariable(IOperation operation) => operation is ILocalReferenceOperation or IParameterReferenceOperation;

    /// <summary>A question or a text about a result is not the result.</summary>
    private static bool IsMeasure(ITypeSymbol? type) =>
        type is null or { SpecialType: SpecialType.System_Boolean or SpecialType.System_String or SpecialType.System_Void };

    private static bool IsKept(IInvocationOperation call, IOperation child)
    {
        IMethodSymbol method = call.TargetMethod;
        if (IsMeasure(call.Type))
        {
            return false;
        }

        bool isReceiver = call.Instance == child || (method.IsExtensionMethod && child is IArgumentOperation { Parameter.Ordinal: 0 });
        return isReceiver
            || method.ContainingType?.Name is "Math" or "MathF" or "Convert"
            || Shapings.Any(shaping => method.Name.StartsWith(shaping, StringComparison.Ordinal));
    }
}
