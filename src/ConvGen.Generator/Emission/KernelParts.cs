using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>The names and parameter lists that the parts of a printed kernel share.</summary>
internal sealed class KernelParts
{
    public KernelParts(KernelPlan plan)
    {
        Plan = plan;
        Layout = new SampleLayout(plan);
    }

    public KernelPlan Plan { get; }

    public SampleLayout Layout { get; }

    public ConvolutionModel Model => Plan.Model;

    /// <summary>The source's element type as C# text.</summary>
    public string Source => Model.Form.Source.Element.Keyword();

    /// <summary>The destination's element type as C# text.</summary>
    public string Destination => Model.Form.Destination.Element.Keyword();

    /// <summary>The accumulator's type as C# text.</summary>
    public string Sum => Plan.Accumulator.Keyword();

    /// <summary>The accumulator's type in scalar code, where 16-bit arithmetic is done in <c>int</c>.</summary>
    public ElementType ScalarSum => Plan.Accumulator == ElementType.Int16 ? ElementType.Int32 : Plan.Accumulator;

    public bool HasTwoAxes => Model.Form.Axes == 2;

    /// <summary>Whether weights arrive at run time.</summary>
    public bool HasRunTimeWeights => Model.Form.Kernel is not null;

    /// <summary>Whether passes take a reference to a table of weights.</summary>
    public bool PassesWeights => HasRunTimeWeights || (Plan.Coefficients == CoefficientSource.Table && Plan.Taps.Count > 0);

    /// <summary>Whether output rows lie a different distance apart in the source than tap rows do.</summary>
    public bool HasRowStep => HasTwoAxes && (Model.Vertical.Stride != 1 || Model.Vertical.Dilation != 1);

    /// <summary>A parameter for the weights, with its comma, where passes take one.</summary>
    public string WeightsParameter => PassesWeights ? $", ref {Sum} weights" : "";

    /// <summary>The matching argument.</summary>
    public string WeightsArgument => PassesWeights ? ", ref weights" : "";

    /// <summary>Pixels as elements: the text itself, or multiplied by the channels.</summary>
    public string Elements(string pixels) => Model.PixelChannels == 1 ? pixels
        : $"{(pixels.Contains(" ") ? "(" + pixels + ")" : pixels)} * {Literals.Of(Model.PixelChannels)}";
}
