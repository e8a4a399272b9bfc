using Spectre.Console;

namespace Samples;

/// <summary>Shows how far a program is, where somebody looks: a bar on a terminal, nothing in a file.</summary>
public static class Progress
{
    /// <summary>Does the steps one after the other; the bar is gone when they are done.</summary>
    public static void Run(TextWriter output, IReadOnlyList<(string Name, Action Work)> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (!console.Profile.Out.IsTerminal)
        {
            foreach ((_, Action work) in steps)
            {
                work();
            }

            return;
        }

        console.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask bar = context.AddTask("", maxValue: steps.Count);
            foreach ((string name, Action work) in steps)
            {
                bar.Description = Markup.Escape(name);
                work();
                bar.Increment(1);
            }
        });
    }
}
