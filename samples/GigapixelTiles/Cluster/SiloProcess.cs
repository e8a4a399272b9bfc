using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace GigapixelTiles.Cluster;

/// <summary>A process of this program that is one silo.</summary>
internal sealed class SiloProcess : IDisposable
{
    /// <summary>What a silo prints before its port when it is a member.</summary>
    public const string Ready = "ready at ";

    /// <summary>Lines of errors that are kept, to be shown when a silo does not start.</summary>
    private const int KeptLines = 10;

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);
    private readonly Process process;
    private readonly ConcurrentQueue<string> errors = new();

    private SiloProcess(Process process) => this.process = process;

    /// <summary>The silo's port.</summary>
    public int Port { get; private set; }

    /// <summary>Ends when the process does.</summary>
    public Task Ended => process.WaitForExitAsync();

    /// <summary>Starts a silo, and waits until it is a member of the cluster.</summary>
    /// <exception cref="InvalidDataException">It did not become one; the message says what it printed.</exception>
    public static async Task<SiloProcess> StartAsync(int coordinatorPort)
    {
        string program = typeof(SiloProcess).Assembly.Location;
        ProcessStartInfo start = new(DotnetPath(), [program, Program.SiloCommand, coordinatorPort.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Each stands for a machine of its own with one processor.
        start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
        SiloProcess silo = new(Process.Start(start)!);
        silo.process.ErrorDataReceived += (_, line) => silo.Keep(line.Data);
        silo.process.BeginErrorReadLine();
        try
        {
            using CancellationTokenSource limit = new(StartLimit);
            string? line = await silo.process.StandardOutput.ReadLineAsync(limit.Token).ConfigureAwait(false);
            if (line is null || !line.StartsWith(Ready, StringComparison.Ordinal))
            {
                throw new InvalidDataException($"a silo did not start: {line} {string.Join(' ', silo.errors)}");
            }

            silo.Port = int.Parse(line.AsSpan(Ready.Length), CultureInfo.InvariantCulture);
            return silo;
        }
        catch (Exception exception)
        {
            silo.Kill();
            silo.Dispose();
            if (exception is OperationCanceledException)
            {
                throw new InvalidDataException($"a silo did not start within {StartLimit}", exception);
            }

            throw;
        }
    }

    /// <summary>Ends the process at once, as a power cut would.</summary>
    /// <returns>The process's number.</returns>
    public int Kill()
    {
        process.Kill(entireProcessTree: true);
        return process.Id;
    }

    /// <summary>Asks the silo to leave the cluster, and waits until it has.</summary>
    public async Task StopAsync()
    {
        process.StandardInput.Close();
        using CancellationTokenSource limit = new(StopLimit);
        try
        {
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Kill();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => process.Dispose();

    /// <summary>The <c>dotnet</c> that runs this process: it lies three folders above the runtime.</summary>
    private static string DotnetPath()
    {
        string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
    }

    private void Keep(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            errors.Enqueue(line.Trim());
            while (errors.Count > KeptLines && errors.TryDequeue(out _)) { }
        }
    }
}
