using System.Collections;
using System.Diagnostics;

namespace ConvGen.Package.Tests;

/// <summary>Runs <c>dotnet</c> as a newcomer's shell would.</summary>
internal static class Cli
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

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
    }

    /// <summary>Runs <c>dotnet</c> with the arguments in a directory, until it ends.</summary>
    public static async Task<Result> Dotnet(string directory, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments)
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
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} took longer than {Limit}");
        }

        return new Result(process.ExitCode, await output + await error);
    }
}
