using System.Globalization;
using System.Text.RegularExpressions;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;
using ConvGen.Execution.Tests.Volumes;
using ConvGen.Execution.Tests.Windows;

namespace ConvGen.Execution.Tests.Subjects;

/// <summary>A generated method of whatever kind, seen from outside: its buffers, their types and their sizes.</summary>
internal sealed partial record Subject
{
    /// <summary>Items of a source where the method takes a batch.</summary>
    public const int Items = 2;

    /// <summary>Planes of a source where the method takes volumes.</summary>
    public const int Depth = 3;

    /// <summary>Rows between planes where the method takes pitches of these.</summary>
    private const int RowsBetween = 2;

    public Subject(Declared geometry, Func<string, string> toDeclaration)
    {
        Geometry = geometry;
        ToDeclaration = toDeclaration;
    }

    /// <summary>Axes, kernel size, mode, strides and dilations.</summary>
    public Declared Geometry { get; }

    public required Element Source { get; init; }

    public required Element Weight { get; init; }

    public required Element Bias { get; init; }

    public required Element Result { get; init; }

    /// <summary>Run-time weights; none where they are constants.</summary>
    public int WeightCount { get; init; }

    public int BiasCount { get; init; }

    /// <summary>Elements of a pixel that lie side by side in a row.</summary>
    public int PixelElements { get; init; } = 1;

    /// <summary>Terms of a sum.</summary>
    public int Terms { get; init; } = 1;

    public bool HasPitches { get; init; }

    /// <summary>The rows of source and result, by the source's width and height.</summary>
    public required Func<int, int, (Extent Source, Extent Result)> Extents { get; init; }

    private Func<string, string> ToDeclaration { get; }

    /// <summary>What is done before the method is called, by the name that it is declared with.</summary>
    public Func<string, string> Prologue { get; init; } = static _ => "";

    /// <summary>Rows of a plane of the result, as an expression of the call's parameters.</summary>
    public string ResultRows { get; init; } = "height";

    private bool IsPrepared { get; init; }

    public static Subject Of(Declared declared) =>
        new(declared, declared.ToSource)
        {
            Source = declared.Source,
            Weight = declared.Kernel ?? declared.Source,
            Bias = declared.Source,
            Result = declared.Destination,
            WeightCount = declared.Kernel is null ? 0 : declared.Taps,
            PixelElements = declared.PixelChannels,
            Terms = declared.Taps,
            HasPitches = declared.Axes == 2 && declared.Shape == Shape.Sized,
            Extents = (width, height) =>
                (
                    new Extent(height, width * declared.PixelChannels),
                    new Extent(Rows(declared, width, height), Columns(declared, width) * declared.PixelChannels)
                ),
        };

    public static Subject Of(DeclaredLayer layer) =>
        new(layer.Space, layer.ToSpanSource)
        {
            Source = layer.Space.Source,
            Weight = layer.Space.Kernel ?? layer.Space.Source,
            Bias = layer.Bias ?? layer.Space.Source,
            Result = layer.Space.Destination,
            WeightCount = layer.Space.Kernel is null ? 0 : layer.WeightCount,
            BiasCount = layer.Bias is null ? 0 : layer.Outputs,
            PixelElements = layer.IsPlanar ? 1 : Math.Min(layer.Inputs, layer.Outputs),
            Terms = layer.Taps,
            HasPitches = layer.HasPitches,
            IsPrepared = layer.IsPrepared,
            Extents = (width, height) =>
                (
                    Planes(layer, layer.Inputs, height, width),
                    Planes(layer, layer.Outputs, Rows(layer.Space, width, height), Columns(layer.Space, width))
                ),
        };

    /// <summary>
    /// A filter of volumes of a few planes, whose rows lie one after the other as those of an image do, or with some between planes.
    /// </summary>
    public static Subject Of(VolumeDeclared declared) =>
        new(declared.Plane, declared.ToSpanSource)
        {
            Source = declared.Space.Source,
            Weight = declared.Space.Kernel ?? declared.Space.Source,
            Bias = declared.Space.Source,
            Result = declared.Space.Destination,
            WeightCount = declared.Space.Kernel is null ? 0 : declared.Space.Taps,
            PixelElements = declared.Space.PixelChannels,
            Terms = declared.Space.Taps,
            HasPitches = declared.Form is VolumeForm.Rows or VolumeForm.Pitched,
            ResultRows = declared.Axis(1).OutputText("height"),
            Extents = (width, height) =>
            {
                int between = declared.Form == VolumeForm.Pitched ? RowsBetween : 0;
                return (
                    Extent.OfPlanes(Depth, height, between, width * declared.Space.PixelChannels),
                    Extent.OfPlanes(
                        width == 0 || height == 0 ? 0 : declared.Axis(0).OutputLength(Depth),
                        declared.Axis(1).OutputLength(height),
                        between,
                        declared.Axis(2).OutputLength(width) * declared.Space.PixelChannels
                    )
                );
            },
        };

