using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing.Groups;
using ConvGen.Generator.Parsing.Options;
using ConvGen.Generator.Parsing.Quantised;
using ConvGen.Generator.Parsing.Signatures;
using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Parsing.Weights;
using ConvGen.Generator.Parsing.Windows;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing;

/// <summary>
/// Judges a declaration: a pure and total function to a model or to exactly one refusal. Topics are judged from the outside in (can there
/// be a method, does the target suffice, what is it about, its signature, its kernel, its options), so that the refusal shown is the one
/// whose remedy
/// would not make another appear for the same cause.
/// </summary>
internal static class DeclarationParser
{
    public static ParseResult Parse(Declaration declaration, TargetInfo target, CancellationToken cancellation = default)
    {
        if (declaration.InputOf is not null)
        {
            return InputParser.Parse(declaration, target, cancellation);
        }

        if (WindowParser.IsAboutWindows(declaration))
        {
            return WindowParser.Parse(declaration, target);
        }

        if (GroupParser.IsGroup(declaration))
        {
            return GroupParser.Parse(declaration, target, kernel => ReadModel(kernel, target, cancellation));
        }

        Outcome<ConvolutionModel> outcome = ReadModel(declaration, target, cancellation);
        return outcome.Refusal is { } refusal
            ? new ParseResult(declaration.Header, null, refusal)
            : new ParseResult(declaration.Header, outcome.Value, null);
    }

    private static Outcome<ConvolutionModel> ReadModel(Declaration declaration, TargetInfo target, CancellationToken cancellation)
    {
        if (DeclarationChecks.Check(declaration, target) is { } refusal)
        {
            return refusal;
        }

        OperationDeclaration operation = declaration.Operations[0];
        KernelDeclaration kernel = declaration.Kernels[0];

        // The text is read before the signature and judged after it: tensors get their number of axes from the kernel's.
        KernelText? text =
            kernel.Kind == KernelDeclarationKind.Text ? KernelText.Read(kernel.Text ?? "", operation.IsComplex, cancellation) : null;
        KernelFileText? file = KernelFileParser.Read(declaration, cancellation);
        int kernelAxes =
            HasPlanes(kernel, text, file) ? 3
            : HasOneAxis(declaration, kernel, text, file) ? 1
            : 2;
        Outcome<SignatureForm> form = SignatureParser.Parse(declaration, kernelAxes);
        if (form.Refusal is not null)
        {
            return form.Refusal;
        }

        if (DesignParser.IsDesigned(declaration))
        {
            Outcome<DesignedMatrix> design = DesignParser.Parse(declaration, form.Value, cancellation);
            Outcome<ConvolutionModel> model = design.Refusal is not null
                ? design.Refusal
                : Finish(declaration.Header, form.Value, operation, kernel, new ChannelCounts(1, 1, 1), design.Value.Matrix);
            return model.Refusal is not null ? model : model.Value with { Design = design.Value.Note };
        }

        Outcome<KernelMatrix>? fromFile =
            kernel.Kind == KernelDeclarationKind.File
                ? KernelFileParser.Parse(declaration, file, form.Value.Axes)
                : default(Outcome<KernelMatrix>?);
        if (fromFile is { Refusal: { } unread })
        {
            return unread;
        }

        kernel = KernelFileParser.WithChannels(kernel, file, operation, form.Value.Axes);
        Outcome<ChannelCounts> channels = ChannelParser.Counts(kernel);
        if (channels.Refusal is not null)
        {
            return channels.Refusal;
        }

        Outcome<KernelMatrix> matrix = fromFile is { } read
            ? KernelParser.Divide(kernel, read)
            : KernelParser.Parse(kernel, text, form.Value.Axes, channels.Value.Depth, cancellation);
        if (matrix.Refusal is not null)
        {
            return matrix.Refusal;
        }

        return Finish(declaration.Header, form.Value, operation, kernel, channels.Value, matrix.Value);
    }

    /// <summary>Whether a kernel is written without rows.</summary>
    private static bool HasOneAxis(Declaration declaration, KernelDeclaration kernel, KernelText? text, KernelFileText? file) =>
        DesignParser.IsDesigned(declaration) ? DesignParser.HasOneAxis(declaration)
        : file is not null ? file.HasOneAxis
        : text is null ? kernel is { Kind: KernelDeclarationKind.Shape, Rows: null }
        : kernel.IsFlatText ? kernel.NamedRows is null
        : text.Rows.Count == 1;

    /// <summary>Whether a kernel is written with planes.</summary>
    private static bool HasPlanes(KernelDeclaration kernel, KernelText? text, KernelFileText? file) =>
        kernel.Planes is not null || text is { Planes: > 1 } || file is { HasThreeAxes: true };

    /// <summary>Judges the options, for a kernel that has been read.</summary>
    private static Outcome<ConvolutionModel> Finish(
        MethodHeader header,
        SignatureForm form,
        OperationDeclaration operation,
        KernelDeclaration kernel,
        ChannelCounts channels,
        KernelMatrix matrix
    )
    {
        bool isStream = form.History is not null;
        if (
            (
                (isStream ? HistoryRules.Check(operation) : null)
                ?? OptionRules.Check(operation)
                ?? ComplexParser.Check(operation, kernel)
                ?? QuantisedRules.Check(header, form, operation, matrix)
            ) is
            { } clash
        )
        {
            return clash;
        }

        if (isStream)
        {
            operation = operation with { Mode = (int)OutputMode.Valid };
        }

        if (operation.IsComplex)
        {
            (operation, kernel, channels, matrix) = ComplexParser.TakeApart(operation, kernel, matrix, form);
        }

        Outcome<LayerOptions?> layer = ChannelParser.Layer(operation, kernel, channels, form);
        return layer.Refusal is not null ? layer.Refusal : Assemble(header, form, operation, matrix, layer.Value);
    }

    private static Outcome<ConvolutionModel> Assemble(
        MethodHeader header,
        SignatureForm form,
        OperationDeclaration operation,
        KernelMatrix matrix,
        LayerOptions? layer
    )
    {
        Outcome<Geometry> geometry = GeometryParser.Parse(operation, form.Axes, matrix, layer?.InputChannels ?? 1);
        if (geometry.Refusal is not null)
        {
            return geometry.Refusal;
        }

        if (form.IsInPlace && InPlaceRules.Check(operation, geometry.Value, layer) is { } moved)
        {
            return moved;
        }

        Outcome<Rational> borderValue = BorderValueParser.Parse(operation, form.Source.Element);
        if (borderValue.Refusal is not null)
        {
            return borderValue.Refusal;
        }

        return new ConvolutionModel(
            header,
            form,
            operation.Kind,
            matrix,
            geometry.Value.Mode,
            (BorderMode)(operation.Border ?? 0),
            borderValue.Value,
            (FloatingPointMode)(operation.FloatingPoint ?? 0),
            operation.PixelChannels ?? 1,
            geometry.Value.Vertical,
            geometry.Value.Horizontal
        )
        {
            Layer = layer,
            Depth = geometry.Value.Depth,
            IsComplex = operation.IsComplex,
        };
    }
}
