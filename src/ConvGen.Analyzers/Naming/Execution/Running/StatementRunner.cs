using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Running;

/// <summary>Runs statements.</summary>
internal sealed class StatementRunner
{
    private readonly Machine machine;
    private readonly LoopRunner loops;
    private ILabelSymbol? target;

    /// <summary>Creates the runner of a machine.</summary>
    public StatementRunner(Machine machine)
    {
        this.machine = machine;
        loops = new LoopRunner(machine, this);
    }

    /// <summary>Runs a body: a block, or an expression whose value is the result.</summary>
    public void RunBody(IOperation body, Frame frame)
    {
        switch (body)
        {
            case IMethodBodyBaseOperation whole:
                RunBody((IOperation?)whole.BlockBody ?? whole.ExpressionBody!, frame);
                break;
            case IBlockOperation block:
                if (Run(block, frame) == Step.Jump)
                {
                    throw new StoppedException("it jumps", body);
                }

                frame.Result = frame.Yielded ?? frame.Result;
                break;
            case IExpressionStatementOperation or IReturnOperation:
                Run(body, frame);
                break;
            default:
                frame.Result = Returned(body, frame);
                break;
        }
    }

    /// <summary>What is returned: where a reference is, the spot that it points to.</summary>
    private object Returned(IOperation value, Frame frame) =>
        machine.Running.Count > 0 && machine.Running.Peek() is { RefKind: not RefKind.None } && machine.Spots.Read(value, frame) is { } spot
            ? spot
            : machine.Expressions.Evaluate(value, frame);

    /// <summary>Runs a statement.</summary>
    public Step Run(IOperation statement, Frame frame)
    {
        machine.Count(statement);
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (statement.Kind)
        {
            case OperationKind.Block:
                return RunAll(((IBlockOperation)statement).Operations, frame);
            case OperationKind.ExpressionStatement:
                machine.Expressions.Evaluate(((IExpressionStatementOperation)statement).Operation, frame);
                return Step.Next;
            case OperationKind.VariableDeclarationGroup:
                foreach (IVariableDeclarationOperation declaration in ((IVariableDeclarationGroupOperation)statement).Declarations)
                {
                    Declare(declaration, frame);
                }

                return Step.Next;
            case OperationKind.Conditional:
                IConditionalOperation choice = (IConditionalOperation)statement;
                return RunBranch(choice, machine.Expressions.Evaluate(choice.Condition, frame), frame);
            case OperationKind.Loop:
                return loops.Run((ILoopOperation)statement, frame);
            default:
                return RunOther(statement, frame);
        }
    }

    private Step RunBranch(IConditionalOperation choice, object condition, Frame frame)
    {
        IOperation? branch = machine.Decide(choice.Condition, condition) ? choice.WhenTrue : choice.WhenFalse;
        if (branch is null || condition is not Number { IsOfSamples: true, Known: null })
        {
            return branch is null ? Step.Next : Run(branch, frame);
        }

        machine.Guarded++;
        Step step = Run(branch, frame);
        machine.Guarded--;
        return step;
    }

