using System.Globalization;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;
using ConvGen.Execution.Tests.Widths;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Jit;

/// <summary>What the JIT compiler makes of the kernels that are measured: it says so itself, in a process of its own.</summary>
public sealed class JitTests(ITestOutputHelper output)
{
    /// <summary>
    /// Looped instructions of which one may touch the frame. The compiler keeps coefficients there that the rows of a tile share, where 16
    /// registers are too few; reading them from there
    /// or from their table costs the same.
    /// </summary>
    private const int InstructionsPerSpill = 10;

    private static readonly string[] PassPrefixes = ["OneRow", "TwoRows", "FourRows", "EightRows"];

    private static readonly string[] Binomial5 = ["1", "4", "6", "4", "1"];

    /// <summary>Kernels whose loops must be tight: those of the benchmarks, and one of each plan.</summary>
    internal static IReadOnlyList<Declared> Declarations { get; } =
    [
        Floats(3, 3),
        Floats(5, 5),
        Floats(7, 7),
        Floats(11, 11),
        Floats(15, 15),
        Floats(31, 31),
        new(2, 5, 5, Outer(Binomial5)) { Divisor = "256", Border = Outside.Reflect101 },
        new(2, 5, 5, [.. Enumerable.Repeat("1", 25)]) { Divisor = "25", Border = Outside.Reflect101 },
        new(1, 1, 63, Irregular(63, 0)),
        new(1, 1, 255, Irregular(255, 0)),
        new(1, 1, 64, Irregular(64, 0)) { Strides = [2] },
        new(1, 1, 255, Integers(255)) { Source = Element.Int16, Destination = Element.Int32 },
        Bytes(3, ["1", "2", "1", "2", "4", "2", "1", "2", "1"], "16"),
        Bytes(5, Outer(Binomial5), "256"),
        Bytes(7, Outer(["1", "6", "15", "20", "15", "6", "1"]), "4096"),
        Bytes(15, Outer(["1", "3", "6", "12", "20", "30", "36", "40", "36", "30", "20", "12", "6", "3", "1"]), "65536"),
        Bytes(3, ["3", "-1", "4", "1", "5", "-9", "2", "6", "5"], "16"),
        Bytes(5, Integers(25), "64"),
        Bytes(7, Integers(49), "128"),
        Bytes(7, [.. Enumerable.Range(1, 49).Select(i => ((i * i * 31 % 71) - 30).ToString(CultureInfo.InvariantCulture))], "256"),
        Bytes(13, Integers(169), "256"),
        new(1, 1, 131, Integers(131))
        {
            Divisor = "64",
            Source = Element.Byte,
            Destination = Element.Byte,
        },
        Bytes(5, Integers(25), "64") with
        {
            PixelChannels = 3,
        },
        Bytes(9, Integers(81), "128") with
        {
            PixelChannels = 3,
        },
        Bytes(3, ["-1", "0", "1", "-2", "0", "2", "-1", "0", "1"], null) with
        {
            Destination = Element.Int16,
        },
        Bytes(3, ["0", "1", "0", "1", "-4", "1", "0", "1", "0"], null) with
        {
            Destination = Element.Int16,
        },
        Bytes(5, [.. Enumerable.Repeat("1", 25)], "25"),
        Bytes(3, ["1", "2", "1", "2", "4", "2", "1", "2", "1"], "16") with
        {
            PixelChannels = 3,
        },
        Bytes(5, Outer(Binomial5), "256") with
        {
            PixelChannels = 3,
        },
        Bytes(5, Outer(Binomial5), "256") with
        {
            Source = Element.Int32,
            Destination = Element.Int32,
        },
        Bytes(5, [.. Enumerable.Repeat("1", 25)], "25") with
        {
            Source = Element.Int32,
            Destination = Element.Int32,
        },
        Bytes(3, ["3", "1", "4", "1", "5", "9", "2", "6", "5"], "36") with
        {
            Source = Element.Int32,
            Destination = Element.Int32,
        },
        Bytes(3, ["2", "3", "2", "6", "9", "6", "4", "6", "4"], "42"),
        Bytes(5, [.. "-1 -4 -6 -4 -1 -4 -16 -24 -16 -4 -6 -24 476 -24 -6 -4 -16 -24 -16 -4 -1 -4 -6 -4 -1".Split(' ')], "256"),
        Bytes(5, Integers(25), "64") with
        {
            Source = Element.UInt16,
            Destination = Element.UInt16,
        },
        Bytes(15, [.. Enumerable.Repeat("1", 225)], "225"),
        Bytes(21, [.. Enumerable.Repeat("1", 441)], "441"),
        Bytes(21, [.. Enumerable.Repeat("1", 441)], "441") with
        {
            PixelChannels = 3,
        },
        Bytes(15, [.. Enumerable.Repeat("1", 225)], "225") with
        {
            Source = Element.UInt16,
            Destination = Element.UInt16,
        },
        Bytes(15, [.. Enumerable.Repeat("1", 225)], "225") with
        {
            Source = Element.Int32,
            Destination = Element.Int32,
        },
        new(2, 21, 21, [.. Enumerable.Repeat("1", 441)]) { Divisor = "441", Border = Outside.Reflect101 },
        Bytes(5, Outer(Binomial5), "256") with
        {
            Strides = [2, 2],
        },
        Bytes(5, Outer(Binomial5), "256") with
        {
            Strides = [2, 2],
            PixelChannels = 3,
        },
        new(2, 5, 5, Outer(Binomial5))
        {
            Divisor = "256",
            Strides = [2, 2],
            Border = Outside.Reflect101,
        },
        Bytes(3, ["-3", "-3", "-3", "-3", "40", "-3", "-3", "-3", "-3"], "16") with
        {
            PixelChannels = 3,
        },
    ];

