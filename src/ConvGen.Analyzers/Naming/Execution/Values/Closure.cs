using ConvGen.Analyzers.Naming.Execution.Spots;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>A function that can be run: a lambda, a local function, a method as a value.</summary>
/// <param name="Method">Its parameters.</param>
/// <param name="Body">Its body.</param>
/// <param name="Frame">The variables around it.</param>
internal sealed record Closure(IMethodSymbol Method, IOperation Body, Frame Frame);
