using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Tests.Parsing;

/// <summary>Every rule that the parser applies, with the place that it points to and the words that tell the remedy.</summary>
public class RefusalTests
{
    private const string Line = "public static partial void M(ReadOnlySpan<byte> source, Span<byte> destination);";

    private const string Plane = "public static partial void M(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);";

    [Fact]
    public void Obstacle()
    {
        Declaration declaration = Compilations.Read("class C { [Convolution(Stride = 0)] static partial void @switch(); }");
        AssertRefused(
            DeclarationParser.Parse(declaration, new TargetInfo("7.3", false, false)),
            DeclarationRules.NotPartial,
            RefusalSite.Method,
            "'switch'",
            "'C' is not partial"
        );
    }

    [Theory]
    [InlineData("11.0", false, true, "C# 11.0", "raise LangVersion")]
    [InlineData("12.0", true, false, "older than .NET 8", "raise TargetFramework")]
    [InlineData("10.0", false, false, "C# 10.0 and a framework older than .NET 8", "raise LangVersion and TargetFramework")]
    public void Target(string language, bool isLanguageSupported, bool isFrameworkSupported, string found, string remedy)
    {
        Declaration declaration = Compilations.ReadMember("[Kernel(\"1\")] " + Line);
        ParseResult parsed = DeclarationParser.Parse(declaration, new TargetInfo(language, isLanguageSupported, isFrameworkSupported));
        AssertRefused(parsed, DeclarationRules.TargetTooLow, RefusalSite.Method, found, remedy);
    }

    /// <summary>CS8370 asks for C# 9, and CS0246 for an import: who follows them comes from one error to the next.</summary>
    [Fact]
    public void Errors_of_the_compiler_beside_a_low_target_are_put_second()
    {
        Declaration declaration = Compilations.ReadMember("[Kernel(\"1\")] " + Line) with { StopsCompiler = true };
        ParseResult parsed = DeclarationParser.Parse(
            declaration,
            new TargetInfo("7.3", IsLanguageSupported: false, IsFrameworkSupported: true)
        );

        Assert.True(parsed.Refusal!.StopsCompiler);
        Assert.Equal(
            "Generated code needs C# 12 and .NET 8 or later, and this project has C# 7.3; raise LangVersion, "
                + "with which the compiler's own errors at this declaration go; what they advise is not enough",
            parsed.Refusal.Message
        );
    }

    [Fact]
    public void Operation_count()
    {
        AssertRefused("[Kernel(\"1\")] " + Line, DeclarationRules.OperationCount, RefusalSite.Method, "no operation");
        AssertRefused(
            "[Kernel(\"1\"), Convolution, Correlation] " + Line,
            DeclarationRules.OperationCount,
            RefusalSite.Operation(1),
            "both [Convolution] and [Correlation]"
        );
        ParseResult doubled = DeclarationParser.Parse(
            Compilations.Read("partial class C { [Kernel(\"1\"), Convolution, Convolution] " + Line + " }"),
            Compilations.Target
        );
        AssertRefused(doubled, DeclarationRules.OperationCount, RefusalSite.Operation(1), "2 operations");
    }

    [Fact]
    public void Kernel_count()
    {
        AssertRefused("[Convolution] " + Line, DeclarationRules.KernelCount, RefusalSite.Method, "no kernel");
        AssertRefused(
            "[Convolution, Kernel(\"1\"), KernelShape(1)] " + Line,
            DeclarationRules.KernelCount,
            RefusalSite.KernelAt(1),
            "both [Kernel] and [KernelShape]"
        );
        ParseResult doubled = DeclarationParser.Parse(
            Compilations.Read("partial class C { [Convolution, Kernel(\"1\"), Kernel(\"2\")] " + Line + " }"),
            Compilations.Target
        );
        AssertRefused(doubled, DeclarationRules.KernelCount, RefusalSite.KernelAt(1), "2 kernels");
    }

    [Theory]
    [InlineData("decimal[] source, Span<byte> destination", 0, "'source' has elements of type 'decimal'")]
    [InlineData("ReadOnlySpan<byte> source, Span<uint> destination", 1, "'destination' has elements of type 'uint'")]
    [InlineData("byte[][] source, Span<byte> destination", 0, "type 'byte[]'")]
    [InlineData("ReadOnlySpan<char> source, Span<byte> destination", 0, "type 'char'")]
    [InlineData("ReadOnlySpan<nint> source, Span<byte> destination", 0, "type 'nint'")]
    public void Element_type(string parameters, int index, string text) =>
        AssertRefused(
            $"[Convolution, Kernel(\"x\")] public static partial void M({parameters});",
            DeclarationRules.UnsupportedElementType,
            RefusalSite.Parameter(index),
            text
        );

