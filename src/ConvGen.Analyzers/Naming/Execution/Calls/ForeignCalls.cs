using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Loops;
using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Calls;

/// <summary>
/// Calls of methods whose code is not at hand: some are known by names as libraries for images have them, and all others may do anything
/// with what they are handed.
/// </summary>
internal sealed class ForeignCalls(Machine machine)
{
    private const int MostSubscripts = 5;
    private static readonly string[] Readers = ["Read", "Next", "Receive", "Dequeue", "Pop", "Take", "Pull", "GetNext"];

    /// <summary>The number among several that sums are in.</summary>
    public static Number Largest(object[] arguments) =>
        arguments.OfType<Number>().OrderByDescending(static number => number.Terms.Length).First();

    /// <summary>
    /// What a method of another library reads or writes by subscripts: <c>GetPixel(x, y)</c>, <c>SetPixel(x, y, colour)</c>.
    /// </summary>
    public object? Element(IInvocationOperation call, CallFacts facts, object? self, object[] arguments)
    {
        string name = facts.Method.Name;
        if (self is Number { Sample: not null } pixel && arguments.Length == 0 && (facts.Words & CallWords.Turns) == 0)
        {
            return name is "ToString" or "GetHashCode" ? null : Arithmetic.Component(pixel, name);
        }

        object? owner = self;
        object[] rest = arguments;
        if (owner is null or Thing { Path: "" } && arguments is [Thing first, ..])
        {
            owner = first;
            rest = [.. arguments.Skip(1)];
        }

        if (owner is not Thing thing || rest.Length == 0)
        {
            return null;
        }

        if ((facts.Words & CallWords.Reads) != 0 && Array.TrueForAll(rest, static argument => argument is Number))
        {
            return At(thing, rest, name.StartsWith("Get", StringComparison.Ordinal) ? "" : name, call);
        }

        if ((facts.Words & CallWords.Writes) != 0 && rest.Length > 1)
        {
            Write(thing, rest, call);
            return Unknown.Value;
        }

        return null;
    }

    /// <summary>
    /// What a function gives that is handed in as a kernel, or as an image: <c>weight(dx, dy)</c>; null where it is none.
    /// </summary>
    public Number? Sampled(string name, object[] arguments, IInvocationOperation call) =>
        (
            BorderWords.IsKernel(name)
            || CallWordReader.IsAccessor(name)
            || name is "image" or "img" or "source" or "src" or "signal" or "f" or "g"
        )
        && !BorderWords.IsTurned(name)
        && call.Type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Byte
        && arguments.Length is 1 or 2
        && Array.TrueForAll(arguments, static argument => argument is Number { Known: { } known } && known == Math.Truncate(known))
            ? At((Thing)machine.Objects.Given(null, name), arguments, "", call)
            : null;

    /// <summary>The element at known places, or null.</summary>
    public Number? At(Thing owner, object[] arguments, string component, IOperation place)
    {
        arguments = Flat(arguments, place);
        int[] indices = new int[arguments.Length];
        for (int index = 0; index < indices.Length; index++)
        {
            if (arguments[index] is not Number { Known: { } known } || (int)known == int.MinValue)
            {
                return null;
            }

            indices[index] = (int)known;
        }

        Place at = new(indices);
        Store elements = component.Length == 0 ? owner.Elements : owner.Elements.Component(component);
        if (elements.Written.TryGetValue(at, out object? written) && written is Number number)
        {
            return owner.IsMade && !number.IsOfSamples ? Number.Of(elements.At(at, number)) : number;
        }

        if (owner.IsMade && MemoryModel.IsTable(owner.Type))
        {
            return null;
        }

        Sample sample = elements.At(at);
        sample.Access ??= place.Syntax;
        return elements.IsLost ? machine.Arithmetic.Fresh() : Number.Of(sample);
    }

    /// <summary>Subscripts, also where several are one key, or are handed over in an array of them.</summary>
    private object[] Flat(object[] arguments, IOperation place) =>
        arguments switch
        {
            [Bundle key, ..] => [.. key.Values, .. arguments.Skip(1)],
            [Store { IsGiven: false, Extents: [<= MostSubscripts] } all, ..] =>
            [
                .. machine.Memory.Items(all, place).Select(static part => part is Number { Known: { } known } ? Number.Of(known) : part),
                .. arguments.Skip(1),
            ],
            _ => arguments,
        };

    /// <summary>The leading whole numbers say where, the last value what.</summary>
    public void Write(Thing owner, object[] arguments, IOperation place)
    {
        if (owner.IsMade && MemoryModel.IsTable(owner.Type) && arguments is [not Bundle and not Number { Known: not null }, var value])
        {
            // Under a name: which one is asked for is not known anyway.
            owner.Elements.Written[new Place(-1 - owner.Elements.Written.Count)] = value;
            return;
        }

        arguments = Flat(arguments, place);
        int count = 0;
        while (count < arguments.Length - 1 && arguments[count] is Number { Known: not null, IsOfSamples: false })
        {
            count++;
        }

        if (count == 0 && arguments[arguments.Length - 1] is Store or Sequence)
        {
            // A whole result under a name.
            return;
        }

        if (count == 0)
        {
            throw new StoppedException("what is written to is not understood", place);
        }

        int[] indices = [.. arguments.Take(count).Select(static argument => (int)((Number)argument).Known!.Value)];
        object[] values = [.. arguments.Skip(count)];
        owner.Elements.Written[new Place(indices)] = values.All(static value => value is Number)
            ? Largest(values)
            : values[values.Length - 1];
        machine.Outputs.Add(owner.Elements);
    }

