using System.Collections.Immutable;
using ConvGen.CodeFixes.Lifting.Exact;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.CodeFixes.Lifting.Nests;

/// <summary>
/// Reads a nest of loops statement by statement, as it would run, with subscripts as polynomials. It knows the few statements that such
/// loops are made of
/// and gives up at any other, so that nothing in the nest goes unseen.
/// </summary>
internal sealed class NestReader(LoopScope scope)
{
    private readonly List<LoopHeader> open = [];
    private readonly List<ExactIndex> guards = [];
    private readonly Dictionary<ISymbol, (int Loops, int Guarded)> places = new(SymbolEqualityComparer.Default);

    /// <summary>How many conditional blocks are open.</summary>
    private int guarded;

    private ILocalSymbol? sum;
    private int outer = -1;
    private FinishReader? finish;
    private LoopElement? cleared;
    private LoopProduct? product;
    private LoopNest? nest;

    /// <summary>The nest, or null where a statement is not understood.</summary>
    public static LoopNest? Read(IForLoopOperation loop, LoopScope scope)
    {
        NestReader reader = new(scope);
        return reader.ReadStatement(loop) && reader.nest is { Steps.IsDefault: false } nest ? nest : null;
    }

    private bool ReadStatement(IOperation? statement) =>
        statement switch
        {
            IBlockOperation block => block.Operations.All(ReadStatement),
            IVariableDeclarationGroupOperation group => group.Declarations.All(declaration => declaration.Declarators.All(ReadDeclaration)),
            IForLoopOperation loop => ReadLoop(loop),
            IConditionalOperation choice => ReadChoice(choice),
            IExpressionStatementOperation expression => ReadExpression(expression.Operation),
            IEmptyOperation => true,
            _ => false,
        };

    private bool ReadLoop(IForLoopOperation loop)
    {
        if (LoopHeaderReader.Read(loop, scope) is not { } header)
        {
            return false;
        }

        // A variable may only be used in its own loop, so it need not be forgotten after it.
        int count = guards.Count;
        int blocks = guarded;
        guarded = 0;
        open.Add(header);
        bool isRead = ReadStatement(loop.Body);
        open.RemoveAt(open.Count - 1);
        guarded = blocks;
        guards.RemoveRange(count, guards.Count - count);
        return isRead;
    }

    private bool ReadDeclaration(IVariableDeclaratorOperation declarator)
    {
        ILocalSymbol local = declarator.Symbol;
        IOperation? value = declarator.GetVariableInitializer()?.Value;
        places[local] = (open.Count, guarded);
        if (local.RefKind != RefKind.None)
        {
            return false;
        }

        if (value is null || (scope.IsWritten(local) && ExactElementReader.IsZero(value) && IsSumType(local.Type) && sum is null))
        {
            return value is null || Begin(local);
        }

        if (ExactIndexReader.Read(value, scope) is { } form)
        {
            scope.Integers[local] = form;
            return true;
        }

        if (
            !scope.IsWritten(local)
            && ExactElementReader.Read(value, scope) is { } element
            && SymbolEqualityComparer.Default.Equals(element.Type, local.Type)
        )
        {
            scope.Elements[local] = element;
            return true;
        }

        return false;
    }

    /// <summary>A sum starts at zero, once for every output.</summary>
    private bool Begin(ILocalSymbol local)
    {
        if (
            !IsSumType(local.Type)
            || guarded > 0
            || guards.Count > 0
            || open.Count == 0
            || product is not null
            || (sum is not null && outer >= 0)
        )
        {
            return false;
        }

        sum = local;
        outer = open.Count;
        finish = new FinishReader(local);
        return true;
    }

    private bool ReadChoice(IConditionalOperation choice)
    {
        if (Reassignment.Single(choice.WhenTrue) is IBranchOperation { BranchKind: BranchKind.Continue } && choice.WhenFalse is null)
        {
            // What is skipped in a conditional block would not be skipped after it.
            return guarded == 0 && ConditionReader.Read(choice.Condition, scope, isNegated: true) is { } rest && AddGuards(rest);
        }

        if (AssignedIn(choice) is { } local)
        {
            return SymbolEqualityComparer.Default.Equals(local, sum)
                ? IsFinishing() && Finish(finish!.ReadStatement(choice))
                : ReadReassignment(choice, local);
        }

        if (choice.WhenFalse is not null || ConditionReader.Read(choice.Condition, scope) is not { } conditions)
        {
            return false;
        }

        int count = guards.Count;
        guarded++;
        bool isRead = AddGuards(conditions) && ReadStatement(choice.WhenTrue);
        guarded--;
        guards.RemoveRange(count, guards.Count - count);
        return isRead;
    }

    private bool AddGuards(ImmutableArray<ExactIndex> conditions)
    {
        guards.AddRange(conditions);
        return true;
    }

    /// <summary>
    /// The local whose assignment is all that a conditional statement does first; for the sum, once its products are complete.
    /// </summary>
    private ILocalSymbol? AssignedIn(IConditionalOperation choice) =>
        Reassignment.Single(choice.WhenTrue)
            is IExpressionStatementOperation { Operation: IAssignmentOperation { Target: ILocalReferenceOperation local } }
        && (product is not null || !IsSum(local))
            ? local.Local
            : null;

