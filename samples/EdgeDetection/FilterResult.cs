using Samples;

namespace EdgeDetection;

/// <summary>What became of one filter.</summary>
/// <param name="Name">The filter, as its picture is labelled.</param>
/// <param name="Method">The method in <see cref="Filters"/>.</param>
/// <param name="Types">The element types of source and destination.</param>
/// <param name="Operation">Convolution or correlation, and the kernel's size.</param>
/// <param name="Plan">The work for one sample and what holds the sum, in the words of the generated file's header.</param>
/// <param name="Time">The median time of a call.</param>
/// <param name="Picture">The result, made visible.</param>
internal sealed record FilterResult(string Name, string Method, string Types, string Operation, string Plan, TimeSpan Time, Picture Picture)
{
    /// <summary>The name of a picture's file: <c>Sobel X</c> becomes <c>sobel-x.png</c>.</summary>
    public static string FileNameOf(string name) => name.ToLowerInvariant().Replace(' ', '-') + ".png";
}
