namespace Samples;

/// <summary>What stands before the samples of a portable graymap.</summary>
/// <param name="IsPlain">Whether samples are decimal numbers.</param>
/// <param name="Width">Pixels per row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Maximum">The value of white, at most 255.</param>
/// <param name="Length">Bytes before the first sample.</param>
public readonly record struct PgmHeader(bool IsPlain, int Width, int Height, int Maximum, int Length);
