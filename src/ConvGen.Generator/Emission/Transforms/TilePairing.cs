using ConvGen.Generator.Emission.Text;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>
/// Prints the type <c>TilePairs</c>, which says what tiles of an image are transformed together: neighbours in a row of tiles, and where
/// their number is odd, those of the last column one below the other, so that no tile but the last may stay alone. That depends on the
/// tile's place in the whole result only. A part of the result falls into some of the pairs.
/// </summary>
internal static class TilePairing
{
    private const string Text = """
        /// <summary>
        /// The pairs of tiles that a part of an image's result falls into: two tiles side by side, or of a last column without a neighbour one below the other.
        /// </summary>
        internal readonly struct TilePairs
        {
            /// <summary>Pairs.</summary>
            public readonly nint Count;

            private readonly nint width, height, column, columns, row, beside, last;

            /// <summary>Tiles have so many columns and rows of results, and the whole result so many columns.</summary>
            public TilePairs(nint width, nint height, nint all, nint left, nint top, nint right, nint bottom)
            {
                (this.width, this.height) = (width, height);
                nint across = ((all - 1) / width) + 1, end = ((right - 1) / width) + 1, endRow = ((bottom - 1) / height) + 1;
                column = left / (2 * width);
                columns = Math.Max(0, Math.Min(across / 2, (end + 1) / 2) - column);
                row = top / height;
                beside = columns * (endRow - row);
                last = (across - 1) * width;
                Count = beside + (across % 2 != 0 && end == across ? ((endRow + 1) / 2) - (row / 2) : 0);
            }

            /// <summary>The first results of both tiles.</summary>
            public void Find(nint pair, out nint x, out nint y, out nint nextX, out nint nextY)
            {
                if (pair < beside)
                {
                    x = (column + (pair % columns)) * 2 * width;
                    y = (row + (pair / columns)) * height;
                    nextX = x + width;
                    nextY = y;
                }
                else
                {
                    x = last;
                    y = ((row / 2) + pair - beside) * 2 * height;
                    nextX = x;
                    nextY = y + height;
                }
            }
        }
        """;

    public static void Emit(SourceWriter writer) => writer.Line(Text);
}
