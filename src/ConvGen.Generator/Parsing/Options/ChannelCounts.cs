namespace ConvGen.Generator.Parsing.Options;

/// <summary>The channels of a kernel, with defaults filled in.</summary>
/// <param name="Input">Channels of the source.</param>
/// <param name="Output">Channels of the result.</param>
/// <param name="Groups">Into how many groups they fall; divides both.</param>
internal readonly record struct ChannelCounts(int Input, int Output, int Groups)
{
    /// <summary>Weights at one place of the kernel.</summary>
    public int Depth => Input / Groups * Output;
}
