using SkiaSharp;

namespace Samples;

/// <summary>The letters that the samples draw: a part of DejaVu Sans, which lies beside the program.</summary>
public static class CaptionFont
{
    /// <summary>The family's name.</summary>
    public const string Name = "DejaVu Sans";

    private static readonly Lazy<SKTypeface> Loaded = new(static () =>
        SKTypeface.FromFile(Path) ?? throw new InvalidDataException($"'{Path}' is no font")
    );

    /// <summary>The font's file.</summary>
    public static string Path => System.IO.Path.Combine(AppContext.BaseDirectory, "DejaVuSans-Subset.ttf");

    /// <summary>The font.</summary>
    public static SKTypeface Typeface => Loaded.Value;
}
