using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Trials;
using ConvGen.Execution.Tests.Windows;

namespace ConvGen.Execution.Tests.Grammar;

/// <summary>A window matrix and what adds it back.</summary>
internal sealed record WindowSentence(WindowDeclared Declared, IReadOnlyList<Circumstances> Runs) : Sentence(Runs)
{
    public override IEnumerable<string> Methods(string name) => [Unfold(name), Fold(name)];

    public override string ToSource(string name) =>
        Declared.ToSource(Unfold(name), isFold: false) + Declared.ToSource(Fold(name), isFold: true);

    public override string? Check(CompiledBatch batch, string name)
    {
        WindowTrial trial = WindowTrial.Create(Declared, batch, Unfold(name), Fold(name));
        return Runs.Select(run => (trial.Unfold(run) ?? trial.Fold(run)) is { } objection ? $"{run}: {objection}" : null)
            .FirstOrDefault(objection => objection is not null);
    }

    public override bool MayBeRefused(string rule) => false;

    public override string ToExpression() => Expression.Of(Declared);

    protected override IEnumerable<Sentence> Simpler()
    {
        IEnumerable<WindowDeclared> geometries = Simplification
            .Of(Declared.Geometry)
            .Where(geometry =>
                geometry.Weights.Count == 0 && geometry.Source == Declared.Element && geometry.Destination == Declared.Element
            )
            .Select(geometry => Declared with { Geometry = geometry });
        WindowDeclared[] others =
        [
            Declared with
            {
                Channels = 1,
            },
            Declared with
            {
                Channels = Math.Max(1, Declared.Channels / 2),
            },
            Declared with
            {
                IsPlanar = false,
            },
            Declared with
            {
                HasPitches = false,
            },
        ];
        return others.Concat(geometries).Where(simpler => simpler != Declared).Select(simpler => this with { Declared = simpler });
    }

    private static string Unfold(string name) => name + "Unfold";

    private static string Fold(string name) => name + "Fold";
}