    [Fact]
    public void Element_type_of_generic_methods_kernels_and_results()
    {
        AssertRefused(
            "[Convolution, Kernel(\"1\")] public static partial void M<T>(T[] source, T[] destination);",
            DeclarationRules.UnsupportedElementType,
            RefusalSite.Parameter(0),
            "type 'T'"
        );
        AssertRefused(
            "[Convolution, Kernel(\"1\")] public static partial ulong[] M(byte[] source);",
            DeclarationRules.UnsupportedElementType,
            RefusalSite.ReturnType,
            "type 'ulong'"
        );
        AssertRefused(
            "[Convolution, KernelShape(3)] public static partial byte[] M(byte[] source, bool[] kernel);",
            DeclarationRules.UnsupportedElementType,
            RefusalSite.Parameter(1),
            "type 'bool'"
        );
    }

    [Theory]
    [InlineData("1 2; x", 5, 1, "character 6")]
    [InlineData("", 0, 0, "no value")]
    [InlineData("1/0", 0, 3, "denominator is zero")]
    public void Kernel_text(string text, int start, int length, string message) =>
        AssertRefused(
            $"[Convolution, Kernel(\"{text}\")] {Plane}",
            DeclarationRules.MalformedKernelText,
            RefusalSite.KernelText(start, length),
            message
        );

    [Fact]
    public void Ragged_rows() =>
        AssertRefused(
            "[Convolution, Kernel(\"1 2 3; 4 5 6; 7 8\")] " + Plane,
            DeclarationRules.DimensionsDisagree,
            RefusalSite.KernelText(14, 3),
            "Row 3",
            "2 values",
            "row 1 has 3"
        );

    [Theory]
    [InlineData("[Kernel(\"1;2\")] " + Line, "2 rows", "int width, int height")]
    [InlineData("[Kernel(2, 2, 1, 2, 3, 4)] " + Line, "2 rows", "one row")]
    [InlineData("[Kernel(2, 2, 1, 2, 3)] " + Plane, "2 x 2 has 4 weights, and 3 are given", "one weight for each place")]
    [InlineData("[Kernel(2147483647, 2147483647)] " + Plane, "4611686014132420609 weights", "row by row")]
    [InlineData(
        "[KernelShape(3)] public static partial byte[] M(byte[] source, int width, int height, byte[] kernel);",
        "one axis",
        "[KernelShape(1, 3)]"
    )]
    [InlineData("[KernelShape(3)] public static partial byte[,] M(byte[,] source, byte[] kernel);", "one axis", "[KernelShape(1, 3)]")]
    [InlineData(
        "[KernelShape(3)] public static partial void M(ReadOnlyTensorSpan<byte> source, byte[] kernel, byte[,] destination);",
        "one axis",
        "[KernelShape(1, 3)]"
    )]
    [InlineData("[KernelShape(2, 3)] public static partial byte[] M(byte[] source, byte[] kernel);", "2 rows", "one row")]
    public void Dimensions(string member, string problem, string remedy) =>
        AssertRefused("[Convolution] " + member, DeclarationRules.DimensionsDisagree, RefusalSite.Kernel, problem, remedy);

    [Theory]
    [InlineData("[Kernel(0, 2)]", "rows", "number of rows is 0")]
    [InlineData("[Kernel(2, -1, 5)]", "columns", "number of columns is -1")]
    [InlineData("[KernelShape(0, 2)]", "rows", "number of rows is 0")]
    [InlineData("[KernelShape(2, 0)]", "columns", "number of columns is 0")]
    [InlineData("[KernelShape(-7)]", "length", "number of taps is -7")]
    public void Kernel_size(string attribute, string argument, string text)
    {
        string kernel = attribute.Contains("Shape", StringComparison.Ordinal) ? "byte[] kernel, " : "";
        AssertRefused(
            $"[Convolution] {attribute} public static partial void M(ReadOnlySpan<byte> source, int width, int height, {kernel}Span<byte> destination);",
            DeclarationRules.OptionOutOfRange,
            RefusalSite.KernelArgument(argument),
            text,
            "1 or more"
        );
    }

    [Fact]
    public void Weights_are_finite()
    {
        AssertRefused(
            "[Convolution, Kernel(1, 3, 1, double.NaN, 2)] " + Line,
            DeclarationRules.OptionOutOfRange,
            RefusalSite.Weight(1),
            "Weight 2 is NaN",
            "finite"
        );
        AssertRefused(
            "[Convolution, Kernel(1, 1, double.NegativeInfinity)] " + Line,
            DeclarationRules.OptionOutOfRange,
            RefusalSite.Weight(0),
            "negative infinity"
        );
    }

