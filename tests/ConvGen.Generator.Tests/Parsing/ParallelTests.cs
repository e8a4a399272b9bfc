using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Tests.Parsing;

/// <summary>Results that several threads compute.</summary>
public class ParallelTests
{
    [Theory]
    [InlineData("void M(float[] source, int width, int height, float[] destination)", false, false)]
    [InlineData("float[] M(ReadOnlyMemory<byte> source, int maxDegreeOfParallelism)", true, false)]
    [InlineData("void M(byte[,] source, float[,] destination, System.Threading.CancellationToken cancellationToken)", false, true)]
    public void Buffers_that_threads_share(string method, bool hasDegree, bool hasCancellation)
    {
        ConvolutionModel model = Compilations
            .Parse($"[Convolution(Parallel = true), Kernel(\"1 2 1\")] public static partial {method};")
            .Model!;
        Assert.Equal(
            (true, true, hasDegree, hasCancellation),
            (model.Form.IsParallel, model.ComputesParts, model.Form.HasDegree, model.Form.HasCancellation)
        );
    }

    [Theory]
    [InlineData(
        "void M(ReadOnlySpan<float> source, float[] destination)",
        0,
        "cannot cross threads (Parallel = true); take 'float[]' or 'ReadOnlyMemory<float>'"
    )]
    [InlineData("void M(float[] source, Span<float> destination)", 1, "take 'float[]' or 'Memory<float>', or a 'float[,]' without sizes")]
    [InlineData(
        "void M(float[] source, Span<float> history, float[] destination)",
        1,
        "each block of a signal waits for the one before it"
    )]
    [InlineData("void M(Span<float> image, int width, int height)", 0, "take 'float[]' or 'Memory<float>' (accepted here")]
    [InlineData("void M(float[] source, float[] destination, int cancellationToken)", 2, "make it a 'CancellationToken'")]
    [InlineData("void M(float[] source, float[] destination, long maxDegreeOfParallelism)", 2, "make it an 'int'")]
    [InlineData("void M(float[] source, float[] destination, int threads)", 2, "did you mean 'maxDegreeOfParallelism'?")]
    [InlineData(
        "void M(float[] source, float[] destination, System.Threading.CancellationToken token)",
        2,
        "did you mean 'cancellationToken'?"
    )]
    public void Signatures_that_do_not_fit(string method, int parameter, string text) => Check("Parallel = true", method, parameter, text);

    [Theory]
    [InlineData(
        "void M(float[] source, float[] destination, int maxDegreeOfParallelism)",
        2,
        "write Parallel = true on [Convolution], or remove the parameter"
    )]
    [InlineData(
        "void M(float[] source, float[] destination, System.Threading.CancellationToken cancellationToken)",
        2,
        "write Parallel = true on [Convolution], or remove the parameter"
    )]
    public void One_thread_takes_neither_a_limit_nor_a_token(string method, int parameter, string text) =>
        Check("Parallel = false", method, parameter, text);

    [Fact]
    public void Weights_cross_threads_in_arrays()
    {
        Refusal? refusal = Compilations
            .Parse(
                "[Convolution(Parallel = true), KernelShape(3)] public static partial float[] M(float[] source, ReadOnlySpan<float> kernel);"
            )
            .Refusal;
        Assert.Equal((DeclarationRules.UnknownSignature, RefusalSite.Parameter(1)), (refusal?.Rule, refusal?.Site));
        Assert.Contains("or a 'PreparedKernel<float>'", refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_are_written_by_one_thread()
    {
        Refusal? refusal = Compilations
            .Parse("[Unfold, KernelShape(3)] public static partial float[] M(float[] source, int maxDegreeOfParallelism);")
            .Refusal;
        Assert.Equal((DeclarationRules.UnknownSignature, RefusalSite.Parameter(1)), (refusal?.Rule, refusal?.Site));
        Assert.Contains("one thread writes a matrix of windows", refusal!.Message, StringComparison.Ordinal);
    }

    /// <summary>The option is part of what is compared: a model without it is another.</summary>
    [Fact]
    public void The_option_makes_another_model()
    {
        ConvolutionModel[] models =
        [
            .. new[] { "Parallel = true", "Parallel = true", "Parallel = false" }.Select(option =>
                Compilations.Parse($"[Convolution({option}), Kernel(\"1 2 1\")] public static partial float[] M(float[] source);").Model!
            ),
        ];
        Assert.Equal(models[0], models[1]);
        Assert.NotEqual(models[0], models[2]);
    }

    private static void Check(string option, string method, int parameter, string text)
    {
        Refusal? refusal = Compilations.Parse($"[Convolution({option}), Kernel(\"1 2 1\")] public static partial {method};").Refusal;
        Assert.Equal((DeclarationRules.UnknownSignature, RefusalSite.Parameter(parameter)), (refusal?.Rule, refusal?.Site));
        Assert.Contains(text, refusal!.Message, StringComparison.Ordinal);
    }
}
