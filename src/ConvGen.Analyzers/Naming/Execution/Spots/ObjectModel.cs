using ConvGen.Analyzers.Naming.Execution.Concluding;
using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Spots;

/// <summary>Makes what a member is given, by its type and by the way to it, and reads what belongs to objects.</summary>
internal sealed class ObjectModel(Machine machine)
{
    /// <summary>How many objects an array of them holds, each of which is an image or a kernel itself.</summary>
    private const int Objects = 2;

    private readonly Dictionary<(string Path, int Kind, string Name), object> given = [];
    private readonly Dictionary<string, Store> groups = new(StringComparer.Ordinal);

    /// <summary>The arrays that are small because of their role.</summary>
    public HashSet<string> Small { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a type is one of whole numbers.</summary>
    public static bool IsInteger(ITypeSymbol? type) =>
        type?.SpecialType
            is SpecialType.System_Int32
                or SpecialType.System_Int64
                or SpecialType.System_UInt32
                or SpecialType.System_UInt64
                or SpecialType.System_Int16
                or SpecialType.System_UInt16
                or SpecialType.System_IntPtr
                or SpecialType.System_UIntPtr;

    /// <summary>Whether calculating with a type cuts off fractions.</summary>
    public static bool IsWhole(ITypeSymbol? type) =>
        IsInteger(type) || type?.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Char;

    /// <summary>Whether elements of a type are arrays or lists themselves.</summary>
    public static bool IsRow(ITypeSymbol type) => type is IArrayTypeSymbol || IsSpan(type) || IsList(type);

    /// <summary>Whether objects of a type hold an array, as images and kernels do and pixels do not.</summary>
    public static bool HoldsRows(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None }
        && type.GetMembers()
            .Any(static member => member is { IsStatic: false, IsImplicitlyDeclared: false } && TypeOf(member) is { } held && IsRow(held));

    /// <summary>How many subscripts an array's type has.</summary>
    public static int RankOf(ITypeSymbol type) => type is IArrayTypeSymbol array ? array.Rank : 1;

    /// <summary>The type of what an array holds.</summary>
    public static ITypeSymbol? ElementType(ITypeSymbol? type) =>
        type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            IPointerTypeSymbol pointer => pointer.PointedAtType,
            INamedTypeSymbol { TypeArguments.Length: 1 } named when IsRow(named) => named.TypeArguments[0],
            _ => null,
        };

    /// <summary>Whether a type is a view of an array.</summary>
    public static bool IsSpan(ITypeSymbol? type) =>
        type
            is INamedTypeSymbol
            {
                Arity: 1,
                Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment" or "ImmutableArray"
            };

    /// <summary>Whether a type is a list of values.</summary>
    public static bool IsList(ITypeSymbol? type) =>
        type
            is INamedTypeSymbol
            {
                Name: "List"
                    or "IList"
                    or "IReadOnlyList"
                    or "IEnumerable"
                    or "IAsyncEnumerable"
                    or "ICollection"
                    or "IReadOnlyCollection"
                    or "ArrayList"
                    or "Collection"
                    or "ImmutableList"
                    or "Queue"
                    or "Stack"
                    or "LinkedList"
            };

    /// <summary>What an array begins with.</summary>
    public static object DefaultOf(ITypeSymbol? type) =>
        type is null || type.IsValueType || type.TypeKind == TypeKind.TypeParameter
            ? type is { SpecialType: SpecialType.None, IsValueType: true, TypeKind: TypeKind.Struct } and not { IsTupleType: true }
                ? new Thing("new", type, true)
                : Number.Zero
            : Unknown.Value;

    /// <summary>What stands at the end of a way, given from outside.</summary>
    public object Given(ITypeSymbol? type, string path)
    {
        (string, int, string) key = (path, type is null ? -1 : (int)type.TypeKind, type?.Name ?? "");
        if (!given.TryGetValue(key, out object? value))
        {
            given.Add(key, value = New(type, path));
        }

        return value;
    }

    /// <summary>What a field or a property of an object holds.</summary>
    public object Get(Thing owner, ISymbol member)
    {
        if (owner.Members.TryGetValue(member.Name, out object? value))
        {
            return value;
        }

        if (owner.IsMade)
        {
            return TypeOf(member) is { IsValueType: true } type ? DefaultOf(type) : Unknown.Value;
        }

        owner.Members[member.Name] = value = Initial(owner, member);
        return value;
    }

    /// <summary>The value of a parameter or another number by its name: one of several taps where the name counts or places them.</summary>
    public Number? Tap(string owner, string name, ITypeSymbol? type)
    {
        if (TapNames.Read(name) is not var (group, place))
        {
            return null;
        }

        string path =
            owner.Length > 0 ? owner
            : group.Length > 0 ? group
            : "weights";
        return Number.Of(Group(path, type).At(place));
    }

    /// <summary>
    /// What a function computes that is called after weights: where it makes a number of one or two whole ones alone, that is the weight of
    /// this place; else what it is.
    /// </summary>
    public object Weight(string name, object[] arguments, object result)
    {
        if (
            result is not Number { IsOfSamples: false } weight
            || arguments.Length is not (1 or 2)
            || !Array.TrueForAll(arguments, static argument => argument is Number { Known: { } known } && known == Math.Truncate(known))
        )
        {
            return result;
        }

        int[] place = Array.ConvertAll(arguments, static argument => (int)((Number)argument).Known!.Value);
        return Number.Of(Group(name, null, isFunction: true).At(new Place(place), weight));
    }

