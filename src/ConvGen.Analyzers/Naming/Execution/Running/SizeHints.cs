using ConvGen.Analyzers.Naming.Loops.Elements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Running;

/// <summary>What the text of a member says of sizes whose names say nothing.</summary>
internal sealed class SizeHints
{
    private const int WidestVector = 24;
    private readonly HashSet<string> steps = new(StringComparer.Ordinal);
    private readonly HashSet<string> flat = new(StringComparer.Ordinal);

    /// <summary>Reads them.</summary>
    public SizeHints(BodyTree tree)
    {
        foreach (IOperation operation in tree.All)
        {
            switch (operation.Kind)
            {
                case OperationKind.Loop when operation is IForLoopOperation loop:
                    foreach (IOperation bottom in loop.AtLoopBottom)
                    {
                        if (StepOf(bottom) is { } step)
                        {
                            steps.Add(step);
                        }
                    }

                    break;
                case OperationKind.Binary
                    when operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply, Parent: var sum } product:
                    IsFlat |=
                        sum is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract }
                        && (GivenSizes.IsWidth(NameOf(product.RightOperand)) || GivenSizes.IsWidth(NameOf(product.LeftOperand)));
                    break;
                case OperationKind.Binary
                    when operation
                        is IBinaryOperation
                        {
                            OperatorKind: BinaryOperatorKind.Remainder,
                            LeftOperand: IParameterReferenceOperation { Parameter.Name: var place }
                        }:
                    flat.Add(place);
                    break;
                case OperationKind.Invocation
                    when operation is IInvocationOperation { TargetMethod.ContainingType.Name: "Vector512" or "Avx512F" }:
                    Wider = WidestVector;
                    break;
            }
        }
    }

    /// <summary>How much longer rows must be than for other code, so that vectors lie in them.</summary>
    public int Wider { get; }

    /// <summary>Whether counters of loops step by a number.</summary>
    public bool IsStep(string path) => steps.Contains(path);

    /// <summary>Whether a number is the place of a pixel in rows one behind the other, from which column and row are computed.</summary>
    public bool IsFlatPlace(string path) => flat.Contains(path);

    /// <summary>Whether subscripts are computed from a row, a width and a column.</summary>
    public bool IsFlat { get; }

    private static string NameOf(IOperation operand) =>
        Unwrapped.Of(operand) switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IMemberReferenceOperation member => member.Member.Name,
            _ => "",
        };

    private static string? StepOf(IOperation bottom) =>
        bottom is IExpressionStatementOperation { Operation: ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } sum }
            ? Unwrapped.Of(sum.Value) switch
            {
                IParameterReferenceOperation parameter => parameter.Parameter.Name,
                IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field.Name,
                IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property => property.Property.Name,
                _ => null,
            }
            : null;
}
