using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering.Layers;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Emission.Layers.Tiles;

/// <summary>Names and statements that the passes of all kinds of lanes use. p: samples, w: weights, y: sums.</summary>
/// <param name="writer">Where to.</param>
/// <param name="parts">The layer.</param>
/// <param name="width">The vector width.</param>
/// <param name="vectors">Vectors in the direction of the lanes.</param>
/// <param name="across">Sums across it.</param>
internal abstract class LayerTileText(SourceWriter writer, LayerParts parts, VectorWidth width, int vectors, int across)
{
    public const string Names = "/// <remarks>p: samples, w: weights, y: sums.</remarks>";

    protected SourceWriter Writer { get; } = writer;

    protected LayerParts Parts { get; } = parts;

    protected VectorWidth Width { get; } = width;

    protected LayerPlan Plan => Parts.Plan;

    protected int Vectors { get; } = vectors;

    protected int Across { get; } = across;

    protected int Lanes { get; } = width.Lanes(parts.Plan.Accumulator);

    protected string VectorType { get; } = width.Type(parts.Plan.Accumulator);

    /// <summary>Prints the method.</summary>
    public abstract void Emit();

    protected string Sum(int across, int vector) => LayerLowering.NameOf(Vectors, across, vector);

    protected string Load(string reference, long offset) => $"{Width.Operations}.LoadUnsafe(ref {At(reference, offset)})";

    protected static string At(string reference, long offset) => LayerParts.Add(reference, Literals.Of(offset));

    /// <summary>A finished sum as it is stored from a vector.</summary>
    protected string Limited(string sum) => LayerFinishEmitter.HasLimits(Parts) ? $"Limit({sum})" : sum;
}
