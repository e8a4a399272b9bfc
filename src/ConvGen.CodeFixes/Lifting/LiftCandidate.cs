using System.Collections.Immutable;
using ConvGen.CodeFixes.Lifting.Nests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.CodeFixes.Lifting;

/// <summary>A method that is nothing but a nest of loops, with what it needs around it.</summary>
/// <param name="Syntax">The method.</param>
/// <param name="Method">Its symbol.</param>
/// <param name="Loop">The outermost loop.</param>
/// <param name="Before">The statements before the loop.</param>
/// <param name="LocalKernels">The constant kernels that are made there.</param>
/// <param name="Result">The local that is made before the loop and returned after it, or null.</param>
/// <param name="Extents">The extents of that local.</param>
/// <param name="Solution">What the loops compute.</param>
internal sealed record LiftCandidate(
    MethodDeclarationSyntax Syntax,
    IMethodSymbol Method,
    StatementSyntax Loop,
    ImmutableArray<PriorStatement> Before,
    ImmutableArray<LocalKernel> LocalKernels,
    ILocalSymbol? Result,
    ImmutableArray<ExactIndex> Extents,
    LoopSolution Solution
);

/// <summary>A statement before the loop.</summary>
/// <param name="Syntax">The statement.</param>
/// <param name="Declared">The locals that it declares; it can go when they are no longer used. Empty for a check of arguments, which
/// stays.</param>
internal sealed record PriorStatement(StatementSyntax Syntax, ImmutableArray<ILocalSymbol> Declared);

/// <summary>A local that holds a constant kernel.</summary>
internal sealed record LocalKernel(ILocalSymbol Local, ConstantKernel Kernel);
