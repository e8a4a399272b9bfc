using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Calls;

/// <summary>
/// Runs calls: of what stands in source by running it, of what is known by name, and of everything else as something that may do anything.
/// </summary>
internal sealed class CallRunner
{
    private readonly Machine machine;

    /// <summary>Creates the runner of a machine.</summary>
    public CallRunner(Machine machine)
    {
        this.machine = machine;
        Library = new LibraryCalls(machine);
        Foreign = new ForeignCalls(machine);
        Missing = new UnboundCalls(machine, Foreign);
        Accessors = new AccessorRunner(machine, Foreign);
    }

    /// <summary>What is known of the library.</summary>
    public LibraryCalls Library { get; }

    /// <summary>Properties and indexers.</summary>
    public AccessorRunner Accessors { get; }

    /// <summary>What is made of methods that are not read.</summary>
    public ForeignCalls Foreign { get; }

    /// <summary>What is made of members whose library is missing.</summary>
    public UnboundCalls Missing { get; }

    /// <summary>What a call gives; a spot where it returns a reference.</summary>
    public object Invoke(IInvocationOperation call, Frame frame)
    {
        CallFacts facts = machine.Code.FactsOf(call);
        IMethodSymbol method = facts.Method;
        object? self = call.Instance is null ? null : Receiver(call.Instance, method, frame);
        object[] arguments = Arguments(call.Arguments, frame);
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return self is Closure closure
                ? Call(closure, arguments, call)
                : Foreign.Sampled(NameOf(call), arguments, call)
                    ?? (ObjectModel.IsInteger(call.Type) ? BorderCalls.Folded(NameOf(call), arguments, call) : null)
                    ?? throw new StoppedException($"'{call.Syntax}' calls a function that is not known", call);
        }

        if (Library.Call(call, facts, self, arguments) is { } known)
        {
            return known;
        }

        if (facts.Body is { } body && (self is not Number || method.IsExtensionMethod))
        {
            return CallSource(call, facts, body, self, arguments, frame);
        }

