using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using ConvGen.Execution.Tests.Subjects;

namespace ConvGen.Execution.Tests.Guards;

/// <summary>Starts this assembly as a program that runs subjects at guards, again after each crash, and tells what went wrong.</summary>
/// <param name="Image">The compiled subjects.</param>
/// <param name="Corpus">Their name.</param>
internal sealed record GuardRun(byte[] Image, string Corpus)
{
    private const int MostCrashes = 8;

    /// <summary>One of how many sizes is tried.</summary>
    public int Thinning { get; init; } = 1;

    /// <summary>Bytes of a vector; 0 for what the process has.</summary>
    public int VectorBytes { get; init; }

    /// <summary>Runs all subjects in an environment.</summary>
    /// <returns>How many calls on guarded buffers were made, and what went wrong.</returns>
    public (int Probes, IReadOnlyList<string> Faults) Start(string variable = "", string value = "")
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("convgen-guards-");
        try
        {
            string image = Path.Combine(folder.FullName, "Subjects.dll");
            File.WriteAllBytes(image, Image);
            using GuardJournal journal = new(Path.Combine(folder.FullName, "journal"));
            List<string> faults = [];
            IReadOnlyList<Subject> subjects = GuardCorpus.Of(Corpus);
            int first = 0;
            for (int crashes = 0; first < subjects.Count && crashes < MostCrashes; crashes++)
            {
                string[] arguments =
                [
                    image,
                    Path.Combine(folder.FullName, "journal"),
                    Corpus,
                    .. new[] { first, Thinning, VectorBytes }.Select(n => n.ToString(CultureInfo.InvariantCulture)),
                ];
                (bool isWhole, string lines, string errors) = StartOnce(arguments, variable, value);
                faults.AddRange(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries));
                if (isWhole)
                {
                    break;
                }

                (GuardPosition last, GuardSide side) = journal.Last;
                faults.Add($"The process ended in {last} with the guard {side}: {subjects[last.Subject]}\n{errors}");
                first = last.Subject + 1;
            }

            return (journal.Probes, faults);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (bool IsWhole, string Lines, string Errors) StartOnce(string[] arguments, string variable, string value)
    {
        string host = Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
        );
        ProcessStartInfo start = new(host, [typeof(GuardRun).Assembly.Location, Program.Guards, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What is compiled at once without optimisation loads other bytes than what a user's program runs after a second.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        if (variable.Length > 0)
        {
            start.Environment[variable] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string lines = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode == 0, lines, string.Join('\n', errors.Result.Split('\n').Take(6)));
    }
}
