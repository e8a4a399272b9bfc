using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.InPlace;
using ConvGen.Execution.Tests.Oracle;
using ConvGen.Execution.Tests.Regions;
using ConvGen.Execution.Tests.Volumes;

namespace ConvGen.Execution.Tests.Subjects;

/// <summary>Methods that compute a part of a result from what it sees, and those that overwrite what they read.</summary>
internal static class PartSubjects
{
    /// <summary>The destination becomes what is read and overwritten.</summary>
    private const string Copied = "source.CopyTo(destination);";

    /// <summary>The middle of a result, from a source that holds just what it sees.</summary>
    public static Subject Of(RegionDeclared declared)
    {
        Declared space = declared.Space;
        int items = declared.PartForm == RegionForm.Batch ? Subject.Items : 1;
        bool hasRows = space.Axes == 2;
        return new(space, declared.ToPart)
        {
            Source = space.Source,
            Weight = space.Kernel ?? space.Source,
            Bias = declared.Bias ?? space.Source,
            Result = space.Destination,
            WeightCount = declared.Weights,
            BiasCount = declared.Bias is null ? 0 : declared.Outputs,
            PixelElements = declared.IsPlanar ? 1 : Math.Min(declared.Inputs, declared.Outputs),
            Terms = declared.Layer?.Taps ?? space.Taps,
            HasPitches = hasRows,
            Prologue = name =>
                $$"""
                    int columns = width == 0 ? 0 : {{declared.Horizontal.OutputText("width")}};
                    int rows = {{(hasRows ? $"width == 0 || height == 0 ? 0 : {declared.Vertical.OutputText("height")}" : "1")}};
                    global::ConvGen.Region region = new(columns / 4, rows / 3, (columns + 1) / 2, (rows + 1) / 2);
                    global::ConvGen.Region held = InputOf{{name}}(region, width{{(hasRows ? ", height" : "")}});
                    """,
            Extents = (width, height) =>
            {
                Region region = Middle(declared, width, height),
                    held = Needed(declared, region, width, height);
                return (Rows(held, declared.Inputs, declared.IsPlanar, items), Rows(region, declared.Outputs, declared.IsPlanar, items));
            },
        };
    }

    /// <summary>A signal or an image that is overwritten.</summary>
    public static Subject Of(InPlaceDeclared declared)
    {
        Declared space = declared.Space;
        int items = declared.Planes * (declared.HasBatch ? Subject.Items : 1);
        return new(space, declared.ToSpanSource)
        {
            Source = space.Source,
            Weight = space.Kernel ?? space.Source,
            Bias = declared.Bias ?? space.Source,
            Result = space.Source,
            WeightCount = declared.Weights,
            BiasCount = declared.Bias is null ? 0 : declared.Pixel * declared.Planes,
            PixelElements = declared.Pixel,
            Terms = declared.Layer?.Taps ?? space.Taps,
            Prologue = static _ => Copied,
            Extents = (width, height) =>
            {
                Extent image = new(width == 0 ? 0 : height * items, width * declared.Pixel);
                return (image, image);
            },
        };
    }

    /// <summary>A volume of a few planes that is overwritten.</summary>
    public static Subject Of(VolumeInPlace declared)
    {
        Declared space = declared.Volume.Space;
        return new(declared.Volume.Plane, declared.ToSpanSource)
        {
            Source = space.Source,
            Weight = space.Kernel ?? space.Source,
            Bias = declared.Layer?.Bias ?? space.Source,
            Result = space.Source,
            WeightCount = declared.Weights,
            BiasCount = declared.Layer is { Bias: not null } layer ? layer.Outputs : 0,
            PixelElements = declared.Pixel,
            Terms = declared.Layer?.Taps ?? space.Taps,
            Prologue = static _ => Copied,
            Extents = (width, height) =>
            {
                Extent volume = new(width == 0 ? 0 : height * Subject.Depth * declared.Volumes, width * declared.Pixel);
                return (volume, volume);
            },
        };
    }

    private static Region Middle(RegionDeclared declared, int width, int height)
    {
        int columns = declared.Horizontal.OutputLength(width),
            rows = declared.Space.Axes == 1 ? 1
            : width == 0 ? 0
            : declared.Vertical.OutputLength(height);
        return new(columns / 4, rows / 3, (columns + 1) / 2, (rows + 1) / 2);
    }

    /// <summary>Every sample from the first to the last that windows of a rectangle see, and those between.</summary>
    private static Region Needed(RegionDeclared declared, Region region, int width, int height)
    {
        if (region.IsEmpty || width == 0 || height == 0)
        {
            return default;
        }

        (int left, int columns) = Seen(declared.Horizontal, region.Left, region.Width, width);
        (int top, int rows) = declared.Space.Axes == 1 ? (0, 1) : Seen(declared.Vertical, region.Top, region.Height, height);
        return columns == 0 || rows == 0 ? default : new(left, top, columns, rows);
    }

    /// <summary>Where windows leave a line that is folded back, what is seen reaches to its end there; where it is repeated, all of it is.</summary>
    private static (int First, int Count) Seen(AxisRule axis, int first, int count, int length)
    {
        int size = (axis.Dilation * (axis.Size - 1)) + 1,
            from = (first * axis.Stride) - axis.Before,
            to = ((first + count - 1) * axis.Stride) - axis.Before + size;
        bool isFolded = axis.Border is not (Outside.Constant or Outside.Replicate);
        if (axis.Border == Outside.Wrap && (from < 0 || to > length))
        {
            return (0, length);
        }

        AxisRule whole = axis with { Size = size, Dilation = 1 };
        List<int> seen = [.. whole.Positions(length).Skip(first).Take(count).SelectMany(static taps => taps).Where(static tap => tap >= 0)];
        seen.AddRange(isFolded && from < 0 ? [0] : []);
        seen.AddRange(isFolded && to > length ? [length - 1] : []);
        return seen.Count == 0 ? (0, 0) : (seen.Min(), seen.Max() - seen.Min() + 1);
    }

    private static Extent Rows(Region region, int channels, bool isPlanar, int items) =>
        new((region.IsEmpty ? 0 : region.Height) * (isPlanar ? channels : 1) * items, region.Width * (isPlanar ? 1 : channels));
}
