using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class UnknownSignatureTests
{
    [Theory]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<byte> source, Span<short> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial float[] M(float[] source);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(Span<float> destination, int batch, ReadOnlyMemory<float> source, int length);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial float[,] M(float[,] source);""")]
    [InlineData("""[Correlation, KernelShape(3, 3)] public static partial void M(float[] source, int sourcePitch, int width, int height, float[] kernel, float[] destination, int destinationPitch);""")]
    public Task An_accepted_form(string member) => Rule.VerifyAsync<UnknownSignatureAnalyzer>(member);

    [Fact]
    public Task A_parameter_without_role() => Rule.VerifyAsync<UnknownSignatureAnalyzer>(
        """
        [Correlation, Kernel(1, 3, 1, 2, 1)]
        public static partial void M([|ReadOnlySpan<float> src|], Span<float> destination);
        """,
        "'M' has no accepted signature: parameter 'src' has no role; did you mean 'source'? (accepted here: "
            + "'void M(ReadOnlySpan<T> source, Span<U> destination)' or 'U[] M(T[] source)', "
            + "each with 'int batch' and 'int length' where wanted)");

    [Theory]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, [|float bias|], Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, [|ReadOnlySpan<float> destination|]);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M([|ref Span<float> source|], Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, [|long length|], Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, [|int width|], Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, [|ReadOnlySpan<float> kernel|], Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial [|int|] M(ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial [|Span<float>|] M(ReadOnlySpan<float> source);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void [|M|](Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void [|M|](ReadOnlySpan<float> source);""")]
    [InlineData("""[Correlation, KernelShape(3)] public static partial void [|M|](ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(float[,] source, [|Span<float> destination|]);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M<T>([|T source|], Span<float> destination);""")]
    public Task A_refused_form(string member) => Rule.VerifyAsync<UnknownSignatureAnalyzer>(member);
}