    /// <summary><c>if (i &lt; 0) i = 0; else if (i >= n) i = n - 1;</c></summary>
    private bool ReadReassignment(IConditionalOperation choice, ILocalSymbol local) =>
        IsHere(local)
        && scope.Integers.TryGetValue(local, out ExactIndex? before)
        && Set(local, Reassignment.Read(choice, local, before, scope));

    private bool ReadExpression(IOperation expression)
    {
        switch (expression)
        {
            case ICompoundAssignmentOperation { OperatorMethod: null } compound:
                return ReadCompound(compound);
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                return ReadAssignment(assignment);
            default:
                return false;
        }
    }

    private bool ReadCompound(ICompoundAssignmentOperation compound)
    {
        bool isAddition = compound.OperatorKind == BinaryOperatorKind.Add;
        if (IsSum(compound.Target))
        {
            if (isAddition && product is null)
            {
                return HasSameType(compound) && Accumulate(compound.Value);
            }

            return IsFinishing()
                && compound.Target.Type is { } type
                && Finish(finish!.ReadBinary(compound.OperatorKind, compound.Target, compound.Value, type));
        }

        if (compound.Target is ILocalReferenceOperation { Local: var local })
        {
            return IsHere(local)
                && scope.Integers.TryGetValue(local, out ExactIndex? before)
                && Set(local, Reassignment.Assigned(compound, before, scope));
        }

        return isAddition && HasSameType(compound) && AccumulateInPlace(compound.Target, compound.Value);
    }

    private bool ReadAssignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is ILocalReferenceOperation { Local: var local })
        {
            if (
                product is null
                && ExactElementReader.IsZero(assignment.Value)
                && IsSumType(local.Type)
                && (sum is null || IsSum(assignment.Target))
                && !scope.Integers.ContainsKey(local)
            )
            {
                sum = null;
                return Begin(local);
            }

            if (IsSum(assignment.Target))
            {
                return product is null
                    ? assignment.Value is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null } addition
                        && (
                            IsSum(addition.LeftOperand)
                                ? Accumulate(addition.RightOperand)
                                : IsSum(addition.RightOperand) && Accumulate(addition.LeftOperand)
                        )
                    : IsFinishing() && Finish(finish!.Read(assignment.Value));
            }

            return IsHere(local) && Set(local, ExactIndexReader.Read(assignment.Value, scope));
        }

        return Store(assignment);
    }

    private bool Accumulate(IOperation value)
    {
        if (
            product is not null
            || sum is null
            || cleared is not null
            || open.Count <= outer
            || ExactProductReader.Read(value, scope) is not { } found
        )
        {
            return false;
        }

        product = found;
        nest = new LoopNest([.. open], outer, [.. guards], found, found.Left, sum.Type, default, NeedsZeros: false);
        return true;
    }

    /// <summary><c>y[n] += x[n + k] * h[k]</c>.</summary>
    private bool AccumulateInPlace(IOperation target, IOperation value)
    {
        if (
            product is not null
            || sum is not null
            || target.Type is not { } type
            || !IsSumType(type)
            || ExactElementReader.ReadAccess(target, scope) is not { } element
            || ExactProductReader.Read(value, scope) is not { } found
        )
        {
            return false;
        }

        bool isCleared =
            cleared is not null
            && SymbolEqualityComparer.Default.Equals(cleared.Array, element.Array)
            && cleared.Index.SequenceEqual(element.Index);
        product = found;
        nest = new LoopNest([.. open], isCleared ? outer : -1, [.. guards], found, element, type, [], NeedsZeros: !isCleared);
        return isCleared || cleared is null;
    }

    private bool Store(ISimpleAssignmentOperation assignment)
    {
        if (guards.Count > 0 || guarded > 0 || ExactElementReader.ReadAccess(assignment.Target, scope) is not { } target)
        {
            return false;
        }

        if (product is null)
        {
            bool isFirst = cleared is null && sum is null && ExactElementReader.IsZero(assignment.Value);
            cleared = target;
            outer = open.Count;
            return isFirst;
        }

        if (!IsFinishing() || !nest!.Steps.IsDefault || finish!.Read(assignment.Value) is not { } steps)
        {
            return false;
        }

        nest = nest with { Target = target, Steps = steps };
        return true;
    }

    private bool Finish(ImmutableArray<FinishStep>? steps)
    {
        finish!.Steps = steps ?? [];
        return steps is not null;
    }

    private bool Set(ILocalSymbol local, ExactIndex? form)
    {
        if (form is null || local.Type.SpecialType != SpecialType.System_Int32)
        {
            return false;
        }

        scope.Integers[local] = form;
        return true;
    }

    /// <summary>Whether the sum is complete and control is back where it began.</summary>
    private bool IsFinishing() => product is not null && sum is not null && open.Count == outer && guarded == 0 && guards.Count == 0;

    /// <summary>
    /// Whether a local was declared in this very block of this loop, so that an assignment is not seen by another turn or branch.
    /// </summary>
    private bool IsHere(ILocalSymbol local) =>
        places.TryGetValue(local, out (int Loops, int Guarded) place) && place == (open.Count, guarded) && open.Count > 0;

    private bool IsSum(IOperation operation) =>
        sum is not null && operation is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, sum);

    /// <summary>Whether <c>a += b</c> adds in the type of a; an integer may be widened first.</summary>
    private static bool HasSameType(ICompoundAssignmentOperation compound) =>
        compound is { InConversion.IsIdentity: true, OutConversion.IsIdentity: true };

    private static bool IsSumType(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Single or SpecialType.System_Double;
}
