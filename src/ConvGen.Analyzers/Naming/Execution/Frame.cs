using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution;

/// <summary>The variables of a function while it runs.</summary>
/// <param name="outer">The variables of the function around it.</param>
/// <param name="self">The object that it belongs to.</param>
internal sealed class Frame(Frame? outer, object? self)
{
    private readonly Dictionary<ISymbol, object> values = new(SymbolEqualityComparer.Default);

    /// <summary>The object that it belongs to.</summary>
    public object? Self => self;

    /// <summary>What is returned.</summary>
    public object? Result { get; set; }

    /// <summary>Sets a variable where it lives; a new one lives here.</summary>
    public void Set(ISymbol symbol, object value)
    {
        for (Frame? frame = this; frame is not null; frame = frame.Outer)
        {
            if (frame.values.ContainsKey(symbol))
            {
                frame.values[symbol] = value;
                return;
            }
        }

        values[symbol] = value;
    }

    /// <summary>Begins a variable anew, whatever one of the same name around it holds.</summary>
    public void Declare(ISymbol symbol, object value) => values[symbol] = value;

    /// <summary>What a variable holds, or null.</summary>
    public object? Get(ISymbol symbol)
    {
        for (Frame? frame = this; frame is not null; frame = frame.Outer)
        {
            if (frame.values.TryGetValue(symbol, out object? value))
            {
                return value;
            }
        }

        return null;
    }

    private Frame? Outer => outer;
}
