using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers;

/// <summary>Keeps what the front end said about a method as long as the method's symbol lives, so that it is asked once and not by every rule.</summary>
internal static class AnalysisCache
{
    private static readonly ConditionalWeakTable<IMethodSymbol, Entry> Entries = new();

    /// <summary>What is known about a method; two rules that ask at the same time may both compute the same.</summary>
    public static MethodAnalysis? Get(IMethodSymbol method, Func<MethodAnalysis?> read)
    {
        if (!Entries.TryGetValue(method, out Entry? entry))
        {
            Entry computed = new(read());
            entry = Entries.GetValue(method, _ => computed);
        }

        return entry.Analysis;
    }

    private sealed class Entry(MethodAnalysis? analysis)
    {
        public MethodAnalysis? Analysis { get; } = analysis;
    }
}
