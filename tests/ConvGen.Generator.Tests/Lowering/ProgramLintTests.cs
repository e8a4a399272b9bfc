using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Tests.Lowering;

public sealed class ProgramLintTests
{
    private const int Seed = 20261128,
        Declarations = 300;

    [Fact]
    public void No_program_has_a_form_that_is_compiled_wrongly()
    {
        int programs = 0,
            products = 0;
        foreach (KernelPlan plan in DrawnPlans.Passes(Seed, Declarations))
        {
            Trial trial = new(plan, Seed);
            foreach ((VectorWidth? width, int rows) in LoweringTests.WidthsOf(trial))
            {
                ProgramLint lint = ProgramLint.Of(trial.Lower(width, rows));
                Assert.True(lint.Faults.Count == 0, $"{DrawnPlans.KindOf(plan, width, rows)}: {string.Join("; ", lint.Faults)}");
                programs++;
                products += lint.WideProducts;
            }
        }

        Assert.InRange(programs, 1000, int.MaxValue);
        Assert.InRange(products, 50, int.MaxValue);
    }

    [Fact]
    public void A_wide_broadcast_that_is_reinterpreted_is_found()
    {
        Shape numbers = new(ElementType.Int64, 512);
        Expression.Local sum = new("y", numbers);
        Expression wide = new Expression.Broadcast(new Place("weights", 3), ElementType.Int64, numbers);
        Statement product = new Statement.Assign(
            sum,
            new Expression.MultiplyWide(new Expression.Zero(numbers), new Expression.Reinterpret(wide, ElementType.Int32)),
            Declares: true
        );
        Assert.Single(ProgramLint.Of(new PassProgram(default, EquatableArray.Of(product))).Faults);
    }

    [Fact]
    public void A_local_that_has_no_value_is_found()
    {
        Shape shape = new(ElementType.Single, 128);
        Expression.Local sum = new("y", shape),
            other = new("z", shape);
        Statement[] statements = [new Statement.Declare(shape, EquatableArray.Of("z")), new Statement.Assign(sum, other, Declares: true)];
        Assert.Single(ProgramLint.Of(new PassProgram(default, statements.ToEquatableArray())).Faults);
    }
}
