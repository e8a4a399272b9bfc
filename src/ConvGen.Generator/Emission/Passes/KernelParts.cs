using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Passes;

/// <summary>The names and parameter lists that the parts of a printed kernel share.</summary>
internal sealed class KernelParts
{
    /// <param name="plan">The plan to print.</param>
    /// <param name="passType">For one of the passes of a separated sum, the type that holds it.</param>
    public KernelParts(KernelPlan plan, string? passType = null)
    {
        Plan = plan;
        PassType = passType;
        Layout = new SampleLayout(plan);
    }

    public KernelPlan Plan { get; }

    /// <summary>The nested type of a pass of a separated sum, or null where the kernel is one pass.</summary>
    public string? PassType { get; }

    public SampleLayout Layout { get; }

    public ConvolutionModel Model => Plan.Model;

    /// <summary>The source's element type as C# text.</summary>
    public string Source => Model.Form.Source.Element.Keyword();

    /// <summary>The destination's element type as C# text.</summary>
    public string Destination => Model.Form.Destination.Element.Keyword();

    /// <summary>The accumulator's type as C# text.</summary>
    public string Sum => Plan.Accumulator.Keyword();

    /// <summary>The type of a table of weights as C# text.</summary>
    public string Weight => Plan.WeightType.Keyword();

    /// <summary>The accumulator's type in scalar code, where 16-bit arithmetic is done in <c>int</c>.</summary>
    public ElementType ScalarSum => Plan.Accumulator is ElementType.Int16 or ElementType.UInt16 ? ElementType.Int32 : Plan.Accumulator;

    public bool HasTwoAxes => Model.Form.HasRows;

    /// <summary>Whether taps lie in several planes of the source, so that passes take a distance from plane to plane.</summary>
    public bool HasPlaneTaps => Model.Kernel.Planes > 1;

    /// <summary>The parameter for that distance, with its comma.</summary>
    public string PlaneParameter => HasPlaneTaps ? ", nint planePitch" : "";

    /// <summary>The matching argument.</summary>
    public string PlaneArgument => HasPlaneTaps ? ", planePitch" : "";

    /// <summary>Whether weights arrive at run time.</summary>
    public bool HasRunTimeWeights => Model.Form.Kernel is not null;

    /// <summary>Whether passes take a reference to a table of weights.</summary>
    public bool PassesWeights =>
        Plan.Separation is null
        && (
            HasRunTimeWeights
            || (
                Plan.Sum is PairedSum
                    ? Plan.Unrolling != Unrolling.Everywhere
                    : Plan.Coefficients == CoefficientSource.Table && Plan.Taps.Count > 0
            )
        );

    /// <summary>Whether output rows lie a different distance apart in the source than tap rows do.</summary>
    public bool HasRowStep => HasTwoAxes && (Model.Vertical.Stride != 1 || Model.Vertical.Dilation != 1);

    /// <summary>
    /// What <c>Run</c> hands down to the passes besides source and destination: weights, or a buffer for intermediate sums.
    /// </summary>
    public IEnumerable<CarriedReference> Carried
    {
        get
        {
            if (PassesWeights)
            {
                yield return new CarriedReference(Weight, "weights", "Weights");
            }

            if (Plan.Separation is { } separation)
            {
                yield return new CarriedReference(separation.Intermediate.Keyword(), "sums", "Sums");
                if (separation.Prefixes is { } prefixes)
                {
                    yield return new CarriedReference(prefixes.Keyword(), "prefixes", "Prefixes");
                }
            }
        }
    }

    /// <summary>See <see cref="Separation.ExtendsSums"/>.</summary>
    public bool ExtendsSums => Plan is { ExtendsSums: true, Halo.IsNeeded: true };

    /// <summary>Whether copied windows have their samples sorted by the phases of a horizontal stride.</summary>
    public bool SortsSamples => Layout.SortsSamples;

    /// <summary>See <see cref="SampleLayout.HasNarrowBlocks"/>.</summary>
    public bool HasNarrowBlocks => Layout.HasNarrowBlocks;

    /// <summary>Whether passes of a vector width compute whole tiles only: no group of rows is lower.</summary>
    public bool HasWholeTiles(VectorWidth width) => HasNarrowBlocks && width.Rows(Plan.Tile) > 1;

    /// <summary>Rows that a group must have: those of a tile, or one.</summary>
    public int FewestRows => HasNarrowBlocks ? Plan.Tile.Rows : 1;

    /// <summary>A parameter for the weights, with its comma, where passes take one.</summary>
    public string WeightsParameter => PassesWeights ? $", ref {Weight} weights" : "";

    /// <summary>The matching argument.</summary>
    public string WeightsArgument => PassesWeights ? ", ref weights" : "";

    /// <summary>Pixels as elements: the text itself, or multiplied by the channels.</summary>
    public string Elements(string pixels) =>
        Model.PixelChannels == 1 ? pixels : $"{Reference.Grouped(pixels)} * {Literals.Of(Model.PixelChannels)}";
}

/// <summary>A reference that is handed from <c>Run</c> to the passes.</summary>
/// <param name="Type">The type of what it refers to, as C# text.</param>
/// <param name="Name">The name of the local and of the parameters.</param>
/// <param name="Field">The name of the field that carries it through the frame.</param>
internal sealed record CarriedReference(string Type, string Name, string Field);
