using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Refusals;
using ConvGen.Generator.Tests.Emission;
using Buffer = ConvGen.Generator.Model.Buffer;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>Sums that no accumulator is proven to hold are refused with what would work.</summary>
public class ProveAccumulatorTests
{
    [Fact]
    public void Run_time_int_weights_on_int_samples_are_refused_and_narrower_types_named()
    {
        Refusal refusal = Assert.IsType<Refusal>(Planner.Plan(RunTime(ElementType.Int32, ElementType.Int32)).Refusal);
        Assert.Same(DeclarationRules.AccumulatorNotProven, refusal.Rule);
        Assert.Contains("41505174165846491136", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'int' with 'ushort'", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Byte", "SByte", "Int32")]
    [InlineData("Int16", "Int16", "Int64")]
    [InlineData("Int32", "Int16", "Int64")]
    public void Narrower_run_time_weights_are_proven(string source, string kernel, string accumulator)
    {
        KernelPlan plan = Planner.Plan(RunTime(Enum.Parse<ElementType>(source), Enum.Parse<ElementType>(kernel))).Plan!;
        Assert.Equal(Enum.Parse<ElementType>(accumulator), plan.Accumulator);
    }

    [Theory]
    [InlineData("Single", true)]
    [InlineData("Double", false)]
    public void A_weight_beyond_the_accumulator_is_refused(string type, bool isRefused)
    {
        ElementType element = Enum.Parse<ElementType>(type);
        ConvolutionModel model = Models.Smooth with
        {
            Kernel = new KernelMatrix(1, 1, EquatableArray.Of(new Rational(System.Numerics.BigInteger.Pow(10, 39), 1))),
            Vertical = new AxisGeometry(1, 1, 1, 0, 0),
            Horizontal = new AxisGeometry(1, 1, 1, 0, 0),
            Form = Models.Plane with
            {
                Source = new Buffer(Carrier.Span, element, true),
                Destination = new Buffer(Carrier.Span, element, false),
            },
        };
        Refusal? refusal = Models.Plan(model).Refusal;
        Assert.Equal(isRefused, refusal is not null);
        Assert.Equal(isRefused, refusal?.Message.StartsWith("A weight is beyond the range of 'float'", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void Kernels_for_which_a_direct_sum_is_the_wrong_tool_are_refused()
    {
        ConvolutionModel model = Models.Smooth with
        {
            Kernel = new KernelMatrix(257, 256, null),
            Vertical = new AxisGeometry(257, 1, 1, 0, 0),
            Horizontal = new AxisGeometry(256, 1, 1, 0, 0),
        };
        Refusal refusal = Assert.IsType<Refusal>(Models.Plan(model).Refusal);
        Assert.Equal(
            "The kernel's size is 65792 taps; write at most 65536; larger kernels are a task for a Fourier transform",
            refusal.Message
        );
    }

    private static ParseResult RunTime(ElementType source, ElementType kernel)
    {
        ConvolutionModel model = Models.Smooth with
        {
            Kernel = new KernelMatrix(3, 3, null),
            Form = Models.Plane with
            {
                Source = new Buffer(Carrier.Span, source, true),
                Kernel = new Buffer(Carrier.Span, kernel, true),
                Destination = new Buffer(Carrier.Span, ElementType.Int32, false),
            },
        };
        return new ParseResult(model.Header, model, null);
    }
}
