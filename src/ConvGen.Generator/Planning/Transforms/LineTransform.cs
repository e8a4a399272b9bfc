using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Transforms;

/// <summary>A Fourier transform of a power of two of points, made of passes over 4 or 8 points each.</summary>
/// <param name="Points">16 to 512 points.</param>
internal sealed record LineTransform(int Points)
{
    /// <summary>The sizes that are used. The least fills a vector, the largest fills the first-level cache with a strip.</summary>
    public static EquatableArray<LineTransform> All { get; } =
        EquatableArray.Of(
            new LineTransform(16),
            new LineTransform(32),
            new LineTransform(64),
            new LineTransform(128),
            new LineTransform(256)
        );

    /// <summary>
    /// The points of each pass, outermost first: eights at the end, where no factors are multiplied, because most of the work is there.
    /// </summary>
    public EquatableArray<int> Radices =>
        Points switch
        {
            16 => EquatableArray.Of(4, 4),
            32 => EquatableArray.Of(4, 8),
            64 => EquatableArray.Of(8, 8),
            128 => EquatableArray.Of(4, 4, 8),
            256 => EquatableArray.Of(4, 8, 8),
            _ => throw new InvalidOperationException("no such transform"),
        };

    /// <summary>The points of the last pass.</summary>
    public int Last => Radices[Radices.Count - 1];

    /// <summary>The passes before the last: points, and points of the blocks that each divides.</summary>
    public IEnumerable<(int Radix, int Block)> Divisions
    {
        get
        {
            int block = Points;
            foreach (int radix in Radices.Take(Radices.Count - 1))
            {
                yield return (radix, block);
                block /= radix;
            }
        }
    }

    /// <summary>
    /// The frequency that stands at each place after the passes: nothing is brought into order, because the product with a spectrum does
    /// not need it.
    /// </summary>
    public int[] Order
    {
        get
        {
            int[] order = [0];
            int distance = 1;
            foreach (int radix in Radices)
            {
                // A pass sorts frequencies by their remainder; what stands within a block is sorted by the next one.
                int factor = distance;
                order = [.. order.SelectMany(frequency => Enumerable.Range(0, radix).Select(digit => frequency + (digit * factor)))];
                distance *= radix;
            }

            return order;
        }
    }
}
