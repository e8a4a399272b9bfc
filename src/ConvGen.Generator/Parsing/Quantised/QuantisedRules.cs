using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing.Signatures;
using ConvGen.Generator.Refusals;
using static ConvGen.Generator.Model.SignatureRoles;

namespace ConvGen.Generator.Parsing.Quantised;

/// <summary>
/// What a parameter <c>scale</c> demands that holds a number for each output channel: a layer whose samples, weights and results are
/// quantised to 8 bits.
/// </summary>
internal static class QuantisedRules
{
    /// <summary>The parameters that only a quantised layer has, beside <c>scale</c>.</summary>
    private static readonly string[] ZeroPoints = [SourceZeroPoint, KernelZeroPoint, DestinationZeroPoint];

    public static bool IsZeroPoint(string name) => Array.IndexOf(ZeroPoints, name) >= 0;

    /// <summary>What is wrong with the parameters and with what stands beside them.</summary>
    public static IEnumerable<SignatureProblem> Problems(Declaration declaration)
    {
        int scale = SignatureParser.IndexOf(declaration, ChannelScale);
        return scale < 0
            ? ProblemsWithoutScale(declaration)
            : [.. ScaleProblems(declaration, scale), .. ZeroPointProblems(declaration), .. NeighbourProblems(declaration)];
    }

    private static IEnumerable<SignatureProblem> ProblemsWithoutScale(Declaration declaration)
    {
        foreach (string role in ZeroPoints)
        {
            if (SignatureParser.IndexOf(declaration, role) is var index and >= 0 && !SignatureParser.IsMeant(declaration, ChannelScale))
            {
                yield return new(
                    RefusalSite.Parameter(index),
                    $"parameter '{role}' belongs to a quantised layer; add 'ReadOnlySpan<float> scale', a factor for each "
                        + "output channel, or remove it"
                );
            }
        }
    }

    private static IEnumerable<SignatureProblem> ScaleProblems(Declaration declaration, int scale)
    {
        if (
            declaration.Parameters[scale].Type
            is not { Carrier: Carrier.Span or Carrier.Array or Carrier.Memory, Element: ElementType.Single } type
        )
        {
            yield return new(
                RefusalSite.Parameter(scale),
                $"parameter 'scale' is of type '{declaration.Parameters[scale].Type.Text}'; a quantised layer has one 'float' for "
                    + "each output channel, in a span, an array or a memory"
            );
        }
    }

    private static IEnumerable<SignatureProblem> ZeroPointProblems(Declaration declaration)
    {
        if (SignatureParser.IndexOf(declaration, KernelZeroPoint) is var kernel and >= 0)
        {
            string? problem =
                declaration.Kernels[0].Kind != KernelDeclarationKind.Shape
                    ? "parameter 'kernelZeroPoint' belongs to weights that arrive at run time; remove it, and write the weights "
                        + "less their zero point"
                : SignatureParser.Type(declaration, Kernel) is { Carrier: Carrier.Prepared }
                    ? "parameter 'kernelZeroPoint' cannot stand beside a PreparedKernel, whose weights are arranged before a zero "
                        + "point is known; "
                        + "remove it and prepare 'sbyte' weights less their zero point (bytes around 128 become sbytes around 0), "
                        + "or take a 'ReadOnlySpan' of weights"
                : null;
            if (problem is not null)
            {
                yield return new(RefusalSite.Parameter(kernel), problem);
            }
        }
    }

    /// <summary>Parameters that a quantised layer cannot have.</summary>
    private static IEnumerable<SignatureProblem> NeighbourProblems(Declaration declaration)
    {
        (string Role, string Problem)[] others =
        [
            (History, "parameter 'history' cannot stand beside 'scale': a quantised layer takes the whole signal; remove it"),
            (
                SignatureRoles.Region,
                "parameter 'region' cannot stand beside 'scale': a quantised layer computes its whole result; remove it"
            ),
            (
                Image,
                "parameter 'image' cannot stand beside 'scale': a quantised layer has a result of its own; take 'source' and 'destination'"
            ),
        ];
        foreach ((string role, string problem) in others)
        {
            if (SignatureParser.IndexOf(declaration, role) is var other and >= 0)
            {
                yield return new(RefusalSite.Parameter(other), problem);
            }
        }
    }

