using System.Collections;
using System.Diagnostics;
using System.Text.RegularExpressions;
using ConvGen.LongRuns;

namespace ConvGen.Package.Tests;

/// <summary>Runs <c>dotnet</c> as a newcomer's shell would.</summary>
internal static partial class Cli
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(Effort.Of(3, 20));

    /// <summary>What a run printed, and how it ended.</summary>
    /// <param name="ExitCode">0 for success.</param>
    /// <param name="Output">Standard output and standard error.</param>
    public sealed record Result(int ExitCode, string Output)
    {
        /// <summary>Fails the test with the whole output unless the run succeeded.</summary>
        public Result Succeeded()
        {
            Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Output}");
            return this;
        }

        /// <summary>What was printed, with the line ends of every machine alike.</summary>
        public string Text => Output.ReplaceLineEndings("\n");

        /// <summary>The codes of the errors and warnings of a build, each once a place: MSBuild repeats them in its summary.</summary>
        public List<string> Codes =>
            [
                .. Output
                    .Split('\n')
                    .Where(static line => CodePattern().IsMatch(line))
                    .Select(static line => line.Trim())
                    .Distinct(StringComparer.Ordinal)
                    .Select(static line => CodePattern().Match(line).Groups["code"].Value),
            ];
    }

    /// <summary>Runs <c>dotnet</c> with the arguments in a directory, until it ends.</summary>
    public static Task<Result> Dotnet(string directory, params string[] arguments) => Run("dotnet", directory, arguments);

    /// <summary>Runs a program with the arguments in a directory, until it ends.</summary>
    public static async Task<Result> Run(string program, string directory, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The test host passes on where its own MSBuild lives; a shell would not.
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            string name = (string)variable.Key;
            if (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
            {
                start.Environment.Remove(name);
            }
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource limit = new(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} took longer than {Limit}");
        }

        return new Result(process.ExitCode, await output + await error);
    }

    [GeneratedRegex(@"\b(error|warning) (?<code>[A-Z]+[0-9]+)\s*:")]
    private static partial Regex CodePattern();
}
