namespace ConvGen.Benchmarks.Images;

/// <summary>The border of all rows: mirrored at the edge's samples, <c>dcb|abcd|cba</c>.</summary>
internal static class Reflection
{
    /// <summary>The sample inside that stands for one outside.</summary>
    public static int Inside(int index, int length)
    {
        if (length == 1)
        {
            return 0;
        }

        int period = 2 * (length - 1);
        int folded = ((index % period) + period) % period;
        return folded < length ? folded : period - folded;
    }
}
