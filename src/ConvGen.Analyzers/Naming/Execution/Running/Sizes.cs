using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Loops;
using ConvGen.Analyzers.Naming.Names;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Running;

/// <summary>
/// The sizes with which code is run. Which way indices run does not depend on them, so that any will do for which the loops run at all;
/// names only help to
/// find such sizes.
/// </summary>
/// <param name="profile">Which of several sets of sizes.</param>
/// <param name="hasKernelSize">Whether the member has another parameter for the kernel's size, so that a plain size is the image's.</param>
/// <param name="isFlat">Whether rows lie one behind the other.</param>
/// <param name="hasCounts">Whether the member has whole numbers as parameters, which may be the length of a row.</param>
/// <param name="shape">What the member's own text says of them.</param>
internal sealed class Sizes(int profile, bool hasKernelSize, bool isFlat, bool hasCounts, SizeHints shape)
{
    /// <summary>How many sets there are that decide.</summary>
    public const int Profiles = 3;

    /// <summary>
    /// A set as small as most loops allow, which is tried first: most members are what they are called, and then nothing is left to ask.
    /// </summary>
    public const int Smallest = -1;

    /// <summary>How many taps a kernel has on an axis.</summary>
    public const int Taps = 3;

    private const int Pitch = 37;
    private const int Plane = 60;

    private static readonly HashSet<string> Lengths = Words("length len count total samples num n size sz");

    private static readonly (HashSet<string> Words, int Value, int Least)[] Table =
    [
        (Words("radius radii half rad r border margin pad padding pads offset anchor origin left top center centre mid halo"), 1, 1),
        (Words("bits bpp"), 16, 16),
        (Words("channel channels depth bands band components component planes plane bytes ch c d colors z"), 2, 2),
        (Words("batch batches groups group dilation rate"), 1, 1),
        (Words("start begin first from min lower"), 1, 1),
        (Words("end stop last to max upper"), 6, 5),
        (Words("width w cols columns cx nx xs"), 6, 5),
        (Words("height h rows ny ys"), 5, 4),
        (Lengths, 14, 7),
        (Words("factor scale divisor bias shift thread threads level"), 1, 1),
        (Words("taps tap ksize ks k m fsize kw kh kx ky"), Taps, Taps),
    ];

    private static readonly HashSet<string> Pitches = Words("stride strides pitch stride0 scan line rowbytes step steps hop");
    private static readonly HashSet<string> Distances = Words("step steps hop");
    private static readonly HashSet<string> Kernels = Words(
        "kernel kernal kern filter filters kernels masks mask window template stencil weights psf"
    );
    private static readonly HashSet<string> Within = Words("radius half padding pad anchor offset center centre");
    private static readonly HashSet<string> Numbers = Words("count num number channels channel depth");
    private static readonly HashSet<string> Axes = Words("rows columns");
    private static readonly HashSet<string> Positions = Words("x y row col column i j index idx pos position frame at t");
    private static readonly HashSet<string> Shapes = Words("shape dims dimensions extents");
    private static readonly HashSet<string> Choices = Words("mode kind type option method style");

    private readonly Dictionary<string, int> moved = new(StringComparer.Ordinal);

    /// <summary>The sizes that were asked for.</summary>
    public Dictionary<string, int> Used { get; } = new(StringComparer.Ordinal);

    /// <summary>Arrays that are no kernels, whatever their names say: where everything is called one, the first is the image.</summary>
    public HashSet<string> Images { get; } = new(StringComparer.Ordinal);

