using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Groups;

/// <summary>Several kernels on one method, or one whose results are scaled or masked; and each of them alone.</summary>
/// <param name="Kernels">The kernels, as attributes.</param>
/// <param name="Gains">For each the sum of the absolute values of its weights.</param>
internal sealed record GroupDeclared(Element Source, Element Destination, string[] Kernels, double[] Gains)
{
    public string Combine { get; init; } = "";

    public string Options { get; init; } = "Border = global::ConvGen.BorderMode.Reflect101";

    public string Operation { get; init; } = "Correlation";

    public bool HasScale { get; init; }

    public bool HasOffset { get; init; }

    public int PixelChannels { get; init; } = 1;

    public int[] Kept { get; init; } = [];

    public int Axes { get; init; } = 2;

    public bool HasPitches { get; init; }

    /// <summary>Whether each kernel has a destination of its own.</summary>
    public bool HasOutputs => Combine.Length == 0 && Kernels.Length > 1;

    public int Outputs => HasOutputs ? Kernels.Length : 1;

    public bool IsScaled => HasScale || HasOffset;

    /// <summary>Weights that are no whole numbers.</summary>
    public bool HasFractions { get; init; }

    /// <summary>The type into which the separate calls write: a wide one for whole results, which none is cut off by.</summary>
    public Element Separate =>
        IsStored ? Destination
        : !Source.IsFloating() && !Destination.IsFloating() && !(IsScaled && HasFractions) ? Element.Int64
        : Source == Element.Double
        || Destination == Element.Double
        || (!Destination.IsFloating() && (IsWide(Destination) || IsWide(Source)))
            ? Element.Double
        : Element.Single;

    /// <summary>Whether kernels write their destinations themselves.</summary>
    public bool IsStored => Combine.Length == 0 && !IsScaled;

    private static bool IsWide(Element type) => type is Element.Int32 or Element.Int64;

    public string ToSource(string name)
    {
        string sizes = Axes == 2 ? "int width, int height, " : "";
        return Group("Group" + name)
            + string.Concat(
                Kernels.Select(
                    (kernel, index) =>
                        $"""
                            [global::ConvGen.{Operation}({Options}{Channels}), global::ConvGen.{kernel}]
                            internal static partial void Separate{name}_{index}({Source.Keyword()}[] source, {sizes}{Separate.Keyword()}[] destination);

                            """
                )
            );
    }

    /// <summary>
    /// The group for the whole image, by several threads, and for a rectangle of the result from a source that holds a rectangle of the
    /// image.
    /// </summary>
    public string ToPartSource(string name)
    {
        string sizes = Axes == 2 ? "int width, int height" : "int length";
        string held = (Axes == 1 ? sizes + ", " : "") + "global::ConvGen.Region held, global::ConvGen.Region region, ";
        return Group("Whole" + name)
            + Group("Bands" + name, ", Parallel = true", "int maxDegreeOfParallelism, ")
            + Group("Part" + name, "", held)
            + $"[global::ConvGen.InputOf(nameof(Part{name}))] internal static partial global::ConvGen.Region Input{name}(global::ConvGen.Region region, {sizes});\n";
    }

    /// <summary>Whether the result has the size and the type of its source, and one destination, so that it may overwrite it.</summary>
    public bool MayOverwrite => Source == Destination && !HasOutputs && !Options.Contains("OutputMode", StringComparison.Ordinal);

    /// <summary>The group with source and destination, and in place, by one thread or by several.</summary>
    public string ToInPlaceSource(string name, bool isParallel = false)
    {
        string whole = Group("Whole" + name, "", "int batch, ");
        string image = (isParallel ? Group("Whole" + name, ", Parallel = true", "int batch, ") : whole)
            .Replace("void Whole", "void InPlace", StringComparison.Ordinal)
            .Replace("[] source", "[] image", StringComparison.Ordinal)
            .Replace("int destinationPitch, ", "", StringComparison.Ordinal)
            .Replace($", {Destination.Keyword()}[] destination", "", StringComparison.Ordinal);
        return whole + image;
    }

    private string Channels => PixelChannels > 1 ? $", PixelChannels = {PixelChannels}" : "";

    private string Group(string name, string options = "", string parameters = "")
    {
        string sizes = Axes == 2 ? "int width, int height, " : "";
        string mask = Kept.Length == 0 ? "" : $", global::ConvGen.PixelMask(Keep = \"{string.Join(", ", Kept)}\")";
        string combine = Combine.Length == 0 ? "" : $", Combine = global::ConvGen.Combine.{Combine}";
        IEnumerable<string> kernels = Kernels.Select(
            (kernel, index) => HasOutputs ? Named(kernel, $"Output = \"out{index}\"") : "global::ConvGen." + kernel
        );
        string outputs = HasOutputs
            ? string.Join(", ", Kernels.Select((_, index) => $"{Destination.Keyword()}[] out{index}"))
            : Destination.Keyword() + "[] destination";
        string factors = (HasScale ? "float scale, " : "") + (HasOffset ? "float offset, " : "");
        string pitches = HasPitches ? "int sourcePitch, int destinationPitch, " : "";
        return $"""
            [global::ConvGen.{Operation}({Options}{Channels}{combine}{options}), {string.Join(", ", kernels)}{mask}]
            internal static partial void {name}({Source.Keyword()}[] source, {sizes}{parameters}{pitches}{factors}{outputs});

            """;
    }

    public override string ToString() => ToSource("");

    private static string Named(string kernel, string argument) =>
        "global::ConvGen." + kernel[..^1] + (kernel.EndsWith("()", StringComparison.Ordinal) ? "" : ", ") + argument + ")";
}
