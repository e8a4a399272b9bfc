using ConvGen.Analyzers.Hints;
using ConvGen.CodeFixes;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Tests.Hints;

/// <summary>CONV206 and CONV207: results that the destination's type does not hold.</summary>
public class LostResultTests
{
    private const string Plane = " public static partial void M(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);";

    [Fact]
    public Task A_sum_without_divisor() =>
        Rule.VerifyAsync<SaturatedSumAnalyzer>(
            """[Correlation(Border = BorderMode.Replicate), [|Kernel("1 2 1; 2 4 2; 1 2 1")|]] public static partial byte[] Blur(byte[] source, int width, int height);""",
            "'Blur' makes 2048 of an even area of 128, and 'byte' cuts it off at 255, because the weights add up to 16; write Divisor = 16",
            DiagnosticSeverity.Warning
        );

    [Theory]
    [InlineData("""[{|CONV213:Correlation|}, [|Kernel("1 1")|]] """ + Methods.ByteLine)]
    [InlineData("""[Correlation, [|Kernel(1, 3, 1, 2, 1)|]] """ + Methods.ByteLine)]
    [InlineData("""[Correlation, [|Kernel("1 2 1", Divisor = 2)|]] """ + Methods.ByteLine)]
    [InlineData("""[Correlation, [|Kernel("-1 9 -1")|]] """ + Methods.ByteLine)]
    [InlineData(
        """[Correlation, [|Kernel("1 2 1")|]] public static partial void M(ReadOnlySpan<ushort> source, Span<ushort> destination);"""
    )]
    [InlineData(
        """[{|CONV213:Correlation|}, [|Kernel("1 1")|]] public static partial void M(ReadOnlySpan<ushort> source, Span<short> destination);"""
    )]
    [InlineData(
        """[Correlation, [|Kernel("-1 -2 -1")|]] public static partial void M(ReadOnlySpan<byte> source, Span<sbyte> destination);"""
    )]
    [InlineData("""[Correlation, [|Kernel("1/3 2/3 4/3")|]] """ + Methods.ByteLine)]
    public Task A_sum_that_saturates(string member) => Rule.VerifyAsync<SaturatedSumAnalyzer>(member);

