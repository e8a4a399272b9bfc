namespace ConvGen.Analyzers.Tests.Fuzz;

/// <summary>Sources from which mutations start: a valid declaration of every kind, and the samples of the repository.</summary>
internal static class Corpus
{
    /// <summary>The declarations, each a file of its own.</summary>
    public static string[] Declarations { get; } =
    [
        InClass("[Convolution(Border = BorderMode.Reflect101), Kernel(\"1 2 1; 2 4 2; 1 2 1\", Divisor = 16)]\n" + Plane("byte", "byte")),
        InClass("[Correlation(Mode = OutputMode.Valid), Kernel(3, 3, 0, 1, 0, 1, -4, 1, 0, 1, 0)]\n" + Plane("float", "float")),
        InClass(
            "[Correlation, Kernel(2, 2, [0.5, -1e-3, 2.25, 1])]\npublic static partial double[] M(double[] source, int width, int height);"
        ),
        InClass("[Correlation, Kernel(\"1/16, 0.25; -3e2 4\")]\npublic static partial short[,] M(byte[,] source);"),
        InClass(
            "[Convolution(Mode = OutputMode.Full), KernelShape(5)]\npublic static partial void M(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);"
        ),
        InClass(
            "[Correlation(Stride = 2, Dilation = 3, Padding = 1), KernelShape(3, 3)]\n"
                + "public static partial void M(ReadOnlySpan<short> source, int width, int height, ReadOnlySpan<sbyte> kernel, Span<int> destination);"
        ),
        InClass(
            "[Correlation(Strides = [1, 2], Dilations = new[] { 2, 1 }, Anchor = new int[] { 0, 1 }, Border = BorderMode.Constant, BorderValue = 7), Kernel(\"1 -1; 2 3\")]\n"
                + Plane("ushort", "int")
        ),
        InClass(
            "/// <summary>A <c>layer</c>.</summary>\n/// <param name=\"source\">In.</param>\n[Correlation(Padding = 1, Activation = Activation.Relu), KernelShape(3, 3, InputChannels = 3, OutputChannels = 8)]\n"
                + "public static partial void M(ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, ReadOnlySpan<float> bias, Span<float> destination);"
        ),
        InClass(
            "[Convolution(Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst, OutputMaximum = 6.5), KernelShape(3, InputChannels = 4, OutputChannels = 6, Groups = 2)]\n"
                + "public static partial void M(ReadOnlySpan<float> source, int batch, int length, PreparedKernel<float> kernel, Span<float> destination);"
        ),
        InClass(
            "[Correlation, Kernel(\"1 -2; 3 4; 5 -6; 7 8\", Columns = 2, InputChannels = 2, OutputChannels = 2, Divisor = 3)]\n"
                + "public static partial void M(ReadOnlySpan<byte> source, int length, ReadOnlySpan<int> bias, Span<byte> destination);"
        ),
        InClass(
            "[Correlation(PixelChannels = 3, FloatingPoint = FloatingPointMode.Strict), Kernel(\"0.1 0.2 0.7\")]\n"
                + "public static partial void M(Memory<float> source, int width, int height, int sourcePitch, Memory<float> destination, int destinationPitch);"
        ),
        InClass("[Unfold(Padding = 1, Stride = 2), KernelShape(3, 3, InputChannels = 2)]\n" + Plane("float", "float")),
        InClass("[Fold(Border = BorderMode.Replicate), KernelShape(2, 2)]\npublic static partial int[,] M(int[,] source);"),
        InClass("[Correlation, KernelFile(\"kernels/smooth.txt\", Divisor = 4)]\n" + Plane("byte", "short")),
        InClass("[Correlation, Kernel(\"\"\"\n    1 0\n    0 1\n    \"\"\")]\n" + Plane("int", "int")),
        InClass(
            "[Correlation(Mode = (OutputMode)1)]\n[Kernel(\"1\" + \" 2\", Divisor = Half)]\nprivate static partial void M(ReadOnlySpan<long> source, Span<double> destination);\nprivate const double Half = 0.5;"
        ),
        InClass("[global::ConvGen.CorrelationAttribute, ConvGen.Kernel(\"1 2 3 4 5\")]\ninternal static partial Half[] M(Half[] source);"),
        "using System;\nusing ConvGen;\nusing Taps = ConvGen.KernelAttribute;\nnamespace A.B\n{\n    public partial record struct R<T> where T : unmanaged\n    {\n        private partial class Inner\n        {\n"
            + "            [Correlation, Taps(\"1 2\")]\n            public partial void M(scoped ReadOnlySpan<float> source, scoped Span<float> destination);\n        }\n    }\n}\n",
        "using System;\nusing ConvGen;\nstatic partial class Two\n{\n    [Correlation, Kernel(\"1 2 1\")]\n    public static partial void M(ReadOnlySpan<float> source, Span<float> destination);\n\n"
            + "    [Correlation, Kernel(\"1 2 1; 2 4 2; 1 2 1\")]\n    public static partial void M(ReadOnlySpan<float> source, int width, int height, Span<float> destination);\n\n"
            + "    [Correlation, Kernel(\"1 2; 3\")]\n    public static partial void M(ReadOnlySpan<int> source, int width, int height, Span<int> destination);\n}\n",
    ];

