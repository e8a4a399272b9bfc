using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Loops.Subscripts;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Loops.Elements;

/// <summary>An element of an array, a span, a list, a pointer or anything else with subscripts.</summary>
/// <param name="Collection">The collection, as an expression.</param>
/// <param name="Symbol">The variable that holds it, where it is one.</param>
/// <param name="Name">How it is called in source.</param>
/// <param name="Indices">The subscripts, outermost first.</param>
/// <param name="Subscripts">Where they stand; the access itself where there is no subscript.</param>
/// <param name="Syntax">The whole access.</param>
/// <param name="IsCall">Whether a method is called for it, such as <c>GetPixel</c>.</param>
internal sealed record ElementAccess(
    IOperation Collection,
    ISymbol? Symbol,
    string Name,
    ImmutableArray<IndexValue> Indices,
    ImmutableArray<SyntaxNode> Subscripts,
    SyntaxNode Syntax,
    bool IsCall
)
{
    /// <summary>Everything that was looked through.</summary>
    public IndexFolds Folds
    {
        get
        {
            IndexFolds folds = IndexFolds.None;
            foreach (IndexValue index in Indices)
            {
                folds |= index.Folds;
            }

            return folds;
        }
    }

    /// <summary>Whether a subscript may change with a loop.</summary>
    public bool Varies(IOperation loop)
    {
        foreach (IndexValue index in Indices)
        {
            if (index.Polynomial.Varies(loop))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is an element of the same collection.</summary>
    public bool IsOf(ElementAccess other) =>
        Symbol is not null && other.Symbol is not null
            ? SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol)
                && (WrittenText.IsSame(Collection.Syntax, other.Collection.Syntax) || WrittenText.IsSame(Collection.Syntax, Symbol.Name))
            : Name == other.Name;

    /// <summary>Whether it is the element at the same place.</summary>
    public bool IsAt(ElementAccess other) =>
        Indices.Length == other.Indices.Length
        && Indices.Zip(other.Indices, static (one, two) => one.Polynomial.Equals(two.Polynomial)).All(static isSame => isSame);
}
