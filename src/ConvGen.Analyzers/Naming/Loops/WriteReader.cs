using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops;

/// <summary>Finds the places of a body that write variables.</summary>
internal static class WriteReader
{
    /// <summary>The writes by variable, in the order in which they stand.</summary>
    public static Dictionary<ISymbol, List<VariableWrite>> Read(IOperation root)
    {
        Dictionary<ISymbol, List<VariableWrite>> writes = new(SymbolEqualityComparer.Default);
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            foreach ((ISymbol symbol, VariableWrite write) in Of(operation))
            {
                if (!writes.TryGetValue(symbol, out List<VariableWrite>? list))
                {
                    writes.Add(symbol, list = []);
                }

                list.Add(write);
            }
        }

        return writes;
    }

    /// <summary>The variable that an expression is: a local, a parameter, or a field or property of this object or a type.</summary>
    public static ISymbol? VariableOf(IOperation? operation) => Unwrapped.Of(operation) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Arguments.IsEmpty: true } property => property.Property,
        _ => null,
    };

    private static IEnumerable<(ISymbol Symbol, VariableWrite Write)> Of(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                return One(declarator.Symbol, new VariableWrite(operation, WriteKind.Definition, initializer.Value));
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation declarator }:
                return One(declarator.Symbol, new VariableWrite(operation, WriteKind.Element));
            case ISimpleAssignmentOperation assignment:
                return VariableOf(assignment.Target) is { } target ? One(target, OfAssignment(assignment, target)) : [];
            case ICompoundAssignmentOperation compound:
                return One(VariableOf(compound.Target), compound.OperatorKind switch
                {
                    BinaryOperatorKind.Add => new VariableWrite(operation, WriteKind.Step, compound.Value),
                    BinaryOperatorKind.Subtract => new VariableWrite(operation, WriteKind.Step, compound.Value, -1),
                    BinaryOperatorKind.Remainder => new VariableWrite(operation, WriteKind.Wrap),
                    _ => new VariableWrite(operation, WriteKind.Other),
                });
            case IIncrementOrDecrementOperation step:
                return One(VariableOf(step.Target), new VariableWrite(operation, WriteKind.Step, null, step.Kind == OperationKind.Decrement ? -1 : 1));
            case IDeconstructionAssignmentOperation deconstruction:
                return Parts(deconstruction.Target).Select(part => (VariableOf(part)!, new VariableWrite(operation, WriteKind.Other))).Where(pair => pair.Item1 is not null);
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                return One(VariableOf(argument.Value), new VariableWrite(operation, WriteKind.Other));
            case IAddressOfOperation address:
                return One(VariableOf(address.Reference), new VariableWrite(operation, WriteKind.Other));
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared }:
                return One(declared, new VariableWrite(operation, WriteKind.Other));
            default:
                return [];
        }
    }

    /// <summary>What a deconstruction writes; the variables in the subscript of an element that it writes are only read.</summary>
    private static IEnumerable<IOperation> Parts(IOperation target) => Unwrapped.Of(target) switch
    {
        ITupleOperation tuple => tuple.Elements.SelectMany(Parts),
        IDeclarationExpressionOperation declaration => Parts(declaration.Expression),
        { } part => [part],
        null => [],
    };

    private static IEnumerable<(ISymbol Symbol, VariableWrite Write)> One(ISymbol? symbol, VariableWrite write) => symbol is null ? [] : [(symbol, write)];

    /// <summary><c>i = i + 2</c> is a step.</summary>
    private static VariableWrite OfAssignment(ISimpleAssignmentOperation assignment, ISymbol target)
    {
        if (Unwrapped.Of(assignment.Value) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum)
        {
            int sign = sum.OperatorKind == BinaryOperatorKind.Add ? 1 : -1;
            if (SymbolEqualityComparer.Default.Equals(VariableOf(sum.LeftOperand), target))
            {
                return new VariableWrite(assignment, WriteKind.Step, sum.RightOperand, sign);
            }

            if (sign > 0 && SymbolEqualityComparer.Default.Equals(VariableOf(sum.RightOperand), target))
            {
                return new VariableWrite(assignment, WriteKind.Step, sum.LeftOperand);
            }
        }

        return new VariableWrite(assignment, WriteKind.Definition, assignment.Value);
    }
}
