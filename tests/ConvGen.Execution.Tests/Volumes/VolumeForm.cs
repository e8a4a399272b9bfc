namespace ConvGen.Execution.Tests.Volumes;

/// <summary>How volumes travel.</summary>
internal enum VolumeForm
{
    /// <summary>Flat, without gaps.</summary>
    Dense,

    /// <summary>Flat, with gaps between rows.</summary>
    Rows,

    /// <summary>Flat, with gaps between rows and between planes.</summary>
    Pitched,

    /// <summary>Flat, two one after the other.</summary>
    Batch,

    /// <summary>Arrays of three axes.</summary>
    Shaped,
}
