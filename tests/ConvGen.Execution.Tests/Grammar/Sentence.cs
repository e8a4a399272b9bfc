using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Grammar;

/// <summary>A declaration that the grammar draws, and what it is run on.</summary>
/// <param name="Runs">Sizes and samples.</param>
internal abstract record Sentence(IReadOnlyList<Circumstances> Runs)
{
    /// <summary>The declaration as C#.</summary>
    public abstract string ToSource(string name);

    /// <summary>The names of its methods.</summary>
    public virtual IEnumerable<string> Methods(string name) => [name];

    /// <summary>The path and the text of a file that the declaration reads, or null.</summary>
    public virtual (string Path, string Text)? File(string name) => null;

    /// <summary>Runs the compiled declaration and compares every result with the oracle.</summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract string? Check(CompiledBatch batch, string name);

    /// <summary>Whether the contract lets a rule refuse this declaration.</summary>
    public abstract bool MayBeRefused(string rule);

    /// <summary>Declarations that are simpler in one point each, the most different ones first.</summary>
    public IEnumerable<Sentence> Shrinks() => SimplerRuns().Select(runs => this with { Runs = runs }).Concat(Simpler());

    /// <summary>The declaration as an expression of the tests, to be kept under a name.</summary>
    public abstract string ToExpression();

    /// <summary>Simpler declarations, run on the same.</summary>
    protected abstract IEnumerable<Sentence> Simpler();

    private IEnumerable<IReadOnlyList<Circumstances>> SimplerRuns()
    {
        if (Runs.Count > 1)
        {
            return Runs.Select(run => (IReadOnlyList<Circumstances>)[run]);
        }

        return from run in Runs
            from simpler in new[]
            {
                run with
                {
                    Width = run.Width / 2,
                },
                run with
                {
                    Height = run.Height / 2,
                },
                run with
                {
                    Width = run.Width - 1,
                },
                run with
                {
                    Height = run.Height - 1,
                },
                run with
                {
                    SourceGap = 0,
                    DestinationGap = 0,
                },
            }
            where simpler != run && simpler.Width > 0 && simpler.Height > 0
            select (IReadOnlyList<Circumstances>)[simpler];
    }
}
