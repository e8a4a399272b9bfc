using System.Globalization;
using System.Text;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>Layers compiled together, some in each assembly.</summary>
internal sealed class LayerBatch : IDisposable
{
    private readonly CompiledBatches batches;

    /// <summary>Compiles layers.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="settings">How all are compiled, or null for the widths of <see cref="BatchWidths"/>.</param>
    public LayerBatch(IReadOnlyList<DeclaredLayer> layers, BatchSettings? settings = null)
    {
        batches = new CompiledBatches(layers.Count, index => layers[index].ToSource(TrialBatch.NameOf(index)), settings);
        Trials = [.. layers.Select((layer, index) => LayerTrial.Create(layer, batches.Of(index), TrialBatch.NameOf(index)))];
    }

    /// <summary>One for each layer, in their order.</summary>
    public IReadOnlyList<LayerTrial> Trials { get; }

    /// <summary>Fails with a report of every layer that objects, and its first objection.</summary>
    public static void AssertAll(IReadOnlyList<LayerTrial> trials, Func<LayerTrial, IEnumerable<string?>> objections)
    {
        StringBuilder report = new();
        int failures = 0;
        foreach (LayerTrial trial in trials)
        {
            string? objection;
            try
            {
                objection = objections(trial).FirstOrDefault(text => text is not null);
            }
            catch (InvalidOperationException exception)
            {
                objection = exception.ToString();
            }

            if (objection is not null && failures++ < 20)
            {
                report.Append(CultureInfo.InvariantCulture, $"{trial}\n  => {objection}\n");
            }
        }

        Assert.True(failures == 0, string.Create(CultureInfo.InvariantCulture, $"{failures} of {trials.Count} layers fail\n{report}"));
    }

    public void Dispose() => batches.Dispose();
}