    private Step RunOther(IOperation statement, Frame frame)
    {
        switch (statement)
        {
            case IVariableDeclarationOperation declaration:
                Declare(declaration, frame);
                return Step.Next;
            case IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } item }:
                frame.Yield(machine.Expressions.Evaluate(item, frame));
                return Step.Next;
            case IReturnOperation { Kind: OperationKind.YieldBreak }:
                return Step.Return;
            case IReturnOperation result:
                frame.Result = result.ReturnedValue is { } value ? Returned(value, frame) : null;
                return Step.Return;
            case IBranchOperation branch:
                target = branch.Target;
                return branch.BranchKind switch
                {
                    BranchKind.Break => Step.Break,
                    BranchKind.Continue => Step.Continue,
                    _ => Step.Jump,
                };
            case ISwitchOperation choice:
                return RunSwitch(choice, frame);
            case IEmptyOperation or ILocalFunctionOperation:
                return Step.Next;
            case ILabeledOperation labeled:
                return labeled.Operation is { } inner ? Run(inner, frame) : Step.Next;
            case ITryOperation attempt:
                Step step = Run(attempt.Body, frame);
                return attempt.Finally is { } last && Run(last, frame) is var end and not Step.Next ? end : step;
            case IUsingOperation usage:
                Resources(usage.Resources, frame);
                return Run(usage.Body, frame);
            case IUsingDeclarationOperation usage:
                return Run(usage.DeclarationGroup, frame);
            case ILockOperation locked:
                return Run(locked.Body, frame);
            case IThrowOperation:
                throw new StoppedException("it throws for the sizes that were tried", statement);
            case { Kind: OperationKind.None } when statement.Syntax is FixedStatementSyntax:
                return RunAll(statement.ChildOperations.ToImmutableArray(), frame);
            case { Kind: OperationKind.None } when statement.Syntax is UnsafeStatementSyntax or CheckedStatementSyntax:
                return RunAll(statement.ChildOperations.ToImmutableArray(), frame);
            case { Kind: OperationKind.None }:
                throw new StoppedException("a statement is not understood", statement);
            default:
                machine.Expressions.Evaluate(statement, frame);
                return Step.Next;
        }
    }

    /// <summary>Runs statements one after the other.</summary>
    public Step RunAll(ImmutableArray<IOperation> statements, Frame frame)
    {
        for (int index = 0; index < statements.Length; index++)
        {
            Step step = Run(statements[index], frame);
            if (step == Step.Jump && IndexOf(statements) is >= 0 and var labeled)
            {
                index = labeled - 1;
            }
            else if (step != Step.Next)
            {
                return step;
            }
        }

        return Step.Next;
    }

    /// <summary>The statement that a jump leads to, where it is one of these: a label is seen in its block and in those within.</summary>
    private int IndexOf(ImmutableArray<IOperation> statements)
    {
        for (int index = 0; index < statements.Length; index++)
        {
            for (IOperation? inner = statements[index]; inner is ILabeledOperation labeled; inner = labeled.Operation)
            {
                if (SymbolEqualityComparer.Default.Equals(labeled.Label, target))
                {
                    return index;
                }
            }
        }

        return -1;
    }

    private void Resources(IOperation resources, Frame frame)
    {
        if (resources is IVariableDeclarationGroupOperation)
        {
            Run(resources, frame);
        }
        else
        {
            machine.Expressions.Evaluate(resources, frame);
        }
    }

    private void Declare(IVariableDeclarationOperation declaration, Frame frame)
    {
        foreach (IVariableDeclaratorOperation declarator in declaration.Declarators)
        {
            if (declarator.GetVariableInitializer() is not { } initializer)
            {
                continue;
            }

            object value =
                declarator.Symbol.RefKind != RefKind.None && machine.Spots.Read(initializer.Value, frame) is { } spot
                    ? spot
                    : machine.Expressions.Evaluate(initializer.Value, frame);
            frame.Declare(declarator.Symbol, machine.Memory.Pinned(value, declarator.Symbol.Type));
        }
    }

    private Step RunSwitch(ISwitchOperation choice, Frame frame)
    {
        object value = machine.Expressions.Evaluate(choice.Value, frame);
        ISwitchCaseOperation? chosen = null;
        foreach (ISwitchCaseOperation section in choice.Cases)
        {
            foreach (ICaseClauseOperation clause in section.Clauses)
            {
                if (chosen is null && clause is not IDefaultCaseClauseOperation && IsChosen(clause, value, frame))
                {
                    chosen = section;
                }
            }
        }

        chosen ??= choice.Cases.FirstOrDefault(section => section.Clauses.Any(clause => clause is IDefaultCaseClauseOperation));
        Step step = chosen is null ? Step.Next : RunAll(chosen.Body, frame);
        return step == Step.Break ? Step.Next : step;
    }

    private bool IsChosen(ICaseClauseOperation clause, object value, Frame frame)
    {
        if (clause is IPatternCaseClauseOperation pattern)
        {
            return machine.Expressions.Patterns.IsTaken(pattern.Pattern, pattern.Guard, value, frame, clause);
        }

        if (clause is not ISingleValueCaseClauseOperation single)
        {
            return machine.Decide(clause, Number.Called("case"));
        }

        object wanted = machine.Expressions.Evaluate(single.Value, frame);
        return value is Number { Known: { } one } && wanted is Number { Known: { } other }
            ? one == other
            : machine.Decide(clause, Number.Called("case"));
    }
}
