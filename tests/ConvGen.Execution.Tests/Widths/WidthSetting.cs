using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Widths;

/// <summary>An environment in which the runtime uses vectors of another width, and what it must say about itself then.</summary>
/// <param name="Name">The name in test results.</param>
/// <param name="Variable">The environment variable; empty for the processor as it is.</param>
/// <param name="Value">The variable's value.</param>
internal sealed record WidthSetting(string Name, string Variable, string Value)
{
    public static IReadOnlyList<WidthSetting> All { get; } =
    [
        new("default", "", ""),
        new("512", "DOTNET_PreferredVectorBitWidth", "512"),
        new("256", "DOTNET_EnableAVX512", "0"),
        new("128", "DOTNET_PreferredVectorBitWidth", "128"),
        new("128 without FMA", "DOTNET_EnableAVX2", "0"),
        new("scalar", "DOTNET_EnableHWIntrinsic", "0"),
        // The same instructions without a broadcast that is part of another one: a test of the compiler itself, beside the default and 256
        // bits without EVEX.
        new("no embedded broadcast", "DOTNET_EnableEmbeddedBroadcast", "0") { NeedsAvx512 = true },
        new("no products of bytes", "DOTNET_EnableAVXVNNI", "0"),
    ];

    /// <summary>Whether the setting makes no difference on processors without AVX-512.</summary>
    public bool NeedsAvx512 { get; private init; }

    /// <summary>The settings that this processor can be made to differ by; the test's output names the others.</summary>
    public static IReadOnlyList<WidthSetting> Here(ITestOutputHelper output)
    {
        foreach (WidthSetting absent in All.Where(setting => setting.NeedsAvx512 && !Avx512F.IsSupported))
        {
            output.WriteLine($"{absent.Name}: NOT RUN, for this processor has no AVX-512");
        }

        return [.. All.Where(setting => !setting.NeedsAvx512 || Avx512F.IsSupported)];
    }

    /// <summary>Writes what a process with the setting ran for real.</summary>
    public void Tell(ITestOutputHelper output, string report)
    {
        string[] answers = report.Split(' ');
        string width = new[] { "512", "256", "128" }.Where((_, index) => answers[index] == bool.TrueString).FirstOrDefault() ?? "no";
        string wanted = Name == "512" && width != Name ? "; 512 bits were asked for and are NOT THERE" : "";
        output.WriteLine(
            $"{Name}: ran for real with vectors of {width} bits, {(answers[4] == bool.TrueString ? "fused" : "not fused")}, "
                + $"{(answers[3] == bool.TrueString ? "with" : "without")} products of bytes (AVX-VNNI){wanted}"
        );
    }

    /// <summary>
    /// What a process prints first: accelerated widths, then whether it multiplies bytes four at a time, and whether it fuses.
    /// </summary>
    public const string ReportSource = """
        System.Console.WriteLine($"{System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated} {System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated} "
            + $"{System.Runtime.Intrinsics.Vector128.IsHardwareAccelerated} "
            + $"{System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated && System.Runtime.Intrinsics.X86.AvxVnni.IsSupported} "
            + $"{System.Runtime.Intrinsics.X86.Fma.IsSupported}");
        """;

    /// <summary>
    /// The report that this setting must lead to on this x86 processor: narrower widths must be gone, wider ones there where it has them.
    /// </summary>
    public string ExpectedReport =>
        Name switch
        {
            "default" or "no embedded broadcast" or "no products of bytes" => Report(
                Vector512.IsHardwareAccelerated,
                Vector256.IsHardwareAccelerated,
                Vector128.IsHardwareAccelerated,
                Vector256.IsHardwareAccelerated && AvxVnni.IsSupported && Name != "no products of bytes",
                Fma.IsSupported
            ),
            "512" => Report(Avx512F.IsSupported, Avx2.IsSupported, true, AvxVnni.IsSupported, Fma.IsSupported),
            "256" => Report(false, Avx2.IsSupported, true, AvxVnni.IsSupported, Fma.IsSupported),
            "128" => Report(false, false, true, false, Fma.IsSupported),
            "128 without FMA" => Report(false, false, true, false, false),
            _ => Report(false, false, false, false, false),
        };

    private static string Report(bool has512, bool has256, bool has128, bool hasQuadSums, bool fuses) =>
        $"{has512} {has256} {has128} {hasQuadSums} {fuses}";
}
