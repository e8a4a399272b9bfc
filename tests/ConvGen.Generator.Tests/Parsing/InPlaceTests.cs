using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Tests.Parsing;

/// <summary>Images that are overwritten by their result.</summary>
public class InPlaceTests
{
    [Theory]
    [InlineData("void M(Span<float> image)", Carrier.Span, 1)]
    [InlineData("void M(float[] image, int batch, int width, int height, int sourcePitch)", Carrier.Array, 2)]
    [InlineData("void M(int length, Memory<float> image)", Carrier.Memory, 1)]
    [InlineData("void M(Span<float> image, int width, int height, int depth, int sourcePlanePitch, int batch)", Carrier.Span, 3)]
    public void An_image_is_source_and_destination(string method, object carrier, int axes)
    {
        SignatureForm form = Compilations.Parse($"[Convolution, Kernel(\"1 2 1\")] public static partial {method};").Model!.Form;
        Model.Buffer image = new((Carrier)carrier, ElementType.Single, false);
        Assert.Equal((true, axes, image, image), (form.IsInPlace, form.Axes, form.Source, form.Destination));
    }

    [Theory]
    [InlineData("Paddings = new[] { 2, 0 }")]
    [InlineData("Padding = 1")]
    [InlineData("Anchor = new[] { 2 }, Border = BorderMode.Wrap")]
    public void The_size_may_be_kept_in_any_way(string options) =>
        Assert.True(
            Compilations
                .Parse($"[Convolution({options}), Kernel(\"1 2 1\")] public static partial void M(Span<float> image);")
                .Model!.Form.IsInPlace
        );

    [Theory]
    [InlineData("void M(Span<float> image, Span<float> history)", 1, "blocks of a signal have results of their own")]
    [InlineData("void M(Span<float> image, int width, int height, Region region)", 3, "'region' cannot stand beside 'image'")]
    [InlineData("void M(Span<float> image, int width, int height, int destinationPitch)", 3, "whose rows are those of 'sourcePitch'")]
    [InlineData("void M(float[,] image)", 0, "in a span, an array or a memory")]
    [InlineData("void M(ReadOnlySpan<float> image, Span<float> destination)", 0, "did you mean 'source'?")]
    [InlineData("void M(Span<float> image, Span<float> result)", 0, "did you mean 'source'?")]
    [InlineData("float[] M(float[] image)", 0, "did you mean 'source'?")]
    public void Signatures_that_do_not_fit(string method, int parameter, string text)
    {
        Refusal? refusal = Compilations.Parse($"[Convolution, Kernel(\"1 2 1\")] public static partial {method};").Refusal;
        Assert.Equal((DeclarationRules.UnknownSignature, RefusalSite.Parameter(parameter)), (refusal?.Rule, refusal?.Site));
        Assert.Contains(text, refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Stride = 2", "Stride", "remove Stride")]
    [InlineData("Mode = OutputMode.Valid", "Mode", "use OutputMode.Same")]
    [InlineData("Mode = OutputMode.Full", "Mode", "use OutputMode.Same")]
    [InlineData("Padding = 2", "Padding", "use OutputMode.Same")]
    public void Results_of_another_size(string option, string site, string text)
    {
        Refusal? refusal = Compilations
            .Parse($"[Convolution({option}), Kernel(\"1 2 1\")] public static partial void M(Span<float> image);")
            .Refusal;
        Assert.Equal((DeclarationRules.OptionClash, RefusalSite.Option(site)), (refusal?.Rule, refusal?.Site));
        Assert.Contains(text, refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_of_other_channels()
    {
        Refusal? refusal = Compilations
            .Parse(
                "[Convolution, KernelShape(3, InputChannels = 2, OutputChannels = 4)] public static partial void M(Span<float> image, float[] kernel);"
            )
            .Refusal;
        Assert.Equal((DeclarationRules.OptionClash, RefusalSite.Kernel), (refusal?.Rule, refusal?.Site));
        Assert.Contains("as many OutputChannels as InputChannels", refusal!.Message, StringComparison.Ordinal);
    }
}
