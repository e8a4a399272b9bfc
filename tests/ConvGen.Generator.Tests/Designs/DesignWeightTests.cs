using ConvGen.Generator.Kernels;
using ConvGen.Generator.Kernels.Designs;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Tests.Designs;

/// <summary>Designed kernels against the weights that SciPy and OpenCV compute; <c>record_designs.py</c> has recorded them.</summary>
public class DesignWeightTests
{
    public static TheoryData<string> Recorded => [.. RecordedKernel.All.Keys];

    [Theory]
    [MemberData(nameof(Recorded))]
    public void The_weights_are_those_of_the_reference(string name)
    {
        RecordedKernel expected = RecordedKernel.All[name];
        ConvolutionModel model = Model($"[Correlation, {expected.Attribute}] {expected.Signature()}");
        Assert.Equal((expected.Rows, expected.Columns), (model.Kernel.Rows, model.Kernel.Columns));
        double[] actual = [.. model.Kernel.Weights!.Value.Select(weight => weight.ToDouble())];
        for (int index = 0; index < actual.Length; index++)
        {
            Assert.True(
                Math.Abs(actual[index] - expected.Weights[index]) <= expected.Tolerance,
                $"{name}: weight {index} is {actual[index]:R}, and {expected.Reference} has {expected.Weights[index]:R}"
            );
        }
    }

    /// <summary>A convolution reverses what is written, so the same weights are applied.</summary>
    [Theory]
    [MemberData(nameof(Recorded))]
    public void The_weights_are_written_in_reverse_for_a_convolution(string name)
    {
        RecordedKernel expected = RecordedKernel.All[name];
        KernelMatrix correlated = Model($"[Correlation, {expected.Attribute}] {expected.Signature()}").Kernel,
            convolved = Model($"[Convolution, {expected.Attribute}] {expected.Signature()}").Kernel;
        Assert.Equal(correlated.Weights!.Value.Reverse(), convolved.Weights!.Value);
    }

    [Fact]
    public void Every_design_is_recorded() =>
        Assert.All(
            KernelDesigns.All,
            design => Assert.Contains(RecordedKernel.All.Keys, name => name.Contains(design.Name, StringComparison.Ordinal))
        );

    /// <summary>
    /// What is symmetric or odd is so to the last bit, so that passes see it, and blurs add up to one as nearly as doubles can.
    /// </summary>
    [Theory]
    [MemberData(nameof(Recorded))]
    public void Symmetries_are_exact(string name)
    {
        RecordedKernel expected = RecordedKernel.All[name];
        EquatableArray<Rational> weights = Model($"[Correlation, {expected.Attribute}] {expected.Signature()}").Kernel.Weights!.Value;
        double[] reversed = [.. expected.Weights.Reverse()];
        bool isEven = expected.Weights.Zip(reversed).All(pair => Math.Abs(pair.First - pair.Second) <= expected.Tolerance);
        bool isOdd = expected.Weights.Zip(reversed).All(pair => Math.Abs(pair.First + pair.Second) <= expected.Tolerance);
        Assert.Equal(
            isEven || isOdd,
            weights.SequenceEqual(weights.Reverse()) || weights.SequenceEqual(weights.Reverse().Select(weight => -weight))
        );
    }

    private static ConvolutionModel Model(string member)
    {
        ParseResult result = Compilations.Parse(member);
        Assert.True(result.Refusal is null, result.Refusal?.Message);
        return result.Model!;
    }
}
