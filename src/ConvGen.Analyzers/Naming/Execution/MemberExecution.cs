using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Execution.Concluding;
using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Loops;
using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution;

/// <summary>Runs a member once, for a set of sizes and a choice at each condition that nothing decides.</summary>
internal sealed class MemberExecution(MemberContext member)
{
    private readonly CodeCache code = new(member);
    private readonly Lazy<SizeHints> hints = new(() => new SizeHints(member.Tree));

    private Lazy<SampleStream?>? stream;
    private bool isShortened;

    /// <summary>Why the last run that did not come to its end stopped.</summary>
    public StoppedException? Stopped { get; private set; }

    /// <summary>The first call of which nothing is known and that was handed an array.</summary>
    public IInvocationOperation? Lost { get; private set; }

    /// <summary>Whether sums were compared of which not all were computed.</summary>
    public bool IsUnsure { get; private set; }

    /// <summary>What stopped earlier runs counts no longer.</summary>
    public void Forget() => Stopped = null;

    /// <summary>What a run computes; null where it stopped.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="choose">Whether a condition holds, by its number.</param>
    /// <param name="conditions">How many conditions nothing decided.</param>
    /// <param name="isVarying">Whether what depends on samples varies.</param>
    public Outcome? Run(Sizes sizes, Func<int, bool> choose, out int conditions, bool isVarying = false)
    {
        Outcome? whole = RunOnce(sizes, choose, out conditions, isVarying, out bool isTooLong);
        if (!isTooLong)
        {
            return whole;
        }

        isShortened = true;
        return RunOnce(sizes, choose, out conditions, isVarying, out _);
    }

    private Outcome? RunOnce(Sizes sizes, Func<int, bool> choose, out int conditions, bool isVarying, out bool isTooLong)
    {
        isTooLong = false;
        Machine machine = new(member, code, sizes, choose) { Varying = isVarying, IsShortened = isShortened };
        try
        {
            IMethodSymbol? method = member.Owner as IMethodSymbol;
            object self = machine.Objects.Given(member.Owner.ContainingType, "");
            machine.Objects.Small.UnionWith(GivenSizes.SmallOnes(method));
            if (
                GivenSizes.ArraysOf(method) is { Length: > 1 } arrays
                && Array.TrueForAll(arrays, static array => BorderWords.IsKernel(array.Name))
            )
            {
                sizes.Images.Add(arrays[0].Name);
            }

            object result =
                Stream is { } samples && self is Thing filter
                    ? samples.Run(machine, method!, filter, () => Begin(method, machine, self))
                    : machine.Run(method, member.Block, Begin(method, machine, self), null);
            if (machine.IsDoubtful)
            {
                throw new StoppedException("samples are moved where a condition on samples says", null);
            }

            Outcome outcome = new(machine, result);
            if (machine is { IsShortened: true, HasRivals: true } && !outcome.IsClosed && !ClosedMasks.AreOfOne(machine.Compared))
            {
                // Masks whose rounds were left out may be those that a half turn makes of the others.
                throw new StoppedException(StoppedException.TooLong, null);
            }

            return outcome;
        }
        catch (Exception failure)
            when (failure is not (OperationCanceledException or StoppedException)
                && (member.HasErrors || failure is InsufficientExecutionStackException)
            )
        {
            // Code that does not compile may have any shape.
            Stopped ??= new StoppedException("the code does not compile", null);
            return null;
        }
        catch (StoppedException end)
        {
            Stopped = end;
            isTooLong = end.IsOfLength && machine.HasLongLoops && !isShortened;
            IsUnsure |= end.IsOfLength && machine.HasRivals && !ClosedMasks.AreOfOne(machine.Compared);
            return null;
        }
        finally
        {
            conditions = machine.Choices;
            Lost ??= machine.Lost;
            member.Steps += machine.Steps;
        }
    }

    /// <summary>How the member takes its samples; null where it is given all of them.</summary>
    private SampleStream? Stream => (stream ??= new(() => SampleStream.Of(member, code))).Value;

    /// <summary>The variables of a call, with what the caller gives.</summary>
    private static Frame Begin(IMethodSymbol? method, Machine machine, object self)
    {
        Frame frame = new(null, self);
        foreach (IParameterSymbol parameter in method?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
        {
            bool isNull =
                parameter is
                {
                    HasExplicitDefaultValue: true,
                    ExplicitDefaultValue: null,
                    Type: INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Nullable_T }
                };
            Number? tap =
                parameter.Type.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal
                || GivenSizes.IsWholeTap(parameter)
                    ? machine.Objects.Tap("", parameter.Name, parameter.Type)
                    : null;
            object value =
                EndOf(parameter, frame)
                ?? (
                    isNull || (ReversalWords.Has(parameter.Name) && ObjectModel.IsRow(parameter.Type))
                        ? Unknown.Value
                        : tap ?? machine.Objects.Listed(parameter) ?? machine.Objects.Given(parameter.Type, parameter.Name)
                );
            frame.Declare(parameter, parameter.RefKind == RefKind.None ? value : ReferenceTo(value, parameter));
        }

        return frame;
    }

    /// <summary>A pointer that is called the end of the one before it points behind its elements.</summary>
    private static ElementSpot? EndOf(IParameterSymbol parameter, Frame frame) =>
        parameter.Type is IPointerTypeSymbol
        && (
            parameter.Name.EndsWith("End", StringComparison.OrdinalIgnoreCase)
            || parameter.Name.EndsWith("Limit", StringComparison.OrdinalIgnoreCase)
        )
        && parameter.ContainingSymbol is IMethodSymbol method
        && parameter.Ordinal > 0
        && frame.Get(method.Parameters[parameter.Ordinal - 1]) is ElementSpot begin
            ? begin.Moved(begin.Array.Length)
            : null;

    private static VariableSpot ReferenceTo(object value, IParameterSymbol parameter)
    {
        Frame holder = new(null, null);
        holder.Declare(parameter.OriginalDefinition, value);
        return new VariableSpot(parameter.OriginalDefinition, holder);
    }

    /// <summary>One of the sets of sizes.</summary>
    public Sizes SizesOf(int profile) => GivenSizes.Of(profile, member.Owner as IMethodSymbol, hints.Value);
}
