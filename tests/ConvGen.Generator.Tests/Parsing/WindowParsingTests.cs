using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Parsing.Windows;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Tests.Parsing;

/// <summary>What declarations of window matrices say, and which are refused.</summary>
public class WindowParsingTests
{
    private const string Plane =
        "public static partial void M(ReadOnlySpan<float> source, int width, int height, Span<float> destination);";

    private const string Line = "public static partial void M(ReadOnlySpan<float> source, Span<float> destination);";

    private const string SizedLine = "public static partial void M(ReadOnlySpan<float> source, int length, Span<float> destination);";

    private const string Rectangles = "public static partial void M(float[,] source, float[,] destination);";

    [Fact]
    public void Everything_that_a_declaration_says()
    {
        WindowModel model = Compilations
            .Parse(
                "[Unfold(Border = BorderMode.Constant, BorderValue = 2, Strides = new[] { 1, 2 }, Dilation = 3, Paddings = new[] { 1, 2, 3, 4 }, Layout = ChannelLayout.Planar), KernelShape(2, 3, InputChannels = 4)] "
                    + Plane
            )
            .Windows!;
        Assert.Equal(
            (false, 4, true, Model.OutputMode.Padded, Model.BorderMode.Constant),
            (model.IsFold, model.Channels, model.IsPlanar, model.Mode, model.Border)
        );
        Assert.Equal("2", model.BorderValue.ToString());
        Assert.Equal(new AxisGeometry(2, 1, 3, 1, 3), model.Vertical);
        Assert.Equal(new AxisGeometry(3, 2, 3, 2, 4), model.Horizontal);
        Assert.Equal((12, 24), (model.WindowRow, model.Window));
    }

    [Theory]
    [InlineData("[Unfold, KernelShape(3)] " + Line)]
    [InlineData("[Unfold, KernelShape(3)] " + SizedLine)]
    [InlineData("[Unfold, KernelShape(3)] public static partial float[] M(float[] source);")]
    [InlineData("[Fold, KernelShape(3)] " + SizedLine)]
    [InlineData("[Fold, KernelShape(3)] public static partial Half[] M(Half[] source, int length);")]
    [InlineData("[Unfold, KernelShape(3, 3)] " + Plane)]
    [InlineData("[Fold, KernelShape(3, 3)] " + Plane)]
    [InlineData("[Fold, KernelShape(3, 3)] public static partial float[] M(float[] source, int width, int height);")]
    [InlineData("[Unfold, KernelShape(3, 3)] " + Rectangles)]
    [InlineData("[Fold, KernelShape(3, 3)] " + Rectangles)]
    [InlineData("[Unfold, KernelShape(3, 3, InputChannels = 3)] public static partial byte[,] M(byte[,] source);")]
    [InlineData("[Unfold, KernelShape(3, 3)] public static partial void M(ReadOnlySpan2D<long> source, Span2D<long> destination);")]
    [InlineData(
        "[Unfold, KernelShape(3, 3)] public static partial void M(ReadOnlyMemory<int> source, int batch, int width, int height, int sourcePitch, Memory<int> destination, int destinationPitch);"
    )]
    [InlineData("[Unfold(Layout = ChannelLayout.Planar), KernelShape(3, 3, InputChannels = 1)] " + Plane)]
    public void Accepted(string member)
    {
        ParseResult parsed = Compilations.Parse(member);
        Assert.Null(parsed.Refusal);
        Assert.NotNull(parsed.Windows);
        Assert.Null(parsed.Model);
    }

