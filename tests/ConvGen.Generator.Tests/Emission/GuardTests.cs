using ConvGen.Generator.Emission.Files;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Tests.Emission;

public class GuardTests
{
    [Fact]
    public void An_emitter_that_throws_costs_only_its_method()
    {
        GeneratedFile file = FileEmitter.Emit(
            Models.Plan(Models.Smooth),
            "Assembly",
            (_, _) => throw new InvalidOperationException("broken")
        );

        Assert.Equal("InvalidOperationException: broken", file.Failure?.Message);
        Assert.Equal("Smooth", file.Failure?.Method);
        Assert.Equal(KernelNames.HintName(Models.Header), file.HintName);
        Assert.Contains("CONV099", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_cannot_be_leads_to_a_stub()
    {
        ConvolutionModel broken = Models.Smooth with { Form = Models.Plane with { Destination = null! } };

        GeneratedFile file = FileEmitter.Emit(new PlanResult(broken.Header, new KernelPlan(broken), null), "Assembly");

        Assert.NotNull(file.Failure);
        Assert.Contains("CONV099", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_throws_is_handed_on_to_the_stub()
    {
        Guarded<PlanResult> planned = Guarded
            .Run("Smooth", Models.Header, () => "declaration")
            .Then<string>(_ => throw new InvalidOperationException("broken"))
            .Then(_ => Models.Plan(Models.Smooth));

        GeneratedFile file = FileEmitter.Emit(planned, "Assembly");

        Assert.Equal("InvalidOperationException: broken", file.Failure?.Message);
        Assert.Contains("CONV099", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_that_cannot_be_read_is_still_named()
    {
        Guarded<PlanResult> planned = Guarded
            .Run<string>("Smooth", null, () => throw new InvalidOperationException("broken"))
            .Then(_ => Models.Plan(Models.Smooth));

        GeneratedFile file = FileEmitter.Emit(planned, "Assembly");

        Assert.Equal("Smooth", file.Failure?.Method);
        Assert.Null(file.Text);
    }

    [Fact]
    public void Cancellation_is_no_failure()
    {
        Assert.Throws<OperationCanceledException>(() => Guarded.Run<string>("Smooth", null, () => throw new OperationCanceledException()));
        Assert.Throws<OperationCanceledException>(() =>
            FileEmitter.Emit(Models.Plan(Models.Smooth), "Assembly", (_, _) => throw new OperationCanceledException())
        );
    }

    [Fact]
    public void Equal_failures_are_equal() =>
        Assert.Equal(
            new Guarded<string>("Smooth", Models.Header, null, new UnexpectedFailure("Smooth", "a", "b")),
            new Guarded<string>("Smooth", Models.Header, null, new UnexpectedFailure("Smooth", "a", "b"))
        );
}
