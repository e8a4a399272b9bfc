using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;

namespace ConvGen.Execution.Tests.Trials;

/// <summary>Which results' windows hold one sample, and with which weights.</summary>
internal sealed class WindowHits
{
    private readonly int[][] vertical;
    private readonly int[][] horizontal;
    private readonly int[] signs;
    private readonly int columns;
    private readonly int row;
    private readonly int column;

    public WindowHits(Declared declared, Fraction[] weights, int width, int height, int row, int column)
    {
        vertical = AxisRule.Vertical(declared).Positions(height);
        horizontal = AxisRule.Horizontal(declared).Positions(width);
        signs = [.. (declared.IsConvolution ? weights.Reverse() : weights).Select(weight => weight.Numerator.Sign)];
        columns = declared.Columns;
        (this.row, this.column) = (row, column);
        KeepsSign = declared.IsStrict || declared.Axes == 1;
    }

    /// <summary>
    /// Whether no plan makes up a weight from terms of both signs, whose infinities are a NaN: sums in order have no such terms, and
    /// neither have kernels of one axis.
    /// </summary>
    public bool KeepsSign { get; }

    /// <summary>
    /// Whether the window of a result holds the sample; and the sign of its weights there, 0 where they have several or none.
    /// </summary>
    public (bool Holds, int Sign) At(int result, int outputWidth)
    {
        (bool holds, bool isPositive, bool isNegative, bool isZero) = (false, false, false, false);
        int[] rows = vertical[result / outputWidth],
            places = horizontal[result % outputWidth];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < places.Length; j++)
            {
                if (rows[i] == row && places[j] == column)
                {
                    holds = true;
                    int sign = signs[(i * columns) + j];
                    isPositive |= sign > 0;
                    isNegative |= sign < 0;
                    isZero |= sign == 0;
                }
            }
        }

        // A tap of weight zero may be skipped, or make a NaN.
        return (
            holds,
            isZero || isPositive == isNegative ? 0
            : isPositive ? 1
            : -1
        );
    }
}
