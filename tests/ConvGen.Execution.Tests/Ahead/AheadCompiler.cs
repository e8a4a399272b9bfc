using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using ConvGen.Execution.Tests.Compilation;

namespace ConvGen.Execution.Tests.Ahead;

/// <summary>
/// Compiles assemblies ahead of time, with the JIT compiler of the runtime, for processors that this one need not be, and lists the code
/// with its bytes.
/// </summary>
internal static class AheadCompiler
{
    /// <summary>The compiler, which the package of the build's own runtime version holds.</summary>
    public static string Program =>
        Path.Combine(
            typeof(AheadCompiler)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(a => a.Key == nameof(AheadCompiler))
                .Value!,
            OperatingSystem.IsWindows() ? "crossgen2.exe" : "crossgen2"
        );

    /// <summary>
    /// The text without the attribute for methods that are always compiled at run time, which the compiler would pass over. Methods are
    /// not inlined with it either.
    /// </summary>
    public static string Rewrite(string text) =>
        text.Replace("MethodImplOptions.AggressiveOptimization", "MethodImplOptions.NoInlining", StringComparison.Ordinal);

    /// <summary>Compiles an assembly for x64.</summary>
    /// <param name="image">The assembly.</param>
    /// <param name="instructions">The processor, such as <c>x86-64-v4</c>.</param>
    /// <returns>The compiler's listing, line by line.</returns>
    public static string[] List(byte[] image, string instructions)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("convgen-ahead-");
        try
        {
            string assembly = Path.Combine(folder.FullName, "Kernels.dll"),
                listing = Path.Combine(folder.FullName, "listing.txt");
            File.WriteAllBytes(assembly, image);
            string framework = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll");
            List<string> arguments =
            [
                assembly,
                "-o",
                Path.Combine(folder.FullName, "Kernels.ahead.dll"),
                "-O",
                "--targetos:linux",
                "--targetarch:x64",
                "--parallelism:1",
                "--instruction-set:" + instructions,
                "--inputbubble",
                "--inputbubbleref",
                framework,
                "-r",
                framework,
                "--codegenopt:JitStdOutFile=" + listing,
                "--codegenopt:JitDisasm=*",
                "--codegenopt:JitDisasmWithCodeBytes=1",
            ];
            foreach (string reference in Framework.Shared.Append(Framework.Tensors("net10.0")).Select(reference => reference.FilePath!))
            {
                arguments.AddRange(["-r", reference]);
            }

            ProcessStartInfo start = new(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, output + errors.Result);
            return File.ReadAllLines(listing);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
