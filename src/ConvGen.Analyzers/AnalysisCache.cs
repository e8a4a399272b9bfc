using System.Runtime.CompilerServices;
using ConvGen.Generator;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Parsing.Weights;
using ConvGen.Generator.Planning;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers;

/// <summary>
/// Keeps what the front end said about a method as long as the method's symbol lives, so that it is asked once and not by every rule.
/// </summary>
internal static class AnalysisCache
{
    private static readonly ConditionalWeakTable<IMethodSymbol, Entry> Entries = new();

    /// <summary>
    /// What is known about a method, or null where it is not declared with one of the attributes; two rules that ask at the same time may
    /// both
    /// compute the same.
    /// </summary>
    /// <param name="method">The definition part of the method.</param>
    /// <param name="target">What the compilation offers; asked for a declared method only.</param>
    /// <param name="files">The additional files, which may change while the compilation stays the same.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static MethodAnalysis? Get(IMethodSymbol method, Func<TargetInfo> target, KernelFiles files, CancellationToken cancellation)
    {
        if (!Entries.TryGetValue(method, out Entry? entry))
        {
            Entry computed = new(Read(method, target, files, cancellation));
            entry = Entries.GetValue(method, _ => computed);
        }

        // Symbols outlive an edit of a kernel file, which is no part of their compilation.
        return
            entry.Analysis is { Declaration: var read }
            && (read.File is not null || read.Forwards.Count > 0)
            && files.Attach(read, cancellation) != read
            ? Read(method, target, files, cancellation)
            : entry.Analysis;
    }

    /// <summary>
    /// An unexpected failure is told once, by the generator (CONV099); thrown here it would be told again by every analyzer.
    /// </summary>
    private static MethodAnalysis? Read(IMethodSymbol method, Func<TargetInfo> target, KernelFiles files, CancellationToken cancellation) =>
        Guarded.Run(method.Name, header: null, () => Compute(method, target, files, cancellation)).Value;

    private static MethodAnalysis? Compute(IMethodSymbol method, Func<TargetInfo> target, KernelFiles files, CancellationToken cancellation)
    {
        if (DeclarationReader.Read(method, cancellation) is not { } read)
        {
            return null;
        }

        Declaration declaration = files.Attach(read, cancellation);
        return new MethodAnalysis(
            method,
            declaration,
            Planner.Plan(DeclarationParser.Parse(declaration, target(), cancellation), cancellation)
        );
    }

    private sealed class Entry(MethodAnalysis? analysis)
    {
        public MethodAnalysis? Analysis { get; } = analysis;
    }
}
