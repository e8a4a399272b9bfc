using System.Numerics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Layers;

/// <summary>
/// How a layer is computed. Every result is one sum that starts from its bias, or from zero, and takes its products in row-major order of
/// the kernel as applied, channels
/// innermost; the passes only choose how many of these sums are formed side by side, and from where they read.
/// </summary>
internal sealed record LayerPlan(ConvolutionModel Model, LayerOptions Layer)
{
    /// <summary>Columns of the kernel up to which they are written out.</summary>
    private const int MostWrittenColumns = 7;

    /// <summary>The type in which the sum is formed.</summary>
    public ElementType Accumulator { get; init; }

    /// <summary>Whether floating-point sums may be accurate in norm only, which a plan with fewer products is.</summary>
    public bool AsksTransform { get; init; }

    /// <summary>Whether multiplication and addition are fused where the hardware can.</summary>
    public bool Fuses { get; init; }

    /// <summary>The smallest and the largest sum that the element types and weights allow, for integer sums; null otherwise.</summary>
    public SumRange? Range { get; init; }

    /// <summary>
    /// What integer weights are multiplied by to make them integers, and their sum divided by at the end; one for floating-point sums.
    /// </summary>
    public BigInteger Denominator { get; init; } = BigInteger.One;

    /// <summary>How an integer sum is divided by <see cref="Denominator"/>; null where nothing is divided.</summary>
    public Division? Division { get; init; }

    /// <summary>
    /// Whether the bias is added to the finished integer sum instead of starting it, because the accumulator could not hold both.
    /// </summary>
    public bool BiasJoinsLast { get; init; }

    /// <summary>What lies across the lanes of a vector.</summary>
    public LayerLanes Lanes { get; init; }

    /// <summary>Why there is no vector code, or null when there is.</summary>
    public string? ScalarReason { get; init; }

    /// <summary>Output channels whose weights lie side by side and whose sums are formed together.</summary>
    public int Block { get; init; } = 1;

    /// <summary>The sums of one pass of the inner loop at 512 bits, or null where vectors of that width would not be filled.</summary>
    public LayerTile? Tile512 { get; init; }

    /// <summary>The same at 256 bits.</summary>
    public LayerTile? Tile256 { get; init; }

    /// <summary>The same at 128 bits.</summary>
    public LayerTile? Tile128 { get; init; }

    /// <summary>Whether run-time weights are read where they are; otherwise they are rearranged once a call.</summary>
    public bool ReadsWeightsInPlace { get; init; }

    /// <summary>Whether weights are loaded by the vector, each for one lane, rather than one for all lanes.</summary>
    public bool LoadsWeights => ScalarReason is null && Lanes != LayerLanes.Pixels;

    /// <summary>How source rows are copied before they are read; null where they are read where they are.</summary>
    public LayerCopies? Copies { get; init; }

    /// <summary>Whether planes are taken one by one, each as a layer of one channel.</summary>
    public bool SplitsPlanes { get; init; }

    /// <summary>
    /// Whether planes are copied so that the channels of a pixel lie side by side, and results, which are computed so, are put back into
    /// planes.
    /// </summary>
    public bool JoinsPlanes { get; init; }

    /// <summary>
    /// The plan of what is done to what was copied where planes are joined, which is a layer with channels side by side; otherwise this
    /// one.
    /// </summary>
    public LayerPlan OfJoined =>
        JoinsPlanes ? this with { JoinsPlanes = false, Layer = Layer with { Layout = ChannelLayout.Interleaved } } : this;

    /// <summary>
    /// The sums of one pass over rows of a plane whose weights stay in registers, at every width; null where rows are computed by the tiles
    /// of the widths.
    /// </summary>
    public RowsTile? RowsTile { get; init; }

    /// <summary>
    /// How squares of results are computed from fewer products; null where every product of a sample and a weight is formed.
    /// </summary>
    public MinimalTile? Minimal { get; init; }

    /// <summary>Tiles of minimal filtering in a copied block at most.</summary>
    public int MinimalTiles =>
        Minimal is { } minimal && Copies is { } copies ? copies.Rows / minimal.Results * (copies.Columns / minimal.Results) : 0;

