using System.Runtime.CompilerServices;
using ConvGen.Generator;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Planning;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers;

/// <summary>Keeps what the front end said about a method as long as the method's symbol lives, so that it is asked once and not by every rule.</summary>
internal static class AnalysisCache
{
    private static readonly ConditionalWeakTable<IMethodSymbol, Entry> Entries = new();

    /// <summary>
    /// What is known about a method, or null where it is not declared with one of the attributes; two rules that ask at the same time may both
    /// compute the same.
    /// </summary>
    /// <param name="method">The definition part of the method.</param>
    /// <param name="target">What the compilation offers; asked for a declared method only.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static MethodAnalysis? Get(IMethodSymbol method, Func<TargetInfo> target, CancellationToken cancellation)
    {
        if (!Entries.TryGetValue(method, out Entry? entry))
        {
            // An unexpected failure is told once, by the generator (CONV099); thrown here it would be told again by every analyzer.
            Entry computed = new(Guarded.Run(method.Name, header: null, () => Read(method, target, cancellation)).Value);
            entry = Entries.GetValue(method, _ => computed);
        }

        return entry.Analysis;
    }

    private static MethodAnalysis? Read(IMethodSymbol method, Func<TargetInfo> target, CancellationToken cancellation) =>
        DeclarationReader.Read(method, cancellation) is { } declaration
            ? new MethodAnalysis(method, declaration, Planner.Plan(DeclarationParser.Parse(declaration, target())))
            : null;

    private sealed class Entry(MethodAnalysis? analysis)
    {
        public MethodAnalysis? Analysis { get; } = analysis;
    }
}
