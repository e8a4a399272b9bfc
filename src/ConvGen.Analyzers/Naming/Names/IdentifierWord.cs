namespace ConvGen.Analyzers.Naming.Names;

/// <summary>A word of an identifier.</summary>
/// <param name="Text">The word in lower case.</param>
/// <param name="Start">Where it begins in the identifier.</param>
/// <param name="IsDimension">Whether it counts axes or taps, as <c>2D</c> and <c>3x3</c> do, and says nothing else.</param>
internal sealed record IdentifierWord(string Text, int Start, bool IsDimension)
{
    /// <summary>Where the next character stands.</summary>
    public int End => Start + Text.Length;
}
