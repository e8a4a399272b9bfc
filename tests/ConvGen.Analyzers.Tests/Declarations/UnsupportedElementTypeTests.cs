using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class UnsupportedElementTypeTests
{
    [Theory]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<byte> source, Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<sbyte> source, Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<short> source, Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<ushort> source, Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<int> source, Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<double> source, Span<float> destination);""")]
    public Task An_accepted_declaration(string member) => Rule.VerifyAsync<UnsupportedElementTypeAnalyzer>(member);

    [Fact]
    public Task The_message() =>
        Rule.VerifyAsync<UnsupportedElementTypeAnalyzer>(
            """[Correlation, Kernel("1 2 1")] public static partial void M([|ReadOnlySpan<decimal> source|], Span<float> destination);""",
            "'source' has elements of type 'decimal'; use byte, sbyte, short, ushort, int, long, Half, float or double"
        );

    [Theory]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, [|Span<uint> destination|]);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial [|char[]|] M(float[] source);""")]
    [InlineData(
        """[Correlation, KernelShape(3)] public static partial void M(ReadOnlySpan<float> source, [|bool[] kernel|], Span<float> destination);"""
    )]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M<T>([|ReadOnlySpan<T> source|], Span<float> destination);""")]
    public Task A_refused_declaration(string member) => Rule.VerifyAsync<UnsupportedElementTypeAnalyzer>(member);
}
