using System.Numerics;

namespace ConvGen.Benchmarks.Contestants;

/// <summary>
/// A product of matrices as a careful program would have it: six rows by two vectors in registers, the left matrix broadcast.
/// </summary>
internal static unsafe class MatrixProduct
{
    private const int TileRows = 6;

    /// <summary>Writes <c>left * right</c>; all matrices row by row without gaps.</summary>
    /// <param name="left">Rows by depth.</param>
    /// <param name="right">Depth by columns.</param>
    /// <param name="product">Rows by columns.</param>
    /// <param name="rows">Rows of the left matrix.</param>
    /// <param name="depth">What both have in common.</param>
    /// <param name="columns">Columns of the right matrix; whole vectors.</param>
    public static void Multiply(float* left, float* right, float* product, int rows, int depth, int columns)
    {
        int lanes = Vector<float>.Count;
        for (int row = 0; row < rows; row += TileRows)
        {
            // The last tile moves back to end with the matrix; what it computes twice comes out the same.
            int first = Math.Max(Math.Min(row, rows - TileRows), 0);
            int column = 0;
            for (; column + (2 * lanes) <= columns; column += 2 * lanes)
            {
                Tile(left + ((nint)first * depth), right + column, product + ((nint)first * columns) + column, depth, columns);
            }

            for (; column < columns; column += lanes)
            {
                NarrowTile(left + ((nint)first * depth), right + column, product + ((nint)first * columns) + column, depth, columns);
            }
        }
    }

    private static void Tile(float* left, float* right, float* product, nint depth, nint columns)
    {
        int lanes = Vector<float>.Count;
        Vector<float> s00 = default,
            s01 = default,
            s10 = default,
            s11 = default,
            s20 = default,
            s21 = default;
        Vector<float> s30 = default,
            s31 = default,
            s40 = default,
            s41 = default,
            s50 = default,
            s51 = default;
        for (nint k = 0; k < depth; k++)
        {
            Vector<float> r0 = Vector.Load(right),
                r1 = Vector.Load(right + lanes);
            right += columns;
            Vector<float> l = new(left[k]);
            s00 = Vector.FusedMultiplyAdd(l, r0, s00);
            s01 = Vector.FusedMultiplyAdd(l, r1, s01);
            l = new(left[depth + k]);
            s10 = Vector.FusedMultiplyAdd(l, r0, s10);
            s11 = Vector.FusedMultiplyAdd(l, r1, s11);
            l = new(left[(2 * depth) + k]);
            s20 = Vector.FusedMultiplyAdd(l, r0, s20);
            s21 = Vector.FusedMultiplyAdd(l, r1, s21);
            l = new(left[(3 * depth) + k]);
            s30 = Vector.FusedMultiplyAdd(l, r0, s30);
            s31 = Vector.FusedMultiplyAdd(l, r1, s31);
            l = new(left[(4 * depth) + k]);
            s40 = Vector.FusedMultiplyAdd(l, r0, s40);
            s41 = Vector.FusedMultiplyAdd(l, r1, s41);
            l = new(left[(5 * depth) + k]);
            s50 = Vector.FusedMultiplyAdd(l, r0, s50);
            s51 = Vector.FusedMultiplyAdd(l, r1, s51);
        }

        Store(product, s00, s01);
        Store(product + columns, s10, s11);
        Store(product + (2 * columns), s20, s21);
        Store(product + (3 * columns), s30, s31);
        Store(product + (4 * columns), s40, s41);
        Store(product + (5 * columns), s50, s51);
    }

    private static void Store(float* product, Vector<float> first, Vector<float> second)
    {
        first.Store(product);
        second.Store(product + Vector<float>.Count);
    }

    private static void NarrowTile(float* left, float* right, float* product, nint depth, nint columns)
    {
        Vector<float> s0 = default,
            s1 = default,
            s2 = default,
            s3 = default,
            s4 = default,
            s5 = default;
        for (nint k = 0; k < depth; k++)
        {
            Vector<float> r = Vector.Load(right);
            right += columns;
            s0 = Vector.FusedMultiplyAdd(new(left[k]), r, s0);
            s1 = Vector.FusedMultiplyAdd(new(left[depth + k]), r, s1);
            s2 = Vector.FusedMultiplyAdd(new(left[(2 * depth) + k]), r, s2);
            s3 = Vector.FusedMultiplyAdd(new(left[(3 * depth) + k]), r, s3);
            s4 = Vector.FusedMultiplyAdd(new(left[(4 * depth) + k]), r, s4);
            s5 = Vector.FusedMultiplyAdd(new(left[(5 * depth) + k]), r, s5);
        }

        s0.Store(product);
        s1.Store(product + columns);
        s2.Store(product + (2 * columns));
        s3.Store(product + (3 * columns));
        s4.Store(product + (4 * columns));
        s5.Store(product + (5 * columns));
    }
}