    /// <summary>A call of which nothing is known: what it is handed may be something else afterwards.</summary>
    public object Unread(IInvocationOperation call, object? self, object[] arguments)
    {
        if (
            ObjectModel.IsInteger(call.Type)
            && BorderCalls.Folded(call.TargetMethod.Name, self is Number ? [self, .. arguments] : arguments, call) is { } folded
        )
        {
            return folded;
        }

        if (self is Thing { Type: { } own, Elements.IsLost: false } original && arguments.Length == 0 && call.TargetMethod.Name == "Clone")
        {
            return machine.Objects.Given(own, $"{original.Path}.Clone()");
        }

        bool isHanded = false;
        foreach (object? value in arguments.Concat([self]))
        {
            machine.Lost ??= value is Store or ElementSpot or Sequence ? call : null;
            isHanded |= value is not (null or Number or Lanes or Thing { IsMade: true, Type: null });
            Lose(value, call);
        }

        if (
            self is Thing sized
            && arguments.Length == 0
            && ObjectModel.IsInteger(call.Type)
            && machine.Calls.Missing.Size(sized, call.TargetMethod.Name) is { } size
        )
        {
            return size;
        }

        if (self is Thing { IsMade: false } stream && Streamed(call, stream, arguments) is { } streamed)
        {
            return streamed;
        }

        ITypeSymbol? type = call.Type;
        if (call.TargetMethod.ContainingType.Name.Contains("Random") && type is { IsValueType: true })
        {
            return machine.Arithmetic.Fresh();
        }

        if (!isHanded)
        {
            return OfNumbers(call, self, arguments);
        }

        return
            self is Thing
            && type is { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, SpecialType: SpecialType.None }
            && !KernelTypes.IsCollection(type)
            ? machine.Objects.Given(type, call.Syntax.ToString())
            : Unknown.Value;
    }

    /// <summary>What a call gives that is handed nothing it could change.</summary>
    private object OfNumbers(IInvocationOperation call, object? self, object[] arguments)
    {
        ITypeSymbol? type = call.Type;
        return type?.SpecialType == SpecialType.System_Void ? Unknown.Value
            : type is { IsValueType: true, SpecialType: SpecialType.None, TypeKind: TypeKind.Struct }
            && arguments.All(static argument => argument is Number)
            && arguments.Any(static argument => argument is Number { HasProducts: true })
                ? Largest(arguments)
            : arguments.All(static argument => argument is Number) && type is { IsValueType: true } && self is null or Thing or Number
                ? machine.Arithmetic.Function(call.TargetMethod.Name, [.. arguments.OfType<Number>()])
            : machine.Objects.Given(type, call.Syntax.ToString());
    }

    /// <summary>
    /// What a reader gives, whose samples come one after the other, or what a writer takes that is handed one sum after the other; null
    /// for other calls.
    /// </summary>
    private object? Streamed(IInvocationOperation call, Thing stream, object[] arguments)
    {
        string name = call.TargetMethod.Name;
        if (arguments is [Number { HasProducts: true } sum] && call.Type?.SpecialType == SpecialType.System_Void)
        {
            stream.Emitted.Items.Add(sum);
            machine.Outputs.Add(stream.Emitted);
            return Unknown.Value;
        }

        if (
            arguments.Length > 0
            || !Array.Exists(Readers, reader => name.StartsWith(reader, StringComparison.Ordinal))
            || call.Type?.SpecialType is not (>= SpecialType.System_SByte and <= SpecialType.System_Double)
        )
        {
            return null;
        }

        Sample sample = stream.Elements.Component(name).At(new Place(stream.Taken++));
        sample.Access ??= call.Syntax;
        return Number.Of(sample);
    }

    /// <summary>What a value holds may be something else from here on.</summary>
    public void Lose(object? value, IOperation place)
    {
        switch (value)
        {
            case Store array:
                array.IsLost = true;
                break;
            case ElementSpot element:
                element.Array.IsLost = true;
                break;
            case Spot spot:
                machine.Memory.Save(spot, Unknown.Value, place);
                break;
            case Sequence list:
                list.Items.Clear();
                list.Items.Add(Unknown.Value);
                break;
            case Thing { Path.Length: > 0, Type: not null } thing:
                foreach (object member in thing.Members.Values)
                {
                    Lose(member, place);
                }

                thing.Elements.IsLost = true;
                break;
            case Closure:
                throw new StoppedException("a function is handed to a method that is not known", place);
        }
    }
}