    /// <summary>The sources of the repository's samples that declare kernels.</summary>
    public static string[] Samples { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "samples"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
            .Where(text => Operations.Any(operation => text.Contains(operation, StringComparison.Ordinal))),
    ];

    private static string[] Operations => ["[Convolution", "[Correlation", "[Unfold", "[Fold"];

    /// <summary>Both.</summary>
    public static string[] All { get; } = [.. Declarations, .. Samples];

    /// <summary>Texts that stand where others are expected, each meant to hurt.</summary>
    public static string[] Hostile { get; } =
    [
        "1e999999999",
        "-1e-400",
        "1e400",
        "0",
        "-0.0",
        "1/0",
        "1/3",
        "1/99999999999999999999",
        "NaN",
        "double.NaN",
        "double.PositiveInfinity",
        "double.Epsilon",
        "double.MaxValue",
        "int.MinValue",
        "int.MaxValue",
        "2147483648",
        "1001, 1001",
        "65536",
        "1 << 20",
        "new int[0]",
        "null",
        "default",
        "[]",
        "\"\"",
        "\"1 2; 3\"",
        "\"0,25 0,5\"",
        "\"1;;2\"",
        "\"\u2212" + "1\"",
        "\"\\uD800\"",
        "$\"{1}\"",
        "nameof(M)",
        "typeof(int)",
        "missing",
        "M()",
        "(BorderMode)99",
        "(byte)1",
        "'x'",
        "@class",
        "#if X",
        "#endif",
        "#line 1 \"x\"",
        "/*",
        "*/",
        "//",
        "///",
        "\"\"\"",
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "<",
        ">",
        ";",
        "\"",
        "'",
        "[return: Kernel(\"1\")]",
        "[param: Correlation]",
        "[Correlation]",
        "[Kernel(\"1 2 1\")]",
        "[KernelShape(3)]",
        "[Unfold]",
        "[assembly: Correlation]",
        "[KernelFile(\"..\")]",
        "partial",
        "static",
        "abstract",
        "extern",
        "async",
        "unsafe",
        "ref",
        "out",
        "in",
        "params",
        "this",
        "scoped",
        "readonly",
        "virtual",
        "override",
        "new",
        "file",
        "required",
        "where T : struct",
        "<T>",
        "dynamic",
        "void*",
        "string",
        "object",
        "float[,,]",
        "(int a, int b)",
        "int?",
        "Span<Span<int>>",
        "T",
        "delegate*<void>",
        "source",
        "destination",
        "kernel",
        "bias",
        "width",
        "batch",
        "Divisor = 0",
        "Divisor = 1e-300",
        "Stride = 0",
        "Padding = -1",
        "PixelChannels = 1 << 24",
        "InputChannels = 0",
        "Groups = 7",
        "Anchor = new[] { 9 }",
        "Rows = 2",
        "Output = 1",
    ];

    /// <summary>Numbers that the compiler takes wherever it takes one.</summary>
    public static string[] Numbers { get; } =
    [
        "0",
        "1",
        "2",
        "3",
        "5",
        "7",
        "8",
        "16",
        "31",
        "64",
        "100",
        "255",
        "1000",
        "65536",
        "1 << 20",
        "-1",
        "-2",
        "int.MaxValue",
        "int.MinValue",
    ];

    /// <summary>Texts of kernels, and what may be typed in their place.</summary>
    public static string[] Texts { get; } =
    [
        "\"1\"",
        "\"1 2 1\"",
        "\"-1 0 1\"",
        "\"1 2; 3 4\"",
        "\"1 2 1; 2 4 2; 1 2 1\"",
        "\"0 0 0; 1 2 1; 0 0 0\"",
        "\"0\"",
        "\"1/3 1/3 1/3\"",
        "\"0.1 0.2 0.3 0.4\"",
        "\"1e5 -1e5\"",
        "\"1e39\"",
        "\"1e-400 1\"",
        "\"65535 65535; -1 1\"",
        "\"1 4 6 4 1; 4 16 24 16 4; 6 24 36 24 6; 4 16 24 16 4; 1 4 6 4 1\"",
        "\"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\"",
        "\"0 -1 0; -1 5 -1; 0 -1 0\"",
        "\"1;2;3;4;5;6;7;8;9\"",
        "\"1/99999999999999999999 1/99999999999999999989\"",
        "\"0,25 0,5 0,25\"",
        "\"1 2; 3\"",
        "\"x\"",
        "\"1,,2\"",
        "\"\"",
        "\" \"",
        "\"kernels/smooth.txt\"",
        "\"1 2 1\\n2 4 2\"",
    ];

    /// <summary>A file with a class that has the members.</summary>
    public static string InClass(string members) =>
        $"using System;\nusing ConvGen;\n\npublic static partial class Filters\n{{\n{members}\n}}\n";

    private static string Plane(string source, string destination) =>
        $"public static partial void M(ReadOnlySpan<{source}> source, int width, int height, Span<{destination}> destination);";
}
