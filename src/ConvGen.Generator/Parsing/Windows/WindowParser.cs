using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing.Options;
using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Parsing.Weights;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Windows;

/// <summary>Judges the declaration of a window matrix, in the order in which <see cref="DeclarationParser"/> judges the others.</summary>
internal static class WindowParser
{
    /// <summary>The largest number of places of one axis that may show one sample; far more than any use has.</summary>
    private const int MostPlaces = 1 << 20;

    /// <summary>Whether a declaration has one operation, and that is about windows.</summary>
    public static bool IsAboutWindows(Declaration declaration) =>
        declaration.Operations.Count == 1 && declaration.Operations[0].Kind is OperationKind.Unfold or OperationKind.Fold;

    public static ParseResult Parse(Declaration declaration, TargetInfo target)
    {
        Outcome<WindowModel> outcome = ReadModel(declaration, target);
        return outcome.Refusal is { } refusal
            ? new ParseResult(declaration.Header, null, refusal)
            : new ParseResult(declaration.Header, null, null) { Windows = outcome.Value };
    }

    private static Outcome<WindowModel> ReadModel(Declaration declaration, TargetInfo target)
    {
        if ((DeclarationChecks.Check(declaration, target) ?? CheckKernel(declaration)) is { } refusal)
        {
            return refusal;
        }

        OperationDeclaration operation = declaration.Operations[0];
        KernelDeclaration kernel = declaration.Kernels[0];
        Outcome<SignatureForm> form = WindowSignature.Parse(declaration, kernel.Rows is null);
        if (form.Refusal is not null)
        {
            return form.Refusal;
        }

        Outcome<ChannelCounts> channels = ChannelParser.Counts(kernel);
        if (channels.Refusal is not null)
        {
            return channels.Refusal;
        }

        Outcome<KernelMatrix> shape = KernelParser.Parse(kernel, null, form.Value.Axes, depth: 1);
        if (shape.Refusal is not null)
        {
            return shape.Refusal;
        }

        return (OptionRules.Check(operation) ?? CheckLayout(operation, kernel, form.Value)) is { } clash
            ? clash
            : Assemble(declaration.Header, form.Value, operation, shape.Value, channels.Value.Input);
    }

    private static Outcome<WindowModel> Assemble(
        MethodHeader header,
        SignatureForm form,
        OperationDeclaration operation,
        KernelMatrix shape,
        int channels
    )
    {
        Outcome<Geometry> geometry = GeometryParser.Parse(operation, form.Axes, shape, channels);
        if (geometry.Refusal is not null)
        {
            return geometry.Refusal;
        }

        Outcome<Rational> borderValue = BorderValueParser.Parse(operation, form.Source.Element);
        if (borderValue.Refusal is not null)
        {
            return borderValue.Refusal;
        }

        WindowModel model = new(
            header,
            form,
            operation.Kind == OperationKind.Fold,
            channels,
            operation.Layout == (int)ChannelLayout.Planar && channels > 1,
            geometry.Value.Mode,
            (BorderMode)(operation.Border ?? 0),
            borderValue.Value,
            geometry.Value.Vertical,
            geometry.Value.Horizontal
        );
        return CheckPlaces(model, operation) is { } tooMany ? tooMany : model;
    }

    /// <summary>Refuses weights, and numbers that a window does not have.</summary>
    private static Refusal? CheckKernel(Declaration declaration)
    {
        string attribute = "[" + declaration.Operations[0].Kind + "]";
        KernelDeclaration kernel = declaration.Kernels[0];
        if (kernel.Kind != KernelDeclarationKind.Shape)
        {
            string written = "[" + kernel.Name + "]";
            return Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.Kernel,
                written,
                attribute,
                "write [KernelShape(rows, columns)], because windows have a size and no weights"
            );
        }

        string? option =
            kernel.OutputChannels is not null ? "OutputChannels"
            : kernel.Groups is not null ? "Groups"
            : null;
        return option is null
            ? null
            : Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.KernelArgument(option),
                option,
                attribute,
                $"remove {option}, because windows show the channels of the image, all of them"
            );
    }

    private static Refusal? CheckLayout(OperationDeclaration operation, KernelDeclaration kernel, SignatureForm form)
    {
        if (operation.Layout is not null && kernel.InputChannels is null)
        {
            return Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.Option("Layout"),
                "Layout",
                "a shape without channels",
                "write InputChannels, or remove Layout"
            );
        }

        return operation.Layout == (int)ChannelLayout.Planar && form.IsShaped
            ? Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.Option("Layout"),
                "Layout = ChannelLayout.Planar",
                "an image that has only rows and columns",
                "use spans, arrays or memories with 'int width, int height'"
            )
            : null;
    }

    /// <summary>Refuses borders so wide that lists of the places that show one sample would grow out of bounds.</summary>
    private static Refusal? CheckPlaces(WindowModel model, OperationDeclaration operation)
    {
        if (!model.IsFold || Math.Max(model.Places(model.Vertical), model.Places(model.Horizontal)) <= MostPlaces)
        {
            return null;
        }

        string option =
            operation.Paddings is not null ? "Paddings"
            : operation.Padding is not null ? "Padding"
            : "Border";
        return Refusal.Of(
            DeclarationRules.OptionOutOfRange,
            RefusalSite.Option(option),
            "The number of places that may show one sample",
            MessageText.Text(Math.Max(model.Places(model.Vertical), model.Places(model.Horizontal))),
            $"at most {MessageText.Text(MostPlaces)} are supported, so write smaller paddings or a smaller shape, or Border = "
                + "BorderMode.Constant"
        );
    }
}
