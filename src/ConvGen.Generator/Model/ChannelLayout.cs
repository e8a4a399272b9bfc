namespace ConvGen.Generator.Model;

/// <summary>Where the channels of source and result stand; the values are those of the public enum <c>ConvGen.ChannelLayout</c>.</summary>
internal enum ChannelLayout
{
    Interleaved = 0,
    Planar = 1,
}
