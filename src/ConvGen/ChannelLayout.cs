namespace ConvGen;

/// <summary>Where the channels of a source and of a result stand.</summary>
public enum ChannelLayout
{
    /// <summary>
    /// The channels of a pixel side by side: rows, columns, channels (H, W, C; elsewhere called NHWC or channels last), of a volume planes
    /// before these (D, H, W, C).
    /// </summary>
    Interleaved = 0,

    /// <summary>
    /// One plane after the other: channels, rows, columns (C, H, W; elsewhere called NCHW or channels first), or one volume after the
    /// other (C, D, H, W).
    /// </summary>
    Planar = 1,
}
