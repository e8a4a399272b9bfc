using Spectre.Console.Cli;

namespace ConvGen.LongRun;

/// <summary>The command that tries everything at length.</summary>
internal static class Program
{
    private static Task<int> Main(string[] arguments)
    {
        CommandApp<LongRunCommand> app = new();
        app.Configure(static configuration => configuration.SetApplicationName("long run"));
        return app.RunAsync(arguments);
    }
}
