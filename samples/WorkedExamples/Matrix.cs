namespace WorkedExamples;

/// <summary>
/// A matrix of whole numbers as the examples write it. With channels, those of a pixel stand side by side: an image of 5 columns and 2
/// channels has 10 numbers in a row.
/// </summary>
/// <param name="Numbers">Rows of numbers.</param>
/// <param name="Channels">Numbers that belong together.</param>
internal sealed record Matrix(int[,] Numbers, int Channels = 1)
{
    /// <summary>Rows.</summary>
    public int Rows => Numbers.GetLength(0);

    /// <summary>Numbers in a row.</summary>
    public int Columns => Numbers.GetLength(1);

    /// <summary>All numbers, row by row.</summary>
    public int[] Flat => [.. Numbers.Cast<int>()];

    /// <summary>Reads rows split by <c>;</c> and numbers split by blanks.</summary>
    public static Matrix Parse(string text, int channels = 1)
    {
        int[][] rows =
        [
            .. text.Split(';')
                .Select(static row =>
                    row.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
                        .Select(static number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))
                        .ToArray()
                ),
        ];
        return Of(rows.Length, [.. rows.SelectMany(static row => row)], channels);
    }

    /// <summary>So many rows, of numbers that are given one after the other.</summary>
    public static Matrix Of(int rows, int[] numbers, int channels = 1)
    {
        int[,] matrix = new int[rows, numbers.Length / rows];
        Buffer.BlockCopy(numbers, 0, matrix, 0, Buffer.ByteLength(numbers));
        return new Matrix(matrix, channels);
    }

    /// <summary>The product of two matrices, as it is taught.</summary>
    public static Matrix operator *(Matrix left, Matrix right)
    {
        int[,] product = new int[left.Rows, right.Columns];
        for (int row = 0; row < left.Rows; row++)
        {
            for (int column = 0; column < right.Columns; column++)
            {
                for (int k = 0; k < left.Columns; k++)
                {
                    product[row, column] += left.Numbers[row, k] * right.Numbers[k, column];
                }
            }
        }

        return new Matrix(product);
    }

    /// <summary>The same numbers in so many rows.</summary>
    public Matrix InRows(int rows, int channels = 1) => Of(rows, Flat, channels);

    /// <summary>Whether both hold the same numbers in the same shape.</summary>
    public bool Equals(Matrix? other) =>
        other is not null && Rows == other.Rows && Columns == other.Columns && Flat.AsSpan().SequenceEqual(other.Flat);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rows, Columns);

    /// <summary>The matrix as lines of aligned numbers; the channels of a pixel stand in parentheses.</summary>
    public string[] ToLines()
    {
        int width = Flat.Max(static number => number.ToString(System.Globalization.CultureInfo.InvariantCulture).Length);
        return
        [
            .. Enumerable
                .Range(0, Rows)
                .Select(row =>
                    string.Join(
                        ' ',
                        Enumerable
                            .Range(0, Columns)
                            .Select(column =>
                                Numbers[row, column].ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(width)
                            )
                            .Chunk(Channels)
                            .Select(pixel => Channels == 1 ? pixel[0] : $"({string.Join(' ', pixel)})")
                    )
                ),
        ];
    }
}
