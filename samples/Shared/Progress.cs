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

        console
            .Progress()
            .AutoClear(true)
            .Start(context =>
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

    /// <summary>Does work that says itself how far it is; the bar is gone when it is done.</summary>
    /// <param name="output">Where the bar is shown.</param>
    /// <param name="name">What is done.</param>
    /// <param name="work">Given a function to call, from any thread, with each share that is done; all of them add up to 1.</param>
    public static void Run(TextWriter output, string name, Action<Action<double>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (!console.Profile.Out.IsTerminal)
        {
            work(static _ => { });
            return;
        }

        console
            .Progress()
            .AutoClear(true)
            .Start(context =>
            {
                ProgressTask bar = context.AddTask(Markup.Escape(name), maxValue: 1);
                work(bar.Increment);
            });
    }
}