    /// <summary>The value of a member that is one of several taps by its place among the others.</summary>
    private Number? Listed(Thing owner, ISymbol member, ITypeSymbol type) =>
        owner.Path.Length > 0 && TapNames.ReadListed(member) is { } place ? Number.Of(Group(owner.Path, type).At(place)) : null;

    /// <summary>The same of a parameter.</summary>
    public Number? Listed(IParameterSymbol parameter) =>
        parameter.Type.SpecialType is SpecialType.System_Single or SpecialType.System_Double && TapNames.ReadListed(parameter) is { } place
            ? Number.Of(Group("weights", parameter.Type).At(place))
            : null;

    private Store Group(string path, ITypeSymbol? type, bool isFunction = false)
    {
        string key = isFunction ? path + "()" : path;
        if (!groups.TryGetValue(key, out Store? store))
        {
            groups.Add(key, store = new Store(path, type, true, [3, 3]));
        }

        return store;
    }

    private object New(ITypeSymbol? type, string path)
    {
        if (type is null)
        {
            return new Thing(path, null, false);
        }

        if (IsInteger(type))
        {
            return Sizes.IsChoice(path) ? Number.Called(path) : Number.Of(machine.Sizes.Of(path));
        }

        if (
            type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double
            || type.TypeKind is TypeKind.Enum or TypeKind.TypeParameter
        )
        {
            return Number.Called(path);
        }

        return (object?)OffsetTaps.Of(type, path)
            ?? type switch
            {
                { Name: "Vector", ContainingNamespace.Name: "LinearAlgebra" } => new Store(path, type, true, Extents(path, 1)),
                { Name: "Matrix", ContainingNamespace.Name: "LinearAlgebra" } => new Store(path, type, true, Extents(path, 2)),
                IPointerTypeSymbol => new ElementSpot(new Store(path, type, true, Extents(path, 1)), new Place(0)),
                IArrayTypeSymbol { Rank: 1, ElementType: { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } map }
                    when !IsRow(map) => new Store(path, type, true, [Objects]),
                IArrayTypeSymbol array => new Store(path, type, true, Extents(path, array.Rank, IsRow(array.ElementType))),
                _ when IsSpan(type) => new Store(path, type, true, Extents(path, 1)),
                _ when IsList(type) => ListOf(type, path),
                { TypeKind: TypeKind.Delegate } => Unknown.Value,
                _ => new Thing(path, type, false),
            };
    }

    private static string Root(string path) => path.IndexOfAny(['.', '[', '(']) is > 0 and var end ? path.Substring(0, end) : path;

    private int[] Extents(string path, int rank, bool isNested = false) =>
        machine.Sizes.Extents(path, rank, Small.Contains(path) || Small.Contains(Root(path)), isNested);

    private Sequence ListOf(ITypeSymbol type, string path)
    {
        ITypeSymbol? element = ElementType(type);
        bool isNested = element is not null && IsRow(element);
        bool isOfObjects =
            element is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } && HoldsRows(element)
            || (isNested && RankOf(element!) > 1);
        Store store = new(path, type, true, isOfObjects ? [Objects] : Extents(path, 1, isNested));
        return new Sequence(
            Enumerable
                .Range(0, store.Extents[0])
                .Select(index =>
                    isNested
                        ? store.Row(new Place(index), element!, Extents(path, RankOf(element!), true))
                        : (object)Number.Of(store.At(new Place(index)))
                )
        );
    }

    private static ITypeSymbol? TypeOf(ISymbol member) =>
        member switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };

    /// <summary>
    /// What a member begins with: what its initialiser says, as far as nothing changes it later; else something that is given.
    /// </summary>
    private object Initial(Thing owner, ISymbol member)
    {
        string path = owner.Path.Length == 0 ? member.Name : owner.Path + "." + member.Name;
        ITypeSymbol? type = TypeOf(member);
        if (
            member.ContainingType is { } container
            && !member.DeclaringSyntaxReferences.IsEmpty
            && (member.IsStatic || SymbolEqualityComparer.Default.Equals(container, machine.Member.Owner.ContainingType))
        )
        {
            if (!member.IsStatic && machine.Constructor.ValueOf(member) is { } left)
            {
                return left;
            }

            if (machine.Code.MayBeTurned(member) && (member.IsStatic || !machine.Constructor.IsGiven(member)))
            {
                return Unknown.Value;
            }

            if (machine.Code.InitializerOf(member) is { } initializer && Begin(initializer, member) is { } value)
            {
                return value;
            }
        }

        if (ReversalWords.Has(member.Name) && type is not null && IsRow(type))
        {
            return Unknown.Value;
        }

        return (
                type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double
                    ? Tap(owner.Path, member.Name, type) ?? Listed(owner, member, type)
                    : null
            ) ?? Given(type, path);
    }

    private object? Begin(IOperation initializer, ISymbol member)
    {
        object value = machine.Expressions.Evaluate(initializer, new Frame(null, Given(member.ContainingType, "")));
        bool isFixed = machine.Code.IsKept(member, isBegun: true);
        return value switch
        {
            Sequence { Items.Count: 0 } when !machine.Code.IsFilledHere(member) => null,
            _ when isFixed && value is Number { Known: not null } or Store { Written.Count: > 0 } or Sequence => isFixed ? value : null,
            Thing { IsMade: true } made
                when member is IFieldSymbol { IsReadOnly: true }
                    && made.Members.Values.Concat(made.Elements.Written.Values).Any(OwnConstructor.IsKernel)
                    && isFixed => made,
            Store array => new Store(member.Name, array.Type, true, array.Extents),
            _ => null,
        };
    }
}
