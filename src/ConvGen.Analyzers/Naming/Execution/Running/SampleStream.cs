using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Loops.Elements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Running;

/// <summary>
/// A filter that takes one sample at a time and keeps the last ones in a field, its delay line: only several calls show which tap meets
/// which sample.
/// </summary>
internal sealed class SampleStream
{
    /// <summary>How many samples are put in: enough for a line to be full a few times.</summary>
    private const int Calls = 9;

    private readonly IParameterSymbol sample;
    private readonly IFieldSymbol line;
    private readonly HashSet<IFieldSymbol> counters = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> others = new(SymbolEqualityComparer.Default);

    private SampleStream(IParameterSymbol sample, IFieldSymbol line, BodyTree tree)
    {
        this.sample = sample;
        this.line = line;
        foreach (IOperation operation in tree.All)
        {
            IOperation? target = operation switch
            {
                IIncrementOrDecrementOperation step => step.Target,
                IAssignmentOperation assignment => assignment.Target,
                _ => null,
            };
            if (target is IFieldReferenceOperation { Field: { } counter } && ObjectModel.IsInteger(counter.Type))
            {
                counters.Add(counter);
            }

            ISymbol? read = (operation as IArrayElementReferenceOperation)?.ArrayReference switch
            {
                IFieldReferenceOperation field => field.Field,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => null,
            };
            if (read is { } other && !SymbolEqualityComparer.Default.Equals(other, line))
            {
                others.Add(other);
            }
        }
    }

    /// <summary>How a member takes its samples; null where it is given all of them.</summary>
    public static SampleStream? Of(MemberContext member)
    {
        if (
            member.Owner is not IMethodSymbol { IsStatic: false, ReturnsVoid: false } method
            || method.Parameters.Where(static parameter => IsSample(parameter.Type)).Take(2).ToList() is not [var sample]
        )
        {
            return null;
        }

        foreach (IOperation operation in member.Tree.All)
        {
            if (
                operation
                    is ISimpleAssignmentOperation
                    {
                        Target: IArrayElementReferenceOperation
                        {
                            Indices.Length: 1,
                            ArrayReference: IFieldReferenceOperation { Instance: IInstanceReferenceOperation } target
                        }
                    } assignment
                && Unwrapped.Of(assignment.Value) is IParameterReferenceOperation { Parameter: var parameter }
                && SymbolEqualityComparer.Default.Equals(parameter, sample)
            )
            {
                return new SampleStream(sample, target.Field, member.Tree);
            }
        }

        return null;
    }

    /// <summary>What the calls give, one after the other; the line is empty before the first.</summary>
    public Sequence Run(Machine machine, IMethodSymbol method, Thing self, Func<Frame> begin)
    {
        int length = others
            .Select(other =>
                other is IFieldSymbol field
                    ? machine.Objects.Get(self, field)
                    : machine.Objects.Given(((IParameterSymbol)other).Type, other.Name)
            )
            .OfType<Store>()
            .Select(static store => store.Length)
            .DefaultIfEmpty(Sizes.Taps)
            .Max();
        self.Members[line.Name] = new Store(line.Name, line.Type, false, [length]);
        foreach (IFieldSymbol counter in counters)
        {
            self.Members[counter.Name] = Number.Zero;
        }

        Store samples = new(sample.Name, null, true, [Calls]);
        List<object> results = [];
        for (int call = 0; call < Calls; call++)
        {
            Frame frame = begin();
            frame.Declare(sample, Number.Of(samples.At(new Place(call))));
            results.Add(machine.Run(method, machine.Member.Block, frame, null));
        }

        return new Sequence(results);
    }

    private static bool IsSample(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Int16;
}
