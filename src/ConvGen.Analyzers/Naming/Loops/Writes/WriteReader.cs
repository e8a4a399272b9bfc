using ConvGen.Analyzers.Naming.Loops.Elements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops.Writes;

/// <summary>Finds the places of a body that write variables.</summary>
internal static class WriteReader
{
    /// <summary>The writes by variable, in the order in which they stand.</summary>
    public static Dictionary<ISymbol, List<VariableWrite>> Read(BodyTree tree)
    {
        Dictionary<ISymbol, List<VariableWrite>> writes = new(SymbolEqualityComparer.Default);
        foreach (IOperation operation in tree.All)
        {
            Add(writes, operation);
        }

        return writes;
    }

    /// <summary>The variable that an expression is: a local, a parameter, or a field or property of this object or a type.</summary>
    public static ISymbol? VariableOf(IOperation? operation) =>
        Unwrapped.Of(operation) switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
            IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Arguments.IsEmpty: true } property =>
                property.Property,
            _ => null,
        };

    private static void Add(Dictionary<ISymbol, List<VariableWrite>> writes, IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                Add(writes, declarator.Symbol, new VariableWrite(operation, WriteKind.Definition, initializer.Value));
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation declarator }:
                Add(writes, declarator.Symbol, new VariableWrite(operation, WriteKind.Element));
                break;
            case ISimpleAssignmentOperation assignment when VariableOf(assignment.Target) is { } target:
                Add(writes, target, OfAssignment(assignment, target));
                break;
            case ICompoundAssignmentOperation compound:
                Add(
                    writes,
                    VariableOf(compound.Target),
                    compound.OperatorKind switch
                    {
                        BinaryOperatorKind.Add => new VariableWrite(operation, WriteKind.Step, compound.Value),
                        BinaryOperatorKind.Subtract => new VariableWrite(operation, WriteKind.Step, compound.Value, -1),
                        BinaryOperatorKind.Remainder => new VariableWrite(operation, WriteKind.Wrap),
                        _ => new VariableWrite(operation, WriteKind.Other),
                    }
                );
                break;
            case IIncrementOrDecrementOperation step:
                Add(
                    writes,
                    VariableOf(step.Target),
                    new VariableWrite(operation, WriteKind.Step, null, step.Kind == OperationKind.Decrement ? -1 : 1)
                );
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                foreach (IOperation part in Parts(deconstruction.Target))
                {
                    Add(writes, VariableOf(part), new VariableWrite(operation, WriteKind.Other));
                }

                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                Add(writes, VariableOf(argument.Value), new VariableWrite(operation, WriteKind.Other));
                break;
            case IAddressOfOperation address:
                Add(writes, VariableOf(address.Reference), new VariableWrite(operation, WriteKind.Other));
                break;
            case IDeclarationPatternOperation pattern:
                Add(writes, pattern.DeclaredSymbol, new VariableWrite(operation, WriteKind.Other));
                break;
        }
    }

    private static void Add(Dictionary<ISymbol, List<VariableWrite>> writes, ISymbol? symbol, VariableWrite write)
    {
        if (symbol is null)
        {
            return;
        }

        if (!writes.TryGetValue(symbol, out List<VariableWrite>? list))
        {
            writes.Add(symbol, list = []);
        }

        list.Add(write);
    }

    /// <summary>What a deconstruction writes; the variables in the subscript of an element that it writes are only read.</summary>
    private static IEnumerable<IOperation> Parts(IOperation target) =>
        Unwrapped.Of(target) switch
        {
            ITupleOperation tuple => tuple.Elements.SelectMany(Parts),
            IDeclarationExpressionOperation declaration => Parts(declaration.Expression),
            { } part => [part],
            null => [],
        };

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
