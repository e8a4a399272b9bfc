using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Grammar;
using ConvGen.Execution.Tests.Trials;
using ConvGen.Generator.Planning;

namespace ConvGen.Execution.Tests.Edges;

/// <summary>Declarations compiled together, with their plans; those that are refused are left out.</summary>
internal sealed class PlannedBatch : IDisposable
{
    private readonly CompiledBatch batch;

    /// <summary>Compiles declarations.</summary>
    /// <param name="declarations">The declarations.</param>
    /// <param name="widths">The vector widths that their assembly names.</param>
    public PlannedBatch(IReadOnlyList<Declared> declarations, VectorWidths widths)
    {
        string source = Batch.Wrap(declarations.Select((declared, index) => declared.ToSource(TrialBatch.NameOf(index))));
        GeneratedBatch generated = Batch.Compile(source, new BatchSettings { KeepsPlans = true, Widths = widths });
        batch = new CompiledBatch(generated.Emit());
        IReadOnlyDictionary<string, PlanResult> plans = generated.Plans;
        Trials =
        [
            .. from index in Enumerable.Range(0, declarations.Count)
            let name = TrialBatch.NameOf(index)
            let plan = plans[name]
            where plan.Refusal is null
            select new PlannedTrial(Trial.Create(declarations[index], batch, name), PlanFeatures.Kind(plan)),
        ];
    }

    public IReadOnlyList<PlannedTrial> Trials { get; }

    public void Dispose() => batch.Dispose();
}
