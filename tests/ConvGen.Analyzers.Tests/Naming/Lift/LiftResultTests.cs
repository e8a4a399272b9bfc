namespace ConvGen.Analyzers.Tests.Naming.Lift;

public class LiftResultTests(LiftFixture fixture) : IClassFixture<LiftFixture>
{
    public static TheoryData<int, LoopCase> Loops
    {
        get
        {
            TheoryData<int, LoopCase> data = [];
            for (int index = 0; index < LiftFixture.Cases.Length; index++)
            {
                data.Add(index, LiftFixture.Cases[index]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Loops))]
    public void The_declaration_gives_the_bits_of_the_loop(int index, LoopCase loop)
    {
        Assert.True(fixture.Offers[index].Length == 2, "Not offered:\n" + loop.Text(false));
        LiftHarness.AssertSame(
            (seed, height, width) => fixture.Run("Before", index, seed, height, width, isReversed: false),
            (seed, height, width) => fixture.Run("Same", index, seed, height, width, isReversed: false),
            loop.Text(false) + "\n\n" + fixture.Offers[index][0].Text
        );
    }

    [Theory]
    [MemberData(nameof(Loops))]
    public void The_operation_that_the_name_says_gives_the_bits_of_the_loop_with_the_kernel_reversed(int index, LoopCase loop)
    {
        Assert.True(fixture.Offers[index].Length == 2, "Not offered:\n" + loop.Text(false));
        LiftHarness.AssertSame(
            (seed, height, width) => fixture.Run("Reversed", index, seed, height, width, isReversed: loop.Kernel == LoopKernel.Parameter),
            (seed, height, width) => fixture.Run("Named", index, seed, height, width, isReversed: false),
            loop.Text(true) + "\n\n" + fixture.Offers[index][1].Text
        );
    }
}
