using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Tests.Lowering;

/// <summary>
/// What a program does with vectors, in the unit of the estimates by which the planner compares: loads, conversions, products and additions,
/// of which a fused multiply-add is one.
/// </summary>
internal static class VectorOperations
{
    /// <summary>Operations of the programs that a plan becomes, for each vector of its results.</summary>
    public static double Of(KernelPlan plan) =>
        plan.Separation is { } separation
            ? (plan.Model.Horizontal.Phases.Length * separation.Vertical.Sum(OfPass)) + OfPass(separation.Horizontal)
            : OfPass(plan);

    private static double OfPass(KernelPlan pass)
    {
        VectorWidth width = VectorWidth.All[1];
        int rows = pass.Tile.Rows;
        IEnumerable<Statement> program = PassLowering.Lower(new KernelParts(pass), width, rows).Body;
        return program.Sum(Of) / (double)(rows * width.Step(pass));
    }

    /// <summary>Operations of a statement, those of each lane.</summary>
    private static int Of(Statement statement) =>
        statement switch
        {
            Statement.Assign assign => Of(assign.Value),
            Statement.Increase increase => Of(increase.Value) + increase.Target.Type.Lanes,
            Statement.Store store => store.Sums.Sum(Of),
            Statement.Loop => throw new InvalidOperationException("a loop's operations depend on how often it runs"),
            _ => 0,
        };

    private static int Of(Expression expression)
    {
        int own = expression switch
        {
            Expression.Load load => load.Source == load.Type.Element ? 1 : 2,
            Expression.Add or Expression.Subtract or Expression.Multiply or Expression.MultiplyAdd => 1,
            _ => 0,
        };
        return (own * expression.Type.Lanes) + expression.Parts().Sum(Of);
    }
}
