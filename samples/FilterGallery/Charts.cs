using Samples;
using ScottPlot;

namespace FilterGallery;

/// <summary>Draws kernels and their responses.</summary>
internal static class Charts
{
    private const int Points = 101;
    private const int Width = 360;
    private const int Height = 300;

    static Charts()
    {
        Fonts.AddFontFile(CaptionFont.Name, CaptionFont.Path, bold: false, italic: false);
        Fonts.Default = CaptionFont.Name;
    }

    /// <summary>The weights as colours: blue for negative ones, red for positive ones, white for zero.</summary>
    public static void SaveKernel(KernelProbe probe, string path)
    {
        using Plot plot = new();
        double largest = probe.Weights.Cast<double>().Max(Math.Abs);
        ScottPlot.Plottables.Heatmap map = plot.Add.Heatmap(probe.Weights);
        map.Colormap = new ScottPlot.Colormaps.CustomInterpolated([Colors.RoyalBlue, Colors.White, Colors.Red]);
        map.ManualRange = new ScottPlot.Range(-largest, largest);
        plot.Add.ColorBar(map);
        plot.HideAxesAndGrid();
        plot.Axes.SquareUnits();

        // The axes are hidden; the bar beside the map needs room for its lowest number.
        plot.Layout.Fixed(new PixelPadding(left: 12, right: 84, bottom: 14, top: 32));
        Save(plot, "kernel as applied", path);
    }

    /// <summary>The gain over frequency in three directions.</summary>
    public static void SaveResponse(KernelProbe probe, string path)
    {
        using Plot plot = new();
        double[] frequencies = [.. Enumerable.Range(0, Points).Select(static i => 0.5 * i / (Points - 1))];
        AddCurve(plot, frequencies, "along rows", LinePattern.Solid, f => probe.Gain(0, f));
        AddCurve(plot, frequencies, "down columns", LinePattern.Dashed, f => probe.Gain(f, 0));
        AddCurve(plot, frequencies, "diagonal", LinePattern.Dotted, f => probe.Gain(f, f));
        plot.Axes.AutoScale();
        plot.Axes.SetLimitsX(0, 0.5);

        // The legend stands above the curves.
        plot.Axes.SetLimitsY(0, Math.Max(1, plot.Axes.GetLimits().Top) * 1.5);
        plot.XLabel("periods per sample");
        plot.ShowLegend(Alignment.UpperRight);
        Save(plot, "gain", path);
    }

    private static void AddCurve(Plot plot, double[] frequencies, string name, LinePattern pattern, Func<double, double> gain)
    {
        ScottPlot.Plottables.SignalXY curve = plot.Add.SignalXY(frequencies, Array.ConvertAll(frequencies, f => gain(f)));
        curve.LegendText = name;
        curve.LinePattern = pattern;
        curve.LineWidth = 2;
    }

    private static void Save(Plot plot, string title, string path)
    {
        plot.Title(title);
        plot.Font.Set(CaptionFont.Name);
        plot.SavePng(path, Width, Height);
    }
}
