using System.Numerics;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>The naive loops of a layer, straight from the definition: exact sums, and those of strict floating point.</summary>
internal sealed class LayerOracle
{
    private readonly DeclaredLayer layer;
    private readonly int[][] rows;
    private readonly int[][] columns;

    public LayerOracle(DeclaredLayer layer, int width, int height)
        : this(
            layer,
            height == 0 ? [] : AxisRule.Vertical(layer.Space).Positions(height),
            width == 0 ? [] : AxisRule.Horizontal(layer.Space).Positions(width)
        ) { }

    /// <param name="layer">The layer.</param>
    /// <param name="rows">For each row of the result and each row of the kernel, a row of the source; a negative one lies outside.</param>
    /// <param name="columns">The same of columns.</param>
    public LayerOracle(DeclaredLayer layer, int[][] rows, int[][] columns)
    {
        this.layer = layer;
        this.rows = rows;
        this.columns = columns;
        bool isEmpty = rows.Length == 0 || columns.Length == 0;
        (Width, Height) = isEmpty ? (0, 0) : (columns.Length, rows.Length);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Whether everything is an integer, so that the result is exact.</summary>
    public static bool IsExact(DeclaredLayer layer) => Arithmetic.IsExact(layer.Space) && layer.Bias?.IsFloating() != true;

    /// <summary>The type in which sums that are not exact are formed.</summary>
    public static Element Accumulator(DeclaredLayer layer) =>
        layer.Bias == Element.Double && Arithmetic.IsExact(layer.Space) ? Element.Double : Arithmetic.Accumulator(layer.Space);

    /// <summary>
    /// Calls <paramref name="term"/> with every term of a sum in the contract's order: rows, columns and inputs of the kernel as applied.
    /// </summary>
    /// <param name="row">Row of the result.</param>
    /// <param name="column">Column of the result.</param>
    /// <param name="output">Output channel.</param>
    /// <param name="term">Takes the weight's position and the sample's channel, row and column; a negative one lies outside.</param>
    public void Terms(int row, int column, int output, Action<int, int, int, int> term)
    {
        int first = output / layer.GroupOutputs * layer.GroupInputs;
        for (int r = 0; r < rows[row].Length; r++)
        {
            for (int c = 0; c < columns[column].Length; c++)
            {
                for (int i = 0; i < layer.GroupInputs; i++)
                {
                    term(layer.WeightIndex(r, c, i, output), first + i, rows[row][r], columns[column][c]);
                }
            }
        }
    }

    /// <summary>The sum of products as the naive loop forms it, each product and each sum rounded.</summary>
    public TSum Strict<TSource, TSum>(
        Stack<TSource> source,
        TSum[] weights,
        TSum start,
        TSum border,
        (int Item, int Channel, int Row, int Column) place
    )
        where TSource : INumber<TSource>
        where TSum : IBinaryFloatingPointIeee754<TSum>
    {
        TSum sum = start;
        Terms(
            place.Row,
            place.Column,
            place.Channel,
            (weight, channel, row, column) =>
            {
                TSum sample = row < 0 || column < 0 ? border : TSum.CreateChecked(source[place.Item, channel, row, column]);
                TSum product = weights[weight] * sample;
                sum += product;
            }
        );
        return sum;
    }

    /// <summary>The exact sums of products and of their magnitudes, as numerators.</summary>
    public (Int128 Sum, Int128 Magnitude) Exact(
        Stack<Int128> source,
        Int128[] weights,
        Int128 border,
        (int Item, int Channel, int Row, int Column) place
    )
    {
        Int128 sum = 0,
            magnitude = 0;
        Terms(
            place.Row,
            place.Column,
            place.Channel,
            (weight, channel, row, column) =>
            {
                checked
                {
                    Int128 product = weights[weight] * (row < 0 || column < 0 ? border : source[place.Item, channel, row, column]);
                    sum += product;
                    magnitude += Int128.Abs(product);
                }
            }
        );
        return (sum, magnitude);
    }
}
