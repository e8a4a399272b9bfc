using System.Globalization;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Windows;

/// <summary>The declaration of a window matrix as a value.</summary>
/// <param name="Geometry">Axes, size, mode, border, strides, dilations and paddings; nothing else of it counts.</param>
/// <param name="Element">The type of all elements.</param>
/// <param name="Channels">Channels of the image.</param>
/// <param name="IsPlanar">Whether they stand in planes.</param>
/// <param name="HasPitches">Whether a 2-D declaration takes pitches.</param>
internal sealed record WindowDeclared(Declared Geometry, Element Element, int Channels, bool IsPlanar, bool HasPitches)
{
    /// <summary>Elements in a row of the matrix.</summary>
    public int Window => Geometry.Rows * Geometry.Columns * Channels;

    /// <summary>The declaration as C#.</summary>
    public string ToSource(string name, bool isFold)
    {
        Declared geometry = isFold ? Geometry with { BorderValue = "0" } : Geometry;
        List<string> options = [.. geometry.Options()];
        if (IsPlanar)
        {
            options.Add("Layout = global::ConvGen.ChannelLayout.Planar");
        }

        string attribute = (isFold ? "Fold" : "Unfold") + (options.Count == 0 ? "" : "(" + string.Join(", ", options) + ")");
        string size = Geometry.Axes == 1 ? Text(Geometry.Columns) : Text(Geometry.Rows) + ", " + Text(Geometry.Columns);
        string channels = Channels == 1 && !IsPlanar ? "" : ", InputChannels = " + Text(Channels);
        string element = Element.Keyword();
        string sizes = Geometry.Axes == 1 ? "int length" : HasPitches ? "int width, int height, int sourcePitch" : "int width, int height";
        string pitch = Geometry.Axes == 2 && HasPitches ? ", int destinationPitch" : "";
        return $"[global::ConvGen.{attribute}, global::ConvGen.KernelShape({size}{channels})]\n"
            + $"internal static partial void {name}(global::System.ReadOnlySpan<{element}> source, {sizes}, global::System.Span<{element}> destination{pitch});\n";
    }

    public override string ToString() => ToSource("M", isFold: false).TrimEnd();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
