using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Calls;

/// <summary>What is known of the methods of .NET that loops over arrays use.</summary>
internal sealed class LibraryCalls
{
    /// <summary>Types whose methods check, or tell somebody, and change nothing.</summary>
    private static readonly HashSet<string> Checks = new(StringComparer.Ordinal)
    {
        "Debug",
        "Trace",
        "Console",
        "ArgumentNullException",
        "ArgumentOutOfRangeException",
        "ArgumentException",
        "Contract",
        "GC",
        "CancellationToken",
        "ObjectDisposedException",
    };

    private readonly Machine machine;
    private readonly ArrayCalls arrays;
    private readonly SequenceCalls sequences;
    private readonly VectorCalls vectors;
    private readonly MathCalls mathematics;
    private readonly TaskCalls tasks;
    private readonly MatrixCalls matrices;

    /// <summary>Creates what a machine knows.</summary>
    public LibraryCalls(Machine machine)
    {
        this.machine = machine;
        arrays = new ArrayCalls(machine);
        sequences = new SequenceCalls(machine);
        vectors = new VectorCalls(machine);
        mathematics = new MathCalls(machine);
        tasks = new TaskCalls(machine);
        matrices = new MatrixCalls(machine, vectors);
    }

    /// <summary>What a call gives; null where it is not known.</summary>
    public object? Call(IInvocationOperation call, CallFacts facts, object? self, object[] arguments)
    {
        if (facts.IsInSource)
        {
            return null;
        }

        IMethodSymbol method = facts.Method;
        string type = facts.TypeName;
        if (method.Name == "DivRem" && arguments is [Number { Known: { } dividend }, Number { Known: { } divisor and not 0 }, ..])
        {
            return mathematics.Divided((long)dividend, (long)divisor, arguments, call);
        }

        if (IsMathematics(method, type, self, arguments))
        {
            return Array.TrueForAll(arguments, static argument => argument is Number)
                ? mathematics.Call(method.Name, Array.ConvertAll(arguments, static argument => (Number)argument), call)
                : Unknown.Value;
        }

        if (Checks.Contains(type))
        {
            return Unknown.Value;
        }

        if (type is "Parallel")
        {
            return Parallel(arguments, call);
        }

        if (type is "Marshal" && call.Arguments.Length > 0 && Unmanaged(method.Name, call.Arguments[0].Value, arguments, call) is { } held)
        {
            return held;
        }

        if (type is "Array" && method.Name == "ForEach")
        {
            return sequences.Call(method, arguments, call);
        }

        if (method.Name == "ToPointer" && call.Instance is { } address)
        {
            return machine.Objects.Given(method.ReturnType, address.Syntax.ToString());
        }

        return tasks.Call(method, type, arguments, call)
            ?? TensorCalls.Call(machine, method, type, arguments, call)
            ?? matrices.Call(method, self, arguments, call)
            ?? vectors.Call(method, type, self, arguments, call)
            ?? arrays.Call(method, type, self, arguments, call)
            ?? (
                type is "Enumerable" or "ParallelEnumerable" || (self is Sequence or Store && method.ContainingType?.Name is not "Array")
                    ? sequences.Call(method, self is null ? arguments : [self, .. arguments], call)
                    : null
            )
            ?? Plain(method, self, arguments, call);
    }

    /// <summary>Whether a method makes a number of numbers.</summary>
    private static bool IsMathematics(IMethodSymbol method, string type, object? self, object[] arguments) =>
        type is "Math" or "MathF" or "Convert"
        || (
            self is null
            && Array.TrueForAll(arguments, static argument => argument is Number)
            && (
                method.ContainingType?.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double
                || (method.ContainingType?.TypeKind == TypeKind.Interface && IsNumerics(method))
            )
        );

    /// <summary>
    /// <c>Marshal.ReadByte(scan, at)</c>: memory outside is an array that is called after the pointer to it; null for others.
    /// </summary>
    private object? Unmanaged(string name, IOperation pointer, object[] arguments, IOperation place)
    {
        if (
            pointer is not (IParameterReferenceOperation or ILocalReferenceOperation)
            || arguments is not [_, Number { Known: not null } at, ..]
            || machine.Objects.Given(null, pointer.Syntax.ToString()) is not Thing memory
        )
        {
            return null;
        }

        if (name.StartsWith("Read", StringComparison.Ordinal) && arguments.Length == 2)
        {
            return machine.Calls.Foreign.At(memory, [at], "", place);
        }

        if (!name.StartsWith("Write", StringComparison.Ordinal) || arguments.Length != 3)
        {
            return null;
        }

        machine.Calls.Foreign.Write(memory, [at, arguments[2]], place);
        return Unknown.Value;
    }

    /// <summary>What a construction gives; null where it is not known.</summary>
    public object? Create(IObjectCreationOperation creation, object[] arguments)
    {
        ITypeSymbol? type = creation.Type;
        if (type?.Name is "Vector" or "Vector128" or "Vector256" or "Vector512")
        {
            return vectors.Create(type, arguments, creation);
        }

        if (ObjectModel.IsSpan(type))
        {
            return arguments switch
            {
                [Store array] => array,
                [Store array, Number { Known: { } start }, Number { Known: { } length }] => Part(array, (int)start, (int)length, creation),
                [ElementSpot pointer, Number { Known: { } length }] => Part(pointer.Array, pointer.Place[0], (int)length, creation),
                _ => null,
            };
        }

        if (ObjectModel.IsList(type))
        {
            IEnumerable<object> items = arguments is [Sequence or Store] ? machine.Memory.Items(arguments[0], creation) : [];
            return OffsetTaps.ListOf(type, items);
        }

