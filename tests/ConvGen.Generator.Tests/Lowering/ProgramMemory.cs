using ConvGen.Generator.Model;

namespace ConvGen.Generator.Tests.Lowering;

/// <summary>What a program reads: elements of the source and of tables, by their places.</summary>
/// <param name="Read">The element of a buffer or table at a place.</param>
/// <param name="Variables">The parameters that are numbers.</param>
internal sealed record ProgramMemory(Func<string, long, Lane> Read, IReadOnlyDictionary<string, long> Variables);
