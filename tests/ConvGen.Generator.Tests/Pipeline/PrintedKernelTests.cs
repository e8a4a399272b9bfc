using System.Globalization;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Kernels.Designs;
using ConvGen.Generator.Kernels.Designs.Smoothing;
using ConvGen.Testing;

namespace ConvGen.Generator.Tests.Pipeline;

/// <summary>A Gaussian as <c>numpy.savetxt</c> writes it, in a text and in a file.</summary>
public class PrintedKernelTests
{
    private const string Floats = "(ReadOnlySpan<float> source, int width, int height, Span<float> destination);";

    [Theory]
    [InlineData(18)]
    [InlineData(6)]
    public void It_is_split_for_floats_wherever_it_stands(int digits)
    {
        string[] rows = [.. Rows(digits)];
        Assert.Contains("nearly separable: ", Generate($"Kernel(\"{string.Join("; ", rows)}\")", Floats, ""), StringComparison.Ordinal);
        Assert.Contains(
            "nearly separable: ",
            Generate("KernelFile(\"gaussian.txt\")", Floats, string.Join('\n', rows)),
            StringComparison.Ordinal
        );
    }

    /// <summary>For bytes no common denominator is small enough; the message says what is, and by how much results change.</summary>
    [Fact]
    public void For_bytes_the_message_offers_the_weights_over_a_power_of_two()
    {
        string text = Generate(
            "KernelFile(\"gaussian.txt\")",
            "(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);",
            string.Join('\n', Rows(18))
        );
        int start = text.IndexOf("CONV013", StringComparison.Ordinal);
        Assert.True(start >= 0, text[..500]);
        string message = string.Join(' ', text[start..].Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.True(
            message.Contains(
                ", or write the weights over a power of two, as the fix does, which changes no result by more than 1",
                StringComparison.Ordinal
            ),
            message[..900]
        );
    }

    private static string Generate(string kernel, string signature, string file)
    {
        GeneratorRun run = GeneratorRun.Create(
            TestCompilation.Create([
                $"using System;\nusing ConvGen;\n\npublic static partial class Filters\n{{\n[Correlation, {kernel}] public static partial void Blur{signature}\n}}\n",
            ]),
            files: [("/project/gaussian.txt", file)],
            configuration: [("/.globalconfig", "is_global = true\nbuild_property.ProjectDir = /project/\n")]
        );
        return string.Join('\n', run.GeneratedSources.Values)
            .Replace("\n// ", " ", StringComparison.Ordinal)
            .Replace("              ", " ", StringComparison.Ordinal);
    }

    /// <summary>Rows of 13 numbers in the exponent form with so many decimals, as <c>%.18e</c> and <c>%.6e</c> write them.</summary>
    private static IEnumerable<string> Rows(int decimals)
    {
        double[] line = [.. GaussianWeights.Exact(new Rational(14, 10), 6, 0).Select(weight => weight.ToDouble())];
        return line.Select(down =>
            string.Join(
                ' ',
                line.Select(along =>
                    (down * along).ToString("e" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
                )
            )
        );
    }
}
