using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Spots;

/// <summary>The variables of a function while it runs.</summary>
/// <remarks>
/// There are few, and nearly always the compiler names one by the same object: looking through them is faster than their hash codes.
/// </remarks>
/// <param name="outer">The variables of the function around it.</param>
/// <param name="self">The object that it belongs to.</param>
internal sealed class Frame(Frame? outer, object? self)
{
    private readonly List<(ISymbol Symbol, object Value)> values = [];

    /// <summary>The object that it belongs to.</summary>
    public object? Self => self;

    /// <summary>What is returned.</summary>
    public object? Result { get; set; }

    /// <summary>What was yielded so far; null where nothing was.</summary>
    public Sequence? Yielded { get; private set; }

    /// <summary>Adds what an iterator yields.</summary>
    public void Yield(object item)
    {
        Yielded ??= new Sequence([]);
        Yielded.Items.Add(item);
    }

    /// <summary>Sets a variable where it lives; a new one lives here.</summary>
    public void Set(ISymbol symbol, object value)
    {
        for (Frame? frame = this; frame is not null; frame = frame.Outer)
        {
            int place = frame.Find(symbol);
            if (place >= 0)
            {
                frame.values[place] = (symbol, value);
                return;
            }
        }

        values.Add((symbol, value));
    }

    /// <summary>Begins a variable anew, whatever one of the same name around it holds.</summary>
    public void Declare(ISymbol symbol, object value)
    {
        int place = Find(symbol);
        if (place >= 0)
        {
            values[place] = (symbol, value);
        }
        else
        {
            values.Add((symbol, value));
        }
    }

    /// <summary>What a variable holds, or null.</summary>
    public object? Get(ISymbol symbol)
    {
        for (Frame? frame = this; frame is not null; frame = frame.Outer)
        {
            int place = frame.Find(symbol);
            if (place >= 0)
            {
                return frame.values[place].Value;
            }
        }

        return null;
    }

    private Frame? Outer => outer;

    private int Find(ISymbol symbol)
    {
        for (int place = 0; place < values.Count; place++)
        {
            if (ReferenceEquals(values[place].Symbol, symbol))
            {
                return place;
            }
        }

        // Another object for the same variable has its name.
        string name = symbol.Name;
        for (int place = 0; place < values.Count; place++)
        {
            if (values[place].Symbol.Name == name && SymbolEqualityComparer.Default.Equals(values[place].Symbol, symbol))
            {
                return place;
            }
        }

        return -1;
    }
}