    [Fact]
    public void Kernels_are_optimised_and_their_loops_neither_call_nor_spill()
    {
        if (!X86Base.X64.IsSupported || !Vector128.IsHardwareAccelerated)
        {
            // The listing is read as x64 assembly.
            output.WriteLine("NOT RUN: this processor is none of x64 with vectors");
            return;
        }

        using WidthProgram program = new([.. Declarations.Select(Trial.OfAnotherProcess)], [new Circumstances(400, 39, 0, 0, 1)]);
        string file = Path.Combine(program.Folder, "jit.txt");
        (string report, _) = program.Start(
            WidthSetting.All[0],
            new Dictionary<string, string>
            {
                ["DOTNET_JitStdOutFile"] = file,
                ["DOTNET_JitDisasmSummary"] = "1",
                ["DOTNET_JitDisasm"] = "OneRow* TwoRows* FourRows* EightRows* SlideOn SumUp SortRow",
            }
        );

        WidthSetting.All[0].Tell(output, report);
        string[] lines = File.ReadAllLines(file);
        string[] compiled = [.. lines.Where(line => line.Contains("JIT compiled ConvGen.Generated", StringComparison.Ordinal))];
        Assert.True(compiled.Length > 5 * Declarations.Count, $"only {compiled.Length} methods were compiled");
        Assert.DoesNotContain(compiled, line => line.Contains("MinOpts", StringComparison.Ordinal));

        JitListing[] passes = [.. JitListing.Parse(lines).Where(IsPass)];
        Assert.True(passes.Length > Declarations.Count, $"only {passes.Length} passes were listed");
        Assert.All(passes, pass => Assert.Contains("FullOpts", pass.Tier, StringComparison.Ordinal));
        Assert.All(passes, pass => Assert.NotEmpty(pass.Looped));
        string[] failures = [.. passes.Where(CallsOrSpills).Select(pass => pass.ToString())];
        Assert.True(failures.Length == 0, string.Join('\n', failures));
    }

    /// <summary>
    /// Whether a method computes many outputs at a time: the scalar code of one row, whose loops are short, is not measured.
    /// </summary>
    internal static bool IsPass(JitListing listing)
    {
        string name = listing.Method[(listing.Method.LastIndexOf(':') + 1)..];
        return name != "OneRow"
            && (PassPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) || name is "SlideOn" or "SumUp" or "SortRow");
    }

    /// <summary>Whether loops call, or touch the frame more often than they may.</summary>
    internal static bool CallsOrSpills(JitListing pass) =>
        pass.Calls.Any() || pass.Spills.Count() * InstructionsPerSpill > pass.Looped.Count;

    private static Declared Floats(int rows, int columns) =>
        new(2, rows, columns, Irregular(rows * columns, 1)) { Border = Outside.Reflect101 };

    private static Declared Bytes(int size, string[] weights, string? divisor) =>
        new(2, size, size, weights)
        {
            Divisor = divisor,
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Reflect101,
        };

    private static string[] Irregular(int count, int seed) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(i => string.Create(CultureInfo.InvariantCulture, $"{((i + seed) % 3 == 0 ? "-" : "")}0.{(i * i * i % 9973) + 1}")),
        ];

    private static string[] Integers(int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(i => ((i * i * i % 17) - 8 is 0 ? 3 : (i * i * i % 17) - 8).ToString(CultureInfo.InvariantCulture)),
        ];

    private static string[] Outer(string[] factor) =>
        [
            .. factor.SelectMany(a =>
                factor.Select(b =>
                    (int.Parse(a, CultureInfo.InvariantCulture) * int.Parse(b, CultureInfo.InvariantCulture)).ToString(
                        CultureInfo.InvariantCulture
                    )
                )
            ),
        ];
}
