using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming;
using ConvGen.Testing;

namespace ConvGen.Analyzers.Tests.Naming.Catalogue;

/// <summary>CONV109: one word for two borders.</summary>
public class BorderWordRuleTests
{
    private const string Usings = """
        using System;
        using ConvGen;
        using OpenCvSharp;
        using SixLabors.ImageSharp.Processing.Processors.Convolution;
        using SkiaSharp;
        using TorchSharp;

        """;

    [Fact]
    public async Task Two_libraries_that_use_one_word_for_two_patterns_are_shown() =>
        await VerifyAsync(
            """
                static (BorderWrappingMode, SKShaderTileMode) ConvolveBoth() => ({|#1:BorderWrappingMode.Repeat|}, {|#0:SKShaderTileMode.Repeat|});
            """,
            "'SKShaderTileMode.Repeat' continues abcd as bcd|abcd|abc and 'BorderWrappingMode.Repeat' as aaa|abcd|ddd, which Skia calls 'SKShaderTileMode.Clamp'"
        );

    [Fact]
    public async Task A_mapping_that_keeps_the_word_is_shown() =>
        await VerifyAsync(
            """
                static BorderTypes ConvolutionBorder(PaddingModes mode) => mode switch { {|#1:PaddingModes.Reflect|} => {|#0:BorderTypes.Reflect|}, _ => BorderTypes.Constant };
            """,
            "'BorderTypes.Reflect' continues abcd as cba|abcd|dcb and 'PaddingModes.Reflect' as dcb|abcd|cba, which OpenCV calls 'BorderTypes.Reflect101'"
        );

    [Theory]
    [InlineData(
        "static BorderTypes ConvolutionBorder(PaddingModes mode) => mode switch { PaddingModes.Reflect => BorderTypes.Reflect101, _ => BorderTypes.Constant };"
    )]
    [InlineData(
        "static SKShaderTileMode ConvolutionBorder(BorderWrappingMode mode) => mode switch { BorderWrappingMode.Repeat => SKShaderTileMode.Clamp, _ => SKShaderTileMode.Repeat };"
    )]
    [InlineData("static (BorderTypes, BorderWrappingMode) ConvolutionBorder() => (BorderTypes.Wrap, BorderWrappingMode.Wrap);")]
    [InlineData(
        "static (BorderWrappingMode, SKShaderTileMode) ConvolutionBorder() => (BorderWrappingMode.Mirror, SKShaderTileMode.Mirror);"
    )]
    [InlineData("static (BorderTypes, BorderMode) ConvolutionBorder() => (BorderTypes.Reflect, BorderMode.Reflect101);")]
    [InlineData("static void Convolve() { _ = SKShaderTileMode.Repeat; } static void Correlate() { _ = BorderWrappingMode.Repeat; }")]
    public async Task Constants_that_agree_are_not_shown(string member) => await VerifyAsync(member);

    [Theory]
    [InlineData(
        "static BorderTypes {|#1:ConvolveNumpyReflect|}() => {|#0:BorderTypes.Reflect|};",
        "ConvolveNumpyReflect",
        "reflect",
        "NumPy",
        "dcb|abcd|cba",
        "BorderTypes.Reflect",
        "cba|abcd|dcb",
        "BorderTypes.Reflect101"
    )]
    [InlineData(
        "static BorderTypes ConvolutionBorder(bool {|#1:ndimage_reflect|}) => {|#0:BorderTypes.Reflect101|};",
        "ndimage_reflect",
        "reflect",
        "scipy.ndimage",
        "cba|abcd|dcb",
        "BorderTypes.Reflect101",
        "dcb|abcd|cba",
        "BorderTypes.Reflect"
    )]
    [InlineData(
        "static BorderWrappingMode Convolve() { BorderWrappingMode {|#1:sciPyMirror|} = {|#0:BorderWrappingMode.Mirror|}; return sciPyMirror; }",
        "sciPyMirror",
        "mirror",
        "scipy.ndimage",
        "dcb|abcd|cba",
        "BorderWrappingMode.Mirror",
        "cba|abcd|dcb",
        "BorderWrappingMode.Bounce"
    )]
    [InlineData(
        "static BorderTypes {|#1:ConvolutionNumPyReflect|} => {|#0:BorderTypes.Reflect|};",
        "ConvolutionNumPyReflect",
        "reflect",
        "NumPy",
        "dcb|abcd|cba",
        "BorderTypes.Reflect",
        "cba|abcd|dcb",
        "BorderTypes.Reflect101"
    )]
    public async Task A_name_that_speaks_of_another_library_is_believed(
        string member,
        string name,
        string word,
        string library,
        string meant,
        string constant,
        string pattern,
        string right
    ) =>
        await VerifyAsync(
            member,
            $"'{name}' speaks of '{word}' in {library}, which continues abcd as {meant}, and '{constant}' continues it as {pattern}: write '{right}'"
        );

