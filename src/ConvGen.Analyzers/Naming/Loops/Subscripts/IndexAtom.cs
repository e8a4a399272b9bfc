using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Loops.Subscripts;

/// <summary>An unknown of a subscript. Two mentions of the same thing share one object.</summary>
/// <param name="id">Orders unknowns.</param>
/// <param name="kind">What it stands for.</param>
/// <param name="name">How it is called in source.</param>
/// <param name="scope">The loop that is counted; null for anything but a counter.</param>
/// <param name="dependsOn">The loops with which its value may change.</param>
/// <param name="variable">The variable that it is a value of, where it is one.</param>
internal sealed class IndexAtom(
    int id,
    IndexAtomKind kind,
    string name,
    IOperation? scope,
    ImmutableHashSet<IOperation> dependsOn,
    ISymbol? variable = null
) : IEquatable<IndexAtom>
{
    /// <summary>Orders unknowns.</summary>
    public int Id => id;

    /// <summary>What it stands for.</summary>
    public IndexAtomKind Kind => kind;

    /// <summary>How it is called in source.</summary>
    public string Name => name;

    /// <summary>The loop that is counted; null for anything but a counter.</summary>
    public IOperation? Scope => scope;

    /// <summary>The loops with which its value may change.</summary>
    public ImmutableHashSet<IOperation> DependsOn => dependsOn;

    /// <summary>The variable that it is a value of, where it is one.</summary>
    public ISymbol? Variable => variable;

    /// <summary>Whether its value may change with a loop.</summary>
    public bool Varies(IOperation loop) => scope == loop || dependsOn.Contains(loop);

    /// <summary>Two mentions of the same thing share one object.</summary>
    public bool Equals(IndexAtom? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => id;
}
