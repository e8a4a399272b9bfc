using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Weights.Tracing;

/// <summary>What one reference to a variable does to the weights in it. Reading them does nothing, and gives nothing.</summary>
internal static class KernelEventReader
{
    private const int MaximumAliases = 2;

    /// <summary>The events that a reference causes.</summary>
    public static IEnumerable<KernelEvent> Read(IOperation reference, MemberContext member) => Read(reference, member, 0);

    private static IEnumerable<KernelEvent> Read(IOperation reference, MemberContext member, int aliases)
    {
        IOperation value = reference;
        bool isPart = false;
        while (true)
        {
            switch (value.Parent)
            {
                case IConversionOperation or IParenthesizedOperation or IDeclarationExpressionOperation:
                    value = value.Parent;
                    continue;
                case IPropertyReferenceOperation { Arguments.IsEmpty: true, Property.Name: "Span" or "Memory" } view
                    when view.Instance == value:
                    value = view;
                    continue;
                case IArgumentOperation { Parent: IInvocationOperation call } when IsView(call):
                    isPart |= call.Arguments.Length > 1;
                    value = call;
                    continue;
                case IInvocationOperation call when call.Instance == value && IsView(call):
                    isPart |= call.Arguments.Length > 0;
                    value = call;
                    continue;
                case { } element when IsElementOf(value, element):
                    if (KernelTypes.IsCollection(element.Type))
                    {
                        // A row, or a slice: what happens to it happens to a part only.
                        isPart = true;
                        value = element;
                        continue;
                    }

                    return Element(element);
                default:
                    return Whole(value, isPart, member, aliases);
            }
        }
    }

    private static bool IsView(IInvocationOperation call) =>
        call.TargetMethod.Name is "AsSpan" or "AsMemory" or "GetSpan" or "Slice" && KernelTypes.IsCollection(call.Type);

    private static bool IsElementOf(IOperation value, IOperation parent) =>
        parent switch
        {
            IArrayElementReferenceOperation element => element.ArrayReference == value,
            IImplicitIndexerReferenceOperation element => element.Instance == value,
            IPropertyReferenceOperation element => element.Instance == value && !element.Arguments.IsEmpty,
            _ => false,
        };

    private static IEnumerable<KernelEvent> Element(IOperation element)
    {
        switch (element.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == element:
                yield return new KernelEvent(KernelEventKind.Fill, assignment, assignment.Value);
                break;
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide } scaling
                when scaling.Target == element && KernelFill.IsScaling(scaling):
                yield return new KernelEvent(KernelEventKind.Scale, scaling);
                break;
            case ICompoundAssignmentOperation assignment when assignment.Target == element:
                yield return new KernelEvent(KernelEventKind.Fill, assignment, assignment.Value);
                break;
            case IIncrementOrDecrementOperation step:
                yield return new KernelEvent(KernelEventKind.Unknown, step);
                break;
            case ITupleOperation tuple when IsTarget(tuple):
                yield return new KernelEvent(KernelEventKind.Fill, tuple);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                yield return new KernelEvent(KernelEventKind.Fill, argument);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } declarator }:
                yield return new KernelEvent(KernelEventKind.Unknown, declarator);
                break;
            default:
                break;
        }
    }

    private static bool IsTarget(ITupleOperation tuple) =>
        tuple.Parent is IDeconstructionAssignmentOperation assignment && assignment.Target == tuple;

    private static IEnumerable<KernelEvent> Whole(IOperation value, bool isPart, MemberContext member, int aliases)
    {
        switch (value.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == value:
                return One(KernelEventKind.Definition, assignment, assignment.Value);
            case ICompoundAssignmentOperation assignment when assignment.Target == value:
                return One(
                    assignment.OperatorKind is BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide
                        ? KernelEventKind.Scale
                        : KernelEventKind.Unknown,
                    assignment
                );
            case ICoalesceAssignmentOperation assignment when assignment.Target == value:
                return One(KernelEventKind.Unknown, assignment);
            case ITupleOperation tuple when IsTarget(tuple):
                return One(KernelEventKind.Unknown, tuple);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return Alias(declarator.Symbol, isPart, member, aliases);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target }:
                return Alias(target.Local, isPart, member, aliases);
            case IForEachLoopOperation each when each.Collection == value:
                return each.Locals.Where(row => KernelTypes.IsCollection(row.Type)).SelectMany(row => Alias(row, true, member, aliases));
            case IArgumentOperation argument:
                return KernelArgumentReader.Read(argument, isPart, member);
            case IInvocationOperation call when call.Instance == value:
                return KernelArgumentReader.ReadReceiver(call, isPart);
            case IPropertyReferenceOperation { Parent: IAssignmentOperation assignment } property when assignment.Target == property:
                return One(KernelEventKind.Unknown, assignment);
            case { Kind: Microsoft.CodeAnalysis.OperationKind.None } unnamed:
                return Unnamed(value, unnamed);
            default:
                return Enumerable.Empty<KernelEvent>();
        }
    }

    /// <summary>Another name for the same weights: what happens under that name happens to both.</summary>
    private static IEnumerable<KernelEvent> Alias(ILocalSymbol alias, bool isPart, MemberContext member, int aliases)
    {
        foreach (IOperation reference in BodyIndex.Of(member).References(alias))
        {
            foreach (
                KernelEvent happening in aliases < MaximumAliases
                    ? Read(reference, member, aliases + 1)
                    : One(KernelEventKind.Unknown, reference)
            )
            {
                switch (happening.Kind)
                {
                    case KernelEventKind.Definition:
                        break;
                    case KernelEventKind.Scale or KernelEventKind.Reversal when !isPart:
                        yield return happening;
                        break;
                    default:
                        yield return happening with
                        {
                            Kind = KernelEventKind.Unknown,
                        };
                        break;
                }
            }
        }
    }

    /// <summary>Pointers have no operations of their own: a write through one is recognised by its syntax.</summary>
    private static IEnumerable<KernelEvent> Unnamed(IOperation value, IOperation unnamed)
    {
        SyntaxNode node = unnamed.Syntax;
        while (
            node.Parent
                is ParenthesizedExpressionSyntax
                    or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression }
                    or BinaryExpressionSyntax
        )
        {
            node = node.Parent;
        }

        bool isWritten =
            node.Parent is AssignmentExpressionSyntax assignment && assignment.Left == node
            || node.Parent is PostfixUnaryExpressionSyntax
            || node.Parent
                is PrefixUnaryExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression
                };
        return isWritten && value.Syntax.Span != node.Span ? One(KernelEventKind.Unknown, unnamed) : Enumerable.Empty<KernelEvent>();
    }

    private static KernelEvent[] One(KernelEventKind kind, IOperation operation, IOperation? value = null) =>
        new[] { new KernelEvent(kind, operation, value) };
}