        return Accessors.TryGet(method.Name, self, arguments, call)
            ?? Foreign.Element(call, facts, self, arguments)
            ?? Foreign.Unread(call, self, arguments);
    }

    private static string NameOf(IInvocationOperation call) =>
        call.Instance switch
        {
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IMemberReferenceOperation member => member.Member.Name,
            ILocalReferenceOperation local => local.Local.Name,
            _ => "",
        };

    /// <summary>Calls a function.</summary>
    public object Call(Closure closure, object[] arguments, IOperation site)
    {
        Frame inner = new(closure.Frame, closure.Frame.Self);
        Bind(inner, closure.Method.Parameters, arguments);
        IMethodSymbol? named = closure.Method.MethodKind == MethodKind.AnonymousFunction ? null : closure.Method;
        bool isOwn = named is null or { MethodKind: MethodKind.LocalFunction };
        return isOwn ? RunOwn(closure, inner, site) : machine.Run(named, closure.Body, inner, site);
    }

    /// <summary>What an operator gives that stands in source.</summary>
    public object Operate(IMethodSymbol method, IOperation body, IOperation place, params object[] operands)
    {
        Frame inner = new(null, null);
        Bind(inner, method.OriginalDefinition.Parameters, operands);
        return machine.Run(method.OriginalDefinition, body, inner, place);
    }

    /// <summary>A method as a value.</summary>
    public object ClosureOf(IMethodReferenceOperation reference, Frame frame) =>
        machine.Code.BodyOf(reference.Method) is { } body
            ? new Closure(
                reference.Method,
                body,
                reference.Method.MethodKind == MethodKind.LocalFunction
                    ? frame
                    : new Frame(null, reference.Instance is null ? frame.Self : machine.Expressions.Evaluate(reference.Instance, frame))
            )
            : Unknown.Value;

    private object Receiver(IOperation instance, IMethodSymbol method, Frame frame) =>
        method.ContainingType is { IsRefLikeType: true } && machine.Spots.Read(instance, frame) is { } spot
            ? machine.Memory.Load(spot, instance)
            : machine.Expressions.Evaluate(instance, frame);

    /// <summary>Arguments are evaluated in the order of their parameters, in which they stand unless they are named.</summary>
    public object[] Arguments(ImmutableArray<IArgumentOperation> arguments, Frame frame)
    {
        for (int index = 1; index < arguments.Length; index++)
        {
            if ((arguments[index].Parameter?.Ordinal ?? 0) < (arguments[index - 1].Parameter?.Ordinal ?? 0))
            {
                arguments = arguments.OrderBy(static argument => argument.Parameter?.Ordinal ?? 0).ToImmutableArray();
                break;
            }
        }

        object[] values = new object[arguments.Length];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = Argument(arguments[index], frame);
        }

        return values;
    }

    private object Argument(IArgumentOperation argument, Frame frame) =>
        argument.Parameter is { RefKind: not RefKind.None } && machine.Spots.Read(argument.Value, frame) is { } spot ? spot
        : argument.Parameter is { RefKind: RefKind.Out } ? Unknown.Value
        : machine.Expressions.Evaluate(argument.Value, frame);

    /// <summary>Lambdas and local functions are the member's own code.</summary>
    private object RunOwn(Closure closure, Frame inner, IOperation site)
    {
        machine.Running.Push(closure.Method.MethodKind == MethodKind.LocalFunction ? closure.Method : null);
        try
        {
            if (machine.Running.Count > 40)
            {
                throw new StoppedException("functions call each other too deeply", site);
            }

            machine.Statements.RunBody(closure.Body, inner);
            return inner.Result ?? Unknown.Value;
        }
        finally
        {
            machine.Running.Pop();
        }
    }

    private object CallSource(IInvocationOperation call, CallFacts facts, IOperation body, object? self, object[] arguments, Frame frame)
    {
        IMethodSymbol method = facts.Method;
        if ((facts.Words & CallWords.Turns) != 0 && arguments.Concat([self]).All(static value => value is not (Store or Sequence)))
        {
            throw new StoppedException($"'{method.Name}' says that something is turned round", call);
        }

        bool isLocal = method.MethodKind == MethodKind.LocalFunction;
        if (isLocal)
        {
            object local = Call(new Closure(method.OriginalDefinition, body, frame), arguments, call);
            return BorderWords.IsKernel(method.Name) ? machine.Objects.Weight(method.Name, arguments, local) : local;
        }

        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        object[] all = method.ReducedFrom is not null && self is not null ? [self, .. arguments] : arguments;
        Frame inner = new(null, method.IsStatic ? null : self ?? frame.Self);
        Bind(inner, definition.Parameters, all);
        if (self is Thing { IsMade: false, Path.Length: > 0 } target && (facts.Words & CallWords.Writes) != 0 && arguments.Length > 1)
        {
            int before = machine.Outputs.Count;
            object result = machine.Run(definition, body, inner, call);
            if (
                machine.Outputs.Count == before
                && !machine.Outputs.Any(output =>
                    output is Store array && array.Path.StartsWith(target.Path + ".", StringComparison.Ordinal)
                )
            )
            {
                Foreign.Write(target, arguments, call);
            }

            return result;
        }

        if (
            self is Thing { IsMade: false } thing
            && (facts.Words & CallWords.Reads) != 0
            && arguments.Length > 0
            && Array.TrueForAll(arguments, static argument => argument is Number)
        )
        {
            return Accessors.Accessed(() => machine.Run(definition, body, inner, call), thing, arguments, call);
        }

        object given = machine.Run(definition, body, inner, call);
        return BorderWords.IsKernel(method.Name) ? machine.Objects.Weight(method.Name, arguments, given) : given;
    }

    /// <summary>Gives the parameters of a call their values; a body knows those of its generic declaration.</summary>
    public static void Bind(Frame frame, ImmutableArray<IParameterSymbol> parameters, object[] arguments)
    {
        for (int index = 0; index < parameters.Length && index < arguments.Length; index++)
        {
            frame.Declare(parameters[index].OriginalDefinition, arguments[index]);
        }
    }
}