    /// <summary>What a signature that all checks have accepted takes.</summary>
    public static Requantisation? Form(Declaration declaration) =>
        SignatureParser.Type(declaration, ChannelScale) is not { } type
            ? null
            : new(
                new(type.Carrier!.Value, type.Element!.Value, type.IsReadOnly),
                Has(declaration, SourceZeroPoint),
                Has(declaration, KernelZeroPoint),
                Has(declaration, DestinationZeroPoint)
            );

    /// <summary>Judges the types and the options of a quantised layer; null for every other declaration.</summary>
    public static Refusal? Check(MethodHeader header, SignatureForm form, OperationDeclaration operation, KernelMatrix matrix) =>
        form.Requantisation is null ? null : CheckOptions(operation) ?? CheckTypes(header, form) ?? CheckWeights(header, matrix);

    private static Refusal? CheckOptions(OperationDeclaration operation)
    {
        (string Name, bool IsGiven, string Remedy)[] options =
        [
            (
                "BorderValue",
                operation.BorderValue is not null,
                "remove BorderValue: outside lies the zero point of the source, which stands for 0"
            ),
            (
                "OutputMinimum",
                operation.OutputMinimum is not null,
                "remove OutputMinimum: the results' scale and zero point say what the type holds, and Activation = Activation.Relu "
                    + "limits them to the zero point"
            ),
            (
                "OutputMaximum",
                operation.OutputMaximum is not null,
                "remove OutputMaximum: choose the results' scale so that the largest value of the type stands for the limit, as for ReLU6"
            ),
            ("Parallel", operation.IsParallel, "remove Parallel, and give each image of a batch a thread of its own"),
        ];
        foreach ((string name, bool isGiven, string remedy) in options)
        {
            if (isGiven)
            {
                return Refusal.Of(DeclarationRules.OptionClash, RefusalSite.Option(name), name, "a parameter 'scale'", remedy);
            }
        }

        return null;
    }

    private static Refusal? CheckTypes(MethodHeader header, SignatureForm form)
    {
        (string Role, ElementType? Type)[] bytes =
        [
            (Source, form.Source.Element),
            (Kernel, form.Kernel?.Element),
            (Destination, form.Destination.Element),
        ];
        foreach ((string role, ElementType? type) in bytes)
        {
            if (type is { } other and not (ElementType.Byte or ElementType.SByte))
            {
                return Refusal.NotQuantised(
                    header,
                    $"the {Noun(role)} of type '{Name(other)}'",
                    $"quantise to 8 bits: make it '{(role == Kernel ? "sbyte" : "byte")}' or '{(role == Kernel ? "byte" : "sbyte")}', or remove 'scale'"
                );
            }
        }

        return form.Bias is { Element: not ElementType.Int32 } bias
            ? Refusal.NotQuantised(
                header,
                $"the bias is of type '{Name(bias.Element)}'",
                "make it 'int': a bias is quantised by the scale of the products, with a zero point of 0"
            )
            : null;
    }

    private static string Name(ElementType type) => type.Keyword().Replace("global::System.", "");

    private static string Noun(string role) =>
        role switch
        {
            Kernel => "weights are",
            Source => "source is",
            _ => "result is",
        };

    private static Refusal? CheckWeights(MethodHeader header, KernelMatrix matrix)
    {
        if (matrix.Weights is not { } weights)
        {
            return null;
        }

        foreach (Rational weight in weights)
        {
            if (!weight.IsInteger || weight.Numerator < -byte.MaxValue || weight.Numerator > byte.MaxValue)
            {
                return Refusal.NotQuantised(
                    header,
                    "one of its weights is no integer from -255 to 255",
                    "write quantised weights, less their zero point, without a Divisor"
                );
            }
        }

        return null;
    }

    private static bool Has(Declaration declaration, string role) => SignatureParser.IndexOf(declaration, role) >= 0;
}
