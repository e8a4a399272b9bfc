using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Emission;

/// <summary>Every carrier and containing type compiles without a warning, whatever the project's settings.</summary>
public class CarrierTests
{
    private const string Flat = """
        using System;
        using ConvGen;

        namespace @namespace.Imaging
        {
            internal static class Math { }

            internal class System { }

            internal partial class Outer<TOuter> where TOuter : class
            {
                internal readonly partial record struct Inner<T>(int Gain)
                {
                    [Convolution, Kernel("1 2 1; 0 0 0; -1 -2 -1")]
                    public partial void Spans(ReadOnlySpan<byte> source, int width, int height, scoped Span<short> destination);

                    [Convolution(PixelChannels = 3, Stride = 2), Kernel("1 2 3")]
                    internal static partial void @checked(ReadOnlyMemory<byte> source, int batch, int length, Memory<byte> destination);
                }

                internal ref partial struct Stack
                {
                    [Correlation(Mode = OutputMode.Full), KernelShape(2, 3)]
                    public partial float[] Arrays(float[] source, int width, int height, int sourcePitch, float[] kernel);

                    [Correlation(PixelChannels = 2), KernelShape(3)]
                    public readonly partial double[] Line(double[] source, ReadOnlyMemory<double> kernel, int batch);
                }
            }

            internal partial interface IFilter
            {
                [Correlation, KernelShape(2, 2)]
                static partial void Pitched(Span<float> source, int batch, int width, int height, int sourcePitch, int destinationPitch, Span<float> kernel, Span<float> destination);
            }
        }

        internal static partial class Unspaced
        {
            [Convolution, Kernel("1 2 1")]
            public static partial int[] Line(this int[] source);

            [Convolution, Kernel("1 2 1")]
            public static partial void Line(int[] source, int[] destination);
        }
        """;

    private const string Shaped = """
        using System;
        using CommunityToolkit.HighPerformance;
        using ConvGen;

        internal static partial class Filters
        {
            [Convolution, Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
            public static partial byte[,] Arrays(byte[,] source);

            [Convolution(PixelChannels = 3), Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
            public static partial void Mixed(ReadOnlySpan2D<byte> source, byte[,] destination);

            [Correlation(Mode = OutputMode.Valid), KernelShape(3, 3)]
            public static partial void Spans(Span2D<float> source, ReadOnlySpan<float> kernel, Span2D<double> destination);
        }
        """;

    private const string Tensors = """
        using System;
        using System.Numerics.Tensors;
        using ConvGen;

        internal static partial class Filters
        {
            [Convolution, Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
            public static partial void Plane(ReadOnlyTensorSpan<byte> source, TensorSpan<byte> destination);

            [Convolution(PixelChannels = 4), Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
            public static partial void Pixels(TensorSpan<byte> source, byte[,] destination);

            [Correlation, KernelShape(3)]
            public static partial void Line(ReadOnlyTensorSpan<float> source, ReadOnlySpan<float> kernel, TensorSpan<float> destination);

            [Correlation(PixelChannels = 2, Mode = OutputMode.Valid), KernelShape(3)]
            public static partial void Pair(ReadOnlyTensorSpan<float> source, ReadOnlySpan<float> kernel, TensorSpan<float> destination);

            [Correlation, Kernel("1 2; 3 4")]
            public static partial float[,] Result(ReadOnlyTensorSpan<float> source);
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp12, NullableContextOptions.Enable, false)]
    [InlineData(LanguageVersion.CSharp12, NullableContextOptions.Disable, true)]
    [InlineData(LanguageVersion.Latest, NullableContextOptions.Enable, true)]
    public void Flat_carriers_compile(LanguageVersion language, NullableContextOptions nullable, bool isChecked) =>
        Assert.Equal(7, GeneratedCode.Of(Flat, language, nullable, isChecked: isChecked).Clean().Texts.Count());

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    public void Flat_carriers_compile_for_the_running_framework(LanguageVersion language) =>
        Assert.Equal(7, GeneratedCode.Of(Flat, language, framework: GeneratedCode.RunningFramework).Clean().Texts.Count());

    [Theory]
    [InlineData(NullableContextOptions.Enable)]
    [InlineData(NullableContextOptions.Disable)]
    public void Shaped_carriers_compile(NullableContextOptions nullable) =>
        Assert.Equal(3, GeneratedCode.Of(Shaped, nullable: nullable).Clean().Texts.Count());

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    public void Tensors_compile(LanguageVersion language) =>
        Assert.Equal(5, GeneratedCode.Of(Tensors, language, framework: GeneratedCode.RunningFramework).Clean().Texts.Count());

    [Fact]
    public void Documentation_comments_are_parsed_or_not() =>
        Assert.Equal(7, GeneratedCode.Of(Flat, documentation: DocumentationMode.None).Clean().Texts.Count());

    [Fact]
    public void The_compiler_shows_the_users_documentation_and_ours()
    {
        GeneratedCode code = GeneratedCode
            .Of(
                """
                using System;
                using ConvGen;

                internal static partial class Filters
                {
                    /// <summary>Mine: <see cref="ReadOnlySpan{T}"/>.</summary>
                    /// <param name="source">Samples.</param>
                    [Convolution, Kernel("1 2 1")]
                    public static partial int[] Line(int[] source);
                }
                """
            )
            .Clean();

        IMethodSymbol method = (IMethodSymbol)code.Compilation.GetTypeByMetadataName("Filters")!.GetMembers("Line").Single();
        string documentation = method.PartialImplementationPart!.GetDocumentationCommentXml()!;

        Assert.Matches("(?s)<summary>Mine: .*<remarks>.*convolution reverses the kernel K.*</remarks>", documentation);
    }

    [Fact]
    public void Documentation_refers_to_types_that_the_compiler_finds()
    {
        GeneratedCode code = GeneratedCode.Of(Shaped).Clean();

        IMethodSymbol method = (IMethodSymbol)code.Compilation.GetTypeByMetadataName("Filters")!.GetMembers("Arrays").Single();
        string documentation = method.PartialImplementationPart!.GetDocumentationCommentXml()!;

        Assert.Contains("cref=\"T:System.ArgumentException\"", documentation, StringComparison.Ordinal);
        Assert.DoesNotContain("\"!:", documentation, StringComparison.Ordinal);
    }

    [Fact]
    public void The_implementing_part_carries_no_attribute()
    {
        GeneratedCode code = GeneratedCode.Of(Shaped).Clean();

        IMethodSymbol method = (IMethodSymbol)code.Compilation.GetTypeByMetadataName("Filters")!.GetMembers("Arrays").Single();

        Assert.Equal(
            ["ConvolutionAttribute", "KernelAttribute"],
            method.GetAttributes().Select(attribute => attribute.AttributeClass!.Name)
        );
    }
}
