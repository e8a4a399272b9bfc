using System.Globalization;
using System.Text;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;

namespace ConvGen.Execution.Tests.Trials;

/// <summary>Declarations compiled together, some in each assembly.</summary>
internal sealed class TrialBatch : IDisposable
{
    private readonly CompiledBatches batches;

    /// <summary>Compiles declarations.</summary>
    /// <param name="declarations">The declarations.</param>
    /// <param name="settings">How all are compiled, or null for the widths of <see cref="BatchWidths"/>.</param>
    public TrialBatch(IReadOnlyList<Declared> declarations, BatchSettings? settings = null)
    {
        batches = new CompiledBatches(declarations.Count, index => declarations[index].ToSource(NameOf(index)), settings);
        Trials = [.. declarations.Select((d, i) => Trial.Create(d, batches.Of(i), NameOf(i)))];
    }

    /// <summary>One for each declaration, in their order.</summary>
    public IReadOnlyList<Trial> Trials { get; }

    /// <summary>Fails with a report of every declaration that objects, and its first objection.</summary>
    public static void AssertAll(IReadOnlyList<Trial> trials, Func<Trial, IEnumerable<string?>> objections)
    {
        StringBuilder report = new();
        int failures = 0;
        foreach (Trial trial in trials)
        {
            if (FirstObjection(trial, objections) is { } objection && failures++ < 25)
            {
                report.Append(CultureInfo.InvariantCulture, $"{trial}\n  => {objection}\n");
            }
        }

        Assert.True(
            failures == 0,
            string.Create(CultureInfo.InvariantCulture, $"{failures} of {trials.Count} declarations fail\n{report}")
        );
    }

    public static string NameOf(int index) => "M" + index.ToString(CultureInfo.InvariantCulture);

    public void Dispose() => batches.Dispose();

    private static string? FirstObjection(Trial trial, Func<Trial, IEnumerable<string?>> objections)
    {
        try
        {
            return objections(trial).FirstOrDefault(o => o is not null);
        }
        catch (Exception exception)
            when (exception is ArgumentException or NotSupportedException or IndexOutOfRangeException or NullReferenceException)
        {
            return exception.Message;
        }
    }
}
