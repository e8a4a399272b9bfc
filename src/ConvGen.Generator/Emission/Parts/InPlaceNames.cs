using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Parts;

namespace ConvGen.Generator.Emission.Parts;

/// <summary>Numbers and words of a kernel whose result overwrites its source.</summary>
internal sealed class InPlaceNames(ConvolutionModel model, PartTiles? tiles)
{
    /// <summary>How its image is overwritten.</summary>
    public InPlaceBands Bands { get; } = InPlaceBands.Of(model, tiles);

    public string Type => model.Form.Source.Element.Keyword();

    public bool HasRows => model.Form.Axes == 2;

    /// <summary>Rows that one band sees and the next one too.</summary>
    public int Kept => Bands.Kept;

    /// <summary>Rows that the first window sees before the image.</summary>
    public int Before => Bands.Before;

    /// <summary>Rows that the last window sees behind the image.</summary>
    public int Below => Bands.Below;

    public int Planes => model.HasPlanes ? model.SourceChannels : 1;

    public int Pixel => model.HasPlanes ? 1 : model.SourceChannels;

    public string Length => HasRows ? "height" : "length";

    /// <summary>Elements from one row of the copies to the next.</summary>
    public string Line => HasRows ? "line" : Literals.Of(Pixel);

    /// <summary>Elements of a row.</summary>
    public string Row => HasRows ? "row" : Literals.Of(Pixel);

    public string Pitch => HasRows ? "pitch" : Literals.Of(Pixel);

    /// <summary>The elements of a number of rows that is known here.</summary>
    public string Lines(int rows) => HasRows ? Lines(Literals.Of(rows)) : Literals.Of((long)rows * Pixel);

    public string Lines(string rows) => Line == "1" ? rows : rows + " * " + Line;

    public string Pitches(string rows) => Pitch == "1" ? rows : rows + " * " + Pitch;

    /// <summary>The copies of the plane that a loop stands at.</summary>
    public string Copy => Planes == 1 ? "copies" : "copy";

    /// <summary>That plane of the image.</summary>
    public string Plane => Planes == 1 ? "image" : "channel";

    /// <summary>What stands for rows below it.</summary>
    public string BelowPlane => Planes == 1 ? "below" : "under";
}
