namespace ConvGen.Execution.Tests.Layers;

/// <summary>A part of a source, or its mirror image.</summary>
/// <param name="Left">First column.</param>
/// <param name="Top">First row.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="MirrorsRows">Whether it is turned upside down.</param>
/// <param name="MirrorsColumns">Whether its rows are reversed.</param>
internal sealed record SourceView(int Left, int Top, int Width, int Height, bool MirrorsRows = false, bool MirrorsColumns = false)
{
    /// <summary>The row of the whole source that lies at a row of the view.</summary>
    public int Row(int row) => Top + (MirrorsRows ? Height - 1 - row : row);

    /// <summary>The column of the whole source that lies at a column of the view.</summary>
    public int Column(int column) => Left + (MirrorsColumns ? Width - 1 - column : column);
}
