using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Loops.Elements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Running;

/// <summary>
/// What the constructor of the member's own type leaves in fields that nothing changes later: kernels that it copies, reverses or computes,
/// and their sizes. Where there are several constructors, none says what an object begins with.
/// </summary>
internal sealed class OwnConstructor(Machine machine)
{
    private bool isRun;
    private Thing? made;

    /// <summary>What a field or a property begins with; null where the constructor says nothing of it that could be followed.</summary>
    public object? ValueOf(ISymbol member)
    {
        object? value = Made is { } whole && whole.Members.TryGetValue(member.Name, out object? held) ? held : null;
        return
            value is not null && (value is Number { Known: not null, IsOfSamples: false } || IsKernel(value)) && machine.Code.IsKept(member)
            ? value
            : null;
    }

    /// <summary>Whether a field or a property holds the array that the constructor was given, as it was given.</summary>
    public bool IsGiven(ISymbol member) =>
        Made is { } whole
        && whole.Members.TryGetValue(member.Name, out object? held)
        && held is Store { IsGiven: true, Written.Count: 0 }
        && machine.Code.IsKept(member);

    /// <summary>Whether a value is an array or a list of numbers that are known or come from elsewhere, and not all zero.</summary>
    public static bool IsKernel(object value) =>
        value switch
        {
            Store { IsGiven: false } array => AreWeights(array.Written.Values),
            Sequence list => AreWeights(list.Items),
            _ => false,
        };

    private static bool AreWeights(IReadOnlyCollection<object> values) =>
        values.Any(static value => value is Number { Known: not 0 } || IsKernel(value))
        && values.All(static value => value is Number or Bundle || IsKernel(value));

    /// <summary>
    /// The object as the constructor leaves it; null where there is no one constructor, or it is not understood, and while it is run.
    /// </summary>
    public Thing? Made
    {
        get
        {
            if (!isRun)
            {
                isRun = true;
                made = Run();
            }

            return made;
        }
    }

    private Thing? Run()
    {
        INamedTypeSymbol type = machine.Member.Owner.ContainingType;
        IMethodSymbol[] written = [.. type.InstanceConstructors.Where(static constructor => !constructor.IsImplicitlyDeclared).Take(2)];
        if (written.Length > 1)
        {
            return null;
        }

        Thing begun = new("", type, isMade: true);
        object[] before = [.. machine.Outputs];
        try
        {
            IOperation? body = written is [var only] ? machine.Code.BodyOf(only) : null;
            Frame frame = new(null, begun);
            foreach (IParameterSymbol parameter in written.SelectMany(static constructor => constructor.Parameters))
            {
                object value = machine.Objects.Given(parameter.Type, KeptName(parameter, body));
                frame.Declare(parameter, value);
                if (body is null)
                {
                    // Parameters of a primary constructor are as good as fields.
                    begun.Members[parameter.Name] = value;
                }
            }

            machine.Expressions.Objects.Begin(begun);
            if (body is not null)
            {
                machine.Run(written[0], body, frame, null);
            }

            return begun;
        }
        catch (StoppedException)
        {
            return null;
        }
        finally
        {
            machine.Outputs.Clear();
            machine.Outputs.UnionWith(before);
        }
    }

    /// <summary>A parameter that is kept in a field is known by the field's name, as it is elsewhere.</summary>
    private static string KeptName(IParameterSymbol parameter, IOperation? body)
    {
        foreach (IOperation operation in body?.Descendants() ?? [])
        {
            if (
                operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } assignment
                && (
                    Unwrapped.Of(assignment.Value) is ICoalesceOperation coalesce
                        ? Unwrapped.Of(coalesce.Value)
                        : Unwrapped.Of(assignment.Value)
                )
                    is IParameterReferenceOperation { Parameter: var kept }
                && SymbolEqualityComparer.Default.Equals(kept, parameter)
            )
            {
                return member.Name;
            }
        }

        return parameter.Name;
    }
}
