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

    /// <summary>The longest line that is filled.</summary>
    private const int LongestLine = 40;

    private readonly IParameterSymbol sample;
    private readonly IFieldSymbol line;
    private readonly HashSet<IFieldSymbol> kept = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IFieldSymbol> counters = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> others = new(SymbolEqualityComparer.Default);

    private SampleStream(IParameterSymbol sample, IFieldSymbol line, BodyTree tree)
    {
        this.sample = sample;
        this.line = line;
        bool hasHelpers = false;
        HashSet<ISymbol> changed = new(SymbolEqualityComparer.Default);
        kept.UnionWith(
            tree.All.OfType<ISimpleAssignmentOperation>()
                .Select(static assignment => (assignment.Target as IFieldReferenceOperation)?.Field)
                .OfType<IFieldSymbol>()
                .Where(static field => !field.IsStatic && IsSample(field.Type))
        );
        foreach (IOperation operation in tree.All)
        {
            // What the member calls of its own object may count too.
            hasHelpers |= operation is IInvocationOperation { Instance: IInstanceReferenceOperation };
            IOperation? target = operation switch
            {
                IIncrementOrDecrementOperation step => step.Target,
                IAssignmentOperation assignment => assignment.Target,
                _ => null,
            };
            if (target is IFieldReferenceOperation { Field: var counter })
            {
                changed.Add(counter);
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

        counters.UnionWith(
            line.ContainingType.GetMembers()
                .OfType<IFieldSymbol>()
                .Where(static field => field is { IsStatic: false, IsReadOnly: false, IsConst: false } && ObjectModel.IsInteger(field.Type))
                .Where(field => hasHelpers || changed.Contains(field))
        );
    }

    /// <summary>How a member takes its samples; null where it is given all of them.</summary>
    public static SampleStream? Of(MemberContext member, CodeCache code)
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
            if ((LineOf(operation, sample) ?? LineBehind(operation, sample, code)) is { } line)
            {
                return new SampleStream(sample, line, member.Tree);
            }
        }

        return null;
    }

    /// <summary>What the calls give, one after the other; the line is as the constructor leaves it, or empty before the first.</summary>
    public Sequence Run(Machine machine, IMethodSymbol method, Thing self, Func<Frame> begin)
    {
        machine.Objects.Small.UnionWith(others.Select(static other => other.Name));
        Thing? made = machine.Constructor.Made;
        foreach (IFieldSymbol scalar in kept)
        {
            self.Members[scalar.Name] = Number.Zero;
        }

        if (!kept.Contains(line))
        {
            self.Members[line.Name] =
                made is not null && made.Members.TryGetValue(line.Name, out object? begun) ? Empty(begun) : EmptyLine(machine, self);
        }

        foreach (IFieldSymbol counter in counters)
        {
            self.Members[counter.Name] =
                made is not null && made.Members.TryGetValue(counter.Name, out object? count) && count is Number { Known: not null }
                    ? count
                    : Number.Zero;
        }

        int calls = Math.Max(Calls, self.Members[line.Name] is Store { Length: <= LongestLine and var length } ? length + 3 : 0);
        Store samples = new(sample.Name, null, true, [calls]);
        List<object> results = [];
        for (int call = 0; call < calls; call++)
        {
            Frame frame = begin();
            frame.Declare(sample, Number.Of(samples.At(new Place(call))));
            results.Add(machine.Run(method, machine.Member.Block, frame, null));
        }

        return new Sequence(results);
    }

    /// <summary>The field that an operation puts the sample into.</summary>
    private static IFieldSymbol? LineOf(IOperation operation, IParameterSymbol sample) =>
        operation switch
        {
            ISimpleAssignmentOperation
            {
                Target: IArrayElementReferenceOperation
                {
                    Indices.Length: 1,
                    ArrayReference: IFieldReferenceOperation { Instance: IInstanceReferenceOperation } target
                }
            } assignment when IsOf(assignment.Value, sample) => target.Field,
            ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Instance: IInstanceReferenceOperation } scalar } assignment
                when IsSample(scalar.Field.Type) && IsOf(assignment.Value, sample) => scalar.Field,
            ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation
                {
                    Property.IsIndexer: true,
                    Instance: IFieldReferenceOperation { Instance: IInstanceReferenceOperation } list
                }
            } assignment when IsOf(assignment.Value, sample) => list.Field,
            IInvocationOperation { Instance: IFieldReferenceOperation { Instance: IInstanceReferenceOperation } owner } call
                when (ObjectModel.IsList(owner.Type!) || !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty)
                    && call.Arguments.Any(argument => IsOf(argument.Value, sample)) => owner.Field,
            _ => null,
        };

    /// <summary>The same where a method of the object puts it there.</summary>
    private static IFieldSymbol? LineBehind(IOperation operation, IParameterSymbol sample, CodeCache code) =>
        operation is IInvocationOperation { Instance: IInstanceReferenceOperation } call
        && call.Arguments.FirstOrDefault(argument => IsOf(argument.Value, sample))?.Parameter is { } handed
        && code.BodyOf(call.TargetMethod) is { } body
            ? body.Descendants().Select(inner => LineOf(inner, handed.OriginalDefinition)).FirstOrDefault(static line => line is not null)
            : null;

    private static bool IsOf(IOperation value, IParameterSymbol sample) =>
        Unwrapped.Of(value) is IParameterReferenceOperation { Parameter: var parameter }
        && SymbolEqualityComparer.Default.Equals(parameter, sample);

    /// <summary>A line of its own for this run.</summary>
    private object Empty(object begun) =>
        begun switch
        {
            Store array => new Store(line.Name, line.Type, false, array.Extents),
            Sequence list => new Sequence(list.Items),
            _ => begun,
        };

    /// <summary>A line that is as long as the longest of the arrays beside it.</summary>
    private object EmptyLine(Machine machine, Thing self) =>
        line.Type is not IArrayTypeSymbol
            ? ObjectModel.IsList(line.Type)
                ? new Sequence([])
                : throw new StoppedException("what keeps the samples is not understood", null)
            : new Store(
                line.Name,
                line.Type,
                false,
                [
                    others
                        .Select(other =>
                            other is IFieldSymbol field
                                ? machine.Objects.Get(self, field)
                                : machine.Objects.Given(((IParameterSymbol)other).Type, other.Name)
                        )
                        .OfType<Store>()
                        .Select(static store => store.Length)
                        .DefaultIfEmpty(Sizes.Taps)
                        .Max(),
                ]
            );

    private static bool IsSample(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Int16 or SpecialType.System_Decimal
        || type is { Name: "Complex", ContainingNamespace.Name: "Numerics" };
}
