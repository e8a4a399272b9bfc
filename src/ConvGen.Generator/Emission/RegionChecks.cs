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

    /// <summary>Refuses a region that does not lie in the result.</summary>
    /// <param name="writer">Where it is printed.</param>
    /// <param name="axes">Spatial axes; a signal is one row.</param>
    /// <param name="kernelType">What stands before the functions that say how large the result is: a type and a dot, or nothing.</param>
    public static void EmitRegion(SourceWriter writer, int axes, string kernelType) => writer.Line(axes == 2
        ? $"RequireRegion(region, {kernelType}OutputWidth(width), {kernelType}OutputHeight(height), \"result\", nameof(region));"
        : $"RequireRegion(region, {kernelType}OutputWidth(length), 1, \"result\", nameof(region));");

    /// <summary>Prints the members that <paramref name="statements"/> use, where these are about rectangles only.</summary>
    public static void EmitMembers(SourceWriter writer, string statements)
    {
        string uses = statements;
        bool isFirst = true;
        foreach ((string use, string text) in All)
        {
            if (uses.Contains(use))
            {
                uses += text;
                if (!isFirst)
                {
                    writer.Line();
                }

                isFirst = false;
                writer.Line(text);
            }
        }
    }

    /// <summary>Refuses rectangles that do not lie in the result or the image, and a source that holds less than is seen.</summary>
    public static void EmitRectangles(SourceWriter writer, SignatureForm form, string kernelType)
    {
        EmitRegion(writer, form.Axes, kernelType + ".");
        if (form.HasHeld)
        {
            (string image, string sizes) = form.Axes == 2 ? ("width, height, \"image\"", "width, height") : ("length, 1, \"signal\"", "length");
            writer.Line($"RequireRegion(held, {image}, nameof(held));");
            writer.Line($"RequireHeld(held, {kernelType}.{SeenEmitter.Name}(region, {sizes}), nameof(held));");
        }

        writer.Line();
    }
}
