using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Helpers;

/// <summary>Checks of the rectangles that a call is given.</summary>
internal static class RegionChecks
{
    private const string RequireRegion = """
        internal static void RequireRegion(global::ConvGen.Region region, long width, long height, string whole, string parameter)
        {
            bool isInside = region is { Left: >= 0, Top: >= 0, Width: >= 0, Height: >= 0 }
                && (long)region.Left + region.Width <= width && (long)region.Top + region.Height <= height;
            if (!isInside)
            {
                RefuseRegion($"{parameter} is {RegionText(region)} and must lie within the {whole}, which has {width} x {height} pixels.", parameter);
            }
        }
        """;

    private const string RequireHeld = """
        internal static void RequireHeld(global::ConvGen.Region held, global::ConvGen.Region needed, string parameter)
        {
            bool isEnough = needed.IsEmpty || (held.Left <= needed.Left && held.Top <= needed.Top
                && (long)held.Left + held.Width >= (long)needed.Left + needed.Width && (long)held.Top + held.Height >= (long)needed.Top + needed.Height);
            if (!isEnough)
            {
                RefuseRegion($"{parameter} is {RegionText(held)} and the region needs {RegionText(needed)}.", parameter);
            }
        }
        """;

    private const string RefuseRegion = """
        [DoesNotReturn]
        internal static void RefuseRegion(FormattableString message, string parameter) => throw new ArgumentException(FormattableString.Invariant(message), parameter);
        """;

    private const string RegionText = """
        // Left, top, width and height.
        internal static string RegionText(global::ConvGen.Region region) => FormattableString.Invariant($"({region.Left}, {region.Top}, {region.Width}, {region.Height})");
        """;

    /// <summary>Prints one of them, and requests those that it calls.</summary>
    public static void Emit(SourceWriter writer, HelperKind kind)
    {
        (string text, HelperKind[] called) = kind switch
        {
            HelperKind.RequireRegion => (RequireRegion, new[] { HelperKind.RefuseRegion, HelperKind.RegionText }),
            HelperKind.RequireHeld => (RequireHeld, [HelperKind.RefuseRegion, HelperKind.RegionText]),
            HelperKind.RefuseRegion => (RefuseRegion, []),
            HelperKind.RegionText => (RegionText, []),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no check of regions"),
        };
        writer.Line(text);
        foreach (HelperKind helper in called)
        {
            writer.Use(helper);
        }
    }

    /// <summary>Refuses a region that does not lie in the result.</summary>
    /// <param name="writer">Where it is printed.</param>
    /// <param name="axes">Spatial axes; a signal is one row.</param>
    /// <param name="kernelType">What stands before the functions that say how large the result is: a type and a dot, or nothing.</param>
    public static void EmitRegion(SourceWriter writer, int axes, string kernelType) =>
        writer.Line(
            axes == 2
                ? $"{writer.Use(HelperKind.RequireRegion)}(region, {kernelType}OutputWidth(width), "
                    + $"{kernelType}OutputHeight(height), \"result\", nameof(region));"
                : $"{writer.Use(HelperKind.RequireRegion)}(region, {kernelType}OutputWidth(length), 1, \"result\", nameof(region));"
        );

    /// <summary>Refuses rectangles that do not lie in the result or the image, and a source that holds less than is seen.</summary>
    public static void EmitRectangles(SourceWriter writer, SignatureForm form, string kernelType)
    {
        EmitRegion(writer, form.Axes, kernelType + ".");
        if (form.HasHeld)
        {
            (string image, string sizes) =
                form.Axes == 2 ? ("width, height, \"image\"", "width, height") : ("length, 1, \"signal\"", "length");
            writer.Line($"{writer.Use(HelperKind.RequireRegion)}(held, {image}, nameof(held));");
            writer.Line($"{writer.Use(HelperKind.RequireHeld)}(held, {kernelType}.{SeenEmitter.Name}(region, {sizes}), nameof(held));");
        }

        writer.Line();
    }
}
