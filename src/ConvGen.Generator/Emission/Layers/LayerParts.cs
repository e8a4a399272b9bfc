using ConvGen.Generator.Emission.Layers.Copies;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Emission.Layers;

/// <summary>The numbers, names and parameter lists that the parts of a printed layer share.</summary>
internal sealed class LayerParts
{
    public LayerParts(LayerPlan plan)
    {
        Plan = plan;
        AxisGeometry axis = plan.Model.Horizontal;
        Phases = axis.Phases;
    }

    public LayerPlan Plan { get; }

    /// <summary>The same of one plane where planes are taken one by one; otherwise this.</summary>
    public LayerParts OfPlane => Plan.SplitsPlanes ? new LayerParts(Plan.OfPlane) : this;

    /// <summary>What is done to copies where planes are joined; otherwise the same as to a plane.</summary>
    public LayerParts OfRows => Plan.JoinsPlanes ? new LayerParts(Plan.OfJoined) : OfPlane;

    public ConvolutionModel Model => Plan.Model;

    public LayerOptions Layer => Plan.Layer;

    /// <summary>The source's element type as C# text.</summary>
    public string Source => Model.Form.Source.Element.Keyword();

    /// <summary>The destination's element type as C# text.</summary>
    public string Destination => Model.Form.Destination.Element.Keyword();

    /// <summary>The accumulator's type as C# text.</summary>
    public string Sum => Plan.Accumulator.Keyword();

    /// <summary>The type in which the bias is read: that of the sums, or 64 bits where it joins them last.</summary>
    public ElementType Bias => Plan.BiasJoinsLast ? ElementType.Int64 : Plan.Accumulator;

    /// <summary>What a quantised layer takes; null of others.</summary>
    public Requantisation? Quantised => Model.Form.Requantisation;

    /// <summary>Whether sums start from a number of their own: the bias, and what samples with a zero point are moved by.</summary>
    public bool HasBias => Model.Form.Bias is not null || Plan.MovesSums;

    public bool HasRows => Model.Form.HasRows;

    /// <summary>Whether rows stand in planes: those of a volume, each of which is computed as an image is.</summary>
    public bool IsVolume => Model.Form.IsVolume;

    /// <summary>The reference to the first result of an image, or of a plane of a volume.</summary>
    public string Target => IsVolume ? "target" : "destination";

    public bool HasPixelLanes => Plan.Lanes == LayerLanes.Pixels;

    /// <summary>Whether the channels of a group are looped over in the innermost loop, apart from the columns of the kernel.</summary>
    public bool HasChannelLoop => Plan.ReadInputs > 1;

    /// <summary>Groups that are looped over; channels that are convolved alone are no groups to the loops.</summary>
    public int Groups => Plan.Lanes == LayerLanes.Channels ? 1 : Layer.Groups;

    /// <summary>Weights of a block.</summary>
    public int BlockWeights => checked((int)(Plan.ReadWeights * Plan.Block));

    /// <summary>Weights as they are read.</summary>
    public long ArrangedWeights => (long)Groups * Plan.Blocks * BlockWeights;

    /// <summary>Elements from an output pixel's first sample to the next one's, where channels lie side by side.</summary>
    public int PixelStep => Model.Horizontal.Stride * Plan.ReadChannels;

    /// <summary>Elements from one tap's sample to the next one's in a row, where channels lie side by side.</summary>
    public long TapStep => (long)Model.Horizontal.Dilation * Plan.ReadChannels;

    /// <summary>
    /// Whether the samples of neighbouring taps in a row lie side by side, channels and all, so that one loop runs over both.
    /// </summary>
    public bool HasOneRun => Plan.Lanes == LayerLanes.OutputChannels && Layer.Groups == 1 && Model.Horizontal.Dilation == 1;

    /// <summary>The remainders of tap positions by the stride: samples of one phase are copied side by side.</summary>
    public int[] Phases { get; }

