using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.CodeFixes.Lifting.Callers;

/// <summary>A size of a kernel with which a method is called or may be called, under which its loops are read.</summary>
/// <param name="Kernel">The parameter with the weights.</param>
/// <param name="Extents">Its extents, outermost first; empty where only integers say how many taps there are.</param>
/// <param name="Integers">The parameters that count, with their values.</param>
/// <param name="IsPassed">Whether a call passes it; else the method's own checks leave it.</param>
internal sealed record KernelSize(
    IParameterSymbol Kernel,
    ImmutableArray<int> Extents,
    ImmutableArray<(IParameterSymbol Parameter, int Value)> Integers,
    bool IsPassed
)
{
    /// <summary>What must hold for the declaration to compute what the loops do.</summary>
    /// <param name="taps">The number of taps.</param>
    public string Condition(int taps)
    {
        string name = Name(Kernel);
        IEnumerable<string> own =
            Kernel.Type is not IArrayTypeSymbol { Rank: var rank } ? [$"{name}.Length == {Text(taps)}"]
            : rank == 1 ? [$"{name} is {{ Length: {Text(taps)} }}"]
            : Extents.Select((extent, axis) => $"{name}{(axis == 0 ? "?" : "")}.GetLength({Text(axis)}) == {Text(extent)}");
        return string.Join(" && ", own.Concat(Integers.Select(static pair => $"{Name(pair.Parameter)} == {Text(pair.Value)}")));
    }

    private static string Name(IParameterSymbol parameter) =>
        SyntaxFacts.GetKeywordKind(parameter.Name) != SyntaxKind.None ? "@" + parameter.Name : parameter.Name;

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
