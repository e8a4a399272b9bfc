using System.Runtime.Intrinsics.X86;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;
using ConvGen.Execution.Tests.Trials;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Widths;

/// <summary>The same code at every vector width that the runtime can be made to use.</summary>
public sealed class WidthTests(ITestOutputHelper output)
{
    private static readonly string[] General = ["0.1", "-0.7", "1.3", "2.25", "-3.5", "0.01", "1/3", "0.9", "-1.1"];

    private static readonly Declared[] Declarations =
    [
        new(2, 3, 3, General) { IsConvolution = true, Border = Outside.Reflect101 },
        new(2, 3, 3, General) { IsStrict = true, Border = Outside.Symmetric },
        new(2, 3, 3, ["1", "2", "1", "2", "4", "2", "1", "2", "1"]) { Divisor = "16", Border = Outside.Replicate },
        new(2, 3, 3, ["1", "2", "1", "2", "4", "2", "1", "2", "1"])
        {
            Divisor = "16",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Reflect101,
        },
        new(2, 3, 3, ["1", "0", "-1", "2", "0", "-2", "1", "0", "-1"])
        {
            Source = Element.Byte,
            Destination = Element.Int16,
            Border = Outside.Replicate,
        },
        new(2, 3, 3, General)
        {
            Source = Element.Double,
            Destination = Element.Double,
            Mode = Window.Full,
        },
        new(2, 5, 5, [.. Enumerable.Range(0, 25).Select(i => i % 7 == 3 ? "0" : $"0.{i + 1}")]) { Border = Outside.Wrap },
        new(2, 2, 4, [.. Enumerable.Range(1, 8).Select(i => $"{i * 3}")])
        {
            Divisor = "7",
            Source = Element.Byte,
            Destination = Element.Byte,
            PixelChannels = 3,
        },
        new(2, 3, 3, []) { Kernel = Element.Single, Border = Outside.Replicate },
        new(2, 3, 3, [])
        {
            Kernel = Element.Int16,
            Source = Element.Byte,
            Destination = Element.Int32,
            Mode = Window.Valid,
        },
        new(2, 3, 3, General) { Source = Element.Byte, Destination = Element.Single },
        new(2, 3, 3, General) { Destination = Element.Byte, PixelChannels = 4 },
        new(2, 3, 3, General) { Source = Element.Half, Destination = Element.Half },
        new(2, 3, 2, ["1", "-2", "3", "-4", "5", "-6"])
        {
            Source = Element.Int16,
            Destination = Element.Int16,
            Strides = [2, 2],
            Dilations = [1, 3],
        },
        new(2, 3, 3, ["3", "1", "4", "1", "5", "9", "2", "6", "5"])
        {
            Divisor = "9",
            Source = Element.UInt16,
            Destination = Element.UInt16,
        },
        new(2, 3, 1, ["1000", "-2000", "3000"]) { Source = Element.Int32, Destination = Element.Int64 },
        new(2, 3, 3, [.. Enumerable.Repeat("1", 9)])
        {
            Divisor = "9",
            Source = Element.Int32,
            Destination = Element.Int32,
            Border = Outside.Reflect101,
        },
        new(2, 3, 3, ["3", "-1", "4", "1", "50000000", "-9", "2", "6", "5"])
        {
            Divisor = "1000003",
            Source = Element.Int32,
            Destination = Element.Int32,
            Border = Outside.Replicate,
        },
        new(1, 1, 9, General) { IsConvolution = true, Mode = Window.Full },
        new(1, 1, 65, [.. Enumerable.Range(0, 65).Select(i => $"0.{(i * i % 97) + 1}")])
        {
            IsTransform = true,
            Border = Outside.Reflect101,
        },
        new(2, 17, 17, [.. Enumerable.Range(0, 289).Select(i => $"0.{(i * i % 97) + 1}")])
        {
            IsTransform = true,
            Mode = Window.Full,
            PixelChannels = 3,
        },
        new(2, 15, 19, [.. Enumerable.Range(0, 285).Select(i => $"0.{(i * i % 97) + 1}")])
        {
            IsTransform = true,
            Source = Element.Double,
            Destination = Element.Double,
            Border = Outside.Symmetric,
        },
        new(1, 1, 33, [.. Enumerable.Range(0, 33).Select(i => $"{i - 16}")])
        {
            Source = Element.Int16,
            Destination = Element.Int32,
            Border = Outside.Wrap,
        },
    ];

    /// <summary>One column runs scalar code at every width; the others run tails of every width.</summary>
    private static readonly Circumstances[] Pictures =
    [
        new(1, 9, 0, 0, 1),
        new(7, 5, 0, 0, 2),
        new(19, 4, 0, 0, 3),
        new(35, 6, 0, 0, 4),
        new(67, 3, 0, 0, 5),
        new(131, 13, 0, 0, 6),
    ];

    [Fact]
    public void Every_width_gives_the_same_numbers()
    {
        using WidthProgram program = new(
            [.. Declarations.Concat(OtherProcessorDeclarations.WideProducts).Select(Trial.OfAnotherProcess)],
            Pictures
        );
        (WidthSetting Setting, string Report, IReadOnlyList<byte[]> Results)[] outcomes =
        [
            .. WidthSetting
                .Here(output)
                .Select(setting => (setting, program.Start(setting)))
                .Select(o => (o.setting, o.Item2.Report, o.Item2.Results)),
        ];

        foreach ((WidthSetting setting, string report, IReadOnlyList<byte[]> results) in outcomes)
        {
            setting.Tell(output, report);
            if (X86Base.IsSupported)
            {
                Assert.Equal((setting.Name, setting.ExpectedReport), (setting.Name, report));
            }

            for (int i = 0; i < program.Runs.Count; i++)
            {
                string? objection = program.Runs[i].Trial.Check(program.Runs[i].Circumstances, results[i]);
                Assert.True(objection is null, $"{setting.Name}: {program.Runs[i].Trial} on {program.Runs[i].Circumstances}: {objection}");
            }
        }

        foreach ((WidthSetting setting, string report, IReadOnlyList<byte[]> results) in outcomes)
        {
            (WidthSetting partner, _, IReadOnlyList<byte[]> expected) = outcomes.First(o => Fuses(o.Report) == Fuses(report));
            for (int i = 0; i < program.Runs.Count; i++)
            {
                bool isFree = program.Runs[i].Trial.Declared is { IsStrict: false } declared && !Arithmetic.IsExact(declared);
                byte[] wanted = isFree ? expected[i] : outcomes[0].Results[i];
                Assert.True(
                    wanted.AsSpan().SequenceEqual(results[i]),
                    $"{setting.Name} differs from {partner.Name}: {program.Runs[i].Trial} on {program.Runs[i].Circumstances}"
                );
            }
        }
    }

    private static string Fuses(string report) => report[(report.LastIndexOf(' ') + 1)..];
}