        return null;
    }

    /// <summary>A constant of the library that is no constant to the compiler; null where it is not known.</summary>
    public static object? StaticMember(ISymbol member) =>
        member.ContainingType?.Name switch
        {
            "Vector" or "Vector128" or "Vector256" or "Vector512" => VectorCalls.Constant(member),
            "Environment" => Number.Of(2),
            "Array" or "ImmutableArray" when member.Name == "Empty" => new Store("", null, false, [0]),
            _ when member is IFieldSymbol { Type.SpecialType: SpecialType.System_Single or SpecialType.System_Double }
                    && member.DeclaringSyntaxReferences.IsEmpty => Number.Called(member.Name),
            _ when member.Name is "Zero" or "One" or "Empty" or "Black" or "White" or "Transparent"
                    && member.DeclaringSyntaxReferences.IsEmpty => member.Name == "One" ? Number.One : Number.Zero,
            _ => null,
        };

    /// <summary>A property of an array or a list; null where it is not known.</summary>
    public static object? MemberOf(object owner, string name) =>
        (owner, name) switch
        {
            (_, "Length" or "Count" or "LongLength") when LengthOf(owner) is { } length => Number.Of(length),
            (Store { Extents.Length: 2 } matrix, "RowCount") => Number.Of(matrix.Extents[0]),
            (Store { Extents.Length: 2 } matrix, "ColumnCount") => Number.Of(matrix.Extents[1]),
            (Store array, "Rank") => Number.Of(array.Extents.Length),
            (Store or Sequence or ElementSpot, "Span" or "Memory" or "Value" or "Array") => owner,
            (Store, "IsEmpty" or "IsDefault" or "IsDefaultOrEmpty") => Number.Zero,
            (Sequence or Store, _) => Unknown.Value,
            (Bundle bundle, "First" or "Key") => bundle.Values[0],
            (Bundle bundle, "Second" or "Value") => bundle.Values[1],
            _ => null,
        };

    /// <summary>How many elements a collection has.</summary>
    public static int? LengthOf(object collection) =>
        collection switch
        {
            Store array => array.Length,
            Sequence list => list.Items.Count,
            Lanes lanes => lanes.Values.Length,
            _ => null,
        };

    /// <summary>The sum of the products of two rows.</summary>
    public Number Dot(Store one, Store other, IOperation place) =>
        vectors.Dot(machine.Memory.Items(one, place), machine.Memory.Items(other, place), place);

    /// <summary>A part of an array or a list.</summary>
    public object Part(object whole, int start, int length, IOperation place) =>
        whole switch
        {
            Store array => arrays.Slice(array, start, length, place),
            Sequence list when start >= 0 && length >= 0 && start + length <= list.Items.Count => new Sequence(
                list.Items.GetRange(start, length)
            ),
            _ => throw new StoppedException("a part lies outside its list for the sizes that were tried", place),
        };

    /// <summary>One round after the other: rounds that run at once must not depend on each other.</summary>
    public Unknown? Parallel(object[] arguments, IOperation place)
    {
        Closure? body = arguments.OfType<Closure>().LastOrDefault();
        if (body is null)
        {
            return null;
        }

        IEnumerable<object> items = arguments switch
        {
            [Number { Known: { } first }, Number { Known: { } last }, ..] => Enumerable
                .Range((int)first, Math.Max(0, (int)(last - first)))
                .Select(static index => (object)Number.Of(index)),
            [Sequence or Store, ..] => machine.Memory.Items(arguments[0], place).ToList(),
            _ => throw new StoppedException("a parallel loop is not understood", place),
        };
        Closure[] parts = [.. arguments.OfType<Closure>()];
        if (parts.Length == 3)
        {
            object state = machine.Calls.Call(parts[0], [], place);
            foreach (object item in items)
            {
                state = machine.Calls.Call(parts[1], [item, Unknown.Value, state], place);
            }

            machine.Calls.Call(parts[2], [state], place);
            return Unknown.Value;
        }

        if (parts.Length > 1)
        {
            throw new StoppedException("a parallel loop with a state of its own is not understood", place);
        }

        foreach (object item in items)
        {
            machine.Calls.Call(
                body,
                [item, .. Enumerable.Repeat<object>(Unknown.Value, Math.Max(0, body.Method.Parameters.Length - 1))],
                place
            );
        }

        return Unknown.Value;
    }

    private static bool IsNumerics(IMethodSymbol method) =>
        method.ContainingNamespace is { Name: "Numerics", ContainingNamespace.Name: "System" };

    private object? Plain(IMethodSymbol method, object? self, object[] arguments, IOperation place) =>
        method.Name switch
        {
            "GetEnumerator" when self is Store or Sequence => new Cursor([.. machine.Memory.Items(self, place)]),
            "MoveNext" when self is Cursor cursor => cursor.MoveNext() ? Number.One : Number.Zero,
            "GetType" or "ToString" or "Dispose" or "Flush" => Unknown.Value,
            "ConfigureAwait" or "GetAwaiter" or "GetResult" or "ToVector4" or "ToScaledVector4" when self is not null => self,
            "Conjugate" when arguments is [Number conjugate] && IsNumerics(method) => conjugate,
            "Equals" or "ReferenceEquals" or "Contains" or "IsNullOrEmpty" => Number.Called("?" + method.Name),
            _ when self is Number { IsOfSamples: true } number
                    && arguments.Length == 0
                    && method.Name.StartsWith("To", StringComparison.Ordinal) => number,
            _ => null,
        };
}
