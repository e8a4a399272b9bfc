using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Trials;
using ConvGen.Execution.Tests.Windows;
using FsCheck;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Grammar;

/// <summary>Draws declarations of every kind, each with what it is run on.</summary>
internal static class SentenceGrammar
{
    /// <summary>Products that an oracle forms for one picture, as far as fewer rows help; larger ones are run on fewer samples.</summary>
    private const int MostProducts = 400_000;

    /// <summary>Taps of all results of a row: their places alone take memory.</summary>
    private const int MostPlaces = 12_000_000;

    private static readonly Carrier[] Flat = [Carrier.ReadOnlySpan, Carrier.Span, Carrier.Array, Carrier.ReadOnlyMemory, Carrier.Memory];

    /// <summary>Any declaration.</summary>
    public static Gen<Sentence> Any { get; } = Gen.Frequency((15, Filters), (4, Layers), (2, Windows));

    /// <summary>Declarations of which each batch is the same for the same seed, whatever the others are.</summary>
    public static Sentence[] Sample(int batch, int count) => [.. Any.Sample(count, Seed.OfBatch(batch, series: 0), 50)];

    private static Gen<Sentence> Filters =>
        from declared in FilterGrammar.Any
        from runs in Runs(declared, declared.PixelChannels)
        select (Sentence)new FilterSentence(declared, runs);

    private static Gen<Sentence> Layers =>
        from layer in LayerGenerator.Any
        from form in FormOf(layer.Space.Form)
        from runs in Runs(layer.Space, layer.GroupInputs * layer.Outputs)
        select (Sentence)new LayerSentence(layer with { Space = layer.Space with { Form = form } }, runs);

    private static Gen<Sentence> Windows =>
        from element in Gen.Elements(Enum.GetValues<Element>())
        from window in WindowGenerator.Of(element)
        from form in FormOf(window.Geometry.Form)
        from runs in Runs(window.Geometry, window.Channels)
        select (Sentence)new WindowSentence(window with { Geometry = window.Geometry with { Form = form } }, runs);

    /// <summary>Carriers without a shape.</summary>
    private static Gen<Form> FormOf(Form plain) =>
        from isPlain in Gen.Elements(false, true)
        from source in Gen.Elements(Flat)
        from destination in Gen.Elements(Carrier.Span, Carrier.Array, Carrier.Memory)
        from kernel in Gen.Elements(Flat)
        from host in Gen.Elements(Enum.GetValues<Host>())
        from isReversed in Gen.Elements(false, true)
        select isPlain ? plain : new Form(source, destination, kernel) { Host = host, IsReversed = isReversed };

    /// <summary>
    /// Fewer samples than the window has, about as many, and whole vectors with a rest; gaps between rows where there may be some.
    /// </summary>
    private static Gen<IReadOnlyList<Circumstances>> Runs(Declared declared, int channels) =>
        from small in Size(0, 4, 0, 4)
        from near in Size(Math.Max(1, Reach(declared, declared.Axes - 1) - 1), 20, declared.Axes == 1 ? 1 : Reach(declared, 0), 4)
        from wide in Size(33, 70, 1, 5)
        select (IReadOnlyList<Circumstances>)
            [
                .. new[] { small, near, wide }
                    .Select(run => declared.Axes == 1 ? run with { Height = 1 } : run)
                    .Select(run => run with { Width = Math.Min(run.Width, MostPlaces / declared.Taps) })
                    .Select(run => Limited(run, (long)declared.Taps * channels)),
            ];

    private static Circumstances Limited(Circumstances run, long productsOfOne)
    {
        long rows = Math.Clamp(MostProducts / Math.Max(1, run.Width * productsOfOne), 1, Math.Max(1, run.Height));
        return run with { Height = (int)Math.Min(run.Height, rows) };
    }

    private static int Reach(Declared declared, int axis) =>
        (declared.Dilation(axis) * ((axis == declared.Axes - 1 ? declared.Columns : declared.Rows) - 1)) + 1;

    private static Gen<Circumstances> Size(int width, int wider, int height, int higher) =>
        from columns in Gen.Choose(width, width + wider)
        from rows in Gen.Choose(height, height + higher)
        from sourceGap in Gen.Choose(0, 5)
        from destinationGap in Gen.Choose(0, 5)
        from seed in Gen.Choose(0, 1_000_000)
        from content in Gen.Elements(Content.Ordinary, Content.Ordinary, Content.Special)
        select new Circumstances(columns, rows, sourceGap, destinationGap, seed, content);
}