    /// <summary>A layer over volumes of a few planes.</summary>
    public static Subject Of(VolumeLayer declared) =>
        new(declared.Volume.Plane, declared.ToSpanSource)
        {
            Source = declared.Layer.Space.Source,
            Weight = declared.Layer.Space.Kernel ?? declared.Layer.Space.Source,
            Bias = declared.Layer.Bias ?? declared.Layer.Space.Source,
            Result = declared.Layer.Space.Destination,
            WeightCount = declared.Layer.Space.Kernel is null ? 0 : declared.Layer.WeightCount,
            BiasCount = declared.Layer.Bias is null ? 0 : declared.Layer.Outputs,
            PixelElements = Math.Min(declared.Pixel(declared.Layer.Inputs), declared.Pixel(declared.Layer.Outputs)),
            Terms = declared.Layer.Taps,
            HasPitches = declared.Volume.Form is VolumeForm.Rows or VolumeForm.Pitched,
            IsPrepared = declared.Layer.IsPrepared,
            ResultRows = declared.Volume.Axis(1).OutputText("height"),
            Extents = (width, height) =>
            {
                int between = declared.Volume.Form == VolumeForm.Pitched ? RowsBetween : 0;
                return (
                    Extent.OfPlanes(
                        Depth * declared.Volumes(declared.Layer.Inputs),
                        height,
                        between,
                        width * declared.Pixel(declared.Layer.Inputs)
                    ),
                    Extent.OfPlanes(
                        width == 0 || height == 0
                            ? 0
                            : declared.Volume.Axis(0).OutputLength(Depth) * declared.Volumes(declared.Layer.Outputs),
                        declared.Volume.Axis(1).OutputLength(height),
                        between,
                        declared.Volume.Axis(2).OutputLength(width) * declared.Pixel(declared.Layer.Outputs)
                    )
                );
            },
        };

    public static Subject OfUnfold(WindowDeclared declared) => OfWindows(declared, isFold: false);

    public static Subject OfFold(WindowDeclared declared) => OfWindows(declared, isFold: true);

    /// <summary>
    /// The name of the method that calls the declared one as a <see cref="SubjectCall{TSource, TWeight, TBias, TResult}"/>.
    /// </summary>
    public static string CallName(int index) => "Call" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The declaration, and a method that calls it.</summary>
    public string ToSource(int index)
    {
        string name = "M" + index.ToString(CultureInfo.InvariantCulture);
        string declaration = ToDeclaration(name);
        string signature = declaration[declaration.IndexOf("partial void", StringComparison.Ordinal)..];
        signature = signature[..(signature.IndexOf(");", StringComparison.Ordinal) + 1)];
        IEnumerable<string> arguments = ParameterNames()
            .Matches(signature)
            .Select(match =>
                match.Value switch
                {
                    "batch" => Items.ToString(CultureInfo.InvariantCulture),
                    "length" => "width",
                    "depth" => Depth.ToString(CultureInfo.InvariantCulture),
                    "image" => "destination",
                    "sourcePlanePitch" => string.Create(CultureInfo.InvariantCulture, $"(height + {RowsBetween}) * sourcePitch"),
                    "destinationPlanePitch" => string.Create(
                        CultureInfo.InvariantCulture,
                        $"({ResultRows} + {RowsBetween}) * destinationPitch"
                    ),
                    "kernel" when IsPrepared => $"new global::ConvGen.PreparedKernel<{Weight.Keyword()}>(kernel.ToArray())",
                    string parameter => parameter,
                }
            );
        return $$"""
            {{declaration}}
            internal static void {{CallName(index)}}(
                global::System.ReadOnlySpan<{{Source.Keyword()}}> source, int width, int height, int sourcePitch,
                global::System.ReadOnlySpan<{{Weight.Keyword()}}> kernel, global::System.ReadOnlySpan<{{Bias.Keyword()}}> bias,
                global::System.Span<{{Result.Keyword()}}> destination, int destinationPitch)
            {
                {{Prologue(name)}}
                {{name}}({{string.Join(", ", arguments)}});
            }

            """;
    }

    public override string ToString() => ToDeclaration("M").TrimEnd();

    private static Subject OfWindows(WindowDeclared declared, bool isFold)
    {
        int planes = declared.IsPlanar ? declared.Channels : 1;
        Declared geometry = declared.Geometry;
        return new Subject(geometry, name => declared.ToSource(name, isFold))
        {
            Source = declared.Element,
            Weight = declared.Element,
            Bias = declared.Element,
            Result = declared.Element,
            PixelElements = declared.Channels / planes,
            HasPitches = geometry.Axes == 2 && declared.HasPitches,
            Extents = (width, height) =>
            {
                Extent image = new(height * planes, width * declared.Channels / planes);
                Extent matrix = new(Rows(geometry, width, height) * Columns(geometry, width), declared.Window);
                return isFold ? (matrix, image) : (image, matrix);
            },
        };
    }

    private static Extent Planes(DeclaredLayer layer, int channels, int height, int width)
    {
        int rows = (layer.HasBatch ? Items : 1) * height;
        return layer.IsPlanar ? new Extent(rows * channels, width) : new Extent(rows, width * channels);
    }

    private static int Columns(Declared declared, int width) => AxisRule.Horizontal(declared).OutputLength(width);

    /// <summary>An empty source has an empty result, whatever the axes would give.</summary>
    private static int Rows(Declared declared, int width, int height) => width == 0 ? 0 : AxisRule.Vertical(declared).OutputLength(height);

    [GeneratedRegex(
        @"\b(source|image|held|region|batch|width|height|depth|length|sourcePitch|sourcePlanePitch|kernel|bias|destination|destinationPitch|destinationPlanePitch)(?=[,)])"
    )]
    private static partial Regex ParameterNames();
}
