using ConvGen.Generator.Emission.Borders;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Passes;

/// <summary>
/// Prints what comes between the passes of a separated sum where columns have a stride: the vertical passes form sums for the columns of
/// the source as they lie, and the horizontal one reads them by phases, or in
/// pairs of neighbours. A gray row has the pairs as it is; where pixels have channels, those of two pixels are brought together channel by
/// channel.
/// </summary>
internal static class StridedSums
{
    private const int VectorBytes = 16;

    /// <summary>Vectors that the loop over a row sorts at once; one costs no more than what the loop itself does.</summary>
    private const int VectorsAtOnce = 4;

    /// <summary>Whether the horizontal pass cannot read a row of sums as it is.</summary>
    public static bool AreSorted(KernelParts horizontal) =>
        horizontal.Plan.ReadsExtendedSums
        && horizontal.Model.Horizontal.Stride > 1
        && (horizontal.SortsSamples || horizontal.Model.PixelChannels > 1);

    /// <summary>
    /// Elements from one sorted row to the next, so many that rows do not fall on each other in the cache; 0 where none is sorted.
    /// </summary>
    public static int Pitch(KernelParts horizontal, Separation separation)
    {
        if (!AreSorted(horizontal))
        {
            return 0;
        }

        int line = CacheLine.Elements(separation.Intermediate);
        int elements = horizontal.SortsSamples
            ? horizontal.Layout.RowElements
            : horizontal.Layout.PhaseElements + (2 * VectorBytes / separation.Intermediate.Size());
        return (((elements + line - 1) / line) | 1) * line;
    }

    /// <summary>Elements of all sorted rows at a time.</summary>
    public static int Elements(KernelParts horizontal, Separation separation) =>
        Pitch(horizontal, separation) * Separation.Rows * separation.Vertical.Count;

    /// <summary>Prints the horizontal pass over a strip of a group of rows, a few rows at a time.</summary>
    public static void EmitHorizontal(SourceWriter writer, KernelParts horizontal, Separation separation, int plane)
    {
        string few = Literals.Of(Separation.Rows);
        int pitch = Pitch(horizontal, separation);
        string pixels = horizontal.Model.PixelChannels == 1 ? "columns" : $"(columns / {Literals.Of(horizontal.Model.PixelChannels)})";
        int beyond = (horizontal.Model.Horizontal.EffectiveSize - 1) / horizontal.Model.Horizontal.Stride;
        string counted = pixels + FrameEmitter.Plus(beyond);
        writer.Line($"ref {horizontal.Source} sorted = ref Unsafe.Add(ref sums, {Literals.Of(plane * separation.Vertical.Count)});");
        using (writer.Block($"for (nint y = 0; y < group; y += {few})"))
        {
            writer.Line($"nint several = Math.Min({few}, group - y);");
            using (writer.Block("for (nint i = 0; i < several; i++)"))
            {
                for (int term = 0; term < separation.Vertical.Count; term++)
                {
                    string from = "(y + i) * sumsPitch" + (term == 0 ? "" : $") + {Literals.Of(term * plane)}");
                    string to = $"i * {Literals.Of(pitch)}" + (term == 0 ? "" : $") + {Literals.Of(term * pitch * Separation.Rows)}");
                    string open = term == 0 ? "" : "(";
                    writer.Line($"SortRow(ref Unsafe.Add(ref strip, {open}{from}), {counted}, ref Unsafe.Add(ref sorted, {open}{to}));");
                }
            }

            writer.Line();
            writer.Line(
                $"{horizontal.PassType}.Rows(ref sorted, {Literals.Of(pitch * Separation.Rows)}, {Literals.Of(pitch)}, ref "
                    + "Unsafe.Add(ref destination, (y * destinationPitch) + x), destinationPitch, columns, several);"
            );
        }
    }

    /// <summary>Prints <c>SortRow</c>, where rows are sorted.</summary>
    public static void Emit(SourceWriter writer, KernelParts horizontal)
    {
        if (!AreSorted(horizontal))
        {
            return;
        }

        if (horizontal.SortsSamples)
        {
            StridedCopy.EmitSums(writer, horizontal);
        }
        else
        {
            EmitPairs(writer, horizontal);
        }
    }

    /// <summary>
    /// Two pixels of up to four channels of 16 bits lie in a vector, in which a shuffle alternates them; what it holds beyond is written
    /// over.
    /// </summary>
    private static void EmitPairs(SourceWriter writer, KernelParts horizontal)
    {
        int channels = horizontal.Model.PixelChannels;
        int pairs = VectorBytes / (4 * channels);
        int elements = 2 * channels;
        int[] places =
        [
            .. Enumerable
                .Range(0, pairs * channels)
                .SelectMany(i =>
                    new[] { (i / channels * elements) + (i % channels), (i / channels * elements) + (i % channels) + channels }
                ),
        ];
        IEnumerable<int> all = places.Concat(Enumerable.Range(places.Length, (VectorBytes / 2) - places.Length));
        string control =
            "Vector128.Create((byte)"
            + string.Join(", ", all.SelectMany(place => new[] { 2 * place, (2 * place) + 1 }).Select(place => Literals.Of(place)))
            + ")";
        int step = pairs * elements;
        writer.Line(
            "/// <summary>Copies so many pairs of pixels of a row of sums, in which the two sums of a channel come side by side.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void SortRow(ref {horizontal.Source} row, nint pairs, ref {horizontal.Source} copy)"))
        {
            writer.Line($"nint last = pairs * {Literals.Of(elements)};");
            writer.Line("nint x = 0;");
            using (writer.Block($"for (; x <= last - {Literals.Of(VectorsAtOnce * step)}; x += {Literals.Of(VectorsAtOnce * step)})"))
            {
                for (int i = 0; i < VectorsAtOnce; i++)
                {
                    string place = i == 0 ? "x" : $"x + {Literals.Of(i * step)}";
                    writer.Line($"SortPairs(ref Unsafe.Add(ref row, {place}), ref Unsafe.Add(ref copy, {place}));");
                }
            }

            writer.Line();
            using (writer.Block($"for (; x < last; x += {Literals.Of(step)})"))
            {
                writer.Line("SortPairs(ref Unsafe.Add(ref row, x), ref Unsafe.Add(ref copy, x));");
            }
        }

        writer.Line();
        writer.Line("/// <summary>Copies a vector of them.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line($"private static void SortPairs(ref {horizontal.Source} pixels, ref {horizontal.Source} target) =>");
        using (writer.Indent())
        {
            writer.Line($"Vector128.Shuffle(Vector128.LoadUnsafe(ref pixels).AsByte(), {control}).AsInt16().StoreUnsafe(ref target);");
        }

        writer.Line();
    }
}
