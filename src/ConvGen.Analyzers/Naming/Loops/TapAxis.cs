using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Loops;

/// <summary>A spatial axis of a loop's kernel.</summary>
/// <param name="Index">The index that runs over the taps, as it is called in source.</param>
/// <param name="IsOpposite">Whether it runs one way in the source and the other way in the kernel, as in a convolution.</param>
/// <param name="SourceSubscript">Where it stands in the source's subscript.</param>
/// <param name="KernelSubscript">Where it stands in the kernel's subscript.</param>
internal sealed record TapAxis(string Index, bool IsOpposite, SyntaxNode SourceSubscript, SyntaxNode KernelSubscript);