    [Theory]
    [InlineData("0", "Divisor is 0")]
    [InlineData("-0.0", "Divisor is 0")]
    [InlineData("double.NaN", "Divisor is NaN")]
    [InlineData("double.PositiveInfinity", "Divisor is positive infinity")]
    public void Divisor(string value, string text) =>
        AssertRefused(
            $"[Convolution(Stride = 0), Kernel(\"1\", Divisor = {value})] {Line}",
            DeclarationRules.BadDivisor,
            RefusalSite.KernelArgument("Divisor"),
            text
        );

    [Theory]
    [InlineData("Stride = 1, Strides = new[] { 1, 1 }", "Stride", "Stride cannot be combined with Strides")]
    [InlineData("Dilation = 1, Dilations = new[] { 1, 1 }", "Dilation", "Dilation cannot be combined with Dilations")]
    [InlineData("Padding = 1, Paddings = new[] { 1, 1, 1, 1 }", "Padding", "Padding cannot be combined with Paddings")]
    [InlineData("Padding = 0, Mode = OutputMode.Same", "Mode", "Mode = OutputMode.Same cannot be combined with Padding")]
    [InlineData(
        "Paddings = new[] { 1, 1, 1, 1 }, Mode = OutputMode.Valid",
        "Mode",
        "Mode = OutputMode.Valid cannot be combined with Paddings"
    )]
    [InlineData("Anchor = new[] { 0, 0 }, Mode = OutputMode.Valid", "Anchor", "Anchor cannot be combined with Mode = OutputMode.Valid")]
    [InlineData("Anchor = new[] { 0, 0 }, Mode = OutputMode.Full", "Anchor", "Anchor cannot be combined with Mode = OutputMode.Full")]
    [InlineData("Anchor = new[] { 0, 0 }, Padding = 1", "Anchor", "Anchor cannot be combined with Padding")]
    [InlineData(
        "BorderValue = 0, Border = BorderMode.Replicate",
        "BorderValue",
        "BorderValue cannot be combined with Border = BorderMode.Replicate"
    )]
    public void Clash(string options, string site, string text) =>
        AssertRefused(
            $"[Convolution({options}), Kernel(\"1 2; 3 4\")] {Plane}",
            DeclarationRules.OptionClash,
            RefusalSite.Option(site),
            text
        );

    [Theory]
    [InlineData("Mode = (OutputMode)3", "Mode", "Mode is 3", "OutputMode.Same, OutputMode.Valid, OutputMode.Full")]
    [InlineData("Border = (BorderMode)(-1)", "Border", "Border is -1", "BorderMode.Wrap")]
    [InlineData("FloatingPoint = (FloatingPointMode)3", "FloatingPoint", "FloatingPoint is 3", "FloatingPointMode.Transform")]
    [InlineData("Strides = new[] { 1 }", "Strides", "a list of 1", "2 numbers")]
    [InlineData("Dilations = new[] { 1, 2, 3 }", "Dilations", "a list of 3", "2 numbers")]
    [InlineData("Anchor = new int[0]", "Anchor", "a list of 0", "2 numbers")]
    [InlineData("Paddings = new[] { 1, 2 }", "Paddings", "a list of 2", "4 numbers")]
    [InlineData("Padding = -1", "Padding", "Padding is -1", "0 or more")]
    [InlineData("Padding = 2147483647", "Padding", "Padding is 2147483647", "16777216 or less")]
    [InlineData("Paddings = new[] { 1, 2, 3, -4 }", "Paddings", "Paddings[3] is -4", "0 or more")]
    [InlineData("PixelChannels = 0", "PixelChannels", "PixelChannels is 0", "1 or more")]
    [InlineData("PixelChannels = 2147483647", "PixelChannels", "PixelChannels is 2147483647", "262144 or less")]
    [InlineData("PixelChannels = 1 << 20", "PixelChannels", "PixelChannels is 1048576", "262144 or less")]
    [InlineData("PixelChannels = 3000, Stride = 6000", "Stride", "Stride is 6000", "write 5592 or less on the horizontal axis")]
    [InlineData("Strides = new[] { 1, 2147483647 }", "Strides", "Strides is 2147483647", "16777216 or less")]
    [InlineData("BorderValue = double.NaN", "BorderValue", "BorderValue is NaN", "finite")]
    public void Out_of_range(string options, string site, string text, string remedy) =>
        AssertRefused(
            $"[Convolution({options}), Kernel(\"1 2; 3 4\")] {Plane}",
            DeclarationRules.OptionOutOfRange,
            RefusalSite.Option(site),
            text,
            remedy
        );

    [Theory]
    [InlineData("Strides = new[] { 1, 1 }", "1 number")]
    [InlineData("Paddings = new[] { 1 }", "2 numbers, for begin and end")]
    public void Lists_of_one_axis(string options, string remedy) =>
        AssertRefused(
            $"[Convolution({options}), Kernel(\"1 2\")] {Line}",
            DeclarationRules.OptionOutOfRange,
            RefusalSite.Option(options.Split(' ')[0]),
            remedy
        );

