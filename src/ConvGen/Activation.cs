namespace ConvGen;

/// <summary>What is done to each result before it is stored.</summary>
public enum Activation
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Negative results become 0. Not a number stays what it is.</summary>
    Relu = 1,
}
