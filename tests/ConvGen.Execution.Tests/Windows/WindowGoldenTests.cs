using System.Text.Json;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Windows;

/// <summary>Window matrices that are printed elsewhere.</summary>
public sealed class WindowGoldenTests
{
    private static readonly string[] Names = ["seed-windows-1d", "seed-windows-1d-channels", "seed-windows-2d", "seed-windows-2d-channels"];

    [Fact]
    public void Every_case_is_tested() => Assert.Equal(Names, Cases().Select(element => element.GetProperty("name").GetString()));

    [Fact]
    public void The_matrices_are_those_that_are_printed()
    {
        JsonElement[] cases = [.. Cases()];
        WindowDeclared[] declarations = [.. cases.Select(Read)];
        using CompiledBatch batch = Batch.OfMembers(declarations.Select((d, i) => d.ToSource("M" + i, isFold: false)));
        for (int i = 0; i < cases.Length; i++)
        {
            int[] input = Numbers(cases[i], "input", "data");
            int[] shape = Numbers(cases[i], "input", "shape");
            int[] matrix = Numbers(cases[i], "output", "shape");
            int[] actual = new int[matrix[0] * matrix[1]];
            if (declarations[i].Geometry.Axes == 1)
            {
                batch.Method<SizedLine<int, int>>("M" + i)(input, shape[0], actual);
            }
            else
            {
                batch.Method<Plane<int, int>>("M" + i)(input, shape[1], shape[0], actual);
            }

            Assert.Equal(Numbers(cases[i], "output", "data"), actual);
        }
    }

    /// <summary>The documents print transposed matrices, too: one column a window, channels outermost.</summary>
    [Fact]
    public void The_transpose_with_channels_outermost_is_what_PyTorch_gives()
    {
        WindowDeclared declared = Read(Cases().Last());
        using CompiledBatch batch = Batch.OfMembers([declared.ToSource("M", isFold: false)]);
        int[] image = [.. Enumerable.Range(0, 4 * 4 * 2)];
        int[] actual = new int[4 * 18];
        batch.Method<Plane<int, int>>("M")(image, 4, 4, actual);

        // torch.nn.functional.unfold of channel 0 = 0, 2, .. 30 and channel 1 = 1, 3, .. 31 with a kernel of 3 x 3: rows of (channel, r,
        // c), columns of windows.
        for (int channel = 0; channel < 2; channel++)
        {
            for (int place = 0; place < 9; place++)
            {
                for (int window = 0; window < 4; window++)
                {
                    int torch = (2 * (((((window / 2) + (place / 3)) * 4) + (window % 2) + (place % 3)))) + channel;
                    Assert.Equal(torch, actual[(window * 18) + (place * 2) + channel]);
                }
            }
        }
    }

    private static IEnumerable<JsonElement> Cases()
    {
        using JsonDocument document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Goldens", "windows.json"))
        );
        return [.. document.RootElement.EnumerateArray().Select(element => element.Clone())];
    }

    private static WindowDeclared Read(JsonElement element)
    {
        int[] window = [.. element.GetProperty("window").EnumerateArray().Select(n => n.GetInt32())];
        bool hasChannels = element.GetProperty("layout").GetString()!.EndsWith('C');
        int channels = hasChannels ? Numbers(element, "input", "shape")[^1] : 1;
        return new WindowDeclared(
            new Declared(window.Length, window.Length == 2 ? window[0] : 1, window[^1], []) { Mode = Window.Valid },
            Element.Int32,
            channels,
            false,
            false
        );
    }

    private static int[] Numbers(JsonElement element, string part, string name) =>
        [.. element.GetProperty(part).GetProperty(name).EnumerateArray().Select(n => n.GetInt32())];
}