    /// <summary>Pixels of one phase that a block needs beyond one for each output.</summary>
    public int PhaseOverhang => Model.Horizontal.Dilation * (Model.Horizontal.Size - 1) / Model.Horizontal.Stride;

    /// <summary>Pixels that a copied row reserves for each phase.</summary>
    public int PhasePixels => Plan.Copies!.Columns + PhaseOverhang;

    /// <summary>Elements that a copied row reserves for each channel, where pixels lie side by side.</summary>
    public int CopiedPlane => Phases.Length * PhasePixels;

    /// <summary>Elements of a copied row.</summary>
    public int CopiedLine =>
        HasPixelLanes
            ? Plan.ReadChannels * CopiedPlane
            : (((Plan.Copies!.Columns - 1) * Model.Horizontal.Stride) + Model.Horizontal.EffectiveSize) * Plan.ReadChannels;

    /// <summary>Rows of a copied block, of each of the planes that a window sees.</summary>
    public int CopiedLines => ((Plan.Copies!.Rows - 1) * Model.Vertical.Stride) + Model.Vertical.Size;

    /// <summary>Elements of a copied block.</summary>
    public long CopiedElements => Plan.Copies is null ? 0 : CopiedPlanes * CopiedDepth;

    /// <summary>Planes of a volume of which a block is copied.</summary>
    public int CopiedPlanes => ((Plan.Copies!.Planes - 1) * Model.Depth.Stride) + Model.Depth.Size;

    /// <summary>Elements of what is copied of a plane of a volume.</summary>
    public long CopiedDepth => (long)CopiedLines * CopiedLine;

    /// <summary>
    /// Whether rows of fewer pixels than a vector has lanes are computed as a whole vector: copied rows have room for what is read beyond
    /// them.
    /// </summary>
    public bool TakesShortRows =>
        HasPixelLanes
        && Plan is { ScalarReason: null, StoresVectors: true, RowsTile: null }
        && Plan.Copies is { } copies
        && copies.Columns >= VectorWidth.All.Max(width => width.Lanes(Plan.Accumulator));

    /// <summary>Weights of minimal filtering at one place of a tile.</summary>
    public int PlaceWeights => Plan.Blocks * Plan.ReadInputs * Plan.Block;

    /// <summary>
    /// Weights in the order in which they are read, and behind them those of minimal filtering, or the sums of those of each output
    /// channel.
    /// </summary>
    public long AllWeights =>
        ArrangedWeights + ((Plan.Minimal?.Places ?? 0) * (long)PlaceWeights) + (Plan.MovesSums ? Layer.OutputChannels : 0);

    /// <summary>Elements of the transformed samples of the tiles of a copied block.</summary>
    public long TileSamples => (Plan.Minimal?.Places ?? 0) * (long)Plan.MinimalTiles * Plan.ReadChannels;

    /// <summary>Elements of these and of the products.</summary>
    public long TileElements => TileSamples + ((Plan.Minimal?.Places ?? 0) * (long)Plan.MinimalTiles * Layer.OutputChannels);

    /// <summary>
    /// Elements of the sums of one pass, where they are finished one by one, or of one vector for each channel of a short row.
    /// </summary>
    public int ScratchElements =>
        Plan.ScalarReason is not null || FinishesInRegisters || (Plan.StoresVectors && !TakesShortRows)
            ? 0
            : VectorWidth.All.Max(width =>
                Tile(width) is { } tile ? (TakesShortRows ? 1 : tile.Vectors) * tile.Across * width.Lanes(Plan.Accumulator) : 0
            );

    /// <summary>Elements of the results that wait to be put back into planes: a row, or two rows of tiles.</summary>
    public long JoinedElements =>
        Plan is { JoinsPlanes: true, Copies: { } copies }
            ? InSums((long)copies.Columns * Layer.OutputChannels * (Plan.Minimal is null ? 1 : copies.Rows), Model.Form.Destination.Element)
            : 0;

    /// <summary>Elements of the samples of a row that are put together before they are copied.</summary>
    public long StripElements =>
        PlaneJoining.HasStrip(this) ? InSums((long)CopiedLine / Plan.ReadChannels * Layer.InputChannels, Model.Form.Source.Element) : 0;

