using System.Collections.Immutable;
using ConvGen.Testing;

namespace ConvGen.Analyzers.Tests.Naming.Lift;

/// <summary>All loops before and after, compiled once.</summary>
public sealed class LiftFixture : IAsyncLifetime, IDisposable
{
    private CompiledSource? compiled;

    /// <summary>All forms with all borders, and with each of them one after the other of the kernels and types.</summary>
    public static ImmutableArray<LoopCase> Cases { get; } = [.. All()];

    /// <summary>The two fixes of each loop; null where they are not offered.</summary>
    public ImmutableArray<ImmutableArray<(string Title, string Text)>> Offers { get; private set; }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        List<ImmutableArray<(string Title, string Text)>> offers = [];
        List<string> sources = [LoopSource.Data];
        for (int index = 0; index < Cases.Length; index++)
        {
            LoopCase loop = Cases[index];
            ImmutableArray<(string Title, string Text)> both = await LiftHarness.OfferAsync(loop.Text(isReversed: false), loop.Computed);
            offers.Add(both);
            if (both.Length == 2)
            {
                // The same class cannot stand in one compilation four times.
                foreach (
                    (string name, string text) in new[]
                    {
                        ("Before", loop.Text(false)),
                        ("Same", both[0].Text),
                        ("Reversed", loop.Text(true)),
                        ("Named", both[1].Text),
                    }
                )
                {
                    sources.Add(text.Replace("Filters", name + index, StringComparison.Ordinal));
                    sources.Add(
                        LoopSource.Driver("Run" + name + index, loop.Driver.Replace("Filters", name + index, StringComparison.Ordinal))
                    );
                }
            }
        }

        Offers = [.. offers];
        compiled = CompiledSource.Load([.. sources]);
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => compiled?.Dispose();

    /// <summary>Runs the variant of a loop: <c>Before</c>, <c>Same</c>, <c>Reversed</c> or <c>Named</c>.</summary>
    public object Run(string name, int index, int seed, int height, int width, bool isReversed) =>
        compiled!.Invoke("Run" + name + index, new Random(seed), height, width, isReversed)!;

    private static IEnumerable<LoopCase> All()
    {
        LoopKernel[] kernels = Enum.GetValues<LoopKernel>();
        LoopTypes[] types = Enum.GetValues<LoopTypes>();
        int count = 0;
        foreach (LoopForm form in Enum.GetValues<LoopForm>())
        {
            foreach (LoopBorder border in Enum.GetValues<LoopBorder>())
            {
                // A flat image that is wrapped once would read another row when it is narrow.
                if (form is LoopForm.FlatArray or LoopForm.FlatSpan && border == LoopBorder.WrapOnce)
                {
                    continue;
                }

                // What a destination holds that is given stays for an empty source, and the loops would clear it.
                if (form is LoopForm.Span or LoopForm.FlatSpan && border == LoopBorder.Full)
                {
                    continue;
                }

                for (int variant = 0; variant < 3; variant++, count++)
                {
                    LoopKernel kernel = kernels[variant];
                    LoopTypes type = types[(count + (count / 4)) % 4];

                    // Skipped taps are no products with infinite weights.
                    bool skips = border is LoopBorder.Guard or LoopBorder.Continue or LoopBorder.Full;
                    if (kernel == LoopKernel.Parameter && skips && type is LoopTypes.Floats or LoopTypes.Doubles)
                    {
                        type = LoopTypes.Bytes;
                    }

                    yield return new LoopCase(form, border, kernel, type, IsConvolution: count % 3 == 0);
                }
            }
        }
    }
}
