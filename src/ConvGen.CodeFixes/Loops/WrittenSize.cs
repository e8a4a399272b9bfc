namespace ConvGen.CodeFixes.Loops;

/// <summary>A size as it is written in source.</summary>
/// <param name="Key">A text that two sizes share exactly where they are equal.</param>
/// <param name="Text">How it is written.</param>
internal sealed record WrittenSize(string Key, string Text)
{
    /// <summary>Whether it is the same size, however it is written.</summary>
    public bool Equals(WrittenSize? other) => other is not null && other.Key == Key;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);
}
