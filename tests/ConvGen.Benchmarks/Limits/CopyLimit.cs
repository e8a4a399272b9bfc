using ConvGen.Benchmarks.Images;

namespace ConvGen.Benchmarks.Limits;

/// <summary>Copies the source to the destination.</summary>
internal sealed unsafe class CopyLimit(Arena arena) : Limit
{
    /// <inheritdoc/>
    public override string Name => "copy";

    /// <inheritdoc/>
    public override double Tolerance => 1.2;

    /// <inheritdoc/>
    public override void Run(in Placement placement) =>
        new ReadOnlySpan<byte>((void*)placement.Source, arena.SourceBytes).CopyTo(
            new Span<byte>((void*)placement.Destination, arena.DestinationBytes)
        );

    /// <inheritdoc/>
    public override double PerSample(double nanosecondsPerCall) => nanosecondsPerCall / arena.Samples;
}