    /// <summary>
    /// Weights that add up to one, or to a little more; room in the destination; types of which nobody knows what they reach; weights that
    /// arrive later; layers.
    /// </summary>
    [Theory]
    [InlineData("""[Correlation, Kernel("1 2 1", Divisor = 4)] """ + Methods.ByteLine)]
    [InlineData("""[Correlation, Kernel("1 2 1", Divisor = 3)] """ + Methods.ByteLine)]
    [InlineData("""[Correlation, Kernel("0 -1 0; -1 5 -1; 0 -1 0")]""" + Plane)]
    [InlineData("""[Correlation, Kernel("-2 -1 0; -1 1 1; 0 1 2")]""" + Plane)]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<byte> source, Span<short> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<byte> source, Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<short> source, Span<short> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<int> source, Span<int> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, Span<byte> destination);""")]
    [InlineData(
        """[Correlation, KernelShape(3)] public static partial void M(ReadOnlySpan<byte> source, ReadOnlySpan<sbyte> kernel, Span<byte> destination);"""
    )]
    [InlineData("""[Correlation, Kernel("9 9 9 9", Columns = 1, InputChannels = 2, OutputChannels = 2)] """ + Methods.ByteLine)]
    public Task A_sum_that_does_not(string member) => Rule.VerifyAsync<SaturatedSumAnalyzer>(member);

    [Theory]
    [InlineData("Kernel(\"1 2 1; 2 4 2; 1 2 1\")", "Kernel(\"1 2 1; 2 4 2; 1 2 1\", Divisor = 16)", "16")]
    [InlineData("Kernel(1, 3, 1, 2, 1)", "Kernel(1, 3, 1, 2, 1, Divisor = 4)", "4")]
    [InlineData("Kernel(\"1 2 1\", Divisor = 0.5)", "Kernel(\"1 2 1\", Divisor = 4)", "4")]
    [InlineData("Kernel(\"0.5 2 0.75\")", "Kernel(\"0.5 2 0.75\", Divisor = 3.25)", "3.25")]
    [InlineData("Kernel(\"-1 9 -1\")", "Kernel(\"-1 9 -1\", Divisor = 7)", "7")]
    public Task The_fix_divides_by_the_sum(string before, string after, string divisor) =>
        new CSharpCodeFixTest<SaturatedSumAnalyzer, DivideKernelCodeFix, DefaultVerifier>
        {
            TestCode = Rule.File("[Correlation, [|" + before + "|]]" + Plane),
            FixedCode = Rule.File("[Correlation, " + after + "]" + Plane),
            CodeActionTitle = "Write Divisor = " + divisor,
        }.RunAsync();

    [Fact]
    public Task No_divisor_is_offered_that_a_constant_cannot_be()
    {
        string code = Rule.File("[Correlation, [|Kernel(\"1/3 2/3 4/3\")|]] " + Methods.ByteLine);
        return new CSharpCodeFixTest<SaturatedSumAnalyzer, DivideKernelCodeFix, DefaultVerifier>
        {
            TestCode = code,
            FixedCode = code,
            CodeActionTitle = null,
        }.RunAsync();
    }

    [Fact]
    public Task A_derivative_in_bytes() =>
        Rule.VerifyAsync<LostSignAnalyzer>(
            """[Correlation, Kernel("-1 0 1; -2 0 2; -1 0 1")] public static partial void Sobel(ReadOnlySpan<byte> source, int width, int height, [|Span<byte> destination|]);""",
            "'Sobel' computes results from -1020 to 1020, and 'byte' makes 0 of every negative one; store them as 'short'",
            DiagnosticSeverity.Warning
        );

    [Theory]
    [InlineData("""[Correlation, Kernel("-1 0 1")] public static partial [|byte[]|] M(byte[] source);""")]
    [InlineData(
        """[Correlation, Kernel("-1 -2 -1")] public static partial void M(ReadOnlySpan<byte> source, [|Span<byte> destination|]);"""
    )]
    [InlineData(
        """[Correlation, Kernel("0 1 0; 1 -4 1; 0 1 0")] public static partial void M(short[,] source, [|ushort[,] destination|]);"""
    )]
    [InlineData(
        """[Correlation, {|CONV210:Kernel("0.333 -0.667 0.333")|}] public static partial void M(ReadOnlySpan<float> source, [|Span<byte> destination|]);"""
    )]
    public Task A_sign_that_is_lost(string member) => Rule.VerifyAsync<LostSignAnalyzer>(member);

    /// <summary>
    /// Smoothing, sharpening and embossing, which is common practice; signed and floating-point destinations; weights that arrive later;
    /// layers.
    /// </summary>
    [Theory]
    [InlineData("""[Correlation, Kernel("1 2 1", Divisor = 4)] """ + Methods.ByteLine)]
    [InlineData("""[Correlation, Kernel("0 -1 0; -1 5 -1; 0 -1 0")]""" + Plane)]
    [InlineData("""[Correlation, Kernel("-1 -1 -1; -1 9 -1; -1 -1 -1")]""" + Plane)]
    [InlineData("""[Correlation, Kernel("-2 -1 0; -1 1 1; 0 1 2")]""" + Plane)]
    [InlineData("""[Correlation, Kernel("-1 0 1")] public static partial void M(ReadOnlySpan<byte> source, Span<short> destination);""")]
    [InlineData("""[Correlation, Kernel("-1 0 1")] public static partial void M(ReadOnlySpan<byte> source, Span<sbyte> destination);""")]
    [InlineData("""[Correlation, Kernel("-1 0 1")] public static partial void M(ReadOnlySpan<byte> source, Span<float> destination);""")]
    [InlineData(
        """[Correlation, KernelShape(3)] public static partial void M(ReadOnlySpan<byte> source, ReadOnlySpan<sbyte> kernel, Span<byte> destination);"""
    )]
    [InlineData("""[Correlation, Kernel("-1 1", Columns = 1, InputChannels = 2)] """ + Methods.ByteLine)]
    public Task A_sign_that_is_not(string member) => Rule.VerifyAsync<LostSignAnalyzer>(member);

    [Theory]
    [InlineData(
        "void M(ReadOnlySpan<byte> source, [|Span<byte> destination|]);",
        "void M(ReadOnlySpan<byte> source, Span<short> destination);",
        "Span<short>"
    )]
    [InlineData("[|byte[]|] M(byte[] source);", "short[] M(byte[] source);", "short[]")]
    [InlineData(
        "void M(ushort[] source, [|System.Memory<ushort> destination|]);",
        "void M(ushort[] source, System.Memory<int> destination);",
        "System.Memory<int>"
    )]
    [InlineData("[|ushort[,]|] M(float[,] source);", "int[,] M(float[,] source);", "int[,]")]
    public Task The_fix_keeps_the_sign(string before, string after, string type) =>
        new CSharpCodeFixTest<LostSignAnalyzer, KeepSignCodeFix, DefaultVerifier>
        {
            TestCode = Rule.File("[Correlation, Kernel(\"-1 0 1\")] public static partial " + before),
            FixedCode = Rule.File("[Correlation, Kernel(\"-1 0 1\")] public static partial " + after),
            CodeActionTitle = "Store the results in '" + type + "'",
        }.RunAsync();
}
