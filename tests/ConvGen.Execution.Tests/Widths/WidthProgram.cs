using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;
using Microsoft.CodeAnalysis;

namespace ConvGen.Execution.Tests.Widths;

/// <summary>A program on disk that runs declarations over data in files; started once for each width.</summary>
internal sealed class WidthProgram : IDisposable
{
    private const string Name = "Widths";

    private readonly string program;

    public WidthProgram(IReadOnlyList<Trial> trials, IReadOnlyList<Circumstances> circumstances)
    {
        Runs =
        [
            .. from index in Enumerable.Range(0, trials.Count)
            from c in circumstances
            select (index, trials[index], Suitable(trials[index], c)),
        ];
        StringBuilder calls = new();
        for (int i = 0; i < Runs.Count; i++)
        {
            (int index, Trial trial, Circumstances where) = Runs[i];
            (byte[] source, byte[] kernel, int bytes) = trial.Export(where);
            File.WriteAllBytes(Path.Combine(Folder, Invariant($"{i}.source")), source);
            File.WriteAllBytes(Path.Combine(Folder, Invariant($"{i}.kernel")), kernel);
            calls.Append(Call(i, index, trial.Declared, where, bytes));
        }

        string members =
            string.Join('\n', trials.Select((t, i) => t.Declared.ToSource(TrialBatch.NameOf(i)))) + EntryPoint(calls.ToString());
        byte[] image = Batch.Emit(Batch.Wrap([members]), new BatchSettings { AssemblyName = Name, Output = OutputKind.ConsoleApplication });
        program = Path.Combine(Folder, Name + ".dll");
        File.WriteAllBytes(program, image);
        File.WriteAllText(
            Path.Combine(Folder, Name + ".runtimeconfig.json"),
            "{\"runtimeOptions\":{\"framework\":{\"name\":\"Microsoft.NETCore.App\",\"version\":\"" + Environment.Version + "\"}}}"
        );
    }

    /// <summary>The runs, in the order of their results: the declaration's position, its trial, and what it runs on.</summary>
    public IReadOnlyList<(int Index, Trial Trial, Circumstances Circumstances)> Runs { get; }

    /// <summary>Where the program and its data lie until it is disposed of.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("convgen-widths-").FullName;

    /// <summary>Runs the program in an environment.</summary>
    /// <param name="setting">The width.</param>
    /// <param name="variables">More environment variables.</param>
    /// <returns>What it reports about its vectors, and the results.</returns>
    public (string Report, IReadOnlyList<byte[]> Results) Start(WidthSetting setting, IReadOnlyDictionary<string, string>? variables = null)
    {
        string host = Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
        );
        ProcessStartInfo start = new(host, [program, Folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (setting.Variable.Length > 0)
        {
            start.Environment[setting.Variable] = setting.Value;
        }

        foreach ((string name, string value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string report = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{setting.Name}: {errors.Result}");
        return (
            report,
            [.. Enumerable.Range(0, Runs.Count).Select(i => File.ReadAllBytes(Path.Combine(Folder, Invariant($"{i}.result"))))]
        );
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static Circumstances Suitable(Trial trial, Circumstances circumstances) =>
        trial.Declared.Axes == 1 ? circumstances with { Height = 1 } : circumstances;

    private static string Call(int run, int index, Declared declared, Circumstances circumstances, int bytes)
    {
        string source = Invariant($"Read<{declared.Source.Keyword()}>(folder, \"{run}.source\")");
        string sizes = declared.Axes == 2 ? Invariant($", {circumstances.Width}, {circumstances.Height}") : "";
        string kernel = declared.Kernel is { } type ? Invariant($", Read<{type.Keyword()}>(folder, \"{run}.kernel\")") : "";
        string keyword = declared.Destination.Keyword();
        int elements = bytes / (declared.Destination.Bits() / 8);
        return Invariant(
            $"{{ {keyword}[] result = new {keyword}[{elements}]; {TrialBatch.NameOf(index)}({source}{sizes}{kernel}, result); Write<{keyword}>(folder, \"{run}.result\", result); }}\n"
        );
    }

    private static string EntryPoint(string calls) =>
        $$"""

            private static void Main(string[] arguments)
            {
                string folder = arguments[0];
                {{WidthSetting.ReportSource}}
                {{calls}}
            }

            private static System.ReadOnlySpan<T> Read<T>(string folder, string name) where T : struct =>
                System.Runtime.InteropServices.MemoryMarshal.Cast<byte, T>(System.IO.File.ReadAllBytes(System.IO.Path.Combine(folder, name)));

            private static void Write<T>(string folder, string name, System.Span<T> result) where T : struct =>
                System.IO.File.WriteAllBytes(System.IO.Path.Combine(folder, name), System.Runtime.InteropServices.MemoryMarshal.AsBytes(result).ToArray());

            """;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
