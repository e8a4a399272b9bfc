using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Loops.Elements;
using ConvGen.Analyzers.Naming.Loops.Subscripts;
using ConvGen.Analyzers.Naming.Loops.Writes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops;

/// <summary>A body whose loops are read: who writes which variable, and one object for every unknown.</summary>
internal sealed class LoopBody
{
    private readonly Dictionary<ISymbol, List<VariableWrite>> writes;
    private readonly Dictionary<IOperation, IndexAtom> counters = [];
    private readonly Dictionary<string, IndexAtom> atoms = new(StringComparer.Ordinal);
    private readonly Dictionary<ISymbol, int> numbers = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IndexValue> boundIndices = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ElementAccess> boundElements = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ElementAccess[]> boundPairs = new(SymbolEqualityComparer.Default);
    private readonly Assumption? assumption;

    /// <summary>Reads the writes of a body.</summary>
    /// <param name="tree">The body.</param>
    /// <param name="assumption">What a condition in it is taken to be.</param>
    public LoopBody(BodyTree tree, Assumption? assumption = null)
    {
        Tree = tree;
        this.assumption = assumption;
        writes = WriteReader.Read(tree);
        Variables = new VariableReader(this);
        Indices = new IndexReader(this);
        Elements = new ElementReader(this);
        Coordinates = new CoordinateReader(this);
    }

    /// <summary>The body.</summary>
    public BodyTree Tree { get; }

    /// <summary>Reads variables.</summary>
    public VariableReader Variables { get; }

    /// <summary>Reads subscripts.</summary>
    public IndexReader Indices { get; }

    /// <summary>Reads elements of arrays.</summary>
    public ElementReader Elements { get; }

    /// <summary>Finds sums that are kept from falling below zero.</summary>
    public CoordinateReader Coordinates { get; }

    /// <summary>The branch of a choice whose condition is taken to be known; null for any other.</summary>
    public IOperation? BranchOf(IConditionalOperation choice) => assumption?.BranchOf(choice, this);

    /// <summary>The places that write a variable, in the order in which they stand.</summary>
    public IReadOnlyList<VariableWrite> WritesTo(ISymbol symbol) => writes.TryGetValue(symbol, out List<VariableWrite>? list) ? list : [];

    /// <summary>The counter of a loop, or of a lambda that is called once for every element.</summary>
    public IndexAtom CounterOf(IOperation loop)
    {
        if (!counters.TryGetValue(loop, out IndexAtom? counter))
        {
            counter = new IndexAtom(counters.Count + atoms.Count, IndexAtomKind.Counter, "", loop, ImmutableHashSet<IOperation>.Empty);
            counters.Add(loop, counter);
        }

        return counter;
    }

    /// <summary>The unknown with a key.</summary>
    public IndexAtom AtomOf(string key, IndexAtomKind kind, string name, ImmutableHashSet<IOperation> dependsOn, ISymbol? variable = null)
    {
        if (!atoms.TryGetValue(key, out IndexAtom? atom))
        {
            atom = new IndexAtom(counters.Count + atoms.Count, kind, name, null, dependsOn, variable);
            atoms.Add(key, atom);
        }

        return atom;
    }

    /// <summary>A number that stands for a symbol in keys.</summary>
    public int NumberOf(ISymbol symbol)
    {
        if (!numbers.TryGetValue(symbol, out int number))
        {
            numbers.Add(symbol, number = numbers.Count);
        }

        return number;
    }

    /// <summary>Says what a lambda's parameter is.</summary>
    public void Bind(IParameterSymbol parameter, IndexValue value)
    {
        boundIndices[parameter] = value;
        Variables.Forget();
    }

    /// <summary>Says which element a lambda's parameter is.</summary>
    public void Bind(IParameterSymbol parameter, ElementAccess element)
    {
        boundElements[parameter] = element;
        Variables.Forget();
    }

    /// <summary>Says which two elements a lambda's parameter holds.</summary>
    public void Bind(IParameterSymbol parameter, ElementAccess first, ElementAccess second)
    {
        boundPairs[parameter] = [first, second];
        Variables.Forget();
    }

    /// <summary>The element that a pair's component is: <c>First</c>, <c>Second</c>, <c>Item1</c>, <c>Item2</c>.</summary>
    public ElementAccess? BoundElement(ISymbol symbol, string component) =>
        !boundPairs.TryGetValue(symbol, out ElementAccess[]? pair) ? null
        : component is "First" or "Item1" ? pair[0]
        : component is "Second" or "Item2" ? pair[1]
        : null;

    /// <summary>What a lambda's parameter is, where that is known.</summary>
    public IndexValue? BoundIndex(ISymbol symbol) => boundIndices.TryGetValue(symbol, out IndexValue value) ? value : null;

    /// <summary>Which element a lambda's parameter is, where that is known.</summary>
    public ElementAccess? BoundElement(ISymbol symbol) => boundElements.TryGetValue(symbol, out ElementAccess? element) ? element : null;
}
