using System.Numerics;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Oracle;

/// <summary>
/// The naive loop of <c>FloatingPointMode.Strict</c>: from +0.0, row by row of the kernel as applied, each product and each sum rounded.
/// </summary>
internal static class StrictSums
{
    /// <summary>Every output, before it is converted to the destination's type.</summary>
    /// <typeparam name="T">The source's elements.</typeparam>
    /// <typeparam name="TSum">The accumulator.</typeparam>
    /// <param name="weights">The kernel as written, rounded to the accumulator's type.</param>
    public static TSum[] Of<T, TSum>(Declared declared, TSum[] weights, TSum border, Picture<T> source)
        where T : INumber<T>
        where TSum : IBinaryFloatingPointIeee754<TSum> =>
        Of(
            declared,
            weights,
            border,
            source,
            AxisRule.Vertical(declared).Positions(source.Height),
            AxisRule.Horizontal(declared).Positions(source.Width)
        );

    /// <summary>The same of outputs whose windows see given rows and columns; -1 stands for what lies outside.</summary>
    public static TSum[] Of<T, TSum>(Declared declared, TSum[] weights, TSum border, Picture<T> source, int[][] rows, int[][] columns)
        where T : INumber<T>
        where TSum : IBinaryFloatingPointIeee754<TSum>
    {
        List<TSum> results = [];
        foreach (int[] row in rows)
        {
            foreach (int[] column in columns)
            {
                for (int channel = 0; channel < source.Channels; channel++)
                {
                    results.Add(Sum(declared.IsConvolution, weights, border, source, row, column, channel));
                }
            }
        }

        return [.. results];
    }

    /// <summary>
    /// Rounds a finished sum to the destination's type: once to a floating one; <c>floor(y + 1/2)</c>, saturated, NaN as 0, to an integer
    /// one.
    /// </summary>
    public static T Convert<T>(double sum)
        where T : INumber<T>
    {
        Element type = Elements.Of<T>();
        if (type.IsFloating())
        {
            return type switch
            {
                Element.Half => T.CreateChecked((Half)sum),
                Element.Single => T.CreateChecked((float)sum),
                _ => T.CreateChecked(sum),
            };
        }

        (BigInteger minimum, BigInteger maximum) = type.Range();
        if (!double.IsFinite(sum))
        {
            return T.CreateChecked(
                double.IsNaN(sum) ? BigInteger.Zero
                : sum > 0 ? maximum
                : minimum
            );
        }

        // The difference to the floor is exact, where sum + 0.5 may round.
        double floor = Math.Floor(sum);
        BigInteger rounded = new BigInteger(floor) + (sum - floor >= 0.5 ? 1 : 0);
        return T.CreateChecked(BigInteger.Clamp(rounded, minimum, maximum));
    }

    private static TSum Sum<T, TSum>(
        bool isConvolution,
        TSum[] weights,
        TSum border,
        Picture<T> source,
        int[] rows,
        int[] columns,
        int channel
    )
        where T : INumber<T>
        where TSum : IBinaryFloatingPointIeee754<TSum>
    {
        TSum sum = TSum.Zero;
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < columns.Length; column++)
            {
                int written = (row * columns.Length) + column;
                TSum weight = weights[isConvolution ? weights.Length - 1 - written : written];
                TSum sample =
                    rows[row] < 0 || columns[column] < 0 ? border : TSum.CreateChecked(source[rows[row], columns[column], channel]);
                TSum product = weight * sample;
                sum += product;
            }
        }

        return sum;
    }
}