    [Theory]
    [InlineData("static BorderTypes ConvolveNumpyReflect() => BorderTypes.Reflect101;")]
    [InlineData("static BorderTypes ConvolveNumpyReflect() => BorderTypes.Replicate;")]
    [InlineData("static BorderTypes ConvolveReflect() => BorderTypes.Reflect101;")]
    [InlineData("static BorderTypes ConvolveOpenCvReflect() => BorderTypes.Reflect101;")]
    [InlineData("static BorderTypes ConvolveNumpyOrNdimageReflect() => BorderTypes.Reflect;")]
    [InlineData("static BorderTypes ConvolveNumpyReflect(bool first) => first ? BorderTypes.Reflect : BorderTypes.Reflect101;")]
    [InlineData("static BorderTypes ConvolveNumpyReflection() => BorderTypes.Reflect;")]
    public async Task A_name_that_agrees_or_leaves_room_is_not_shown(string member) => await VerifyAsync(member);

    [Theory]
    [InlineData(
        "ConvolveNdimageReflect",
        "{|#0:BorderMode.Reflect101|}",
        "'ConvolveNdimageReflect' speaks of 'reflect' in scipy.ndimage, which continues abcd as cba|abcd|dcb, and 'BorderMode.Reflect101' continues it as dcb|abcd|cba: write 'BorderMode.Symmetric'"
    )]
    [InlineData("ConvolveNumpyReflect", "BorderMode.Reflect101", null)]
    [InlineData("ConvolveNumpySymmetric", "BorderMode.Symmetric", null)]
    [InlineData("ConvolveNdimageReflect", "BorderMode.Symmetric", null)]
    [InlineData("ConvolveNdimageWrap", "BorderMode.Replicate", null)]
    public async Task The_border_of_a_declared_method_answers_to_its_name(string name, string border, string? message) =>
        await VerifyAsync(
            $$"""
                [Convolution(Border = {{border}}), Kernel("1 2 1")]
                public static partial void {|#1:{{name}}|}(ReadOnlySpan<float> source, Span<float> destination);
            """,
            message
        );

    [Theory]
    [InlineData("PadLikeNumPyReflect", "NumPy", "reflect")]
    [InlineData("numpy_reflect", "NumPy", "reflect")]
    [InlineData("OpenCV_REFLECT101", "OpenCV", "reflect101")]
    [InlineData("cv2Reflect", "OpenCV", "reflect")]
    [InlineData("PyTorchCircular", "Torch", "circular")]
    [InlineData("mirrorOfIPP", "IPP", "mirror")]
    [InlineData("numpy", null, null)]
    [InlineData("numpyReflected", null, null)]
    [InlineData("reflectNumpyAndTorch", null, null)]
    [InlineData("numpyreflect", null, null)]
    public void A_library_and_its_word_are_read_in_an_identifier(string identifier, string? library, string? word)
    {
        BorderWord? read = BorderNames.Read(identifier);

        Assert.Equal((library, word), (read?.Library, read?.Word));
    }

    private static async Task VerifyAsync(string member, string? message = null)
    {
        CSharpAnalyzerTest<NamingAnalyzer, DefaultVerifier> test = new()
        {
            TestCode = $"{Usings}public static partial class Filters\n{{\n{member}\n}}",
        };
        foreach (Microsoft.CodeAnalysis.MetadataReference reference in CatalogueStubs.All)
        {
            test.TestState.AdditionalReferences.Add(reference);
        }

        if (message is not null)
        {
            test.ExpectedDiagnostics.Add(Rule.Naming("CONV109").WithLocation(0).WithLocation(1).WithMessage(message));
        }

        await test.RunAsync(CancellationToken.None);
    }
}
