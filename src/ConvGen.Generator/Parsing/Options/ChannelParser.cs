using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Options;

/// <summary>Reads how many channels a kernel has, and what makes a declaration a layer.</summary>
internal static class ChannelParser
{
    /// <summary>
    /// The most channels of either side; the most weights at one place, too, which keeps all later products within <c>int</c> and
    /// <c>long</c>.
    /// </summary>
    private const int Limit = 1 << 24;

    /// <summary>The channels as the kernel attribute says them; one of each where it says nothing.</summary>
    public static Outcome<ChannelCounts> Counts(KernelDeclaration kernel)
    {
        int input = kernel.InputChannels ?? 1,
            output = kernel.OutputChannels ?? 1,
            groups = kernel.Groups ?? 1;
        Refusal? refusal = CheckCount("InputChannels", input) ?? CheckCount("OutputChannels", output) ?? CheckCount("Groups", groups);
        if (refusal is not null)
        {
            return refusal;
        }

        if (input % groups != 0 || output % groups != 0)
        {
            (string name, int channels) = input % groups != 0 ? ("InputChannels", input) : ("OutputChannels", output);
            return Refusal.Of(
                DeclarationRules.GroupsDoNotDivide,
                RefusalSite.KernelArgument("Groups"),
                MessageText.Text(groups),
                name,
                MessageText.Text(channels),
                MessageText.Text(CommonDivisor(input, output))
            );
        }

        long depth = (long)input / groups * output;
        return depth <= Limit
            ? new ChannelCounts(input, output, groups)
            : Refusal.Of(
                DeclarationRules.OptionOutOfRange,
                RefusalSite.KernelArgument("OutputChannels"),
                "The number of weights at one place of the kernel",
                MessageText.Text(depth),
                "at most " + MessageText.Text(Limit) + " are supported, so reduce the channels or raise the groups"
            );
    }

    /// <summary>What makes the declaration a layer.</summary>
    /// <returns>Null in the outcome where nothing does.</returns>
    public static Outcome<LayerOptions?> Layer(
        OperationDeclaration operation,
        KernelDeclaration kernel,
        ChannelCounts counts,
        SignatureForm form
    )
    {
        Refusal? refusal =
            CheckPixelChannels(operation, kernel, form)
            ?? CheckLayouts(operation, kernel, form)
            ?? OutputLimits.Check(operation, form.Destination.Element);
        if (refusal is not null)
        {
            return refusal;
        }

        bool isLayer =
            kernel.HasChannels
            || form.Bias is not null
            || form.Requantisation is not null
            || (form.Kernel is { Carrier: Carrier.Prepared } && !MayTransform(operation, form))
            || OutputLimits.AreGiven(operation);
        return !isLayer
            ? new Outcome<LayerOptions?>(null, null)
            : new LayerOptions(
                counts.Input,
                counts.Output,
                counts.Groups,
                (ChannelLayout)(operation.Layout ?? 0),
                (KernelLayout)(operation.KernelLayout ?? 0),
                OutputLimits.Minimum(operation),
                OutputLimits.Maximum(operation)
            );
    }

    /// <summary>
    /// Whether prepared weights are those of a kernel that may go through transforms, and do not make it a layer, which never does.
    /// </summary>
    private static bool MayTransform(OperationDeclaration operation, SignatureForm form) =>
        operation.FloatingPoint == (int)FloatingPointMode.Transform && !form.IsVolume;

    private static Refusal? CheckCount(string name, int value) =>
        value is >= 1 and <= Limit
            ? null
            : Refusal.Of(
                DeclarationRules.OptionOutOfRange,
                RefusalSite.KernelArgument(name),
                name,
                MessageText.Text(value),
                value < 1 ? "write 1 or more" : "write " + MessageText.Text(Limit) + " or less"
            );

    private static Refusal? CheckPixelChannels(OperationDeclaration operation, KernelDeclaration kernel, SignatureForm form)
    {
        if (operation.PixelChannels is not { } pixelChannels || pixelChannels == 1)
        {
            return operation.PixelChannels is null || !kernel.HasChannels ? null : Clash(kernel);
        }

        string? other =
            kernel.HasChannels ? Written(kernel)
            : form.Bias is not null ? "a parameter 'bias'"
            : form.Requantisation is not null ? "a parameter 'scale'"
            : form.Kernel is { Carrier: Carrier.Prepared } && !MayTransform(operation, form) ? "a PreparedKernel"
            : operation.Activation is > 0 ? "Activation"
            : operation.OutputMinimum is not null ? "OutputMinimum"
            : operation.OutputMaximum is not null ? "OutputMaximum"
            : null;
        return other is null
            ? null
            : Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.Option("PixelChannels"),
                "PixelChannels",
                other,
                kernel.HasChannels
                    ? "keep PixelChannels for one kernel that all channels share, or InputChannels and OutputChannels for a kernel "
                        + "of its own for each"
                    : "write InputChannels, OutputChannels and Groups, all the same number, for a layer that treats each channel alone"
            );
    }

    private static Refusal Clash(KernelDeclaration kernel) =>
        Refusal.Of(
            DeclarationRules.OptionClash,
            RefusalSite.Option("PixelChannels"),
            "PixelChannels",
            Written(kernel),
            "remove PixelChannels"
        );

    private static Refusal? CheckLayouts(OperationDeclaration operation, KernelDeclaration kernel, SignatureForm form)
    {
        string? name =
            operation.Layout is not null ? "Layout"
            : operation.KernelLayout is not null ? "KernelLayout"
            : null;
        if (name is not null && !kernel.HasChannels)
        {
            return Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.Option(name),
                name,
                "a kernel without channels",
                "write InputChannels and OutputChannels, or remove " + name
            );
        }

        bool hasOnlyRows = HasOnlyRows(form.Source) || HasOnlyRows(form.Destination);
        return hasOnlyRows && operation.Layout == (int)ChannelLayout.Planar
            ? Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.Option("Layout"),
                "Layout = ChannelLayout.Planar",
                form.IsVolume
                    ? "a source or destination that has only planes, rows and columns"
                    : "a source or destination that has only rows and columns",
                form.IsVolume
                    ? "use spans, arrays or memories with 'int width, int height, int depth', or tensor spans, whose first axis then "
                        + "counts channels"
                    : "use spans, arrays or memories with 'int width, int height', or tensor spans, whose first axis then counts planes"
            )
            : null;
    }

    private static bool HasOnlyRows(Model.Buffer buffer) => buffer.Carrier is Carrier.Array2D or Carrier.Array3D or Carrier.Span2D;

    private static string Written(KernelDeclaration kernel) =>
        kernel.InputChannels is not null ? "InputChannels"
        : kernel.OutputChannels is not null ? "OutputChannels"
        : "Groups";

    private static int CommonDivisor(int a, int b) => b == 0 ? a : CommonDivisor(b, a % b);
}
