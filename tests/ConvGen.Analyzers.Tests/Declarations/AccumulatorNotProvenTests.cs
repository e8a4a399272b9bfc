using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class AccumulatorNotProvenTests
{
    [Theory]
    [InlineData(
        """[Correlation, KernelShape(3, 3)] public static partial void M(ReadOnlySpan<int> source, int width, int height, ReadOnlySpan<short> kernel, Span<int> destination);"""
    )]
    [InlineData(
        """[Correlation, KernelShape(3, 3)] public static partial void M(ReadOnlySpan<int> source, int width, int height, ReadOnlySpan<float> kernel, Span<int> destination);"""
    )]
    public Task An_accepted_declaration(string member) => Rule.VerifyAsync<AccumulatorNotProvenAnalyzer>(member);

    [Fact]
    public Task The_message() =>
        Rule.VerifyAsync<AccumulatorNotProvenAnalyzer>(
            """[Correlation, [|KernelShape(3, 3)|]] public static partial void M(ReadOnlySpan<int> source, int width, int height, ReadOnlySpan<int> kernel, Span<int> destination);""",
            "The sum of 'M' can reach 41505174165846491136 and 64 bits hold at most 9223372036854775807; make the source or the kernel narrower than "
                + "'int' and 'int' (these work: 'int' with 'ushort', 'int' with 'short', 'int' with 'byte', 'int' with 'sbyte'), or use a floating-point type for one of them"
        );

    [Theory]
    [InlineData(
        """[Correlation, [|KernelShape(3, 3)|]] public static partial void M(ReadOnlySpan<int> source, int width, int height, ReadOnlySpan<int> kernel, Span<int> destination);"""
    )]
    [InlineData("""[Correlation, [|Kernel("1e-30 1e30")|]] """ + Methods.ByteLine)]
    public Task A_refused_declaration(string member) => Rule.VerifyAsync<AccumulatorNotProvenAnalyzer>(member);
}
