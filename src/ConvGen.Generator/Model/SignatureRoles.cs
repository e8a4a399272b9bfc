namespace ConvGen.Generator.Model;

/// <summary>The names that give parameters their roles.</summary>
internal static class SignatureRoles
{
    public const string Source = "source";
    public const string Kernel = "kernel";
    public const string Bias = "bias";
    public const string ChannelScale = "scale";
    public const string SourceZeroPoint = "sourceZeroPoint";
    public const string KernelZeroPoint = "kernelZeroPoint";
    public const string DestinationZeroPoint = "destinationZeroPoint";
    public const string Destination = "destination";
    public const string History = "history";
    public const string Region = "region";
    public const string Held = "held";
    public const string Batch = "batch";
    public const string Length = "length";
    public const string Width = "width";
    public const string Height = "height";
    public const string Depth = "depth";
    public const string SourcePitch = "sourcePitch";
    public const string DestinationPitch = "destinationPitch";
    public const string SourcePlanePitch = "sourcePlanePitch";
    public const string DestinationPlanePitch = "destinationPlanePitch";
    public const string Image = "image";
    public const string Degree = "maxDegreeOfParallelism";
    public const string Cancellation = "cancellationToken";

    /// <summary>A factor of every result of a group, and the number that is added to it.</summary>
    public const string ResultScale = "scale";
    public const string ResultOffset = "offset";
}
