using ConvGen.Generator.Parsing;
using ConvGen.Generator.Planning;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers;

/// <summary>A method, what it declares and what came of it.</summary>
/// <param name="Method">The definition part of the method.</param>
/// <param name="Declaration">What stands in the source.</param>
/// <param name="Result">The plan, or the reason why there is none.</param>
internal sealed record MethodAnalysis(IMethodSymbol Method, Declaration Declaration, PlanResult Result);
