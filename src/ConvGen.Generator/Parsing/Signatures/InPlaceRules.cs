using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing.Options;
using ConvGen.Generator.Refusals;
using static ConvGen.Generator.Model.SignatureRoles;

namespace ConvGen.Generator.Parsing.Signatures;

/// <summary>
/// What a parameter <c>image</c> demands, which is source and destination at once: a result of the same size, in memory whose rows are
/// known.
/// </summary>
internal static class InPlaceRules
{
    /// <summary>
    /// Whether a parameter <c>image</c> stands for source and destination: it can be written to, nothing is returned, and no other
    /// parameter has or evidently means one of both roles.
    /// </summary>
    public static bool IsInPlace(Declaration declaration)
    {
        bool isThere = false;
        for (int index = 0; index < declaration.Parameters.Count; index++)
        {
            DeclaredParameter parameter = declaration.Parameters[index];
            if (parameter.Name == Image)
            {
                isThere = parameter.Type is { Carrier: not null and not Carrier.Prepared, IsReadOnly: false };
            }
            else if (parameter.Name is Source or Destination || RoleGuesses.Suggest(declaration, index) is Source or Destination)
            {
                return false;
            }
        }

        return isThere && declaration.Header.ReturnsVoid;
    }

    /// <summary>What is wrong with the parameter and with what stands beside it.</summary>
    public static IEnumerable<SignatureProblem> Problems(Declaration declaration)
    {
        if (!IsInPlace(declaration))
        {
            yield break;
        }

        int index = SignatureParser.IndexOf(declaration, Image);
        DeclaredType type = declaration.Parameters[index].Type;
        if (SignatureParser.IsShaped(type))
        {
            yield return new(
                RefusalSite.Parameter(index),
                $"parameter 'image' is of type '{type.Text}'; what is computed in place comes in a span, an array or a memory, with "
                    + "'int width, int height' where it has rows, and 'int depth' where it has planes"
            );
        }

        (string Role, string Problem)[] others =
        [
            (
                History,
                "parameter 'history' cannot stand beside 'image': blocks of a signal have results of their own; take 'source' and "
                    + "'destination'"
            ),
            (
                Region,
                "parameter 'region' cannot stand beside 'image', because a part of an image that is overwritten changes what the "
                    + "other parts see; take 'source' and 'destination'"
            ),
            (Held, "parameter 'held' cannot stand beside 'image', which holds all of the image; remove it"),
            (
                DestinationPitch,
                "parameter 'destinationPitch' cannot stand beside 'image', whose rows are those of 'sourcePitch'; remove it"
            ),
            (
                DestinationPlanePitch,
                "parameter 'destinationPlanePitch' cannot stand beside 'image', whose planes are those of 'sourcePlanePitch'; remove it"
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

    /// <summary>The result must be as large as the image, channels included.</summary>
    public static Refusal? Check(OperationDeclaration operation, Geometry geometry, LayerOptions? layer)
    {
        const string What = "a parameter 'image', which is source and destination at once";
        const string Remedy = "or take 'source' and 'destination'";
        AxisGeometry[] axes = [geometry.Depth, geometry.Vertical, geometry.Horizontal];
        if (axes.Any(static axis => axis.Stride > 1))
        {
            string stride = operation.Strides is not null ? "Strides" : "Stride";
            return Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.Option(stride),
                stride,
                What,
                $"remove {stride}, because the result must be as large as the image, {Remedy}"
            );
        }

        if (!axes.All(axis => KeepsSize(geometry.Mode, axis)))
        {
            string option =
                operation.Paddings is not null ? "Paddings"
                : operation.Padding is not null ? "Padding"
                : "Mode";
            return Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.Option(option),
                option,
                What,
                $"use OutputMode.Same, because the result must be as large as the image, {Remedy}"
            );
        }

        return layer is { } channels && channels.InputChannels != channels.OutputChannels
            ? Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.Kernel,
                $"a kernel from {MessageText.Text(channels.InputChannels)} to {MessageText.Text(channels.OutputChannels)} channels",
                What,
                $"write as many OutputChannels as InputChannels, {Remedy}"
            )
            : null;
    }

    private static bool KeepsSize(OutputMode mode, AxisGeometry axis) =>
        mode switch
        {
            OutputMode.Same => true,
            OutputMode.Padded => axis.Before + axis.After == axis.EffectiveSize - 1,
            _ => axis.EffectiveSize == 1,
        };
}
