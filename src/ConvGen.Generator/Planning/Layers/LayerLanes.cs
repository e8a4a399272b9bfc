namespace ConvGen.Generator.Planning.Layers;

/// <summary>What lies across the lanes of a vector.</summary>
internal enum LayerLanes
{
    /// <summary>
    /// Output channels of one pixel: a sample is spread over all lanes and multiplied by the weights of as many channels.
    /// </summary>
    OutputChannels,

    /// <summary>The channels of one pixel, each of which is convolved alone (depthwise).</summary>
    Channels,

    /// <summary>Neighbouring pixels of one channel: a weight is spread over all lanes.</summary>
    Pixels,
}
