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
    private readonly TaskCalls tasks;
    private readonly MatrixCalls matrices;

    /// <summary>Creates what a machine knows.</summary>
    public LibraryCalls(Machine machine)
    {
        this.machine = machine;
        arrays = new ArrayCalls(machine);
        sequences = new SequenceCalls(machine);
        vectors = new VectorCalls(machine);
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
        if (
            type is "Math" or "MathF" or "Convert"
            || (
                self is null
                && Array.TrueForAll(arguments, static argument => argument is Number)
                && (
                    method.ContainingType?.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double
                    || (method.ContainingType?.TypeKind == TypeKind.Interface && IsNumerics(method))
                )
            )
        )
        {
            return Array.TrueForAll(arguments, static argument => argument is Number)
                ? Mathematics(method.Name, Array.ConvertAll(arguments, static argument => (Number)argument), call)
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
            ?? Plain(method, self, arguments);
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
            return new Sequence(items);
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

    private Number Mathematics(string name, Number[] operands, IOperation place)
    {
        switch (name)
        {
            case "FusedMultiplyAdd" or "MultiplyAddEstimate" when operands.Length == 3:
                return machine.Arithmetic.Add(machine.Multiply(operands[0], operands[1], place), operands[2]);
            case "BigMul" or "Multiply" when operands.Length == 2:
                return machine.Multiply(operands[0], operands[1], place);
        }

        if (
            Array.TrueForAll(operands, static operand => operand.Known is not null)
            && Value(name, Array.ConvertAll(operands, static operand => operand.Known!.Value)) is { } value
        )
        {
            return operands.Length == 1 && operands[0].IsOfSamples ? operands[0] with { Known = value } : Number.Of(value);
        }

        bool isShape =
            name
                is "Round"
                    or "Floor"
                    or "Ceiling"
                    or "Truncate"
                    or "Clamp"
                    or "Min"
                    or "Max"
                    or "CreateSaturating"
                    or "CreateTruncating"
                    or "CreateChecked"
                    or "Parse"
            || name.StartsWith("To", StringComparison.Ordinal);
        Number[] sums = [.. operands.Where(static operand => operand.IsOfSamples)];
        if (sums.Length > 1 && name is "Min" or "Max")
        {
            machine.HasRivals = true;
            machine.Compared.AddRange(sums.Where(static sum => sum.HasProducts));
            return sums[0];
        }

        machine.Magnitudes.AddRange(sums.Where(sum => sum.HasProducts && name is "Abs" or "Pow" or "Hypot" or "Magnitude"));
        bool isAbsolute = name == "Abs" && sums.Length == 1 && sums[0].HasProducts;
        return (isShape || isAbsolute) && sums.Length == 1 ? sums[0] with { Known = null } : machine.Arithmetic.Function(name, operands);
    }

    private static double? Value(string name, double[] operands) =>
        (name, operands.Length) switch
        {
            ("Min", 2) => Math.Min(operands[0], operands[1]),
            ("Max", 2) => Math.Max(operands[0], operands[1]),
            ("Clamp", 3) => Math.Max(operands[1], Math.Min(operands[2], operands[0])),
            ("Abs", 1) => Math.Abs(operands[0]),
            ("Sqrt", 1) => Math.Sqrt(operands[0]),
            ("Floor", 1) => Math.Floor(operands[0]),
            ("Ceiling", 1) => Math.Ceiling(operands[0]),
            ("Truncate", 1) => Math.Truncate(operands[0]),
            ("Round", 1) => Math.Round(operands[0]),
            ("Sign", 1) => Math.Sign(operands[0]),
            ("Pow", 2) => Math.Pow(operands[0], operands[1]),
            ("Exp", 1) => Math.Exp(operands[0]),
            ("Log", 1) => Math.Log(operands[0]),
            ("Cos", 1) => Math.Cos(operands[0]),
            ("Sin", 1) => Math.Sin(operands[0]),
            ("ToInt32" or "ToInt64", 1) => Math.Round(operands[0]),
            (_, 1) when name.StartsWith("To", StringComparison.Ordinal) || name.StartsWith("Create", StringComparison.Ordinal) => operands[
                0
            ],
            _ => null,
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

    private static object? Plain(IMethodSymbol method, object? self, object[] arguments) =>
        method.Name switch
        {
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
