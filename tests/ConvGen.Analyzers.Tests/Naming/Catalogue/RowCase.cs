namespace ConvGen.Analyzers.Tests.Naming.Catalogue;

/// <summary>How a row of the catalogue shows in code.</summary>
/// <param name="Symbol">The row's symbol.</param>
/// <param name="When">The row's conditions as written, or empty.</param>
/// <param name="Parameters">What the calling method takes beside the kernel.</param>
/// <param name="Kernel">The form of its kernel.</param>
/// <param name="Call">The call. <c>kernel</c> is the kernel.</param>
/// <param name="Convolve">What is reported where the calling method is named for a convolution and its kernel is asymmetric.</param>
/// <param name="Correlate">What is reported where it is named for a correlation of signals.</param>
public sealed record RowCase(
    string Symbol,
    string When,
    string Parameters,
    KernelForm Kernel,
    string Call,
    string Convolve,
    string Correlate
)
{
    /// <summary>The row.</summary>
    public string Key => When.Length == 0 ? Symbol : $"{Symbol} {When}";
}
