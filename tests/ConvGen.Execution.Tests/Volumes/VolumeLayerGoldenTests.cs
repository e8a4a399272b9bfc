using System.Globalization;
using System.Text.Json;
using ConvGen.Execution.Tests.Compilation;

namespace ConvGen.Execution.Tests.Volumes;

/// <summary>
/// Layers over volumes against PyTorch's <c>conv3d</c>, and against SciPy: <c>signal.correlate</c> and <c>signal.convolve</c> for each pair
/// of channels, summed.
/// </summary>
public sealed class VolumeLayerGoldenTests
{
    private static readonly string[] Carriers = ["", "double[] kernel", "global::ConvGen.PreparedKernel<double> kernel"];

    /// <summary>Weights known at compile time, at run time, and prepared.</summary>
    [Theory]
    [InlineData("layers.json", 70, 0)]
    [InlineData("layers.json", 70, 1)]
    [InlineData("layers.json", 70, 2)]
    [InlineData("conv3d.json", 7, 0)]
    [InlineData("conv3d.json", 7, 1)]
    [InlineData("conv3d.json", 7, 2)]
    public void Results_are_those_of_the_reference(string file, int fewest, int carrier)
    {
        using JsonDocument document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Goldens", "Volumes", file))
        );
        JsonElement[] cases = [.. document.RootElement.EnumerateArray()];
        Assert.InRange(cases.Length, fewest, int.MaxValue);
        using CompiledBatch batch = Batch.OfMembers(cases.Select((golden, index) => Member(golden, "M" + Text(index), Carriers[carrier])));
        for (int index = 0; index < cases.Length; index++)
        {
            JsonElement golden = cases[index];
            (int[] shape, double[] source) = Array(golden, "input");
            double[] kernel = Array(golden, "kernel").Data,
                bias = Array(golden, "bias").Data,
                expected = Array(golden, "output").Data;
            int first = golden.GetProperty("layout").GetString() == "CDHW" ? 1 : 0;
            (int depth, int height, int width) = (shape[first], shape[first + 1], shape[first + 2]);
            string name = "M" + Text(index);
            double[] actual = carrier switch
            {
                0 => batch.Method<Func<double[], int, int, int, double[], double[]>>(name)(source, width, height, depth, bias),
                1 => batch.Method<Func<double[], int, int, int, double[], double[], double[]>>(name)(
                    source,
                    width,
                    height,
                    depth,
                    kernel,
                    bias
                ),
                _ => batch.Method<Func<double[], int, int, int, PreparedKernel<double>, double[], double[]>>(name)(
                    source,
                    width,
                    height,
                    depth,
                    new PreparedKernel<double>(kernel),
                    bias
                ),
            };

            // All numbers are whole, so that every sum is exact.
            Assert.True(expected.AsSpan().SequenceEqual(actual), golden.GetProperty("name").GetString());
        }
    }

    private static string Member(JsonElement golden, string name, string carrier)
    {
        (int[] shape, double[] weights) = Array(golden, "kernel");
        bool isOutputFirst = golden.GetProperty("kernelLayout").GetString() == "OIDHW";
        (int places, int output, int input) = isOutputFirst ? (2, 0, 1) : (0, 4, 3);
        int groups = golden.GetProperty("groups").GetInt32();
        string mode = Pascal(golden, "mode"),
            border = Pascal(golden, "border");
        List<string> options =
        [
            mode == "Padded" ? $"Paddings = new[] {{ {List(golden, "paddings")} }}" : "Mode = global::ConvGen.OutputMode." + mode,
            "Border = global::ConvGen.BorderMode." + border,
            $"Strides = new[] {{ {List(golden, "strides")} }}",
            $"Dilations = new[] {{ {List(golden, "dilations")} }}",
            $"Layout = global::ConvGen.ChannelLayout.{(golden.GetProperty("layout").GetString() == "CDHW" ? "Planar" : "Interleaved")}",
            $"KernelLayout = global::ConvGen.KernelLayout.{(isOutputFirst ? "OutputFirst" : "InputFirst")}",
        ];
        if (border == "Constant")
        {
            options.Add("BorderValue = " + golden.GetProperty("borderValue").GetRawText());
        }

        string channels = $"InputChannels = {Text(shape[input] * groups)}, OutputChannels = {Text(shape[output])}, Groups = {Text(groups)}";
        string kernel =
            carrier.Length > 0
                ? $"KernelShape({Text(shape[places])}, {Text(shape[places + 1])}, {Text(shape[places + 2])}, {channels})"
                : $"Kernel(\"{string.Join(' ', weights.Select(static weight => weight.ToString("R", CultureInfo.InvariantCulture)))}\", "
                    + $"Planes = {Text(shape[places])}, Rows = {Text(shape[places + 1])}, Columns = {Text(shape[places + 2])}, {channels})";
        string operation = golden.GetProperty("operation").GetString() == "convolution" ? "Convolution" : "Correlation";
        return $"[global::ConvGen.{operation}({string.Join(", ", options)}), global::ConvGen.{kernel}]\n"
            + $"internal static partial double[] {name}(double[] source, int width, int height, int depth, "
            + $"{(carrier.Length > 0 ? carrier + ", " : "")}double[] bias);\n";
    }

    private static string Pascal(JsonElement golden, string name)
    {
        string text = golden.GetProperty(name).GetString()!;
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string List(JsonElement golden, string name) =>
        string.Join(", ", golden.GetProperty(name).EnumerateArray().Select(static value => value.GetRawText()));

    private static (int[] Shape, double[] Data) Array(JsonElement golden, string name)
    {
        JsonElement array = golden.GetProperty(name);
        return (
            [.. array.GetProperty("shape").EnumerateArray().Select(static length => length.GetInt32())],
            [.. array.GetProperty("data").EnumerateArray().Select(static value => value.GetDouble())]
        );
    }

    private static string Text(int index) => index.ToString(CultureInfo.InvariantCulture);
}
