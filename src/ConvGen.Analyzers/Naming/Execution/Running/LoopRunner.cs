using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Running;

/// <summary>Runs loops.</summary>
internal sealed class LoopRunner(Machine machine, StatementRunner statements)
{
    /// <summary>How many rounds of a long loop are run where all of them would take too long: enough for windows in the middle.</summary>
    private const int MostRounds = 5;

    private const double MostMasks = 8;

    /// <summary>Runs a loop.</summary>
    public Step Run(ILoopOperation loop, Frame frame)
    {
        switch (loop)
        {
            case IForLoopOperation counted:
                statements.RunAll(counted.Before, frame);
                return Repeat(counted, counted.Condition, isTop: true, isUntil: false, counted.AtLoopBottom, frame);
            case IWhileLoopOperation repeated:
                return Repeat(
                    repeated,
                    repeated.Condition,
                    repeated.ConditionIsTop,
                    repeated.ConditionIsUntil,
                    ImmutableArray<IOperation>.Empty,
                    frame
                );
            case IForEachLoopOperation each:
                foreach (
                    object item in machine.Memory.Items(machine.Expressions.Evaluate(each.Collection, frame), each.Collection).ToList()
                )
                {
                    Bind(each.LoopControlVariable, item, frame);
                    if (statements.Run(each.Body, frame) is var step and (Step.Break or Step.Return or Step.Jump))
                    {
                        return step == Step.Break ? Step.Next : step;
                    }
                }

                return Step.Next;
            default:
                throw new StoppedException("a loop is not understood", loop);
        }
    }

    private Step Repeat(
        ILoopOperation loop,
        IOperation? condition,
        bool isTop,
        bool isUntil,
        ImmutableArray<IOperation> bottom,
        Frame frame
    )
    {
        bool? hasManyRounds = null;
        for (int rounds = 1; ; rounds++)
        {
            machine.Count(loop);
            bool isLong =
                rounds > MostRounds
                && !bottom.IsEmpty
                && machine.Code.HasLoop(loop)
                && (hasManyRounds ??= IsLong(condition, frame)) == true;
            machine.HasLongLoops |= isLong;
            if (
                (isTop || rounds > 1)
                && condition is not null
                && machine.Decide(condition, machine.Expressions.Evaluate(condition, frame)) == isUntil
            )
            {
                return Step.Next;
            }

            if (
                !(isLong && machine.IsShortened)
                && statements.Run(loop.Body, frame) is var step and (Step.Break or Step.Return or Step.Jump)
            )
            {
                return step == Step.Break ? Step.Next : step;
            }

            statements.RunAll(bottom, frame);
        }
    }

    private void Bind(IOperation variable, object item, Frame frame)
    {
        if (variable is IVariableDeclaratorOperation declarator)
        {
            frame.Declare(declarator.Symbol, item);
        }
        else
        {
            machine.Expressions.Assignments.Deconstruct(variable, item, frame);
        }
    }

    /// <summary>Whether a loop has more rounds than there are masks of a compass, of which all count.</summary>
    private bool IsLong(IOperation? condition, Frame frame) =>
        condition is IBinaryOperation { RightOperand: { } end }
        && machine.Expressions.Evaluate(end, frame) is Number { Known: > MostMasks };
}
