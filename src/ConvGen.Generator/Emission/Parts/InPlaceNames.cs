using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Parts;

namespace ConvGen.Generator.Emission.Parts;

/// <summary>Numbers and words of a kernel whose result overwrites its source.</summary>
/// <param name="model">The kernel.</param>
/// <param name="group">Rows that its passes compute at a time.</param>
/// <param name="tiles">The tiles of its transforms, if any; there are none where several threads overwrite an image.</param>
internal sealed class InPlaceNames(ConvolutionModel model, int group, PartTiles? tiles = null)
{
    /// <summary>What ends a call early, where several threads overwrite an image.</summary>
    public const string TokenParameter = "global::System.Threading.CancellationToken cancellationToken";

    /// <summary>How its image is overwritten.</summary>
    public InPlaceBands Bands { get; } = InPlaceBands.Of(model, group, tiles);

    public string Type => model.Form.Source.Element.Keyword();

    public int ElementBytes => model.Form.Source.Element.Size();

    public bool HasRows => model.Form.HasRows;

    public bool IsVolume => model.Form.IsVolume;

    /// <summary>Whether an image is overwritten band by band of several threads.</summary>
    public bool IsParallel => model.Form.IsParallel;

    /// <summary>Rows that a window sees beside its own.</summary>
    public int Kept => Bands.Kept;

    /// <summary>Rows that the first window sees before the image.</summary>
    public int Before => Bands.Before;

    /// <summary>Rows that the last window sees behind the image.</summary>
    public int Below => Bands.Below;

    public int Planes => model.HasPlanes ? model.SourceChannels : 1;

    public int Pixel => model.HasPlanes ? 1 : model.SourceChannels;

    /// <summary>What a band consists of, in words.</summary>
    public string Ones =>
        IsVolume ? "planes"
        : HasRows ? "rows"
        : "samples";

    public string Length =>
        IsVolume ? "depth"
        : HasRows ? "height"
        : "length";

    /// <summary>Where the band of a thread begins, or the image.</summary>
    public string Begin => IsParallel ? "begin" : "0";

    /// <summary>Where it ends.</summary>
    public string End => IsParallel ? "past" : Length;

    /// <summary>Elements from one row of the copies to the next; of a volume, from one plane to the next.</summary>
    public string Line =>
        IsVolume ? "area"
        : HasRows ? "line"
        : Literals.Of(Pixel);

    /// <summary>Elements from one row of the image to the next; of a volume, from one plane to the next.</summary>
    public string Pitch =>
        IsVolume ? "planePitch"
        : HasRows ? "pitch"
        : Literals.Of(Pixel);

    /// <summary>The parameters that say how large an image is; the last is that of the axis along which bands lie.</summary>
    public string SizeParameters => string.Join(", ", Size.Select(static size => size.Type + " " + size.Name));

    /// <summary>The matching arguments.</summary>
    public string Sizes => string.Join(", ", Size.Select(static size => size.Name));

    /// <summary>The same as fields.</summary>
    public IReadOnlyList<(string Type, string Name)> Fields =>
        [.. Size.Select(static size => (size.Type, char.ToUpperInvariant(size.Name[0]) + size.Name.Substring(1)))];

    public string FieldNames => string.Join(", ", Fields.Select(static size => size.Name));

    /// <summary>The last of them.</summary>
    public string LengthField => Fields[Fields.Count - 1].Name;

    private (string Type, string Name)[] Size =>
        model.Form.Axes switch
        {
            1 => [("int", "length")],
            2 => [("nint", "pitch"), ("int", "width"), ("int", "height")],
            _ => [("nint", "pitch"), ("nint", "planePitch"), ("int", "width"), ("int", "height"), ("int", "depth")],
        };

    /// <summary>Elements of what is kept beside a band, in all planes.</summary>
    public string EdgeElements => Line == "1" ? Literals.Of((long)Kept * Planes) : $"{Literals.Of((long)Kept * Planes)} * {Line}";

    /// <summary>The elements of a number of rows that is known here.</summary>
    public string Lines(int rows) => HasRows ? Lines(Literals.Of(rows)) : Literals.Of((long)rows * Pixel);

    public string Lines(string rows) => Line == "1" ? rows : rows + " * " + Line;

    public string Pitches(string rows) => Pitch == "1" ? rows : rows + " * " + Pitch;

    /// <summary>The copies of the plane that a loop stands at.</summary>
    public string Copy => Planes == 1 ? "copies" : "copy";

    /// <summary>That plane of the image.</summary>
    public string Plane => Planes == 1 ? "image" : "channel";

    /// <summary>Its results that wait.</summary>
    public string Result => Planes == 1 ? "results" : "result";

    /// <summary>What was kept of rows before and behind it.</summary>
    public string Edge => Planes == 1 ? "edges" : "edge";

    /// <summary>Prints the elements of a row, and from one row of copies to the next.</summary>
    public void EmitLine(SourceWriter writer)
    {
        if (!HasRows)
        {
            return;
        }

        int elements = CacheLine.Elements(model.Form.Source.Element);
        string cacheLine = Literals.Of(elements);
        writer.Line($"nint row = {Literals.Times("width", Pixel)};");
        writer.Line("// An odd number of cache lines a row, so that rows do not fall on each other in the cache.");
        writer.Line($"nint line = (((row + {Literals.Of(elements - 1)}) / {cacheLine}) | 1) * {cacheLine};");
        if (IsVolume)
        {
            writer.Line("nint area = line * height;");
        }
    }

    /// <summary>Prints something for every plane, with references to its image, its copies and what lies beside them.</summary>
    /// <param name="writer">Where it is printed.</param>
    /// <param name="hasCopies">Whether rows are copied.</param>
    /// <param name="hasResults">Whether results are put into the image.</param>
    /// <param name="body">Prints what is done.</param>
    public void EmitPlanes(SourceWriter writer, bool hasCopies, bool hasResults, Action body)
    {
        if (Planes == 1)
        {
            body();
            return;
        }

        using (writer.Block($"for (nint plane = 0; plane < {Literals.Of(Planes)}; plane++)"))
        {
            writer.Line($"ref {Type} channel = ref Unsafe.Add(ref image, plane * {(HasRows ? $"{Pitch} * {Length}" : "length")});");
            if (hasCopies)
            {
                writer.Line($"ref {Type} copy = ref Unsafe.Add(ref copies, plane * {Lines("held")});");
            }

            if (hasResults)
            {
                writer.Line($"ref {Type} result = ref Unsafe.Add(ref results, plane * {Lines("waiting")});");
            }
            else
            {
                writer.Line($"ref {Type} edge = ref Unsafe.Add(ref edges, plane * {Lines(Kept)});");
            }

            body();
        }

        writer.Line();
    }
}
