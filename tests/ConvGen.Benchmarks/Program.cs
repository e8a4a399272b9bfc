using BenchmarkDotNet.Running;
using ConvGen.Benchmarks.Commands;

namespace ConvGen.Benchmarks;

/// <summary>
/// The commands: <c>ratios</c>, <c>check</c>, <c>readme</c>, <c>editor</c>, and <c>bdn</c> with the options of BenchmarkDotNet.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        try
        {
            return arguments switch
            {
                ["ratios", ..] => RatiosCommand.Run(Options.Parse(arguments.AsSpan(1))),
                ["check", ..] => CheckCommand.Run(Options.Parse(arguments.AsSpan(1), Rows.ImageSize.Find("64"))),
                ["readme", ..] => ReadmeCommand.Run(Options.Parse(arguments.AsSpan(1))),
                ["editor"] => EditorCommand.Run(),
                ["bdn", ..] => Statistics(arguments[1..]),
                ["--help" or "-h"] => Help(),
                _ => throw new ArgumentException("the first argument is ratios, check, readme, editor or bdn; --help says more"),
            };
        }
        catch (Exception exception)
            when (exception is ArgumentException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"ConvGen.Benchmarks: {exception.Message}");
            return 2;
        }
    }

    private static int Help()
    {
        Console.WriteLine(Options.Help);
        return 0;
    }

    private static int Statistics(string[] arguments)
    {
        _ = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments);
        return 0;
    }
}
