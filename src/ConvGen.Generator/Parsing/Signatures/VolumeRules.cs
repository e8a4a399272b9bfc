using ConvGen.Generator.Kernels.Designs;
using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;
using static ConvGen.Generator.Model.SignatureRoles;

namespace ConvGen.Generator.Parsing.Signatures;

/// <summary>What cannot stand beside a third axis: volumes are computed whole, by one kernel that maps samples to samples.</summary>
internal static class VolumeRules
{
    private const string Axes = "a signature of three axes";

    private static readonly (string Role, string Problem)[] Others =
    [
        (
            Region,
            "parameter 'region' cannot stand beside a third axis, because regions are rectangles; remove it, and compute the whole volume"
        ),
        (
            Held,
            "parameter 'held' cannot stand beside a third axis, because regions are rectangles; remove it, and hand over the whole volume"
        ),
        (History, "parameter 'history' belongs to a signal of one axis; remove it, or the other axes"),
    ];

    /// <summary>Whether parameters say that there is a third axis.</summary>
    public static bool IsVolume(Declaration declaration) =>
        declaration.Result is { Carrier: Carrier.Array3D }
        || declaration.Parameters.Any(static parameter => parameter.Name == Depth || parameter.Type.Carrier == Carrier.Array3D);

    /// <summary>Parameters that have no meaning for a volume.</summary>
    public static IEnumerable<SignatureProblem> Problems(Declaration declaration)
    {
        if (!IsVolume(declaration))
        {
            yield break;
        }

        foreach ((string role, string problem) in Others)
        {
            int index = SignatureParser.IndexOf(declaration, role);
            if (index >= 0)
            {
                yield return new(RefusalSite.Parameter(index), problem);
            }
        }
    }

    /// <summary>Parameters that say there is a third axis, on a method about window matrices.</summary>
    public static IEnumerable<SignatureProblem> WindowProblems(Declaration declaration)
    {
        for (int index = 0; index < declaration.Parameters.Count; index++)
        {
            DeclaredParameter parameter = declaration.Parameters[index];
            if (parameter.Name is Depth or SourcePlanePitch or DestinationPlanePitch)
            {
                yield return new(
                    RefusalSite.Parameter(index),
                    $"parameter '{parameter.Name}' has no role, because a matrix of windows is that of an image or of a signal; remove it"
                );
            }
            else if (parameter.Type.Carrier == Carrier.Array3D)
            {
                yield return new(
                    RefusalSite.Parameter(index),
                    $"'{parameter.Type.Text}' is a volume, and a matrix of windows is that of an image or of a signal; take a "
                        + "'T[,]', or a span"
                );
            }
        }
    }

    /// <summary>Several kernels, or results that are scaled or masked, on a volume.</summary>
    /// <param name="form">The signature of one of the kernels.</param>
    /// <param name="what">What makes it a group.</param>
    /// <param name="site">Where the kernel stands.</param>
    public static Refusal? CheckGroup(SignatureForm form, string what, RefusalSite site) =>
        !form.IsVolume ? null : Refusal.Of(DeclarationRules.OptionClash, site, what, Axes, "declare the kernels as methods of their own");

    /// <summary>Of the designed kernels, volumes have those that are alike on every axis.</summary>
    /// <param name="design">The design.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="index">The position of its attribute among the kernel attributes.</param>
    public static Refusal? CheckDesign(KernelDesign design, DesignArguments arguments, int index) =>
        design.FlatArguments is not { } flat
            ? Refusal.Of(
                DeclarationRules.DimensionsDisagree,
                RefusalSite.KernelAt(index),
                $"[{design.Name}] has no planes and the signature has three axes",
                "write the weights in [Kernel], with planes split by '|', or filter images, without 'int depth'"
            )
        : flat.FirstOrDefault(arguments.Has) is { } argument
            ? Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.KernelArgumentOf(index, argument),
                argument,
                Axes,
                "remove it: a designed kernel of three axes is alike on all of them; others are written in [Kernel], with planes "
                    + "split by '|'"
            )
        : null;
}