    [Theory]
    [InlineData("Anchor = new[] { 2, 0 }", "Anchor 2", "2 taps on the vertical axis", "0 to 1")]
    [InlineData("Anchor = new[] { 0, 3 }", "Anchor 3", "3 taps on the horizontal axis", "0 to 2")]
    [InlineData("Anchor = new[] { -1, 0 }", "Anchor -1", "vertical", "0 to 1")]
    public void Anchor(string option, params string[] texts) =>
        AssertRefused(
            $"[Convolution({option}), Kernel(\"1 2 3; 4 5 6\")] {Plane}",
            DeclarationRules.AnchorOutOfRange,
            RefusalSite.Option("Anchor"),
            texts
        );

    [Fact]
    public void Anchor_of_one_axis() =>
        AssertRefused(
            $"[Convolution(Anchor = new[] {{ 3 }}), Kernel(\"1 2 3\")] {Line}",
            DeclarationRules.AnchorOutOfRange,
            RefusalSite.Option("Anchor"),
            "3 taps on the only axis"
        );

    [Theory]
    [InlineData("Stride = 0", "Stride", "Stride is 0")]
    [InlineData("Strides = new[] { 1, -2 }", "Strides", "Strides[1] is -2")]
    [InlineData("Dilation = -1", "Dilation", "Dilation is -1")]
    [InlineData("Dilations = new[] { 0, 1 }", "Dilations", "Dilations[0] is 0")]
    public void Step(string option, string site, string text) =>
        AssertRefused(
            $"[Convolution({option}), Kernel(\"1 2; 3 4\")] {Plane}",
            DeclarationRules.StepBelowOne,
            RefusalSite.Option(site),
            text,
            "1 or more"
        );

    [Theory]
    [InlineData("byte", "-1", "BorderValue -1", "'byte'", "0 to 255")]
    [InlineData("byte", "256", "BorderValue 256", "'byte'", "0 to 255")]
    [InlineData("short", "0.5", "BorderValue 0.5", "'short'", "-32768 to 32767")]
    [InlineData("long", "1e19", "BorderValue 10000000000000000000", "'long'", "9223372036854775807")]
    [InlineData("Half", "65520", "BorderValue 65520", "'Half'", "65504")]
    [InlineData("float", "1e39", "BorderValue 1E+39", "'float'", "3.4E+38")]
    public void Border_value(string type, string value, params string[] texts) =>
        AssertRefused(
            $"[Convolution(BorderValue = {value}), Kernel(\"1\")] public static partial void M({type}[] source, float[] destination);",
            DeclarationRules.BorderValueNotHeld,
            RefusalSite.Option("BorderValue"),
            texts
        );

    [Fact]
    public void Window_is_too_large()
    {
        const string end =
            " public static partial void M(ReadOnlySpan<byte> source, int width, int height, byte[] kernel, Span<byte> destination);";
        AssertRefused(
            "[Convolution, KernelShape(8192, 8192)]" + end,
            DeclarationRules.WindowTooLarge,
            RefusalSite.Kernel,
            "8192 x 8192",
            "16777216"
        );
        AssertRefused(
            "[Convolution(Dilation = 2147483647), KernelShape(3, 3)]" + end,
            DeclarationRules.WindowTooLarge,
            RefusalSite.Option("Dilation"),
            "4294967295 x 4294967295"
        );
        AssertRefused(
            "[Convolution(Dilations = new[] { 16777216, 1 }), KernelShape(2, 1)]" + end,
            DeclarationRules.WindowTooLarge,
            RefusalSite.Option("Dilations"),
            "16777217 x 1"
        );
        AssertRefused(
            "[Convolution, KernelShape(2147483647, 2147483647)]" + end,
            DeclarationRules.WindowTooLarge,
            RefusalSite.Kernel,
            "2147483647 x 2147483647"
        );
        AssertRefused(
            "[Convolution, KernelShape(16777217)] public static partial byte[] M(byte[] source, byte[] kernel);",
            DeclarationRules.WindowTooLarge,
            RefusalSite.Kernel,
            "1 x 16777217"
        );
    }

    private static void AssertRefused(string member, DeclarationRule rule, RefusalSite site, params string[] texts) =>
        AssertRefused(Compilations.Parse(member), rule, site, texts);

    private static void AssertRefused(ParseResult parsed, DeclarationRule rule, RefusalSite site, params string[] texts)
    {
        Assert.Null(parsed.Model);
        Assert.NotNull(parsed.Refusal);
        string message = parsed.Refusal.Message;
        Assert.True(rule == parsed.Refusal.Rule, $"{parsed.Refusal.Rule.Id}: {message}");
        Assert.Equal(site, parsed.Refusal.Site);
        Assert.All(texts, text => Assert.Contains(text, message, StringComparison.Ordinal));
    }
}
