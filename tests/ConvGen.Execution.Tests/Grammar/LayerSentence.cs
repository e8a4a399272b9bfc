using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Grammar;

/// <summary>A layer.</summary>
internal sealed record LayerSentence(DeclaredLayer Layer, IReadOnlyList<Circumstances> Runs) : Sentence(Runs)
{
    public override string ToSource(string name) => Layer.ToSource(name);

    public override string? Check(CompiledBatch batch, string name)
    {
        LayerTrial trial = LayerTrial.Create(Layer, batch, name);
        return Runs.Select(run => new LayerRun(run.Width, run.Height, run.Seed, Batch: 1 + (run.Seed % 2), Gap: run.SourceGap, run.Content))
            .Select(run => trial.Run(run) is { } objection ? $"{run}: {objection}" : null)
            .FirstOrDefault(objection => objection is not null);
    }

    public override bool MayBeRefused(string rule) => false;

    public override string ToExpression() => Expression.Of(Layer);

    protected override IEnumerable<Sentence> Simpler()
    {
        IEnumerable<DeclaredLayer> simpler = Options(Layer).Concat(Channels(Layer));
        if (Layer.Space.Kernel is not null)
        {
            simpler = simpler.Concat(
                Simplification.Of(Layer.Space).Where(space => space.Kernel is not null).Select(space => Layer with { Space = space })
            );
        }

        return simpler.Where(layer => layer != Layer).Select(layer => this with { Layer = layer });
    }

    private static IEnumerable<DeclaredLayer> Options(DeclaredLayer layer)
    {
        yield return layer with
        {
            Space = layer.Space with { Form = Form.Spans },
        };
        yield return layer with
        {
            IsPlanar = false,
        };
        yield return layer with
        {
            IsOutputFirst = false,
        };
        yield return layer with
        {
            Bias = null,
        };
        yield return layer with
        {
            HasBatch = false,
        };
        yield return layer with
        {
            IsPrepared = false,
        };
        yield return layer with
        {
            IsRelu = false,
        };
        yield return layer with
        {
            Minimum = null,
            Maximum = null,
        };
    }

    /// <summary>Fewer channels, where no weights have to fit them.</summary>
    private static IEnumerable<DeclaredLayer> Channels(DeclaredLayer layer) =>
        from inputs in new[] { 1, layer.GroupInputs / 2, layer.GroupInputs - 1, layer.GroupInputs }
        from outputs in new[] { 1, layer.GroupOutputs / 2, layer.GroupOutputs - 1, layer.GroupOutputs }
        from groups in new[] { 1, layer.Groups }
        where layer.Space.Kernel is not null && inputs > 0 && outputs > 0
        select layer with
        {
            Inputs = inputs * groups,
            Outputs = outputs * groups,
            Groups = groups,
        };
}
