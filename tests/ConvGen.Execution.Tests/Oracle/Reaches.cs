using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Oracle;

/// <summary>Which results of a picture a sample takes part in, borders that show it again included.</summary>
internal sealed class Reaches(Declared declared, Fraction[] weights, int width, int height)
{
    private readonly int[][] rows = AxisRule.Vertical(declared).Positions(height);

    private readonly int[][] columns = AxisRule.Horizontal(declared).Positions(width);

    /// <summary>How the sample at a place takes part in a result.</summary>
    /// <param name="place">Row and column of the sample.</param>
    /// <param name="output">Row and column of the result.</param>
    public Reach Of((int Row, int Column) place, (int Row, int Column) output)
    {
        Reach reach = Reach.None;
        for (int i = 0; i < rows[output.Row].Length; i++)
        {
            for (int j = 0; rows[output.Row][i] == place.Row && j < columns[output.Column].Length; j++)
            {
                if (columns[output.Column][j] == place.Column)
                {
                    int tap = (i * columns[output.Column].Length) + j;
                    bool hasWeight = !weights[declared.IsConvolution ? weights.Length - 1 - tap : tap].Numerator.IsZero;
                    reach = hasWeight ? Reach.Weight : reach == Reach.None ? Reach.Zero : reach;
                }
            }
        }

        return reach;
    }
}
