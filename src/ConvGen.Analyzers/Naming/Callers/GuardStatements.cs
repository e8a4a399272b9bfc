using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Callers;

/// <summary>Statements that refuse arguments, or promise something of them.</summary>
internal static class GuardStatements
{
    private const string Refusal = "ThrowIf";

    /// <summary>Those that stand directly in a body.</summary>
    public static IEnumerable<IOperation> Of(IOperation body)
    {
        IBlockOperation? block = body is IMethodBodyOperation whole ? whole.BlockBody : body as IBlockOperation;
        return block is null ? [] : block.Operations.Where(Is);
    }

    /// <summary>Whether a statement does nothing but throw for some arguments.</summary>
    public static bool Is(IOperation statement) =>
        statement switch
        {
            IConditionalOperation { WhenFalse: null } condition => Throws(condition.WhenTrue),
            ISwitchOperation choice => choice.Cases.All(static section =>
                section.Body.All(static part => Throws(part) || part is IBranchOperation { BranchKind: BranchKind.Break })
            ),
            IExpressionStatementOperation { Operation: IInvocationOperation call } => IsAssertion(call.TargetMethod)
                || IsRefusal(call.TargetMethod),
            _ => false,
        };

    /// <summary>Whether a statement certainly throws.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="valueOf">The value of an expression, flags as 0 and 1; null for what is not known.</param>
    public static bool Refuses(IOperation statement, Func<IOperation, int?> valueOf) =>
        statement switch
        {
            IConditionalOperation condition => valueOf(condition.Condition) is > 0,
            ISwitchOperation choice => valueOf(choice.Value) is { } value && Chosen(choice, value) is { } section && Throws(section.Body),
            IExpressionStatementOperation { Operation: IInvocationOperation call } => IsAssertion(call.TargetMethod)
                ? valueOf(call.Arguments[0].Value) is 0
                : Refuses(call, valueOf),
            _ => false,
        };

    /// <summary><c>Debug.Assert</c>.</summary>
    public static bool IsAssertion(IMethodSymbol method) =>
        method is { Name: "Assert", IsStatic: true, Parameters.Length: > 0 }
        && method.Parameters[0].Type.SpecialType == SpecialType.System_Boolean
        && method.ContainingType
            is { Name: "Debug" or "Trace", ContainingNamespace: { Name: "Diagnostics", ContainingNamespace.Name: "System" } };

    /// <summary><c>ArgumentOutOfRangeException.ThrowIfNotEqual</c> and its like.</summary>
    public static bool IsRefusal(IMethodSymbol method) =>
        method is { IsStatic: true, ReturnsVoid: true }
        && method.Name.StartsWith(Refusal, StringComparison.Ordinal)
        && method.ContainingType.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    private static bool Refuses(IInvocationOperation call, Func<IOperation, int?> valueOf) =>
        call.Arguments.Length > 1
        && valueOf(call.Arguments[0].Value) is { } value
        && valueOf(call.Arguments[1].Value) is { } other
        && call.TargetMethod.Name.Substring(Refusal.Length) switch
        {
            "Equal" => value == other,
            "NotEqual" => value != other,
            "LessThan" => value < other,
            "LessThanOrEqual" => value <= other,
            "GreaterThan" => value > other,
            "GreaterThanOrEqual" => value >= other,
            _ => false,
        };

    /// <summary>The section for a number; null where that is not known.</summary>
    private static ISwitchCaseOperation? Chosen(ISwitchOperation choice, int value)
    {
        ISwitchCaseOperation? otherwise = null;
        foreach (ISwitchCaseOperation section in choice.Cases)
        {
            foreach (ICaseClauseOperation clause in section.Clauses)
            {
                switch (clause)
                {
                    case IDefaultCaseClauseOperation:
                        otherwise = section;
                        break;
                    case ISingleValueCaseClauseOperation { Value.ConstantValue.Value: int one }:
                        if (one == value)
                        {
                            return section;
                        }

                        break;
                    default:
                        return null;
                }
            }
        }

        return otherwise;
    }

    private static bool Throws(ImmutableArray<IOperation> statements) => statements.Length > 0 && Throws(statements[0]);

    private static bool Throws(IOperation statement) =>
        statement switch
        {
            IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => true,
            IBlockOperation block => Throws(block.Operations),
            _ => false,
        };
}
