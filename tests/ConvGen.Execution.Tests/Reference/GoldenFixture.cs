using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Reference;

/// <summary>The reference cases as compiled declarations, compiled when a test first asks.</summary>
public sealed class GoldenFixture : IDisposable
{
    private readonly Lazy<Compiled> asWritten = new(() => new Compiled(c => c.Declared));
    private readonly Lazy<Compiled> inSingle = new(() => new Compiled(InSingle));
    private readonly Lazy<Compiled> atRunTime = new(() => new Compiled(AtRunTime));

    /// <summary>Weights known at compile time; double, or the integer types that the case says.</summary>
    internal Compiled AsWritten => asWritten.Value;

    /// <summary>Weights known at compile time, in float.</summary>
    internal Compiled InFloat => inSingle.Value;

    /// <summary>Weights that arrive at run time.</summary>
    internal Compiled WithWeights => atRunTime.Value;

    public void Dispose()
    {
        foreach (Lazy<Compiled> compiled in new[] { asWritten, inSingle, atRunTime })
        {
            if (compiled.IsValueCreated)
            {
                compiled.Value.Dispose();
            }
        }
    }

    private static Declared? InSingle(GoldenCase golden) =>
        GoldenCase.Sampled.Contains(golden.Name) ? golden.Declared with { Source = Element.Single, Destination = Element.Single } : null;

    /// <summary>Run-time weights cannot have a divisor, and cases that differ in their weights alone share a method.</summary>
    private static Declared? AtRunTime(GoldenCase golden) =>
        golden.Declared.Divisor is null or "1"
            ? golden.Declared with
            {
                Kernel = golden.Declared.Source.IsFloating() ? golden.Declared.Source : Element.Int32,
                Divisor = null,
            }
            : null;

    /// <summary>One variant of the cases.</summary>
    internal sealed class Compiled : IDisposable
    {
        private readonly TrialBatch batch;
        private readonly Dictionary<string, Trial> trials = new(StringComparer.Ordinal);

        public Compiled(Func<GoldenCase, Declared?> variant)
        {
            Dictionary<string, int> indexes = new(StringComparer.Ordinal);
            List<Declared> declarations = [];
            List<(string Name, int Index)> cases = [];
            foreach (GoldenCase golden in GoldenCase.All.Values)
            {
                if (variant(golden) is not { } declared)
                {
                    continue;
                }

                string text = declared.ToString();
                if (!indexes.TryGetValue(text, out int index))
                {
                    index = declarations.Count;
                    indexes.Add(text, index);
                    declarations.Add(declared);
                }

                cases.Add((golden.Name, index));
            }

            batch = new TrialBatch(declarations);
            foreach ((string name, int index) in cases)
            {
                trials.Add(name, batch.Trials[index]);
            }
        }

        /// <summary>Runs a case.</summary>
        /// <returns>What is wrong, or null.</returns>
        public string? Run(string name) => trials[name].Run(GoldenCase.All[name]);

        public void Dispose() => batch.Dispose();
    }
}
