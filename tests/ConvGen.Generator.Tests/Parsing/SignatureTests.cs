using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Parsing.Signatures;
using ConvGen.Generator.Refusals;
using Buffer = ConvGen.Generator.Model.Buffer;

namespace ConvGen.Generator.Tests.Parsing;

public class SignatureTests
{
    private static readonly Buffer ReadOnlyBytes = new(Carrier.Span, ElementType.Byte, true);

    private static readonly Buffer Shorts = new(Carrier.Span, ElementType.Int16, false);

    [Fact]
    public void One_axis_in_spans() =>
        Assert.Equal(
            new SignatureForm(1, ReadOnlyBytes, null, Shorts, false, false, false, false, false),
            Form("[Kernel(\"1 2\")]", "void M(ReadOnlySpan<byte> source, Span<short> destination)")
        );

    [Fact]
    public void One_axis_with_all_that_it_may_take_in_any_order() =>
        Assert.Equal(
            new SignatureForm(
                1,
                ReadOnlyBytes,
                new Buffer(Carrier.Memory, ElementType.Single, true),
                Shorts,
                false,
                true,
                true,
                false,
                false
            ),
            Form(
                "[KernelShape(2)]",
                "void M(Span<short> destination, int length, ReadOnlyMemory<float> kernel, int batch, in ReadOnlySpan<byte> source)"
            )
        );

    [Fact]
    public void Two_axes_with_all_that_they_may_take() =>
        Assert.Equal(
            new SignatureForm(2, ReadOnlyBytes, null, new Buffer(Carrier.Memory, ElementType.Half, false), false, false, true, true, true),
            Form(
                "[Kernel(\"1 2\")]",
                "void M(scoped ReadOnlySpan<byte> source, int batch, int width, int height, int sourcePitch, Memory<Half> destination, int destinationPitch)"
            )
        );

    [Theory]
    [InlineData("double[] M(long[] source)", 1, Carrier.Array)]
    [InlineData("double[] M(long[] source, int width, int height, int sourcePitch)", 2, Carrier.Array)]
    [InlineData("double[]? M(ReadOnlySpan<long> source)", 1, Carrier.Array)]
    [InlineData("double[,] M(long[,] source)", 2, Carrier.Array2D)]
    [InlineData("double[,] M(ReadOnlySpan2D<long> source)", 2, Carrier.Array2D)]
    [InlineData("double[,] M(ReadOnlyTensorSpan<long> source)", 2, Carrier.Array2D)]
    public void Returned_results(string method, int axes, object carrier)
    {
        SignatureForm form = Form("[Kernel(\"1 2\")]", method);
        Assert.True(form.ReturnsResult);
        Assert.Equal(axes, form.Axes);
        Assert.Equal(new Buffer((Carrier)carrier, ElementType.Double, false), form.Destination);
    }

    [Theory]
    [InlineData("[Kernel(\"1 2\")]", "ReadOnlyTensorSpan<byte> source, TensorSpan<byte> destination", 1)]
    [InlineData("[KernelShape(3)]", "ReadOnlyTensorSpan<byte> source, byte[] kernel, TensorSpan<byte> destination", 1)]
    [InlineData("[Kernel(1, 2, 1, 2)]", "TensorSpan<byte> source, TensorSpan<byte> destination", 2)]
    [InlineData("[KernelShape(1, 3)]", "TensorSpan<byte> source, byte[] kernel, TensorSpan<byte> destination", 2)]
    [InlineData("[Kernel(\"1;2\")]", "ReadOnlyTensorSpan<byte> source, TensorSpan<byte> destination", 2)]
    [InlineData("[Kernel(\"1 2\")]", "ReadOnlyTensorSpan<byte> source, Span2D<byte> destination", 2)]
    [InlineData("[Kernel(\"1 2\")]", "byte[,] source, TensorSpan<byte> destination", 2)]
    [InlineData("[Kernel(\"1 2\")]", "byte[,] source, Span2D<byte> destination", 2)]
    [InlineData("[Kernel(\"1 2\")]", "ReadOnlySpan2D<byte> source, byte[,] destination", 2)]
    public void Axes_of_shaped_carriers(string kernel, string parameters, int axes)
    {
        SignatureForm form = Form(kernel, $"void M({parameters})");
        Assert.True(form.IsShaped);
        Assert.Equal(axes, form.Axes);
    }

