using ConvGen.Execution.Tests.Oracle;

namespace ConvGen.Execution.Tests.Windows;

/// <summary>Which sample of an image each element of its window matrix shows, straight from the definition.</summary>
internal sealed class WindowMap
{
    private readonly WindowDeclared declared;
    private readonly int[][] rows;
    private readonly int[][] columns;

    public WindowMap(WindowDeclared declared, int width, int height)
    {
        this.declared = declared;
        Width = width;
        Height = height;
        rows = AxisRule.Vertical(declared.Geometry).Positions(height);
        columns = AxisRule.Horizontal(declared.Geometry).Positions(width);
        Windows = width == 0 || height == 0 ? 0 : rows.Length * columns.Length;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Rows of the matrix.</summary>
    public int Windows { get; }

    /// <summary>Elements of an image without gaps.</summary>
    public int ImageLength => Width * Height * declared.Channels;

    /// <summary>
    /// Every element of the matrix, as its window and its place in it, with the sample that it shows in an image without gaps; -1 stands
    /// for a constant border. The order is the documented one of
    /// the sums: window rows, windows from top to bottom, window columns, windows from left to right.
    /// </summary>
    public IEnumerable<(int Window, int Place, int Sample)> Elements()
    {
        if (Windows == 0)
        {
            yield break;
        }

        for (int r = 0; r < declared.Geometry.Rows; r++)
        {
            for (int i = 0; i < rows.Length; i++)
            {
                for (int c = 0; c < declared.Geometry.Columns; c++)
                {
                    for (int j = 0; j < columns.Length; j++)
                    {
                        for (int p = 0; p < declared.Channels; p++)
                        {
                            int place = (((r * declared.Geometry.Columns) + c) * declared.Channels) + p;
                            yield return ((i * columns.Length) + j, place, Sample(rows[i][r], columns[j][c], p));
                        }
                    }
                }
            }
        }
    }

    private int Sample(int y, int x, int channel) =>
        y < 0 || x < 0 ? -1
        : declared.IsPlanar ? (((channel * Height) + y) * Width) + x
        : (((y * Width) + x) * declared.Channels) + channel;
}
