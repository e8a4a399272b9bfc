using ConvGen.Generator.Model;

namespace ConvGen.Generator.Lowering;

/// <summary>A step of a program. As with expressions, the cases are all there are.</summary>
internal abstract record Statement
{
    private Statement() { }

    /// <summary>An empty line, which sets apart what belongs to a source row.</summary>
    public sealed record Blank : Statement;

    /// <summary>Locals that have no value yet.</summary>
    public sealed record Declare(Shape Type, EquatableArray<string> Names) : Statement;

    /// <summary>A local's value.</summary>
    /// <param name="Target">The local.</param>
    /// <param name="Value">What it takes.</param>
    /// <param name="Declares">Whether that is its first value.</param>
    public sealed record Assign(Expression.Local Target, Expression Value, bool Declares) : Statement
    {
        /// <summary>What is said of it at the end of the line, or null.</summary>
        public string? Remark { get; init; }
    }

    /// <summary>Adds to a local.</summary>
    public sealed record Increase(Expression.Local Target, Expression Value) : Statement;

    /// <summary>Makes a reference refer to a place.</summary>
    /// <param name="Name">The reference.</param>
    /// <param name="Element">The type of what it refers to.</param>
    /// <param name="At">The place.</param>
    /// <param name="Declares">Whether that is the first one.</param>
    public sealed record Refer(string Name, ElementType Element, Place At, bool Declares) : Statement;

    /// <summary>Declares a reference to the first entry of a table.</summary>
    public sealed record ReferToTable(string Name, ElementType Element, string Table) : Statement;

    /// <summary>Declares a number.</summary>
    public sealed record Compute(string Name, Offset Value) : Statement;

    /// <summary>Steps that are repeated while the counter is less than its end.</summary>
    /// <param name="Counter">The counter.</param>
    /// <param name="First">What it begins with, or null where it goes on from where it stands.</param>
    /// <param name="End">The end.</param>
    /// <param name="Body">The steps.</param>
    public sealed record Loop(string Counter, Offset? First, Offset End, EquatableArray<Statement> Body) : Statement
    {
        /// <summary>Whether the loop counts; otherwise its body does.</summary>
        public bool Counts { get; init; } = true;

        /// <summary>Whether the counter has the size of an address; 32 bits otherwise.</summary>
        public bool IsNative { get; init; } = true;
    }

    /// <summary>Stores results.</summary>
    /// <param name="Sums">The sums that they are made of: several where they are packed.</param>
    /// <param name="At">Where the first one lies.</param>
    /// <param name="IsPlain">Whether sums are stored as they are; otherwise they are divided, rounded, limited and narrowed.</param>
    public sealed record Store(EquatableArray<Expression> Sums, Place At, bool IsPlain) : Statement
    {
        /// <summary>Where the source's samples lie that are stored instead of results, in the lanes that a mask chooses; or null.</summary>
        public Place? Kept { get; init; }

        /// <summary>Where that mask lies, in bytes; null where every store begins with a pixel, so that it is a constant.</summary>
        public Place? Mask { get; init; }
    }
}
