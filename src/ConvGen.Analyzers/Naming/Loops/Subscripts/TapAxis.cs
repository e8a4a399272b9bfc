using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Loops.Subscripts;

/// <summary>A spatial axis of a loop's kernel.</summary>
/// <param name="index">Finds the index that runs over the taps; asked for a message only, as most loops are what they are called.</param>
/// <param name="isOpposite">Whether it runs one way in the source and the other way in the kernel, as in a convolution.</param>
internal sealed class TapAxis(Func<string> index, bool isOpposite)
{
    private string? name;

    /// <summary>The index that runs over the taps, as it is called in source; empty where it has no name.</summary>
    public string Index => name ??= index();

    /// <summary>Whether it runs one way in the source and the other way in the kernel, as in a convolution.</summary>
    public bool IsOpposite => isOpposite;
}
