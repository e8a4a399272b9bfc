using ConvGen.Analyzers.Naming.Loops.Subscripts;
using ConvGen.Analyzers.Naming.Loops.Writes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops.Elements;

/// <summary>Looks through what keeps an index inside an array: clamping, wrapping, mirroring.</summary>
internal sealed class BorderReader(LoopBody body)
{
    /// <summary>
    /// What <c>if (i &lt; 0) i = 0;</c> and <c>while (i &lt; 0) i += n;</c> do to an index; null where a write is not of that kind.
    /// </summary>
    public static IndexFolds? FoldOfCorrection(ISymbol variable, VariableWrite write)
    {
        if (write.Kind == WriteKind.Definition && IsKept(write.Value, variable))
        {
            return IndexFolds.Clamp;
        }

        IOperation? condition = null;
        for (IOperation? parent = write.Operation.Parent; parent is not null && condition is null; parent = parent.Parent)
        {
            condition = parent switch
            {
                IConditionalOperation conditional => conditional.Condition,
                IWhileLoopOperation loop => loop.Condition,
                IBlockOperation or IExpressionStatementOperation => null,
                _ => parent,
            };
        }

        if (condition is null || !Mentions(condition, variable))
        {
            return null;
        }

        if (write.Kind == WriteKind.Step)
        {
            return IndexFolds.Wrap;
        }

        if (write.Kind != WriteKind.Definition || write.Value is null)
        {
            return null;
        }

        return !Mentions(write.Value, variable) ? IndexFolds.Clamp
            : Unwrapped.Of(write.Value) is IUnaryOperation ? IndexFolds.Absolute
            : IndexFolds.Mirror;
    }

    /// <summary>Whether a value is the variable itself, kept in range: <c>i = Math.Clamp(i, 0, n - 1)</c>.</summary>
    private static bool IsKept(IOperation? value, ISymbol variable) =>
        Unwrapped.Of(value) is IInvocationOperation { TargetMethod: { Name: "Clamp" or "Min" or "Max", ContainingType.Name: "Math" } } call
        && call.Arguments.Count(argument => Mentions(argument.Value, variable)) == 1
        && call.Arguments.Any(argument => SymbolEqualityComparer.Default.Equals(WriteReader.VariableOf(argument.Value), variable));

    /// <summary>The index inside a call that keeps it in range, or null.</summary>
    public IndexValue? ReadCall(IInvocationOperation call)
    {
        bool isMath =
            call.TargetMethod.ContainingType?.Name is "Math" or "MathF"
            || call.TargetMethod.ContainingType?.SpecialType is > SpecialType.None and < SpecialType.System_String;
        IndexFolds? fold = (isMath, call.TargetMethod.Name) switch
        {
            (true, "Clamp" or "Min" or "Max") => IndexFolds.Clamp,
            (true, "Abs") => IndexFolds.Absolute,
            (true, _) => null,
            (false, string name) => BorderWords.IsTurned(name) && BorderWords.FoldOf(name) is null
                ? null
                : BorderWords.FoldOf(name) ?? (name is "Min" or "Max" || ChoiceMethods.IsOne(call.TargetMethod) ? IndexFolds.Clamp : null),
        };
        if (fold is null)
        {
            return null;
        }

        IndexValue[] arguments =
        [
            .. call
                .Arguments.Where(argument => argument.Value.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64)
                .Select(argument => body.Indices.Read(argument.Value)),
        ];
        IndexValue[] moving = [.. arguments.Where(argument => IsMoving(argument.Polynomial))];
        return moving.Length == 1 ? With(moving[0], fold.Value) : null;
    }

    /// <summary>The index inside <c>i &lt; 0 ? 0 : i</c>, or null.</summary>
    public IndexValue? ReadChoice(IConditionalOperation choice)
    {
        if (choice.WhenFalse is null)
        {
            return null;
        }

        IndexValue whenTrue = body.Indices.Read(choice.WhenTrue);
        IndexValue whenFalse = body.Indices.Read(choice.WhenFalse);
        return (IsMoving(whenTrue.Polynomial), IsMoving(whenFalse.Polynomial)) switch
        {
            (true, false) => With(whenTrue, IndexFolds.Clamp),
            (false, true) => With(whenFalse, IndexFolds.Clamp),
            (true, true) => ReadFold(choice.Condition, whenTrue, whenFalse),
            _ => null,
        };
    }

    /// <summary>Of two moving branches the one that the condition asks about is the index away from the border.</summary>
    private IndexValue? ReadFold(IOperation condition, IndexValue whenTrue, IndexValue whenFalse)
    {
        if (Unwrapped.Of(condition) is not IBinaryOperation comparison)
        {
            return null;
        }

        IndexPolynomial asked = body.Indices.Read(comparison.LeftOperand).Polynomial;
        if (!IsMoving(asked))
        {
            asked = body.Indices.Read(comparison.RightOperand).Polynomial;
        }

        bool isTrue = whenTrue.Polynomial.Equals(asked);
        bool isFalse = whenFalse.Polynomial.Equals(asked);
        if (isTrue == isFalse || !IsMoving(asked))
        {
            return null;
        }

        IndexValue straight = isTrue ? whenTrue : whenFalse;
        IndexValue other = isTrue ? whenFalse : whenTrue;
        bool isWrapped = !IsMoving(other.Polynomial - straight.Polynomial);
        bool isAbsolute = other.Polynomial.Equals(-straight.Polynomial);
        return
            With(
                straight,
                isWrapped ? IndexFolds.Wrap
                    : isAbsolute ? IndexFolds.Absolute
                    : IndexFolds.Mirror
            )
                is var value
            ? value with
            {
                Folds = value.Folds | other.Folds,
            }
            : null;
    }

    private static bool IsMoving(IndexPolynomial polynomial) =>
        polynomial.Atoms.Any(atom => atom.Kind is IndexAtomKind.Counter or IndexAtomKind.Moving or IndexAtomKind.Varying);

    private static IndexValue With(IndexValue value, IndexFolds fold) => value with { Folds = value.Folds | fold };

    private static bool Mentions(IOperation operation, ISymbol variable) =>
        operation.DescendantsAndSelf().Any(part => SymbolEqualityComparer.Default.Equals(WriteReader.VariableOf(part), variable));
}