    /// <summary>The plan of the products at one place of all tiles: a layer that sees one pixel only, the tile.</summary>
    public LayerPlan OfProducts =>
        this with
        {
            Model = Model with
            {
                Kernel = Model.Kernel with { Rows = 1, Columns = 1 },
                Vertical = new AxisGeometry(1, 1, 1, 0, 0),
                Horizontal = new AxisGeometry(1, 1, 1, 0, 0),
                Form = Model.Form with
                {
                    Destination = Model.Form.Destination with { Element = Accumulator },
                    Bias = null,
                    Requantisation = null,
                },
            },
            Layer = Layer with { Minimum = null, Maximum = null },
            Copies = null,
            Minimal = null,
        };

    /// <summary>The plan of what is done to one plane where planes are taken one by one; otherwise this one.</summary>
    public LayerPlan OfPlane =>
        SplitsPlanes ? this with { SplitsPlanes = false, Layer = Layer with { InputChannels = 1, OutputChannels = 1, Groups = 1 } } : this;

    /// <summary>The decisions in words, one a pass that decided something; the generated header prints them.</summary>
    public EquatableArray<string> Decisions { get; init; }

    /// <summary>
    /// Whether copied samples and arranged weights are pairs of input channels, 16 bits each, that are multiplied and added by one
    /// instruction.
    /// </summary>
    public bool PairsChannels { get; init; }

    /// <summary>
    /// The same of quadruples of 8 bits each: samples from 0 to 255, and weights with a sign. Zero points are no part of these samples, so
    /// that sums start from what they are moved by.
    /// </summary>
    public bool QuadsChannels { get; init; }

    /// <summary>
    /// How the layer is computed where the processor multiplies bytes four at a time; null where that is not possible.
    /// </summary>
    public LayerPlan? OfQuads { get; init; }

    /// <summary>Whether vectors of 512 bits, where the processor has them, are faster than <see cref="OfQuads"/>.</summary>
    public bool PrefersWideToQuads { get; init; }

    /// <summary>
    /// Whether samples are multiplied with a zero point, or moved by 128 so that they have no sign, which sums start from.
    /// </summary>
    public bool MovesSums => QuadsChannels && MovesSamples(Model);

    /// <summary>Whether a sample as it is multiplied in quadruples is not the number that it stands for.</summary>
    public static bool MovesSamples(ConvolutionModel model) =>
        model.Form.Source.Element == ElementType.SByte || model.Form.Requantisation is { HasSourceZeroPoint: true };

    /// <summary>Input channels that are read as one element.</summary>
    public int ChannelsPerElement =>
        QuadsChannels ? 4
        : PairsChannels ? 2
        : 1;

    /// <summary>Elements that a result reads for a tap: a group's input channels, or pairs or quadruples of them.</summary>
    public int ReadInputs => (Layer.GroupInputs + ChannelsPerElement - 1) / ChannelsPerElement;

    /// <summary>Elements of a pixel as it is read: all input channels, or pairs or quadruples of them.</summary>
    public int ReadChannels => Layer.Groups * ReadInputs;

    /// <summary>Whether the columns of the kernel are written out: few ones, where no loop over channels stands inside.</summary>
    public bool WritesColumns => Model.Horizontal.Size <= MostWrittenColumns && ReadInputs == 1;

    /// <summary>Weights that a result reads, those of an element as one.</summary>
    public long ReadWeights => (long)Model.Kernel.Rows * Model.Kernel.Columns * ReadInputs;

    /// <summary>Terms of the sum of a result.</summary>
    public long Taps => (long)Model.Kernel.Rows * Model.Kernel.Columns * Layer.GroupInputs;

    /// <summary>Blocks of output channels in a group; the last one moves back to end with the group.</summary>
    public int Blocks => (Layer.GroupOutputs + Block - 1) / Block;

    /// <summary>Whether results have the accumulator's type and are stored from vectors; otherwise they are finished one by one.</summary>
    public bool StoresVectors =>
        Model.Form.Destination.Element == Accumulator
        && Division is null
        && !BiasJoinsLast
        && (Lanes != LayerLanes.Pixels || Layer.IsPlanar || Layer.OutputChannels == 1);

    /// <summary>The same plan with one more decision.</summary>
    public LayerPlan Because(string decision) => this with { Decisions = Decisions.Append(decision).ToEquatableArray() };
}
