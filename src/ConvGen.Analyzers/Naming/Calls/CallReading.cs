using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming.Names;
using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Calls;

/// <summary>A call, a construction or a method reference whose operation is known.</summary>
/// <param name="Call">Where it stands.</param>
/// <param name="Callee">The method, as declared.</param>
/// <param name="Entry">What it computes, given its constant arguments, and from where that is known.</param>
/// <param name="Claim">The name that its result answers to, if that name says an operation.</param>
/// <param name="Kernel">The kernel that it is given.</param>
internal sealed record CallReading(IOperation Call, IMethodSymbol Callee, CatalogueEntry Entry, NameClaim? Claim, KernelReading Kernel);