    /// <summary>Numbers that are sides of the kernel by their place among the parameters.</summary>
    public HashSet<string> Sides { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a stride can only be the distance of windows.</summary>
    public bool IsSpaced { get; set; }

    /// <summary>Whether width and height are said beside the arrays, so that an array in another one may be a whole plane.</summary>
    public bool HasPlanes { get; set; }

    /// <summary>Whether a size was asked for that may be the distance of windows, or the length of a row.</summary>
    public bool HasStride => !IsSpaced && Used.Keys.Any(static path => BorderWords.IsStride(path) && !BorderWords.IsStep(path));

    /// <summary>Whether a number chooses between ways to compute, so that none of its values may be taken for all.</summary>
    public static bool IsChoice(string path) =>
        IdentifierWords.Split(path) is { Length: > 0 } words && Choices.Contains(words[words.Length - 1].Text);

    /// <summary>The same sizes with one of them larger by one.</summary>
    public Sizes With(string path)
    {
        Sizes other = new(profile, hasKernelSize, isFlat, hasCounts, shape) { IsSpaced = IsSpaced, HasPlanes = HasPlanes };
        other.Sides.UnionWith(Sides);
        other.moved[path] = 1;
        return other;
    }

    /// <summary>The value of a number that the code is given.</summary>
    public int Of(string path)
    {
        if (!Used.TryGetValue(path, out int value))
        {
            Used.Add(path, value = (Sides.Contains(path) ? Taps : Find(path)) + (moved.TryGetValue(path, out int step) ? step : 0));
        }

        return value;
    }

    /// <summary>Whether an array holds the extents of a tensor, by its name.</summary>
    public static bool IsShape(string path) =>
        IdentifierWords.Split(path) is { Length: > 0 } words && Shapes.Contains(words[words.Length - 1].Text);

    /// <summary>One of the extents of a tensor.</summary>
    public static int OfShape(string path, int axis) => BorderWords.IsKernel(path) ? Taps : 4 + axis;

    /// <summary>The extents of an array that the code is given.</summary>
    public int[] Extents(string path, int rank, bool isSmall, bool isNested = false)
    {
        // The last set takes arrays that are not called kernels to be as long as each other, as those are that are correlated; a vector
        // that is as long as a
        // matrix is no vector.
        if ((isSmall && (profile != 2 || hasCounts)) || (BorderWords.IsKernel(path) && !Images.Contains(path)))
        {
            return rank == 1 ? [isFlat && !isNested && profile != 2 ? Taps * Taps : Taps] : [.. Enumerable.Repeat(Taps, rank)];
        }

        return rank switch
        {
            1 when isNested => [profile == Smallest ? 5 : 6 + profile],
            1 =>
            [
                isFlat
                    ? (
                        profile == Smallest ? 60
                        : profile == 2 ? 640
                        : 120
                    )
                    : (profile == Smallest ? 7 : 14 + profile) + shape.Wider,
            ],
            2 => profile == Smallest ? [4, 5]
            : profile == 1 ? [11, 10]
            : [5 + profile, 6 + profile],

            // In the last set, as many channels as kernels have of anything: some members refuse others.
            _ =>
            [
                .. Enumerable
                    .Range(0, rank)
                    .Select(axis =>
                        profile == 2 && axis == rank - 1 ? Taps
                        : profile == Smallest ? 4 + axis
                        : axis is 0 or 2 ? 4 + (axis / 2)
                        : 5 + axis
                    ),
            ],
        };
    }

    /// <summary>The extents of an array in another one, which may be a whole plane.</summary>
    public int[] RowExtents(string path, int rank, bool isSmall) =>
        HasPlanes && rank == 1 && !isSmall && !BorderWords.IsKernel(path) ? [Plane] : Extents(path, rank, isSmall, isNested: true);

    private int Find(string path)
    {
        ImmutableArray<IdentifierWord> words = IdentifierWords.Split(path);
        bool Has(HashSet<string> list) => words.Any(word => list.Contains(word.Text));

        if (BorderWords.IsSign(path))
        {
            // What is decided is confirmed with the other sign: by the smallest set, or by the second.
            return profile is 1 or Smallest ? -1 : 1;
        }

        if (Has(Pitches) && IsSpaced)
        {
            return profile == Smallest ? 1 : 2;
        }

        if (Has(Pitches))
        {
            return (isFlat && !Has(Distances)) != (profile == 2) ? Pitch : 2;
        }

        if (Has(Kernels) && !Has(Within))
        {
            return Has(Numbers) && !Has(Axes) ? 2 : Taps;
        }

        if (path.Length > 2 && path[1] == '.' && path[0] is 'k' or 'h' && !Has(Within))
        {
            return Has(Numbers) ? 2 : Taps;
        }

        if (OfPlace(path, words) is { } place)
        {
            return place;
        }

        if (FromTable(path, Has) is { } listed)
        {
            return listed;
        }

        if (shape.IsStep(path))
        {
            return profile == Smallest ? 1 : 2;
        }

        // What is not known is not the same either.
        return 4 + Math.Max(0, profile) + (profile == 1 ? Used.Count % 4 : 0);
    }

    /// <summary>What stands for a place, or a size that is called nothing else.</summary>
    private int? OfPlace(string path, ImmutableArray<IdentifierWord> words)
    {
        if (shape.IsFlatPlace(path))
        {
            // The third column of the third row, where rows are as long as their names make them.
            return 2 + (2 * (FromTable("width", static list => list.Contains("width")) ?? 0));
        }

        if (Positions.Contains(path))
        {
            // A place inside the smallest image, a tap away from its border.
            return 2;
        }

        if (profile == 2 && words.Any(static word => word.Text == "bpp"))
        {
            return 3;
        }

        if (words.Length > 0 && words[words.Length - 1].Text is "size" or "s" or "sz" && (path == "size" || path == "s"))
        {
            bool isTaps = path == "size" && !hasKernelSize;
            return isTaps != (profile == 2) ? Taps
                : path == "size" ? (profile == Smallest ? 6 : 9)
                : 2;
        }

        return null;
    }

    private int? FromTable(string path, Func<HashSet<string>, bool> has)
    {
        foreach ((HashSet<string> list, int value, int least) in Table)
        {
            if (has(list))
            {
                return list == Lengths && shape.Wider > 0 ? value + shape.Wider
                    : path.Contains(".") && path.EndsWith("ize", StringComparison.Ordinal) && value > 8 ? 7 + Math.Max(0, profile)
                    : profile == Smallest ? least
                    : path == "n" && profile == 2 ? Taps
                    : value >= 5 && value != 16 && profile == 1 ? value + 1
                    : value;
            }
        }

        return null;
    }

    private static HashSet<string> Words(string list) => new(list.Split(' '), StringComparer.Ordinal);
}
