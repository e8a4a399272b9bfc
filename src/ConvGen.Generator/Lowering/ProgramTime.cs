using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering.Tiles;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Lowering;

/// <summary>
/// The time that the program of an integer pass takes, read from its instructions. The unit is an operation on a vector of 256 bits, for
/// 16 results of a row. Stores are not among them: what they do to sums is no part of a program.
/// </summary>
internal static class ProgramTime
{
    /// <summary>The results that a time is for.</summary>
    private const double Results = 16;

    /// <summary>
    /// A load is half of the operation that takes its operand from memory; what it loads may have to be converted, and moved by half of its
    /// range.
    /// </summary>
    private const double Load = 0.5,
        Conversion = 1,
        Bias = 1;

    /// <summary>
    /// Multiplications of 32 bits (<c>vpmulld</c>), and of numbers of 64 bits, which are several of their halves, in operations.
    /// </summary>
    private const double WideMultiplication = 3,
        LongMultiplication = 5;

    /// <summary>The time of a pass that is planned to its end.</summary>
    public static double Of(KernelPlan pass) => Of(pass, VectorWidth.All[1]);

    /// <summary>The same in operations on vectors of another width.</summary>
    public static double Of(KernelPlan pass, VectorWidth width)
    {
        int rows = pass.Tile.Rows;
        double time = StatementRuns
            .Of(PassLowering.Tile(new KernelParts(pass), width, rows))
            .Sum(static run => Of(run.Statement) * run.Times);
        return time * Results / (rows * width.Step(pass));
    }

    private static double Of(Statement statement) =>
        statement switch
        {
            Statement.Assign assign => Of(assign.Value),
            Statement.Increase increase => Of(increase.Value) + 1,
            Statement.Store store => store.Sums.Sum(Of),
            _ => 0,
        };

    private static double Of(Expression expression)
    {
        double own = expression switch
        {
            Expression.Load load => Load + (load.Source == load.Type.Element ? 0 : Conversion) + (load.IsBiased ? Bias : 0),
            Expression.Multiply { Type.Element: ElementType.Int32 } => WideMultiplication,
            Expression.MultiplyLong => LongMultiplication,
            Expression.Local
            or Expression.Zero
            or Expression.NegativeZero
            or Expression.Constant
            or Expression.Broadcast
            or Expression.Reinterpret => 0,
            _ => 1,
        };
        foreach (Expression part in expression.Parts())
        {
            own += Of(part);
        }

        return own;
    }
}
