using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Loops;
using ConvGen.Analyzers.Naming.Names;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution;

/// <summary>
/// The sizes with which code is run. Which way indices run does not depend on them, so that any will do for which the loops run at all; names only help to
/// find such sizes.
/// </summary>
/// <param name="profile">Which of several sets of sizes.</param>
/// <param name="hasKernelSize">Whether the member has another parameter for the kernel's size, so that a plain size is the image's.</param>
/// <param name="isFlat">Whether rows lie one behind the other.</param>
internal sealed class Sizes(int profile, bool hasKernelSize, bool isFlat)
{
    /// <summary>How many sets there are.</summary>
    public const int Profiles = 3;

    /// <summary>How many taps a kernel has on an axis.</summary>
    public const int Taps = 3;

    private const int Pitch = 37;

    private static readonly (string Words, int Value)[] Table =
    [
        ("radius radii half rad r border margin pad padding pads offset anchor origin left top center centre mid halo", 1),
        ("bits bpp", 16),
        ("channel channels depth bands band components component planes plane bytes ch c d colors z", 2),
        ("batch batches groups group dilation rate", 1),
        ("start begin first from min lower", 1),
        ("end stop last to max upper", 6),
        ("width w cols columns cx nx xs", 8),
        ("height h rows ny ys", 6),
        ("length len count total samples num n size sz", 14),
        ("factor scale divisor bias shift thread threads level", 1),
        ("taps tap ksize ks k m fsize kw kh kx ky", Taps),
    ];

    private readonly Dictionary<string, int> moved = new(StringComparer.Ordinal);

    /// <summary>The sizes that were asked for.</summary>
    public Dictionary<string, int> Used { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a size was asked for that may be the distance of windows, or the length of a row.</summary>
    public bool HasStride => Used.Keys.Any(static path => BorderWords.IsStride(path) && !BorderWords.IsStep(path));

    /// <summary>The same sizes with one of them larger by one.</summary>
    public Sizes With(string path)
    {
        Sizes other = new(profile, hasKernelSize, isFlat);
        other.moved[path] = 1;
        return other;
    }

    /// <summary>The value of a number that the code is given.</summary>
    public int Of(string path)
    {
        if (!Used.TryGetValue(path, out int value))
        {
            Used.Add(path, value = Find(path) + (moved.TryGetValue(path, out int step) ? step : 0));
        }

        return value;
    }

    /// <summary>The extents of an array that the code is given.</summary>
    public int[] Extents(string path, int rank, bool isSmall, bool isNested = false)
    {
        if (isSmall || BorderWords.IsKernel(path))
        {
            return rank == 1 ? [isFlat && !isNested ? Taps * Taps : Taps] : [.. Enumerable.Repeat(Taps, rank)];
        }

        return rank switch
        {
            1 when isNested => [6 + profile],
            1 => [isFlat ? 120 : 14 + profile],
            2 => [6 + profile, 8 - profile],
            _ => [.. Enumerable.Range(0, rank).Select(axis => 5 + axis)],
        };
    }

    private int Find(string path)
    {
        ImmutableArray<IdentifierWord> words = IdentifierWords.Split(path);
        bool Has(string list) => words.Any(word => list.Split(' ').Contains(word.Text));

        if (BorderWords.IsSign(path))
        {
            return profile == 1 ? -1 : 1;
        }

        if (Has("stride strides pitch stride0 scan line rowbytes step steps hop"))
        {
            return (isFlat && !Has("step steps hop")) != (profile == 2) ? Pitch : 2;
        }

        if (Has("kernel filter mask window template stencil weights psf") && !Has("radius half padding pad anchor offset center centre"))
        {
            return Has("count num number channels channel depth") && !Has("rows columns") ? 2 : Taps;
        }

        if (words.Length > 0 && words[words.Length - 1].Text is "size" or "s" or "sz" && (path == "size" || path == "s"))
        {
            bool isTaps = path == "size" && !hasKernelSize;
            return isTaps != (profile == 2) ? Taps : path == "size" ? 9 : 2;
        }

        foreach ((string list, int value) in Table)
        {
            if (Has(list))
            {
                return path == "n" && profile == 2 ? Taps : value >= 6 ? value + (list.StartsWith("bits", StringComparison.Ordinal) ? 0 : profile == 1 ? 1 : 0) : value;
            }
        }

        return 4 + profile;
    }
}
