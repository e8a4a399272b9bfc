namespace ConvGen.Generator.Tests.Pipeline;

/// <summary>A project of a hundred kernels as applications have them: pictures of four types and colours, signals, layers.</summary>
internal static class HundredKernels
{
    private static readonly string[] Borders = ["Reflect101", "Replicate", "Constant", "Symmetric", "Wrap"];

    /// <summary>What pictures are filtered with.</summary>
    private static readonly string[] Filters =
    [
        "Kernel(\"1 2 1; 2 4 2; 1 2 1\", Divisor = 16)",
        "GaussianKernel(1.4)",
        "BoxKernel(2)",
        "Kernel(\"0 -1 0; -1 5 -1; 0 -1 0\")",
        "SobelKernel(Axis.Columns)",
        "LaplacianKernel",
        "Kernel(\"3 -1 4; 1 -5 9; 2 6 -5\", Divisor = 8)",
        "Kernel(\"1 3 2 0 1; 2 5 7 4 1; 3 8 9 6 2; 1 4 6 5 2; 0 1 3 2 1\", Divisor = 64)",
        "KernelShape(3, 3)",
        "BinomialKernel(7)",
    ];

    private static readonly (string Source, string Destination, string Options)[] Pictures =
    [
        ("byte", "byte", ""),
        ("float", "float", ""),
        ("ushort", "ushort", ""),
        ("byte", "byte", ", PixelChannels = 3"),
        ("byte", "short", ", PixelChannels = 4"),
        ("short", "short", ", Stride = 2"),
    ];

    private static readonly string[] Lines =
    [
        "Kernel(\"1 4 6 4 1\", Divisor = 16)",
        "SavitzkyGolayKernel(9, 2)",
        "WindowedSincKernel(31, 0.2)",
        "WindowedSincKernel(63, 0.1)",
        "KernelShape(15)",
    ];

    private static readonly (string Source, string Destination)[] Signals =
    [
        ("float", "float"),
        ("short", "short"),
        ("double", "double"),
        ("byte", "float"),
    ];

    private static readonly (string Shape, string Options)[] Layers =
    [
        ("KernelShape(3, 3, InputChannels = 3, OutputChannels = 16)", "Padding = 1, Activation = Activation.Relu"),
        ("KernelShape(3, 3, InputChannels = 16, OutputChannels = 32)", "Padding = 1"),
        ("KernelShape(1, 1, InputChannels = 32, OutputChannels = 32)", "Mode = OutputMode.Same"),
        ("KernelShape(3, 3, InputChannels = 32, OutputChannels = 32, Groups = 32)", "Padding = 1"),
        ("KernelShape(3, 3, InputChannels = 8, OutputChannels = 8)", "Padding = 1, Layout = ChannelLayout.Planar"),
    ];

    /// <summary>The number of declarations.</summary>
    public static int Count => (Filters.Length * Pictures.Length) + (2 * Filters.Length) + (Lines.Length * 3) + Layers.Length;

    /// <summary>The project's file.</summary>
    public static string Source =>
        $"using System;\nusing ConvGen;\n\nnamespace Imaging;\n\npublic static partial class Filters\n{{\n{string.Concat(Members())}}}\n";

    private static IEnumerable<string> Members()
    {
        int number = 0;
        foreach ((string source, string destination, string options) in Pictures)
        {
            foreach (string filter in Filters)
            {
                yield return Picture(
                    $"Border = BorderMode.{Borders[number % Borders.Length]}{options}",
                    filter,
                    number++,
                    source,
                    destination
                );
            }
        }

        foreach (string filter in Filters)
        {
            string kernel = filter.Contains("Shape", StringComparison.Ordinal) ? ", double[] kernel" : "";
            yield return $"    [Convolution(Mode = OutputMode.Valid), {filter}]\n    public static partial double[,] Shaped{number++}(double[,] source{kernel});\n\n";
            yield return Picture("Mode = OutputMode.Full", filter, number++, "int", "int");
        }

        for (int line = 0; line < Lines.Length; line++)
        {
            foreach ((string source, string destination) in Signals.Where((_, type) => type != line % Signals.Length))
            {
                string kernel = Lines[line].Contains("Shape", StringComparison.Ordinal)
                    ? $"ReadOnlySpan<{(source == "byte" ? "float" : source)}> kernel, "
                    : "";
                yield return $"    [Convolution(Border = BorderMode.{Borders[number % Borders.Length]}), {Lines[line]}]\n    public static partial void Signal{number++}(ReadOnlySpan<{source}> source, {kernel}Span<{(source == "short" && kernel.Length > 0 ? "int" : destination)}> destination);\n\n";
            }
        }

        foreach ((string shape, string options) in Layers)
        {
            yield return $"    [Correlation({options}), {shape}]\n    public static partial void Layer{number++}(ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, ReadOnlySpan<float> bias, Span<float> destination);\n\n";
        }
    }

    private static string Picture(string options, string filter, int number, string source, string destination)
    {
        bool isRunTime = filter.Contains("Shape", StringComparison.Ordinal);
        string kernel = isRunTime ? $"ReadOnlySpan<{(source == "float" ? "float" : "short")}> kernel, " : "";
        string result =
            isRunTime && source != "float"
                ? source == "int"
                    ? "long"
                    : "int"
                : destination;
        return $"    [Correlation({options}), {filter}]\n    public static partial void Picture{number}(ReadOnlySpan<{source}> source, int width, int height, {kernel}Span<{result}> destination);\n\n";
    }
}
