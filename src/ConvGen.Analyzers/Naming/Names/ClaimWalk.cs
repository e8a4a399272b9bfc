using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Names;

/// <summary>Walks outwards from an operation to what receives its result, up to the member's own name.</summary>
internal sealed class ClaimWalk(MemberContext member)
{
    /// <summary>Variables through which a result is followed.</summary>
    private const int MostHops = 3;

    private int hops;

    /// <summary>The nearest name below the member that says an operation, or null.</summary>
    public NameClaim? Read(IOperation operation) => Receiver(operation, isHop: false);

    private NameClaim? Receiver(IOperation operation, bool isHop)
    {
        Flow flow = Flow.Value;
        if (operation is IAssignmentOperation own && Assigned(own.Target, operation) is { } claim)
        {
            return claim;
        }

        IOperation child = operation;
        for (IOperation? parent = operation.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            member.Cancellation.ThrowIfCancellationRequested();
            if (Named(parent, child, flow, isHop) is { } named)
            {
                return named;
            }

            flow = FlowRules.Through(parent, child, flow);

            // The functions around a variable's use are those around the operation, and are read there.
            if (isHop && flow is not Flow.Value)
            {
                return null;
            }
        }

        return null;
    }

    private NameClaim? Named(IOperation parent, IOperation child, Flow flow, bool isHop)
    {
        if (parent is ILocalFunctionOperation local)
        {
            return ClaimReader.Of(local.Symbol, local.Syntax, member.Options);
        }

        if (flow is not (Flow.Value or Flow.Function or Flow.ReturningFunction))
        {
            return null;
        }

        switch (parent)
        {
            case ICompoundAssignmentOperation when isHop:
                return null;
            case IAssignmentOperation assignment and not IDeconstructionAssignmentOperation when assignment.Value == child:
                return Assigned(assignment.Target, assignment);
            case IVariableDeclaratorOperation declarator:
                return ClaimReader.Of(declarator.Symbol, declarator.Syntax, member.Options) ?? Follow(declarator.Symbol, declarator);
            case IFieldInitializerOperation field:
                return FirstOf(field.InitializedFields, field);
            case IPropertyInitializerOperation property:
                return FirstOf(property.InitializedProperties, property);
            case ITupleOperation tuple:
                return InTuple(tuple, child);
            case IArgumentOperation { Parameter: { } parameter } argument:
                return ClaimReader.Of(parameter, argument.Syntax, member.Options);
            case IInvocationOperation { Instance: { } instance } call when child != instance && IsStore(call.TargetMethod.Name):
                return DestinationReader.OfTarget(instance, member.Options);
            default:
                return null;
        }
    }

    /// <summary>
    /// Methods that put their arguments into the object: <c>convolved.Add(sum)</c>, <c>convolved.SetPixel(x, y, sum)</c>.
    /// </summary>
    private static bool IsStore(string name) =>
        name is "Add" or "Push" or "Enqueue" or "Append" || name.StartsWith("Set", StringComparison.Ordinal);

    private NameClaim? Assigned(IOperation target, IOperation assignment) =>
        DestinationReader.OfTarget(target, member.Options)
        ?? (DestinationReader.VariableOf(target) is { } variable ? Follow(variable, assignment) : null);

    private NameClaim? FirstOf(IEnumerable<ISymbol> symbols, IOperation use) =>
        symbols.Select(symbol => ClaimReader.Of(symbol, use.Syntax, member.Options)).FirstOrDefault(claim => claim is not null);

    private NameClaim? InTuple(ITupleOperation tuple, IOperation child)
    {
        int index = tuple.Elements.IndexOf(child);
        if (index < 0)
        {
            return null;
        }

        IOperation whole = tuple;
        while (whole.Parent is IConversionOperation or IParenthesizedOperation)
        {
            whole = whole.Parent;
        }

        if (whole.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Value == whole)
        {
            IOperation target = deconstruction.Target is IDeclarationExpressionOperation declaration
                ? declaration.Expression
                : deconstruction.Target;
            return target is ITupleOperation targets && index < targets.Elements.Length
                ? Assigned(targets.Elements[index], deconstruction)
                : null;
        }

        return
            tuple.NaturalType is INamedTypeSymbol { IsTupleType: true } type
            && index < type.TupleElements.Length
            && type.TupleElements[index].IsExplicitlyNamedTupleElement
            ? ClaimReader.Of(type.TupleElements[index], child.Syntax, member.Options)
            : null;
    }

    /// <summary>
    /// Where a result rests in a variable whose name says nothing, the next thing that receives the variable may: <c>output[n] = sum</c>.
    /// Its uses are read
    /// in the order in which they stand, until it is given another value.
    /// </summary>
    private NameClaim? Follow(ISymbol variable, IOperation written)
    {
        if (hops >= MostHops)
        {
            return null;
        }

        hops++;
        try
        {
            int end = written.Syntax.Span.End;
            foreach (
                IOperation use in member
                    .Tree.All.Where(use => IsUse(use, variable) && use.Syntax.SpanStart >= end)
                    .OrderBy(use => use.Syntax.SpanStart)
            )
            {
                if (use.Parent is ISimpleAssignmentOperation overwriting && overwriting.Target == use)
                {
                    return null;
                }

                if (Receiver(use, isHop: true) is { } claim)
                {
                    return claim;
                }
            }
        }
        finally
        {
            hops--;
        }

        return null;
    }

    private static bool IsUse(IOperation operation, ISymbol variable) =>
        operation switch
        {
            ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
            IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, variable),
            _ => false,
        };
}
