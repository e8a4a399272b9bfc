using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Options;

/// <summary>
/// Reads anchor, strides, dilations, padding and pixel channels, for options that <see cref="OptionRules"/> has accepted.
/// </summary>
internal static class GeometryParser
{
    /// <summary>
    /// The largest extent of a window and of a padding. Products of extents then stay far from the end of <c>int</c> and <c>long</c> in all
    /// later steps.
    /// </summary>
    private const int Limit = 1 << 24;

    /// <summary>The most elements that the smallest block of copied windows may have.</summary>
    private const int BlockLimit = 1 << 25;

    /// <summary>Pixels of each phase in a row of that block, and pixels of the results of the smallest tile.</summary>
    private const int SmallestBlock = 16,
        SmallestResult = 128;

    /// <param name="operation">The operation attribute.</param>
    /// <param name="axes">Spatial axes of the signature.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="inputChannels">Channels of the source that a kernel of its own for each sums over; pixel channels are read
    /// here.</param>
    public static Outcome<Geometry> Parse(OperationDeclaration operation, int axes, KernelMatrix kernel, int inputChannels)
    {
        EquatableArray<int> sizes = axes switch
        {
            1 => EquatableArray.Of(kernel.Columns),
            2 => EquatableArray.Of(kernel.Rows, kernel.Columns),
            _ => EquatableArray.Of(kernel.Planes, kernel.RowsOfPlane, kernel.Columns),
        };
        EquatableArray<int> strides = operation.Strides ?? Repeat(operation.Stride ?? 1, axes);
        EquatableArray<int> dilations = operation.Dilations ?? Repeat(operation.Dilation ?? 1, axes);
        EquatableArray<int> anchors = operation.Anchor ?? sizes.Select(static size => size / 2).ToEquatableArray();
        EquatableArray<int>? paddings = operation.Paddings ?? (operation.Padding is { } padding ? Repeat(padding, 2 * axes) : null);

        Refusal? refusal =
            CheckLength("Strides", operation.Strides, axes)
            ?? CheckLength("Dilations", operation.Dilations, axes)
            ?? CheckLength("Anchor", operation.Anchor, axes)
            ?? CheckPaddingsLength(operation.Paddings, axes)
            ?? CheckSteps("Stride", operation.Strides is not null, strides)
            ?? CheckSteps("Dilation", operation.Dilations is not null, dilations)
            ?? CheckWindow(operation, sizes, dilations, inputChannels)
            ?? CheckAnchors(sizes, anchors)
            ?? CheckPaddings(operation, paddings)
            ?? CheckPixelChannels(operation.PixelChannels ?? 1, sizes, dilations, strides)
            ?? (inputChannels == 1 ? CheckStep(operation, strides[strides.Count - 1], operation.PixelChannels ?? 1) : null);
        if (refusal is not null)
        {
            return refusal;
        }

        OutputMode mode = paddings is null ? (OutputMode)(operation.Mode ?? 0) : OutputMode.Padded;
        AxisGeometry Axis(int axis)
        {
            int before = mode switch
            {
                OutputMode.Same => dilations[axis] * anchors[axis],
                OutputMode.Full => dilations[axis] * (sizes[axis] - 1),
                OutputMode.Padded => paddings!.Value[axis],
                _ => 0,
            };
            return new AxisGeometry(
                sizes[axis],
                strides[axis],
                dilations[axis],
                before,
                mode == OutputMode.Padded ? paddings!.Value[axes + axis] : 0
            );
        }

        return axes switch
        {
            1 => new Geometry(mode, AxisGeometry.None, Axis(0)),
            2 => new Geometry(mode, Axis(0), Axis(1)),
            _ => new Geometry(mode, Axis(1), Axis(2)) { Depth = Axis(0) },
        };
    }

    private static EquatableArray<int> Repeat(int value, int count) => Enumerable.Repeat(value, count).ToEquatableArray();

    private static long EffectiveSize(EquatableArray<int> sizes, EquatableArray<int> dilations, int axis) =>
        ((long)dilations[axis] * (sizes[axis] - 1)) + 1;

    private static Refusal? CheckLength(string option, EquatableArray<int>? list, int axes) =>
        list is { } given && given.Count != axes
            ? OutOfRange(
                option,
                "a list of " + MessageText.Text(given.Count),
                axes switch
                {
                    1 => "write 1 number, for the only axis",
                    2 => "write 2 numbers, for rows and columns",
                    _ => "write 3 numbers, for planes, rows and columns",
                }
            )
            : null;

    private static Refusal? CheckPaddingsLength(EquatableArray<int>? list, int axes) =>
        list is { } given && given.Count != 2 * axes
            ? OutOfRange(
                "Paddings",
                "a list of " + MessageText.Text(given.Count),
                axes switch
                {
                    1 => "write 2 numbers, for begin and end",
                    2 => "write 4 numbers, for top, left, bottom and right",
                    _ => "write 6 numbers, for front, top, left, back, bottom and right",
                }
            )
            : null;

