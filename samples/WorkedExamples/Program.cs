using System.CommandLine;
using WorkedExamples.Examples;

namespace WorkedExamples;

/// <summary>Computes every example, and prints it beside the numbers that it must give.</summary>
internal static class Program
{
    /// <summary>All examples, in the order in which they build on each other.</summary>
    public static IEnumerable<Example> All()
    {
        yield return FlippedKernel.Make();
        yield return CorrelatingLayer.Make();
        yield return FiniteSets.Make();
        yield return WindowsOfALine.Make();
        yield return WindowsOfAnImage.Make();
    }

    /// <summary>Prints the examples: 0 when every number is as expected, else 1.</summary>
    public static int Run(IEnumerable<Example> examples, TextWriter output)
    {
        int number = 0;
        int differing = 0;
        int checks = 0;
        foreach (Example example in examples)
        {
            Report.Print(example, ++number, output);
            checks += example.Checks.Count;
            differing += example.Checks.Count(static check => !check.Holds);
        }

        output.WriteLine(
            differing == 0 ? $"All {checks} results are as expected." : $"{differing} of {checks} results differ from what is expected."
        );
        return differing == 0 ? 0 : 1;
    }

    private static int Main(string[] arguments)
    {
        RootCommand command = new("Computes what introductions to convolution compute by hand, and prints it beside what is expected.");
        command.SetAction(static _ => Run(All(), Console.Out));
        return command.Parse(arguments).Invoke();
    }
}
