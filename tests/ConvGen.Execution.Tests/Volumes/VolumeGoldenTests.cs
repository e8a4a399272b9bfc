using System.Globalization;
using System.Text.Json;
using ConvGen.Execution.Tests.Compilation;

namespace ConvGen.Execution.Tests.Volumes;

/// <summary>Filters of volumes against SciPy: <c>ndimage.correlate</c>, <c>ndimage.convolve</c> and <c>signal.convolve</c>.</summary>
public sealed class VolumeGoldenTests
{
    private const int FewestCases = 60;

    /// <summary>Weights known at compile time, and the same at run time.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Results_are_those_of_the_reference(bool isRunTime)
    {
        using JsonDocument document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Goldens", "Volumes", "volumes.json"))
        );
        JsonElement[] cases = [.. document.RootElement.EnumerateArray()];
        Assert.InRange(cases.Length, FewestCases, int.MaxValue);
        using CompiledBatch batch = Batch.OfMembers(cases.Select((golden, index) => Member(golden, "M" + Text(index), isRunTime)));
        for (int index = 0; index < cases.Length; index++)
        {
            JsonElement golden = cases[index];
            (int[] shape, double[] source) = Array(golden, "input");
            (int[] taps, double[] kernel) = Array(golden, "kernel");
            double[] expected = Array(golden, "output").Data;
            double[] actual = isRunTime
                ? batch.Method<Func<double[], int, int, int, double[], double[]>>("M" + Text(index))(
                    source,
                    shape[2],
                    shape[1],
                    shape[0],
                    kernel
                )
                : batch.Method<Func<double[], int, int, int, double[]>>("M" + Text(index))(source, shape[2], shape[1], shape[0]);
            string name = golden.GetProperty("name").GetString()!;
            Assert.True(expected.Length == actual.Length, $"{name}: {actual.Length} samples instead of {expected.Length}");

            // Twice the bound of a sum: the reference has errors of its own.
            double allowed =
                2
                * (kernel.Length + 2)
                * Math.ScaleB(1, -53)
                * kernel.Sum(Math.Abs)
                * Math.Max(source.Max(Math.Abs), golden.GetProperty("borderValue").GetDouble());
            for (int i = 0; i < actual.Length; i++)
            {
                Assert.True(
                    Math.Abs(actual[i] - expected[i]) <= allowed,
                    $"{name}: element {i} is {actual[i]:R} instead of {expected[i]:R}"
                );
            }
        }
    }

    private static string Member(JsonElement golden, string name, bool isRunTime)
    {
        (int[] shape, double[] weights) = Array(golden, "kernel");
        string border =
            char.ToUpperInvariant(golden.GetProperty("border").GetString()![0]) + golden.GetProperty("border").GetString()![1..];
        string mode = golden.GetProperty("mode").GetString()!;
        List<string> options =
        [
            $"Mode = global::ConvGen.OutputMode.{char.ToUpperInvariant(mode[0])}{mode[1..]}",
            $"Border = global::ConvGen.BorderMode.{border}",
        ];
        if (border == "Constant")
        {
            options.Add("BorderValue = " + golden.GetProperty("borderValue").GetRawText());
        }

        if (golden.TryGetProperty("anchor", out JsonElement anchor))
        {
            options.Add("Anchor = new[] { " + string.Join(", ", anchor.EnumerateArray().Select(static tap => tap.GetRawText())) + " }");
        }

        IEnumerable<string> planes = weights
            .Select(static weight => weight.ToString("R", CultureInfo.InvariantCulture))
            .Chunk(shape[2])
            .Select(static row => string.Join(' ', row))
            .Chunk(shape[1])
            .Select(static rows => string.Join("; ", rows));
        string kernel = isRunTime ? $"KernelShape({string.Join(", ", shape)})" : $"Kernel(\"{string.Join(" | ", planes)}\")";
        string operation = golden.GetProperty("operation").GetString() == "convolution" ? "Convolution" : "Correlation";
        return $"[global::ConvGen.{operation}({string.Join(", ", options)}), global::ConvGen.{kernel}]\n"
            + $"internal static partial double[] {name}(double[] source, int width, int height, int depth{(isRunTime ? ", double[] kernel" : "")});\n";
    }

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