    /// <summary>How many sums take the room of some elements of another type.</summary>
    private long InSums(long count, ElementType type) => ((count * type.Size()) + Plan.Accumulator.Size() - 1) / Plan.Accumulator.Size();

    /// <summary>Whether passes leave their sums in memory from which they are finished.</summary>
    public bool FinishesFromMemory => Plan.ScalarReason is null && !Plan.StoresVectors && !FinishesInRegisters;

    /// <summary>Whether passes turn vectors of sums into results of 8 bits, which lie side by side as the sums do.</summary>
    public bool FinishesInRegisters => Quantised is not null && Plan.ScalarReason is null && !HasPixelLanes;

    /// <summary>Elements from one pixel of the result to the next in a row.</summary>
    public int OutputStep => Layer.IsPlanar ? 1 : Layer.OutputChannels;

    public LayerTile? Tile(VectorWidth width) =>
        width.Bits switch
        {
            512 => Plan.Tile512,
            256 => Plan.Tile256,
            _ => Plan.Tile128,
        };

    /// <summary>Whether rows of taps are looped over.</summary>
    public bool HasPitch => Model.Vertical.Size > 1;

    /// <summary>Whether planes of taps are looped over, those of a volume.</summary>
    public bool HasDepthPitch => Model.Depth.Size > 1;

    /// <summary>Whether planes of the source are told apart, those of its channels.</summary>
    public bool HasPlane => HasPixelLanes && Plan.ReadChannels > 1;

    /// <summary>Whether planes of the result are told apart, those of its channels.</summary>
    public bool HasOutputPlane => Layer is { IsPlanar: true, OutputChannels: > 1 };

    /// <summary>Parameters that every pass over a row takes after the source.</summary>
    public string RowParameters(bool hasScratch) =>
        $"ref {Sum} source{(HasDepthPitch ? ", nint depthPitch" : "")}{(HasPitch ? ", nint pitch" : "")}{(HasPlane ? ", nint plane" : "")}, ref {Sum} weights{(HasBias ? $", ref {Bias.Keyword()} bias" : "")}{QuantisedFinish.Parameters(this)}, "
        + $"ref {Destination} destination{(HasOutputPlane ? ", nint destinationPlane" : "")}, nint count{(hasScratch && ScratchElements > 0 ? $", ref {Sum} scratch" : "")}";

    /// <summary>The matching arguments.</summary>
    public string RowArguments(
        string source,
        string weights,
        string bias,
        string scale,
        string destination,
        string count,
        bool hasScratch
    ) =>
        $"ref {source}{(HasDepthPitch ? ", depthPitch" : "")}{(HasPitch ? ", pitch" : "")}{(HasPlane ? ", plane" : "")}, ref {weights}{(HasBias ? ", ref " + bias : "")}{QuantisedFinish.Arguments(this, scale)}, "
        + $"ref {destination}{(HasOutputPlane ? ", destinationPlane" : "")}, {count}{(hasScratch && ScratchElements > 0 ? ", ref scratch" : "")}";

    /// <summary>
    /// Whether the places of the taps in a row come from a table, because a stride scatters them over phases and they run in a loop.
    /// </summary>
    public bool HasColumnTable => HasPixelLanes && Model.Horizontal.Stride > 1 && !Plan.WritesColumns;

    /// <summary>Elements from the first tap's sample to that of a tap in the same row, where pixels lie side by side.</summary>
    public int Offset(int column)
    {
        int position = column * Model.Horizontal.Dilation,
            stride = Model.Horizontal.Stride;
        return stride == 1 ? position : (Array.IndexOf(Phases, position % stride) * PhasePixels) + (position / stride);
    }

    /// <summary>A reference moved by some elements; itself where these are none.</summary>
    public static string Add(string reference, string elements) => elements == "0" ? reference : $"Unsafe.Add(ref {reference}, {elements})";
}
