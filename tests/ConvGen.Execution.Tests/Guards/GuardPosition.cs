namespace ConvGen.Execution.Tests.Guards;

/// <summary>What a subject is run on at guards.</summary>
/// <param name="Subject">Its place among the subjects.</param>
/// <param name="Width">Source pixels per row.</param>
/// <param name="Height">Source rows; 1 for a signal.</param>
/// <param name="SourceGap">Elements between rows of the source, where the method takes pitches.</param>
/// <param name="ResultGap">Elements between rows of the destination, where the method takes pitches.</param>
internal readonly record struct GuardPosition(int Subject, int Width, int Height, int SourceGap, int ResultGap);
