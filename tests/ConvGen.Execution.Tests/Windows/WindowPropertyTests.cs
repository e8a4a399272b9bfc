using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Trials;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Windows;

/// <summary>Random window matrices against the definition, and the two operations against each other.</summary>
public sealed class WindowPropertyTests(WindowFixture fixture, ITestOutputHelper output) : IClassFixture<WindowFixture>
{
    [Fact]
    public void All_small_shapes_are_unfolded_and_folded_as_defined()
    {
        output.WriteLine(Seed.Text);
        AssertAll(trial =>
            from height in trial.Declared.Geometry.Axes == 1 ? [1] : Enumerable.Range(0, 7)
            from width in Enumerable.Range(0, 9)
            let circumstances = new Circumstances(
                width,
                height,
                width % 3,
                height % 4,
                (height * 8) + width,
                width % 2 == 0 ? Content.Ordinary : Content.Special
            )
            from objection in new[] { trial.Unfold(circumstances), trial.Fold(circumstances) }
            select objection is null ? null : $"{circumstances}: {objection}"
        );
    }

    [Fact]
    public void Any_picture_is_unfolded_and_folded_as_defined()
    {
        output.WriteLine(Seed.Text);
        Arbitrary<int> which = Arb.From(Gen.Choose(0, fixture.Trials.Count - 1));
        Check.One(
            Seed.Config(600),
            Prop.ForAll(
                which,
                CircumstancesGenerator.Any,
                (index, circumstances) =>
                {
                    WindowTrial trial = fixture.Trials[index];
                    string? objection = trial.Unfold(circumstances) ?? trial.Fold(circumstances);
                    Assert.True(objection is null, $"{Seed.Text}\n{trial.Declared}\n{circumstances}\n=> {objection}");
                }
            )
        );
    }

    [Fact]
    public void Folding_is_the_adjoint_of_unfolding()
    {
        output.WriteLine(Seed.Text);
        AssertAll(trial =>
            from size in new[] { (1, 1), (5, 4), (9, 3), (2, 7), (17, 6) }
            select trial.Adjoint(new Circumstances(size.Item1, size.Item2, 0, 0, size.Item1))
        );
    }

    private void AssertAll(Func<WindowTrial, IEnumerable<string?>> objections)
    {
        string[] failures =
        [
            .. fixture
                .Trials.Select(trial => (trial, Objection: objections(trial).FirstOrDefault(o => o is not null)))
                .Where(pair => pair.Objection is not null)
                .Select(pair => $"{pair.trial.Declared}\n  => {pair.Objection}"),
        ];
        Assert.True(
            failures.Length == 0,
            $"{failures.Length} of {fixture.Trials.Count} declarations fail\n{string.Join('\n', failures.Take(10))}"
        );
    }
}
