using System.Globalization;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Tests.Declarations;

/// <summary>Complex samples: what is accepted, and what is refused with its remedy.</summary>
public class ComplexTests
{
    private const string Line = " public static partial void M(float[] source, float[] destination);";

    private const string Image = " public static partial byte[] M(byte[] source, int width, int height);";

    [Theory]
    [InlineData("[Correlation(Complex = true), Kernel(\"1 2+1i -1j\")]" + Line)]
    [InlineData(
        "[Convolution(Complex = true, Stride = 2, FloatingPoint = FloatingPointMode.Strict), Kernel(\"1/4+1e-3j i -j +2.5i\", Divisor = 3)]"
            + Line
    )]
    [InlineData("[Convolution(Complex = true), WindowedSincKernel(63, 4000, SampleRate = 48000)]" + Line)]
    [InlineData("[Convolution(Complex = true), Kernel(1, 3, 1, 2, 1)]" + Line)]
    [InlineData("[Correlation(Complex = true, BorderValue = 0), Kernel(\"1i 2; 3 4\", Divisor = 8)]" + Image)]
    [InlineData("[Correlation(Complex = false, PixelChannels = 2), Kernel(\"1 2 1\")]" + Line)]
    [InlineData(
        "[Convolution(Complex = true), Kernel(\"1 2i 3\")] public static partial void M(double[] source, double[] history, double[] destination);"
    )]
    public async Task An_accepted_declaration(string member) =>
        Assert.Empty(await Analysis.DiagnosticsAsync(GeneratorRun.Create(Rule.File(member)).Output));

    [Theory]
    [InlineData(
        "[Correlation(Complex = true, [|PixelChannels = 2|]), Kernel(\"1 2\")]" + Line,
        "PixelChannels cannot be combined with Complex; remove PixelChannels: a sample is a pair of elements already"
    )]
    [InlineData(
        "[Correlation(Complex = true, [|Layout = ChannelLayout.Planar|]), Kernel(\"1 2\")]" + Line,
        "Layout cannot be combined with Complex; remove Layout: the parts of a sample lie side by side"
    )]
    [InlineData(
        "[Correlation(Complex = true, [|KernelLayout = KernelLayout.OutputFirst|]), Kernel(\"1 2\")]" + Line,
        "KernelLayout cannot be combined with Complex; remove KernelLayout: the weights are complex numbers, row by row"
    )]
    [InlineData(
        "[Correlation(Complex = true, [|Activation = Activation.Relu|]), Kernel(\"1 2\")]" + Line,
        "Activation cannot be combined with Complex; remove Activation: complex numbers have no order that a limit could mean"
    )]
    [InlineData(
        "[Correlation(Complex = true, [|OutputMaximum = 6|]), Kernel(\"1 2i\")]" + Line,
        "OutputMaximum cannot be combined with Complex; remove OutputMaximum: complex numbers have no order that a limit could mean"
    )]
    [InlineData(
        "[Correlation(Complex = true, [|BorderValue = 1|]), Kernel(\"1 2\")]" + Line,
        "BorderValue cannot be combined with Complex; remove BorderValue: outside lies 0, or what another Border takes from the samples"
    )]
    [InlineData(
        "[Correlation([|Complex = true|]), Kernel(\"1 2\", InputChannels = 2, Columns = 1)]" + Line,
        "Complex cannot be combined with a kernel with channels; remove Complex, and count the real and the imaginary part of each channel as two"
    )]
    [InlineData(
        "[Correlation([|Complex = true|]), KernelShape(3)] public static partial void M(float[] source, float[] kernel, float[] destination);",
        "Complex cannot be combined with [KernelShape]; for real weights write PixelChannels = 2 in its place, and for complex ones InputChannels = 2, OutputChannels = 2 on the shape, "
            + "with the four numbers a, b, -b, a for each weight a + bi"
    )]
    [InlineData(
        "[Correlation([|Complex = true|], Combine = Combine.Sum), Kernel(\"1 2\"), Kernel(\"2 1\")]" + Line,
        "Complex cannot be combined with several kernels, a scale, an offset or [PixelMask]; give each kernel a method of its own, without these"
    )]
    public Task What_cannot_stand_beside_it(string member, string message) => VerifyAsync(member, "CONV007", message);

    [Theory]
    [InlineData(
        "[Correlation, Kernel(\"1 [|2+1i|] 3\")]" + Line,
        "The kernel text cannot be read at character 3: '2+1i' is a complex number; write Complex = true on the operation, whose samples are then pairs of a real and an imaginary part"
    )]
    [InlineData(
        "[Correlation(Complex = true), Kernel(\"1 [|2+xi|] 3\")]" + Line,
        "The kernel text cannot be read at character 3: '2+xi' is not a complex number; write its parts without spaces, as in 2+1i, -1i or 0.5-1/4i"
    )]
    [InlineData(
        "[Correlation(Complex = true), Kernel(\"1 [|+|] 1i\")]" + Line,
        "The kernel text cannot be read at character 3: '+' is not a number; write an integer, a decimal, an exponent form or a fraction such as 1/16"
    )]
    public Task Weights_that_cannot_be_read(string member, string message) => VerifyAsync(member, "CONV003", message);

    private static async Task VerifyAsync(string member, string id, string message)
    {
        string[] parts = member.Split(["[|", "|]"], StringSplitOptions.None);
        Assert.Equal(3, parts.Length);
        Diagnostic reported = Assert.Single(await Analysis.DiagnosticsAsync(GeneratorRun.Create(Rule.File(string.Concat(parts))).Output));
        Assert.Equal(id, reported.Id);
        Assert.Equal(
            parts[1],
            reported.Location.SourceTree!.ToString().Substring(reported.Location.SourceSpan.Start, reported.Location.SourceSpan.Length)
        );
        Assert.Equal(message, reported.GetMessage(CultureInfo.InvariantCulture));
    }
}
