using ConvGen.Analyzers.Naming.Names;

namespace ConvGen.Analyzers.Naming.Weights;

/// <summary>
/// Words in the name of a kernel, or of what makes or applies one, that say a design whose weights stay the same under reversal.
/// </summary>
internal static class DesignWords
{
    private static readonly HashSet<string> Symmetric = new(StringComparer.Ordinal)
    {
        "gaussian",
        "gaussians",
        "gauss",
        "binomial",
        "box",
        "boxcar",
        "laplacian",
        "laplace",
        "unsharp",
        "hann",
        "hanning",
        "hamming",
        "blackman",
    };

    /// <summary>Beside these the design is another one: the slope of a bell is not a bell.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "derivative",
        "derivatives",
        "derivation",
        "deriv",
        "derived",
        "gradient",
        "gradients",
        "grad",
        "slope",
        "first",
        "odd",
        "dx",
        "dy",
        "directional",
        "steered",
        "steerable",
        "shifted",
        "shift",
        "skew",
        "skewed",
        "asymmetric",
        "half",
        "causal",
        "onesided",
        "truncated",
        "noise",
        "mixture",
        "motion",
        "hilbert",
        "lookup",
        "bounding",
        // Boxes of other kinds.
        "text",
        "combo",
        "check",
        "list",
        "picture",
        "message",
        "group",
        "dialog",
        "tool",
    };

    /// <summary>
    /// A kernel of unknown weights that the member, its type or the name of the result says the design of: the array itself may be called
    /// anything.
    /// </summary>
    public static KernelReading Read(KernelReading kernel, NameClaim? claim, MemberContext member) =>
        kernel is { Symmetry: Symmetry.Unknown, Values: null }
        && (AreSymmetric(claim?.Name ?? "") || AreSymmetric(member.Owner.Name) || AreSymmetric(member.Owner.ContainingType?.Name ?? ""))
            ? kernel with
            {
                Symmetry = Symmetry.Symmetric,
            }
            : kernel;

    /// <summary>Whether an identifier says one.</summary>
    public static bool AreSymmetric(string identifier)
    {
        bool isSymmetric = false;
        foreach (IdentifierWord word in IdentifierWords.Split(identifier))
        {
            if (Others.Contains(word.Text))
            {
                return false;
            }

            isSymmetric |= Symmetric.Contains(word.Text);
        }

        return isSymmetric;
    }
}
