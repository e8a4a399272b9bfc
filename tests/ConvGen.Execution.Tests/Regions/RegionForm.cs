namespace ConvGen.Execution.Tests.Regions;

/// <summary>How parts of images travel.</summary>
internal enum RegionForm
{
    /// <summary>Arrays, with pitches.</summary>
    Flat,

    /// <summary>Arrays that hold the same part of several images.</summary>
    Batch,

    /// <summary>Arrays of two axes.</summary>
    Shaped,
}
