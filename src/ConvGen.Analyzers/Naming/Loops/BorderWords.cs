using ConvGen.Analyzers.Naming.Loops.Subscripts;
using ConvGen.Analyzers.Naming.Names;

namespace ConvGen.Analyzers.Naming.Loops;

/// <summary>Words in names that tell how data or indices are treated.</summary>
internal static class BorderWords
{
    private static readonly HashSet<string> Mirrors = new(StringComparer.Ordinal)
    {
        "mirror",
        "mirrored",
        "reflect",
        "reflected",
        "bounce",
        "symmetric",
    };
    private static readonly HashSet<string> Wraps = new(StringComparer.Ordinal)
    {
        "wrap",
        "wrapped",
        "mod",
        "modulo",
        "modulus",
        "circular",
        "periodic",
        "cyclic",
    };
    private static readonly HashSet<string> Clamps = new(StringComparer.Ordinal)
    {
        "clamp",
        "clamped",
        "border",
        "edge",
        "edges",
        "borders",
        "bound",
        "bounds",
        "bounded",
        "limit",
        "saturate",
        "replicate",
        "extend",
        "constrain",
        "clip",
    };
    private static readonly HashSet<string> Turns = new(StringComparer.Ordinal)
    {
        "rev",
        "rot",
        "rot180",
        "backward",
        "backwards",
        "inverse",
        "inverted",
        "adjoint",
        "conjugate",
    };
    private static readonly string[] TurnParts = ["flip", "revers", "mirror", "rotat", "transpos"];

    private static readonly HashSet<string> Kernels = new(StringComparer.Ordinal)
    {
        "kernel",
        "kernels",
        "filter",
        "filters",
        "mask",
        "weight",
        "weights",
        "coefficient",
        "coefficients",
        "coef",
        "coefs",
        "coeff",
        "coeffs",
        "tap",
        "taps",
        "impulse",
        "response",
        "template",
        "matrix",
        "h",
        "k",
        "w",
        "ker",
        "psf",
        "stencil",
        "operator",
    };

    private static readonly HashSet<string> Steps = new(StringComparer.Ordinal)
    {
        "dilation",
        "rate",
        "step",
        "hop",
        "decimation",
        "subsample",
        "subsampling",
        "downsample",
        "downsampling",
    };

    private static readonly HashSet<string> Signs = new(StringComparer.Ordinal)
    {
        "sign",
        "sgn",
        "dir",
        "direction",
        "orientation",
        "flip",
        "reverse",
        "mirror",
        "delta",
    };

    /// <summary>What a method with a name does to an index, or null.</summary>
    public static IndexFolds? FoldOf(string name) =>
        Has(name, Mirrors) ? IndexFolds.Mirror
        : Has(name, Wraps) ? IndexFolds.Wrap
        : Has(name, Clamps) ? IndexFolds.Clamp
        : null;

    /// <summary>Whether a name says that data were turned around.</summary>
    public static bool IsTurned(string name) =>
        TurnParts.Any(part => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0) || Has(name, Turns);

    /// <summary>Whether a name says that something is the smaller factor, which slides.</summary>
    public static bool IsKernel(string name) => Has(name, Kernels);

    /// <summary>Whether a name says the distance of windows or taps.</summary>
    public static bool IsStep(string name) => Has(name, Steps);

    /// <summary>Whether a name says the pitch of windows; in a flat array it may as well be the length of a row.</summary>
    public static bool IsStride(string name) => string.Equals(name, "stride", StringComparison.OrdinalIgnoreCase) || IsStep(name);

    /// <summary>Whether a value of that name may well be negative.</summary>
    public static bool IsSign(string name) => Has(name, Signs);

    private static bool Has(string name, HashSet<string> words) => IdentifierWords.Split(name).Any(word => words.Contains(word.Text));
}
