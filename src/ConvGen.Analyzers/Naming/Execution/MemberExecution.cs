using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Execution.Concluding;
using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Loops;
using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution;

/// <summary>Runs a member once, for a set of sizes and a choice at each condition that nothing decides.</summary>
internal sealed class MemberExecution(MemberContext member)
{
    private readonly CodeCache code = new(member);
    private readonly Lazy<SizeHints> hints = new(() => new SizeHints(member.Tree));
    private readonly Lazy<SampleStream?> stream = new(() => SampleStream.Of(member));

    /// <summary>Why the last run that did not come to its end stopped.</summary>
    public StoppedException? Stopped { get; private set; }

    /// <summary>What stopped earlier runs counts no longer.</summary>
    public void Forget() => Stopped = null;

    /// <summary>What a run computes; null where it stopped.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="choose">Whether a condition holds, by its number.</param>
    /// <param name="conditions">How many conditions nothing decided.</param>
    /// <param name="isVarying">Whether what depends on samples varies.</param>
    public Outcome? Run(Sizes sizes, Func<int, bool> choose, out int conditions, bool isVarying = false)
    {
        Machine machine = new(member, code, sizes, choose) { Varying = isVarying };
        try
        {
            IMethodSymbol? method = member.Owner as IMethodSymbol;
            object self = machine.Objects.Given(member.Owner.ContainingType, "");
            machine.Objects.Small.UnionWith(SmallOnes(method));
            if (ArraysOf(method) is { Length: > 1 } arrays && Array.TrueForAll(arrays, static array => BorderWords.IsKernel(array.Name)))
            {
                sizes.Images.Add(arrays[0].Name);
            }

            object result =
                stream.Value is { } samples && self is Thing filter
                    ? samples.Run(machine, method!, filter, () => Begin(method, machine, self))
                    : machine.Run(method, member.Block, Begin(method, machine, self), null);
            return machine.IsDoubtful
                ? throw new StoppedException("samples are moved where a condition on samples says", null)
                : new Outcome(machine, result);
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
            return null;
        }
        finally
        {
            conditions = machine.Choices;
            member.Steps += machine.Steps;
        }
    }

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
            Number? tap = parameter.Type.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal
                ? machine.Objects.Tap("", parameter.Name, parameter.Type)
                : null;
            object value =
                isNull || (ReversalWords.Has(parameter.Name) && ObjectModel.IsRow(parameter.Type))
                    ? Unknown.Value
                    : tap ?? machine.Objects.Given(parameter.Type, parameter.Name);
            frame.Declare(parameter, parameter.RefKind == RefKind.None ? value : ReferenceTo(value, parameter));
        }

        return frame;
    }

    private static VariableSpot ReferenceTo(object value, IParameterSymbol parameter)
    {
        Frame holder = new(null, null);
        holder.Declare(parameter.OriginalDefinition, value);
        return new VariableSpot(parameter.OriginalDefinition, holder);
    }

    public Sizes SizesOf(int profile)
    {
        IMethodSymbol? method = member.Owner as IMethodSymbol;
        bool hasKernelSize =
            method?.Parameters.Any(static parameter =>
                ObjectModel.IsInteger(parameter.Type)
                && parameter.Name != "size"
                && (BorderWords.IsKernel(parameter.Name) || parameter.Name.EndsWith("aps", StringComparison.Ordinal))
            ) == true;
        bool isFlat =
            method?.Parameters.Any(static parameter => parameter.Type is IPointerTypeSymbol) == true
            || (
                method?.Parameters.Count(static parameter => ObjectModel.IsInteger(parameter.Type)) > 1
                && method.Parameters.Any(static parameter =>
                    parameter.Type is IArrayTypeSymbol { Rank: 1 } || ObjectModel.IsSpan(parameter.Type)
                )
            );
        bool hasCounts = method?.Parameters.Any(static parameter => ObjectModel.IsInteger(parameter.Type)) == true;
        return new Sizes(profile, hasKernelSize, isFlat, hasCounts, hints.Value);
    }

    /// <summary>Of two arrays of which none is called a kernel the second is taken to be.</summary>
    private static IEnumerable<string> SmallOnes(IMethodSymbol? method)
    {
        IParameterSymbol[] arrays = ArraysOf(method);
        if (arrays.Length > 1 && !arrays.Any(static parameter => BorderWords.IsKernel(parameter.Name)))
        {
            yield return arrays[1].Name;
        }
    }

    /// <summary>The arrays that are read, in their order.</summary>
    private static IParameterSymbol[] ArraysOf(IMethodSymbol? method) =>
        [
            .. (method?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty).Where(static parameter =>
                ObjectModel.IsRow(parameter.Type) && !IsResult(parameter.Name)
            ),
        ];

    private static bool IsResult(string name) =>
        Names.IdentifierWords.Split(name)
            is [{ Text: "dst" or "dest" or "destination" or "output" or "out" or "result" or "results" or "target" or "y" }, ..];
}
