using ConvGen.Generator.Model.Groups;

namespace ConvGen.Generator.Model;

/// <summary>Which of the accepted signature forms a method has: its buffers, and which of the optional sizes it takes.</summary>
/// <param name="Axes">Spatial axes: 1, 2, or 3 of a volume.</param>
/// <param name="Source">The parameter <c>source</c>.</param>
/// <param name="Kernel">The parameter <c>kernel</c>, or null when the weights are known at compile time.</param>
/// <param name="Destination">The parameter <c>destination</c>, or the returned array.</param>
/// <param name="ReturnsResult">Whether the result is returned in a new array instead of written to <c>destination</c>.</param>
/// <param name="HasLength">Whether <c>int length</c> is taken (1-D, flat).</param>
/// <param name="HasBatch">Whether <c>int batch</c> is taken (flat).</param>
/// <param name="HasSourcePitch">Whether <c>int sourcePitch</c> is taken (2-D, flat).</param>
/// <param name="HasDestinationPitch">Whether <c>int destinationPitch</c> is taken (2-D, flat, not returning).</param>
/// <remarks>
/// Flat 2-D forms always take <c>int width</c> and <c>int height</c>, and those of volumes <c>int depth</c> as well. Source and destination
/// are both flat or both shaped.
/// </remarks>
internal sealed record SignatureForm(
    int Axes,
    Buffer Source,
    Buffer? Kernel,
    Buffer Destination,
    bool ReturnsResult,
    bool HasLength,
    bool HasBatch,
    bool HasSourcePitch,
    bool HasDestinationPitch
)
{
    /// <summary>The parameter <c>bias</c>, or null.</summary>
    public Buffer? Bias { get; init; }

    /// <summary>What a quantised layer takes beside its weights; null for others.</summary>
    public Requantisation? Requantisation { get; init; }

    /// <summary>The parameter <c>history</c>: the samples before the source, of a signal that comes block by block; or null.</summary>
    public Buffer? History { get; init; }

    /// <summary>Whether <c>Region region</c> is taken: the rectangle of the result to compute.</summary>
    public bool HasRegion { get; init; }

    /// <summary>Whether <c>Region held</c> is taken: the rectangle of the image that the source holds.</summary>
    public bool HasHeld { get; init; }

    /// <summary>Whether <c>float scale</c> is taken, which multiplies every result before it is stored.</summary>
    public bool HasScale { get; init; }

    /// <summary>Whether <c>float offset</c> is taken, which is added to every result before it is stored.</summary>
    public bool HasOffset { get; init; }

    /// <summary>The parameters that receive results, where they are not one named <c>destination</c>; empty otherwise.</summary>
    public EquatableArray<GroupOutput> Outputs { get; init; } = EquatableArray<GroupOutput>.Empty;

    /// <summary>Whether one buffer, <c>image</c>, is source and destination at once.</summary>
    public bool IsInPlace { get; init; }

    /// <summary>Whether several threads compute the result.</summary>
    public bool IsParallel { get; init; }

    /// <summary>Whether <c>int maxDegreeOfParallelism</c> is taken.</summary>
    public bool HasDegree { get; init; }

    /// <summary>Whether <c>CancellationToken cancellationToken</c> is taken.</summary>
    public bool HasCancellation { get; init; }

    /// <summary>Whether <c>int sourcePlanePitch</c> is taken (3-D, flat).</summary>
    public bool HasSourcePlanePitch { get; init; }

    /// <summary>Whether <c>int destinationPlanePitch</c> is taken (3-D, flat, not returning).</summary>
    public bool HasDestinationPlanePitch { get; init; }

    /// <summary>Whether samples stand in rows: those of images and of the planes of volumes.</summary>
    public bool HasRows => Axes > 1;

    /// <summary>Whether rows stand in planes.</summary>
    public bool IsVolume => Axes == 3;

    /// <summary>Whether sizes come with the carrier instead of in parameters.</summary>
    public bool IsShaped => Source.IsShaped;
}
