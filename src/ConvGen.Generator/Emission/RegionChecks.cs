using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission;

/// <summary>Checks of the rectangles that a call is given.</summary>
internal static class RegionChecks
{
    private const string RequireRegion = """
        private static void RequireRegion(global::ConvGen.Region region, long width, long height, string whole, string parameter)
        {
            bool isInside = region is { Left: >= 0, Top: >= 0, Width: >= 0, Height: >= 0 }
                && (long)region.Left + region.Width <= width && (long)region.Top + region.Height <= height;
            if (!isInside)
            {
                RefuseRegion($"{parameter} is {Text(region)} and must lie within the {whole}, which has {width} x {height} pixels.", parameter);
            }
        }
        """;

    private const string RequireHeld = """
        private static void RequireHeld(global::ConvGen.Region held, global::ConvGen.Region needed, string parameter)
        {
            bool isEnough = needed.IsEmpty || (held.Left <= needed.Left && held.Top <= needed.Top
                && (long)held.Left + held.Width >= (long)needed.Left + needed.Width && (long)held.Top + held.Height >= (long)needed.Top + needed.Height);
            if (!isEnough)
            {
                RefuseRegion($"{parameter} is {Text(held)} and the region needs {Text(needed)}.", parameter);
            }
        }
        """;

    private const string RefuseRegion = """
        [DoesNotReturn]
        private static void RefuseRegion(FormattableString message, string parameter) => throw new ArgumentException(FormattableString.Invariant(message), parameter);
        """;

    private const string Text = """
        // Left, top, width and height.
        private static string Text(global::ConvGen.Region region) => FormattableString.Invariant($"({region.Left}, {region.Top}, {region.Width}, {region.Height})");
        """;

    /// <summary>Every member with the text that shows its use, callers before the ones that they call.</summary>
    public static IEnumerable<(string Use, string Text)> All =>
    [
        (nameof(RequireRegion) + "(", RequireRegion),
        (nameof(RequireHeld) + "(", RequireHeld),
        (nameof(RefuseRegion) + "(", RefuseRegion),
        (nameof(Text) + "(region", Text),
    ];

    /// <summary>Refuses rectangles that do not lie in the result or the image, and a source that holds less than is seen.</summary>
    public static void EmitRectangles(SourceWriter writer, SignatureForm form, string kernelType)
    {
        writer.Line($"RequireRegion(region, {kernelType}.OutputWidth(width), {kernelType}.OutputHeight(height), \"result\", nameof(region));");
        if (form.HasHeld)
        {
            writer.Line("RequireRegion(held, width, height, \"image\", nameof(held));");
            writer.Line($"RequireHeld(held, {kernelType}.{SeenEmitter.Name}(region, width, height), nameof(held));");
        }

        writer.Line();
    }
}
