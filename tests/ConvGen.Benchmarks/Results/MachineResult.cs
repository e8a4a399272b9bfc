using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ConvGen.Benchmarks.Results;

/// <summary>The machine of a run.</summary>
/// <param name="Processor">The processor's name.</param>
/// <param name="System">The operating system.</param>
/// <param name="Runtime">The runtime's version.</param>
/// <param name="VectorBits">The widest vectors that the runtime uses.</param>
internal sealed record MachineResult(string Processor, string System, string Runtime, int VectorBits)
{
    private const string ProcessorFile = "/proc/cpuinfo";

    /// <summary>This machine.</summary>
    public static MachineResult Current() =>
        new(
            ProcessorName(),
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription,
            Vector512.IsHardwareAccelerated ? 512
                : Vector256.IsHardwareAccelerated ? 256
                : Vector128.IsHardwareAccelerated ? 128
                : 0
        );

    // The runtime does not know the name; Linux tells it in a file, Windows in a variable, in other words.
    private static string ProcessorName()
    {
        string? line = File.Exists(ProcessorFile)
            ? File.ReadLines(ProcessorFile).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
