using ConvGen.Generator.Model;

namespace ConvGen.Generator.Lowering;

/// <summary>A number of elements, rows or steps that a program computes: the only arithmetic on addresses that programs know.</summary>
internal abstract record Offset
{
    private Offset() { }

    public static implicit operator Offset(int value) => new Number(value);

    public static implicit operator Offset(string name) => new Variable(name);

    /// <summary>The sum; the other one where one is zero.</summary>
    public static Offset operator +(Offset left, Offset right) =>
        left is Number { Value: 0 } ? right
        : right is Number { Value: 0 } ? left
        : new Sum(left, right);

    public static Offset operator -(Offset left, Offset right) => right is Number { Value: 0 } ? left : new Difference(left, right);

    /// <summary>The product; the other factor where one is 1.</summary>
    public static Offset operator *(Offset left, Offset right) =>
        left is Number { Value: 1 } ? right
        : right is Number { Value: 1 } ? left
        : new Product(left, right);

    /// <summary>A constant.</summary>
    public sealed record Number(int Value) : Offset;

    /// <summary>A parameter or the counter of a loop.</summary>
    public sealed record Variable(string Name) : Offset;

    public sealed record Sum(Offset Left, Offset Right) : Offset;

    public sealed record Difference(Offset Left, Offset Right) : Offset;

    public sealed record Product(Offset Left, Offset Right) : Offset;

    /// <summary>A quotient without its remainder, of numbers that are not negative.</summary>
    public sealed record Quotient(Offset Left, Offset Right) : Offset;

    public sealed record Remainder(Offset Left, Offset Right) : Offset;

    public sealed record Smaller(Offset Left, Offset Right) : Offset;

    /// <summary>The same as a number of the size of an address.</summary>
    public sealed record Native(Offset Value) : Offset;

    /// <summary>A number read from a table.</summary>
    public sealed record Entry(string Table, Offset At) : Offset;

    /// <summary>One of a few numbers, by the value of a counter from zero on.</summary>
    public sealed record Chosen(string Counter, EquatableArray<int> Values) : Offset;
}
