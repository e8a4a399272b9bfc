using ConvGen.Generator.Model;

namespace ConvGen.Generator.Lowering;

/// <summary>The program of a pass along some rows.</summary>
/// <param name="Head">What stands ahead of the loop along the rows: coefficients, and references to tables.</param>
/// <param name="Body">The tile of results that a step of the loop computes, from column <c>x</c> on.</param>
internal sealed record PassProgram(EquatableArray<Statement> Head, EquatableArray<Statement> Body);
