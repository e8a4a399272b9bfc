using Samples;
using ScottPlot;

namespace AudioFir;

/// <summary>Draws spectrograms.</summary>
internal static class Charts
{
    private const double Least = -130;
    private const double Most = -20;

    static Charts()
    {
        Fonts.AddFontFile(CaptionFont.Name, CaptionFont.Path, bold: false, italic: false);
        Fonts.Default = CaptionFont.Name;
    }

    /// <summary>Draws a spectrogram, with the colours of every other one.</summary>
    public static void Save(Spectrogram spectrogram, double seconds, string title, string path)
    {
        using Plot plot = new();
        double top = spectrogram.Rate / 2000.0;
        ScottPlot.Plottables.Heatmap map = plot.Add.Heatmap(spectrogram.ToDecibels(Least));
        map.FlipVertically = true;
        map.Extent = new CoordinateRect(0, seconds, 0, top);
        map.Colormap = new ScottPlot.Colormaps.Inferno();
        map.ManualRange = new ScottPlot.Range(Least, Most);
        plot.Add.ColorBar(map);
        plot.Axes.SetLimits(0, seconds, 0, top);
        plot.Title(title + ", decibels");
        plot.XLabel("seconds");
        plot.YLabel("kHz");
        plot.Font.Set(CaptionFont.Name);
        plot.SavePng(path, 720, 400);
    }
}