    private static Refusal? CheckSteps(string option, bool isList, EquatableArray<int> steps)
    {
        for (int axis = 0; axis < steps.Count; axis++)
        {
            if (steps[axis] < 1)
            {
                string name = isList ? option + "s" : option;
                return Refusal.Of(
                    DeclarationRules.StepBelowOne,
                    RefusalSite.Option(name),
                    Element(name, isList, axis),
                    MessageText.Text(steps[axis])
                );
            }
        }

        return null;
    }

    private static Refusal? CheckWindow(
        OperationDeclaration operation,
        EquatableArray<int> sizes,
        EquatableArray<int> dilations,
        int inputChannels
    )
    {
        int last = sizes.Count - 1;
        long columns = EffectiveSize(sizes, dilations, last);
        long rows = last == 0 ? 1 : EffectiveSize(sizes, dilations, last - 1);
        long planes = last < 2 ? 1 : EffectiveSize(sizes, dilations, 0);
        long taps = sizes.Take(last).Aggregate(1L, static (product, size) => product * size);

        // So many channels that not even one row fits are refused as an option out of range.
        long channels =
            operation.PixelChannels is { } given && given >= 1 && given <= Limit / Math.Min(columns, Limit) ? given : inputChannels;
        if (planes <= Limit && rows <= Limit && columns <= Limit && taps * columns <= Limit / channels)
        {
            return null;
        }

        RefusalSite site =
            operation.Dilations is not null ? RefusalSite.Option("Dilations")
            : operation.Dilation > 1 ? RefusalSite.Option("Dilation")
            : RefusalSite.Kernel;
        return Refusal.Of(
            DeclarationRules.WindowTooLarge,
            site,
            (planes == 1 ? "" : MessageText.Text(planes) + " x ") + MessageText.Text(rows),
            MessageText.Text(columns),
            MessageText.Text(Limit / channels)
        );
    }

    private static Refusal? CheckAnchors(EquatableArray<int> sizes, EquatableArray<int> anchors)
    {
        for (int axis = 0; axis < sizes.Count; axis++)
        {
            if (anchors[axis] < 0 || anchors[axis] >= sizes[axis])
            {
                string name = (sizes.Count - axis, sizes.Count) switch
                {
                    (_, 1) => "only",
                    (1, _) => "horizontal",
                    (2, _) => "vertical",
                    _ => "plane",
                };
                return Refusal.Of(
                    DeclarationRules.AnchorOutOfRange,
                    RefusalSite.Option("Anchor"),
                    MessageText.Text(anchors[axis]),
                    MessageText.Text(sizes[axis]),
                    name,
                    MessageText.Text(sizes[axis] - 1)
                );
            }
        }

        return null;
    }

    private static Refusal? CheckPaddings(OperationDeclaration operation, EquatableArray<int>? paddings)
    {
        bool isList = operation.Paddings is not null;
        string name = isList ? "Paddings" : "Padding";
        for (int end = 0; end < (paddings?.Count ?? 0); end++)
        {
            int value = paddings!.Value[end];
            if (value is < 0 or > Limit)
            {
                return Refusal.Of(
                    DeclarationRules.OptionOutOfRange,
                    RefusalSite.Option(name),
                    Element(name, isList, end),
                    MessageText.Text(value),
                    value < 0 ? "write 0 or more" : "write " + MessageText.Text(Limit) + " or less"
                );
            }
        }

        return null;
    }

    /// <summary>
    /// Refuses so many channels that a window, or the smallest block of windows that is ever copied, would be too large for a buffer.
    /// </summary>
    private static Refusal? CheckPixelChannels(
        int channels,
        EquatableArray<int> sizes,
        EquatableArray<int> dilations,
        EquatableArray<int> strides
    )
    {
        if (channels < 1)
        {
            return OutOfRange("PixelChannels", MessageText.Text(channels), "write 1 or more");
        }

        int last = sizes.Count - 1;
        long columns = EffectiveSize(sizes, dilations, last);
        long rows = sizes.Take(last).Aggregate(1L, static (product, size) => product * size);
        long block = rows * ((SmallestBlock * (long)Math.Min(sizes[last], strides[last])) + columns);
        long most = Math.Min(Limit / columns, BlockLimit / Math.Max(SmallestResult, block));
        return channels > most
            ? OutOfRange(
                "PixelChannels",
                MessageText.Text(channels),
                "write " + MessageText.Text(most) + " or less for a kernel of this size"
            )
            : null;
    }

    /// <summary>
    /// Refuses strides beyond any source, which generated code could not write as constants; those of layers are judged with their
    /// channels.
    /// </summary>
    private static Refusal? CheckStep(OperationDeclaration operation, int stride, int channels) =>
        (long)stride * channels <= Limit
            ? null
            : OutOfRange(
                operation.Strides is not null ? "Strides" : "Stride",
                MessageText.Text(stride),
                "write "
                    + MessageText.Text(Limit / channels)
                    + " or less on the horizontal axis"
                    + (
                        channels == 1
                            ? ""
                            : ", so that " + MessageText.Text(Limit) + " elements lie from one result's window to the next one's at most"
                    )
            );

    private static Refusal OutOfRange(string option, string value, string remedy) =>
        Refusal.Of(DeclarationRules.OptionOutOfRange, RefusalSite.Option(option), option, value, remedy);

    private static string Element(string option, bool isList, int index) => isList ? option + "[" + MessageText.Text(index) + "]" : option;
}
