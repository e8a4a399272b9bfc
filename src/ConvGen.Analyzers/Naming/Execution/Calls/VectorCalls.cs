using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Calls;

/// <summary>Vectors of numbers, lane by lane.</summary>
internal sealed class VectorCalls(Machine machine)
{
    private const int Narrowest = 4;

    /// <summary>A constant of a vector's type, or null.</summary>
    public static object? Constant(ISymbol member) =>
        member.Name switch
        {
            "Count" => Number.Of(WidthOf(member.ContainingType)),
            "Zero" => Broadcast(Number.Zero, member.ContainingType),
            "One" => Broadcast(Number.One, member.ContainingType),
            "IsHardwareAccelerated" or "IsSupported" => Number.One,
            _ => null,
        };

    /// <summary>A vector that is made from an array, or from one number.</summary>
    public object? Create(ITypeSymbol type, object[] arguments, IOperation place) =>
        arguments switch
        {
            [Number number] => Broadcast(number, type),
            [Store array] => Load(new ElementSpot(array, new Place(0)), type, place),
            [Store array, Number { Known: { } start }] => Load(new ElementSpot(array, new Place((int)start)), type, place),
            _ when arguments.All(static argument => argument is Number) => new Lanes([.. arguments.OfType<Number>()]),
            _ => null,
        };

    /// <summary>What a call gives; null where it is none of vectors.</summary>
    public object? Call(IMethodSymbol method, string type, object? self, object[] arguments, IInvocationOperation place)
    {
        bool isVector =
            type is "Vector" or "Vector128" or "Vector256" or "Vector512"
            || self is Lanes
            || Array.Exists(arguments, static argument => argument is Lanes);
        bool isProcessor = method.ContainingNamespace?.Name is "X86" or "Arm";
        if (!isVector && !isProcessor)
        {
            return type == "TensorPrimitives" && method.Name == "Dot" && arguments is [Store one, Store other]
                ? Dot(machine.Memory.Items(one, place), machine.Memory.Items(other, place), place)
                : null;
        }

        object[] all = self is null ? arguments : [self, .. arguments];
        switch (method.Name, all)
        {
            case ("Create" or "CreateScalarUnsafe" or "BroadcastScalarToVector256" or "BroadcastScalarToVector128", _)
                when place.Type is { } made:
                return all is [ElementSpot scalar]
                    ? Broadcast(machine.Memory.Load(scalar, place) as Number ?? Number.Zero, made)
                    : Create(made, all, place);
            case ("LoadUnsafe" or "Load" or "LoadVector256" or "LoadVector128" or "LoadVector512" or "LoadAligned", [Spot from, ..])
                when place.Type is { } loaded:
                return Load(Moved(from, all.Length > 1 ? all[1] : null, place), loaded, place);
            case ("CopyTo", [Lanes lanes, Store array, ..]):
                return Store(
                    lanes,
                    new ElementSpot(array, new Place(all.Length > 2 && all[2] is Number { Known: { } start } ? (int)start : 0)),
                    place
                );
            case ("StoreUnsafe" or "Store" or "StoreAligned", [Lanes lanes, Spot to, ..]):
                return Store(lanes, Moved(to, all.Length > 2 ? all[2] : null, place), place);
            case ("Store", [Spot to, Lanes lanes]):
                return Store(lanes, Moved(to, null, place), place);
            case ("Dot", [Lanes one, Lanes other]):
                return Dot(one.Values, other.Values, place);
            case ("Sum", [Lanes lanes]):
                return lanes.Values.Aggregate(Number.Zero, machine.Arithmetic.Add);
            case ("GetElement", [Lanes lanes, Number { Known: { } index }]):
                return lanes.Values[(int)index];
            case ("ToScalar", [Lanes lanes]):
                return lanes.Values[0];
            case (
                "ConvertToSingle"
                    or "ConvertToInt32"
                    or "ConvertToVector256Single"
                    or "ConvertToVector128Single"
                    or "As"
                    or "AsSingle"
                    or "AsInt32"
                    or "Widen"
                    or "ConvertToVector256Int32",
                [Lanes lanes]
            ):
                return lanes;
            default:
                return Laned(method.Name, all, place);
        }
    }

    private static int WidthOf(ITypeSymbol? type) =>
        type?.Name switch
        {
            "Vector256" => 8,
            "Vector512" => 16,
            _ => Narrowest,
        };

    private static Lanes Broadcast(Number number, ITypeSymbol type) => new([.. Enumerable.Repeat(number, WidthOf(type))]);

    private static ElementSpot Moved(Spot spot, object? distance, IOperation place) =>
        spot is VariableSpot { Frame: var frame, Variable: var variable } && frame.Get(variable) is ElementSpot inner ? inner
        : spot is ElementSpot element ? (distance is Number { Known: { } steps } ? element.Moved((int)steps) : element)
        : throw new StoppedException("a reference is not understood", place);

    private Lanes Load(ElementSpot first, ITypeSymbol type, IOperation place) =>
        new([
            .. Enumerable
                .Range(0, WidthOf(type))
                .Select(lane => machine.Memory.Load(first.Moved(lane), place) as Number ?? machine.Arithmetic.Fresh()),
        ]);

    private Unknown Store(Lanes lanes, ElementSpot first, IOperation place)
    {
        for (int lane = 0; lane < lanes.Values.Length; lane++)
        {
            machine.Memory.Save(first.Moved(lane), lanes.Values[lane], place);
        }

        return Unknown.Value;
    }

    /// <summary>The sum of the products of two rows.</summary>
    public Number Dot(IEnumerable<object> one, IEnumerable<object> other, IOperation place) =>
        one.Zip(other, (a, b) => a is Number x && b is Number y ? machine.Multiply(x, y, place) : machine.Arithmetic.Fresh())
            .Aggregate(Number.Zero, machine.Arithmetic.Add);

    private Lanes? Laned(string name, object[] arguments, IOperation place)
    {
        Lanes? like = arguments.OfType<Lanes>().FirstOrDefault();
        if (like is null || !arguments.All(static argument => argument is Lanes or Number))
        {
            return null;
        }

        Number[][] lanes =
        [
            .. arguments.Select(argument => argument is Lanes vector ? vector.Values : [.. like.Values.Select(_ => (Number)argument)]),
        ];
        Number? At(int lane) =>
            (name, lanes.Length) switch
            {
                ("Multiply", 2) => machine.Multiply(lanes[0][lane], lanes[1][lane], place),
                ("Add", 2) => machine.Arithmetic.Add(lanes[0][lane], lanes[1][lane]),
                ("Subtract", 2) => machine.Arithmetic.Subtract(lanes[0][lane], lanes[1][lane]),
                ("Divide", 2) => machine.Arithmetic.Divide(lanes[0][lane], lanes[1][lane], false),
                ("MultiplyAdd" or "FusedMultiplyAdd" or "MultiplyAddEstimate", 3) => machine.Arithmetic.Add(
                    machine.Multiply(lanes[0][lane], lanes[1][lane], place),
                    lanes[2][lane]
                ),
                ("Min" or "Max", 2) => lanes[0][lane].IsOfSamples ? lanes[0][lane] : lanes[1][lane],
                ("Clamp", 3) => lanes[0][lane],
                _ => null,
            };
        Number?[] results = [.. Enumerable.Range(0, like.Values.Length).Select(At)];
        return results.Contains(null) ? null : new Lanes([.. results.OfType<Number>()]);
    }
}
