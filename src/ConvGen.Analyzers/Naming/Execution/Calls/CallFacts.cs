using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Calls;

/// <summary>What is the same however often a call is run: asking the compiler for it takes longer than most calls.</summary>
/// <param name="Method">The method.</param>
/// <param name="TypeName">The name of its type.</param>
/// <param name="Words">What its name says.</param>
/// <param name="IsInSource">Whether its declaration is at hand.</param>
/// <param name="Body">Its body; null where it has none that is known to run.</param>
internal sealed record CallFacts(IMethodSymbol Method, string TypeName, CallWords Words, bool IsInSource, IOperation? Body);
