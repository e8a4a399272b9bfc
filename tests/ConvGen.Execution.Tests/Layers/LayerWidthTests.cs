using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Quantised;
using ConvGen.Execution.Tests.Trials;
using ConvGen.Execution.Tests.Widths;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>
/// The same layers at every vector width that the runtime can be made to use: the same bits wherever the processor fuses alike.
/// </summary>
public sealed class LayerWidthTests(ITestOutputHelper output)
{
    private const string Name = "LayerWidths";

    private static readonly ZeroPoints Zeros = new(Source: true, Kernel: false, Destination: true);

    private static readonly Declared Plain = new(2, 3, 3, []) { Kernel = Element.Single, Border = Outside.Reflect101 };

    internal static IReadOnlyList<DeclaredLayer> Layers { get; } =
    [
        new(Plain, 3, 16) { Bias = Element.Single },
        new(Plain, 2, 40) { IsRelu = true },
        new(Plain, 3, 11) { IsOutputFirst = true },
        new(Plain with { Strides = [2, 2], Mode = Window.Valid }, 2, 24),
        new(Plain with { Dilations = [1, 2] }, 4, 32, 2),
        new(Plain, 19, 19, 19),
        new(Plain, 3, 4),
        new(Plain, 4, 8)
        {
            IsPlanar = true,
            IsOutputFirst = true,
            Bias = Element.Single,
        },
        new(Plain with { Strides = [1, 3] }, 2, 7) { IsPlanar = true },
        new(Plain, 20, 40)
        {
            IsPlanar = true,
            IsOutputFirst = true,
            IsPrepared = true,
            Bias = Element.Single,
        },
        new(
            Plain with
            {
                Source = Element.Double,
                Kernel = Element.Double,
                Destination = Element.Double,
                Border = Outside.Constant,
            },
            17,
            19
        )
        {
            IsPlanar = true,
        },
        new(Plain with { IsStrict = true }, 3, 17) { Bias = Element.Single },
        new(Plain with { Source = Element.Double, Kernel = Element.Double, Destination = Element.Double }, 3, 9),
        new(Plain with { Source = Element.Byte, Kernel = Element.SByte, Destination = Element.Int32 }, 3, 18) { Bias = Element.Int32 },
        new(Plain with { Source = Element.Byte, Destination = Element.Byte }, 3, 5) { Maximum = "200" },
        new(new Declared(1, 1, 5, []) { Kernel = Element.Single }, 3, 21),
        new(Plain, 19, 19, 19)
        {
            IsPlanar = true,
            IsOutputFirst = true,
            Bias = Element.Single,
        },
        new(Plain with { Strides = [2, 1] }, 24, 24, 24) { IsRelu = true },
        new(Plain with { Source = Element.Byte, Kernel = Element.SByte, Destination = Element.Byte, Border = Outside.Constant }, 6, 18)
        {
            Bias = Element.Int32,
            Quantised = Zeros,
        },
        new(Plain with { Source = Element.Byte, Kernel = Element.SByte, Destination = Element.SByte }, 38, 40)
        {
            IsPrepared = true,
            Bias = Element.Int32,
            Quantised = Zeros,
        },
        new(Plain with { Source = Element.SByte, Kernel = Element.SByte, Destination = Element.Byte, Border = Outside.Constant }, 16, 32)
        {
            IsPrepared = true,
            Quantised = Zeros,
        },
        new(Plain with { Source = Element.SByte, Kernel = Element.SByte, Destination = Element.Int32 }, 15, 20) { IsOutputFirst = true },
        new(Plain with { Source = Element.Byte, Kernel = Element.SByte, Destination = Element.Int32 }, 16, 32) { IsPrepared = true },
        new(Plain with { Source = Element.SByte, Kernel = Element.Byte, Destination = Element.SByte }, 5, 9)
        {
            IsPlanar = true,
            IsRelu = true,
            Quantised = Zeros,
        },
    ];

