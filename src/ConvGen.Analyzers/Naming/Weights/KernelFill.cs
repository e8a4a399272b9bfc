using ConvGen.Analyzers.Naming.Weights.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Weights;

/// <summary>
/// Tells weights that are computed where they are written from weights that come from another kernel, in an order that nobody has followed.
/// </summary>
internal static class KernelFill
{
    /// <summary>Whether the written weight depends on numbers only.</summary>
    public static bool IsComputed(KernelEvent fill) => fill.Value is { } value && IsScalar(value, 0);

    /// <summary>Whether an expression reads no collection, as far as can be seen.</summary>
    public static bool IsScalar(IOperation value, int depth)
    {
        foreach (IOperation operation in value.DescendantsAndSelf())
        {
            bool isScalar = operation switch
            {
                IArrayElementReferenceOperation
                or IImplicitIndexerReferenceOperation
                or IDynamicIndexerAccessOperation
                or IInvalidOperation
                or ITupleOperation => false,
                IPropertyReferenceOperation property => property.Arguments.IsEmpty,
                IInvocationOperation call => IsFunction(call),
                ILocalReferenceOperation local => IsScalar(local, depth),
                { Kind: Microsoft.CodeAnalysis.OperationKind.None } => false,
                _ => true,
            };
            if (!isScalar)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a loop multiplies or divides every weight by one factor, which nothing in the loop changes.</summary>
    public static bool IsScaling(ICompoundAssignmentOperation assignment)
    {
        IOperation? loop = assignment.Parent;
        while (loop is not null and not ILoopOperation)
        {
            loop = loop.Parent;
        }

        return loop is not null
            && assignment
                .Value.DescendantsAndSelf()
                .All(operation =>
                    operation switch
                    {
                        ILiteralOperation
                        or IConversionOperation
                        or IParenthesizedOperation
                        or IInstanceReferenceOperation
                        or IParameterReferenceOperation
                        or IFieldReferenceOperation => true,
                        IBinaryOperation or IUnaryOperation => true,
                        IPropertyReferenceOperation property => property.Arguments.IsEmpty,
                        ILocalReferenceOperation local => local.Local.DeclaringSyntaxReferences.All(reference =>
                            !loop.Syntax.Span.Contains(reference.Span)
                        ),
                        _ => false,
                    }
                );
    }

    /// <summary>
    /// Whether a loop writes one weight everywhere, as for a mean: then nothing tells the kernel from its reverse.
    /// </summary>
    public static bool IsUniform(KernelEvent fill)
    {
        IOperation? loop = null;
        for (IOperation? around = fill.Operation.Parent; around is not null; around = around.Parent)
        {
            loop = around is ILoopOperation ? around : loop;
        }

        return loop is not null
            && fill.Value is { } value
            && value
                .DescendantsAndSelf()
                .All(operation =>
                    operation switch
                    {
                        ILiteralOperation
                        or IConversionOperation
                        or IParenthesizedOperation
                        or IInstanceReferenceOperation
                        or IFieldReferenceOperation
                        or IBinaryOperation
                        or IUnaryOperation => true,
                        IPropertyReferenceOperation property => property.Arguments.IsEmpty,
                        IParameterReferenceOperation parameter => !IsSetIn(loop, parameter.Parameter),
                        ILocalReferenceOperation local => !IsSetIn(loop, local.Local),
                        _ => false,
                    }
                );
    }

    private static bool IsSetIn(IOperation loop, ISymbol variable) =>
        variable.DeclaringSyntaxReferences.Any(reference => loop.Syntax.Span.Contains(reference.Span))
        || loop.Descendants()
            .Any(operation =>
                operation switch
                {
                    IAssignmentOperation assignment => BodyIndex.SymbolOf(assignment.Target),
                    IIncrementOrDecrementOperation step => BodyIndex.SymbolOf(step.Target),
                    IArgumentOperation { Parameter.RefKind: not RefKind.None } argument => BodyIndex.SymbolOf(argument.Value),
                    _ => null,
                }
                    is { } set
                && SymbolEqualityComparer.Default.Equals(set, variable)
            );

    private static bool IsFunction(IInvocationOperation call) =>
        call.Instance is null or IInstanceReferenceOperation
        && call.Arguments.All(argument =>
            argument.Parameter is { RefKind: RefKind.None or RefKind.In } parameter && !KernelTypes.MayHoldWeights(parameter.Type)
        );

    /// <summary>A local is what it was set to; the variable of a <c>foreach</c> is an element.</summary>
    private static bool IsScalar(ILocalReferenceOperation local, int depth)
    {
        if (KernelTypes.MayHoldWeights(local.Local.Type))
        {
            return local.Parent is IPropertyReferenceOperation { Property.Name: "Length" or "Count" };
        }

        SyntaxNode? declaration = local.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        if (declaration is not Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax declarator || depth > 4)
        {
            return false;
        }

        return declarator.Initializer is null
            || (local.SemanticModel?.GetOperation(declarator.Initializer.Value) is { } value && IsScalar(value, depth + 1));
    }
}
