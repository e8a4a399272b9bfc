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
        string attributes = $"[global::ConvGen.{attribute}, global::ConvGen.KernelShape({size}{channels})]\n";
        string spans = string.Join(
            ", ",
            Parameters(Carrier.ReadOnlySpan, Carrier.Span).Select(parameter => parameter.Type + " " + parameter.Name)
        );
        Form form = Geometry.Form;
        if (!form.NeedsAdapter)
        {
            return HostText.Declaration(Host.Static, name, attributes, "void", spans);
        }

        (string Type, string Name)[] parameters = [.. Parameters(form.Source, form.Destination)];
        IEnumerable<string> arguments = parameters.Select(parameter =>
            parameter.Name
            + ": "
            + parameter.Name switch
            {
                "source" => "source.ToArray()",
                "destination" => "result",
                _ => parameter.Name,
            }
        );
        return HostText.Declaration(form.Host, name, attributes, "void", form.ParameterList(parameters))
            + $"internal static void {AdapterText.NameOf(name)}({spans})\n{{\n{Element.Keyword()}[] result = destination.ToArray();\n"
            + $"{HostText.Callee(form.Host, name)}({string.Join(", ", arguments)});\nAdapters.Take(result, destination, 0);\n}}\n";
    }

    public override string ToString() => ToSource("M", isFold: false).TrimEnd();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<(string Type, string Name)> Parameters(Carrier source, Carrier destination)
    {
        yield return (source.Of(Element.Keyword()), "source");
        foreach (
            string size in Geometry.Axes == 1 ? ["length"]
            : HasPitches ? ["width", "height", "sourcePitch"]
            : new[] { "width", "height" }
        )
        {
            yield return ("int", size);
        }

        yield return (destination.Of(Element.Keyword()), "destination");
        if (Geometry.Axes == 2 && HasPitches)
        {
            yield return ("int", "destinationPitch");
        }
    }
}
