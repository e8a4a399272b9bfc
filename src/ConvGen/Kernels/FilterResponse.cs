namespace ConvGen;

/// <summary>Which frequencies a filter lets through.</summary>
public enum FilterResponse
{
    /// <summary>Those below the cut-off; the gain is 1 at frequency 0.</summary>
    LowPass = 0,

    /// <summary>Those above the cut-off; the gain is 1 at half the sample rate.</summary>
    HighPass = 1,

    /// <summary>Those between two cut-offs; the gain is 1 in the middle between them.</summary>
    BandPass = 2,

    /// <summary>Those outside two cut-offs; the gain is 1 at frequency 0.</summary>
    BandStop = 3,
}