    [Theory]
    [InlineData("void M(ReadOnlySpan<byte> src, Span<byte> destination)", 0, "did you mean 'source'?")]
    [InlineData("void M(ReadOnlySpan<byte> source, Span<byte> output)", 1, "did you mean 'destination'?")]
    [InlineData("void M(ReadOnlySpan<byte> source, int w, int height, Span<byte> destination)", 1, "did you mean 'width'?")]
    [InlineData(
        "void M(ReadOnlySpan<byte> source, Span<byte> destination, float bias)",
        2,
        "parameter 'bias' is of type 'float'; a bias has one number for each output channel"
    )]
    [InlineData("void M(ReadOnlySpan<byte> source, Span<byte> destination, string name)", 2, "parameter 'name' has no role; remove it")]
    [InlineData("void M(ref ReadOnlySpan<byte> source, Span<byte> destination)", 0, "by reference")]
    [InlineData(
        "void M(ReadOnlySpan<byte> source, long length, Span<byte> destination)",
        1,
        "'length' is of type 'long'; make it an 'int'"
    )]
    [InlineData("void M(List<byte> source, Span<byte> destination)", 0, "'List<byte>', which is no buffer of fixed size")]
    [InlineData("void M(ReadOnlySpan<byte> source, byte[,,,] destination)", 1, "'byte[,,,]', an array of 4 axes")]
    [InlineData("void M(ReadOnlySpan<byte> source, ReadOnlySpan<byte> destination)", 1, "cannot be written to")]
    [InlineData(
        "void M(ReadOnlySpan<byte> source, byte[,] destination)",
        1,
        "'byte[*,*]' knows its rows and columns and 'ReadOnlySpan<byte>' does not"
    )]
    [InlineData("void M(byte[,] source, byte[] destination)", 1, "'byte[*,*]' knows its rows and columns and 'byte[]' does not")]
    [InlineData("void M(ReadOnlySpan<byte> source, int width, Span<byte> destination)", 1, "there is 'width' and no 'height'")]
    [InlineData("void M(ReadOnlySpan<byte> source, int height, Span<byte> destination)", 1, "there is 'height' and no 'width'")]
    [InlineData(
        "void M(ReadOnlySpan<byte> source, int sourcePitch, Span<byte> destination)",
        1,
        "'sourcePitch' needs 'width' and 'height'"
    )]
    [InlineData(
        "void M(ReadOnlySpan<byte> source, int length, int width, int height, Span<byte> destination)",
        1,
        "'length' cannot stand beside"
    )]
    [InlineData("byte[] M(ReadOnlySpan<byte> source, int width, int height, int destinationPitch)", 3, "needs a 'destination'")]
    [InlineData("void M(byte[,] source, int width, int height, byte[,] destination)", 1, "knows its own size")]
    [InlineData(
        "void M(ReadOnlySpan2D<byte> source, int batch, Span2D<byte> destination)",
        1,
        "'batch' has no role beside 'ReadOnlySpan2D<byte>'"
    )]
    [InlineData("void M(ReadOnlySpan<byte> source, ReadOnlySpan<float> kernel, Span<byte> destination)", 1, "'kernel' needs [KernelShape]")]
    public void Parameters_that_do_not_fit(string method, int index, string problem)
    {
        Refusal refusal = Refused("[Kernel(\"x\")]", method);
        Assert.Equal(RefusalSite.Parameter(index), refusal.Site);
        Assert.Contains(
            problem.Replace("*,*,*", ",,", StringComparison.Ordinal).Replace("*,*", ",", StringComparison.Ordinal),
            refusal.Arguments[1],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("void M(Span<byte> destination)", RefusalSiteKind.Method, "there is no parameter 'source'")]
    [InlineData("void M()", RefusalSiteKind.Method, "there is no parameter 'source'")]
    [InlineData(
        "void M(ReadOnlySpan<byte> source)",
        RefusalSiteKind.Method,
        "there is no parameter 'destination', and nothing is returned"
    )]
    [InlineData("int M(ReadOnlySpan<byte> source)", RefusalSiteKind.ReturnType, "it returns 'int'; with this source it can return 'U[]'")]
    [InlineData("Span<byte> M(Span<byte> source)", RefusalSiteKind.ReturnType, "it returns 'System.Span<byte>'")]
    [InlineData("byte[,] M(ReadOnlySpan<byte> source)", RefusalSiteKind.ReturnType, "can return 'U[]'")]
    [InlineData("byte[] M(byte[,] source)", RefusalSiteKind.ReturnType, "can return 'U[,]'")]
    [InlineData("byte[] M(byte[] source, byte[] destination)", RefusalSiteKind.ReturnType, "return nothing")]
    [InlineData("int M(byte[] source, byte[] destination)", RefusalSiteKind.ReturnType, "it has a 'destination' and returns 'int'")]
    [InlineData("ref byte[] M(byte[] source)", RefusalSiteKind.ReturnType, "it returns 'ref byte[]'")]
    public void Results_that_do_not_fit(string method, object site, string problem)
    {
        Refusal refusal = Refused("[Kernel(\"x\")]", method);
        Assert.Equal((RefusalSiteKind)site, refusal.Site.Kind);
        Assert.Contains(problem, refusal.Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Run_time_weights_come_in_a_flat_parameter()
    {
        Refusal missing = Refused("[KernelShape(3)]", "void M(ReadOnlySpan<byte> source, Span<byte> destination)");
        Assert.Equal(RefusalSite.Method, missing.Site);
        Assert.Contains("no parameter 'kernel'", missing.Arguments[1], StringComparison.Ordinal);
        Refusal shaped = Refused("[KernelShape(1, 3)]", "void M(byte[,] source, float[,] kernel, byte[,] destination)");
        Assert.Equal(RefusalSite.Parameter(1), shaped.Site);
        Assert.Contains("row by row in a span", shaped.Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "[Kernel(\"1\")]",
        "void M(ReadOnlySpan<byte> src)",
        "'U[] M(T[] source)'",
        "'void M(ReadOnlySpan<T> source, int width, int height, Span<U> destination)'"
    )]
    [InlineData(
        "[Kernel(1, 1, 1)]",
        "void M(ReadOnlySpan<byte> src)",
        "'void M(ReadOnlySpan<T> source, Span<U> destination)'",
        "'int length'"
    )]
    [InlineData(
        "[KernelShape(3, 3)]",
        "void M(ReadOnlySpan<byte> source, int width)",
        "'U[] M(T[] source, int width, int height, ReadOnlySpan<W> kernel)'",
        "'int sourcePitch'"
    )]
    [InlineData(
        "[KernelShape(3, 3)]",
        "void M(byte[,] source)",
        "'void M(ReadOnlySpan2D<T> source, ReadOnlySpan<W> kernel, Span2D<U> destination)'",
        "'U[,] M(T[,] source, ReadOnlySpan<W> kernel)'"
    )]
    public void Accepted_forms_are_listed(string kernel, string method, params string[] forms) =>
        Assert.All(forms, form => Assert.Contains(form, Refused(kernel, method).Message, StringComparison.Ordinal));

    [Theory]
    [InlineData("ReadOnlySpan<byte> input, Span<byte> dst", "source destination")]
    [InlineData("ReadOnlySpan<byte> Source, Span<byte> _destination", "source destination")]
    [InlineData("ReadOnlySpan<byte> sorce, Span<byte> destinaton", "source destination")]
    [InlineData("ReadOnlySpan<byte> source, ReadOnlySpan<float> weights, Span<byte> result", "- kernel destination")]
    [InlineData("ReadOnlySpan<byte> source, int w, int h, int src_pitch, int stride", "- width height sourcePitch sourcePitch")]
    [InlineData("ReadOnlySpan<byte> output, int source, Span<byte> input", "- - -")]
    [InlineData("ReadOnlySpan<byte> something, string width2", "- -")]
    [InlineData("int n, int images", "length batch")]
    public void Names_that_evidently_mean_a_role(string parameters, string expected)
    {
        Declaration declaration = Compilations.Read(
            $"partial class C {{ [Convolution, Kernel(\"1\")] static partial void M({parameters}); }}"
        );
        Assert.Equal(
            expected,
            string.Join(
                " ",
                Enumerable.Range(0, declaration.Parameters.Count).Select(index => RoleGuesses.Suggest(declaration, index) ?? "-")
            )
        );
    }

    private static SignatureForm Form(string kernel, string method)
    {
        ParseResult parsed = Compilations.Parse($"[Convolution] {kernel} public static partial {method};");
        Assert.True(parsed.Refusal is null, parsed.Refusal?.Message);
        return parsed.Model!.Form;
    }

    private static Refusal Refused(string kernel, string method)
    {
        Refusal? refusal = Compilations.Parse($"[Convolution] {kernel} public static partial {method};").Refusal;
        Assert.NotNull(refusal);
        Assert.True(refusal.Rule == DeclarationRules.UnknownSignature, refusal.Message);
        return refusal;
    }
}
