using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class AccumulatorNotProvenTests
{
    [Theory]
    [InlineData("""[Correlation, KernelShape(3, 3)] public static partial void M(ReadOnlySpan<int> source, int width, int height, ReadOnlySpan<short> kernel, Span<int> destination);""")]
    [InlineData("""[Correlation, KernelShape(3, 3)] public static partial void M(ReadOnlySpan<int> source, int width, int height, ReadOnlySpan<float> kernel, Span<int> destination);""")]
    public Task An_accepted_declaration(string member) => Rule.VerifyAsync<AccumulatorNotProvenAnalyzer>(member);

    [Theory]
    [InlineData("""[Correlation, [|KernelShape(3, 3)|]] public static partial void M(ReadOnlySpan<int> source, int width, int height, ReadOnlySpan<int> kernel, Span<int> destination);""")]
    [InlineData("""[Correlation, [|Kernel("1e-30 1e30")|]] public static partial void M(ReadOnlySpan<byte> source, Span<byte> destination);""")]
    public Task A_refused_declaration(string member) => Rule.VerifyAsync<AccumulatorNotProvenAnalyzer>(member);
}