    [Theory]
    [InlineData("[Unfold, Fold, KernelShape(3)] " + Line, "CONV006", "'M' has both [Unfold] and [Fold]")]
    [InlineData("[Unfold, Convolution, KernelShape(3)] " + Line, "CONV006", "'M' has both [Unfold] and [Convolution]")]
    [InlineData("[Unfold] " + Line, "CONV005", "'M' has no kernel")]
    [InlineData(
        "[Unfold, Kernel(\"1 2 1\")] " + Line,
        "CONV007",
        "[Kernel] cannot be combined with [Unfold]; write [KernelShape(rows, columns)]"
    )]
    [InlineData("[Fold, KernelFile(\"k.txt\")] " + SizedLine, "CONV007", "[KernelFile] cannot be combined with [Fold]")]
    [InlineData("[Unfold, KernelShape(3, OutputChannels = 2)] " + Line, "CONV007", "OutputChannels cannot be combined with [Unfold]")]
    [InlineData("[Unfold, KernelShape(3, InputChannels = 2, Groups = 2)] " + Line, "CONV007", "Groups cannot be combined with [Unfold]")]
    [InlineData(
        "[Unfold(Layout = ChannelLayout.Planar), KernelShape(3)] " + Line,
        "CONV007",
        "Layout cannot be combined with a shape without channels"
    )]
    [InlineData(
        "[Unfold(Layout = ChannelLayout.Planar), KernelShape(3, 3, InputChannels = 2)] " + Rectangles,
        "CONV007",
        "an image that has only rows and columns"
    )]
    [InlineData(
        "[Unfold(Mode = OutputMode.Valid, Padding = 1), KernelShape(3)] " + Line,
        "CONV007",
        "Mode = OutputMode.Valid cannot be combined with Padding"
    )]
    [InlineData("[Unfold(Border = BorderMode.Wrap, BorderValue = 1), KernelShape(3)] " + Line, "CONV007", "BorderValue")]
    [InlineData(
        "[Unfold(BorderValue = 300), KernelShape(3)] public static partial byte[] M(byte[] source);",
        "CONV014",
        "BorderValue 300 cannot be held by 'byte'"
    )]
    [InlineData("[Unfold(Stride = 0), KernelShape(3)] " + Line, "CONV009", "Stride is 0")]
    [InlineData("[Unfold(Anchor = new[] { 3 }), KernelShape(3)] " + Line, "CONV008", "Anchor 3")]
    [InlineData("[Unfold, KernelShape(0)] " + Line, "CONV015", "write 1 or more")]
    [InlineData("[Unfold, KernelShape(3, InputChannels = 0)] " + Line, "CONV015", "InputChannels is 0")]
    [InlineData("[Unfold, KernelShape(4096, 4096, InputChannels = 2)] " + Plane, "CONV016", "at most")]
    [InlineData(
        "[Fold(Padding = 500000, Border = BorderMode.Wrap), KernelShape(3, 3)] " + Plane,
        "CONV015",
        "at most 1048576 are supported"
    )]
    [InlineData("[Unfold, KernelShape(3)] " + Plane, "CONV004", "write [KernelShape(1, 3)]")]
    [InlineData("[Unfold, KernelShape(2, 3)] " + Line, "CONV004", "the signature has one axis")]
    public void Refused(string member, string id, string message)
    {
        Refusal refusal = Compilations.Parse(member).Refusal!;
        Assert.Equal(id, refusal.Rule.Id);
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Fold, KernelShape(3)] " + Line, "take 'int length', or 'int width, int height'")]
    [InlineData("[Fold, KernelShape(3, 3)] public static partial float[,] M(float[,] source);", "take a 'destination' of its size")]
    [InlineData(
        "[Unfold, KernelShape(3)] public static partial void M(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);",
        "parameter 'kernel' has no role, because windows are not weighted"
    )]
    [InlineData(
        "[Unfold, KernelShape(3)] public static partial void M(ReadOnlySpan<float> source, ReadOnlySpan<float> bias, Span<float> destination);",
        "parameter 'bias' has no role"
    )]
    [InlineData(
        "[Unfold, KernelShape(3)] public static partial void M(ReadOnlySpan<byte> source, Span<float> destination);",
        "elements of type 'byte' and the result of type 'float'"
    )]
    [InlineData(
        "[Unfold, KernelShape(3)] public static partial float[] M(byte[] source);",
        "a matrix and its image have elements of one type"
    )]
    [InlineData(
        "[Unfold, KernelShape(3, 3)] public static partial void M(ReadOnlyTensorSpan<float> source, TensorSpan<float> destination);",
        "'ReadOnlyTensorSpan<float>' is not supported here"
    )]
    [InlineData(
        "[Unfold, KernelShape(3, 3)] public static partial void M(ReadOnlySpan<float> source, int width, int height, float[,] destination);",
        "give source and destination types of one kind"
    )]
    [InlineData(
        "[Unfold, KernelShape(3)] public static partial void M(ReadOnlySpan<float> image, Span<float> destination);",
        "did you mean 'source'?"
    )]
    [InlineData(
        "[Unfold, KernelShape(3)] public static partial void M(ReadOnlySpan<float> source, ReadOnlySpan<float> destination);",
        "cannot be written to"
    )]
    public void Signatures_that_are_refused(string member, string problem)
    {
        Refusal refusal = Compilations.Parse(member).Refusal!;
        Assert.Equal(DeclarationRules.UnknownSignature.Id, refusal.Rule.Id);
        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("(accepted here: 'void M(ReadOnlySpan<T> source,", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Places_that_may_show_one_sample_are_counted_for_the_widest_reach()
    {
        WindowModel Fold(string options) => Compilations.Parse($"[Fold({options}), KernelShape(3)] {SizedLine}").Windows!;
        Assert.Equal(3, Fold("Padding = 4").Places(Fold("Padding = 4").Horizontal));
        Assert.Equal(3 * 9, Fold("Padding = 4, Border = BorderMode.Wrap").Places(Fold("Padding = 4").Horizontal));
        Assert.Equal(3 * 3, Fold("Border = BorderMode.Replicate").Places(Fold("Border = BorderMode.Replicate").Horizontal));
        Assert.Equal(3, Fold("Mode = OutputMode.Valid, Border = BorderMode.Replicate").Places(Fold("Mode = OutputMode.Valid").Horizontal));
    }
}