    [Fact]
    public void Every_width_gives_the_same_bits()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("convgen-layers-");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, Name + ".dll"), Program());
            File.Copy(typeof(PreparedKernel<>).Assembly.Location, Path.Combine(folder.FullName, "ConvGen.dll"));
            File.WriteAllText(
                Path.Combine(folder.FullName, Name + ".runtimeconfig.json"),
                "{\"runtimeOptions\":{\"framework\":{\"name\":\"Microsoft.NETCore.App\",\"version\":\"" + Environment.Version + "\"}}}"
            );
            (WidthSetting Setting, string[] Lines)[] outcomes =
            [
                .. WidthSetting.Here(output).Select(setting => (setting, Start(folder.FullName, setting))),
            ];
            foreach ((WidthSetting setting, string[] lines) in outcomes)
            {
                Assert.Equal(Layers.Count + 1, lines.Length);
                setting.Tell(output, lines[0]);
                if (X86Base.IsSupported)
                {
                    Assert.Equal((setting.Name, setting.ExpectedReport), (setting.Name, lines[0]));
                }

                string[] partner = outcomes.First(other => Fuses(other.Lines[0]) == Fuses(lines[0])).Lines;
                for (int i = 0; i < Layers.Count; i++)
                {
                    bool isFree = !Layers[i].Space.IsStrict && !LayerOracle.IsExact(Layers[i]);
                    Assert.True((isFree ? partner : outcomes[0].Lines)[i + 1] == lines[i + 1], $"{setting.Name} differs: {Layers[i]}");
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Fuses(string report) => report[(report.LastIndexOf(' ') + 1)..];

    private static string[] Start(string folder, WidthSetting setting)
    {
        string host = Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
        );
        ProcessStartInfo start = new(host, [Path.Combine(folder, Name + ".dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (setting.Variable.Length > 0)
        {
            start.Environment[setting.Variable] = setting.Value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{setting.Name}: {errors.Result}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>
    /// A program that prints one line for each layer: a hash of its results on sources of many widths, tails of every length among them.
    /// </summary>
    private static byte[] Program()
    {
        StringBuilder calls = new();
        for (int i = 0; i < Layers.Count; i++)
        {
            DeclaredLayer layer = Layers[i];
            string bias = layer.Bias is { } type ? $", Numbers<{type.Keyword()}>({layer.Outputs}, 3)" : "";
            string kernel = layer.Space.Kernel!.Value.Keyword(),
                weights = $"Numbers<{kernel}>({layer.WeightCount}, 2)";
            weights = layer.IsPrepared ? $"new global::ConvGen.PreparedKernel<{kernel}>({weights})" : weights;
            string scale = layer.Quantised is null
                ? ""
                : $", Numbers<float>({layer.Outputs}, 4, 0.01), 30, {(layer.Space.Destination == Element.Byte ? 7 : -7)}";
            string sizes = layer.Space.Axes == 2 ? "width, 5, " : "";
            int rows = layer.Space.Axes == 2 ? 5 : 1;
            calls.Append(
                CultureInfo.InvariantCulture,
                $$"""
                hash = 14695981039346656037UL;
                foreach (int width in new[] { 3, 4, 7, 8, 12, 17, 35, 61 })
                {
                    {{layer.Space.Destination.Keyword()}}[] result = new {{layer.Space.Destination.Keyword()}}[width * {{rows
                    * layer.Outputs}}];
                    {{TrialBatch.NameOf(i)}}(Numbers<{{layer.Space.Source.Keyword()}}>(width * {{rows
                    * layer.Inputs}}, 1), {{sizes}}{{weights}}{{bias}}{{scale}}, result);
                    foreach (byte b in System.Runtime.InteropServices.MemoryMarshal.AsBytes<{{layer.Space.Destination.Keyword()}}>(result)) { hash = unchecked((hash ^ b) * 1099511628211UL); }
                }
                System.Console.WriteLine(hash);

                """
            );
        }

        string entry = $$"""

            private static void Main()
            {
                {{WidthSetting.ReportSource}}
                ulong hash;
                {{calls}}
            }

            private static T[] Numbers<T>(int count, int seed, double size = 100) where T : System.Numerics.INumber<T>
            {
                System.Random random = new(seed);
                T[] numbers = new T[count];
                for (int i = 0; i < count; i++) { numbers[i] = T.CreateTruncating((random.NextDouble() - 0.3) * size); }
                return numbers;
            }

            """;
        string members = string.Join('\n', Layers.Select((layer, index) => layer.ToSource(TrialBatch.NameOf(index)))) + entry;
        return Batch.Emit(Batch.Wrap([members]), new BatchSettings { AssemblyName = Name, Output = OutputKind.ConsoleApplication });
    }
}
