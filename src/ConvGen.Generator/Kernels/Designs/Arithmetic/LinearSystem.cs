namespace ConvGen.Generator.Kernels.Designs.Arithmetic;

/// <summary>Linear equations in exact numbers.</summary>
internal static class LinearSystem
{
    /// <summary>Solves regular equations by elimination; a pivot may be anything but zero, because nothing is rounded.</summary>
    /// <param name="matrix">The coefficients, which are overwritten.</param>
    /// <param name="right">The right-hand sides, which become the solution.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Rational[] Solve(Rational[,] matrix, Rational[] right, CancellationToken cancellation)
    {
        int count = right.Length;
        for (int step = 0; step < count; step++)
        {
            int pivot = Enumerable.Range(step, count - step).First(row => !matrix[row, step].IsZero);
            (right[step], right[pivot]) = (right[pivot], right[step]);
            for (int column = 0; column < count; column++)
            {
                (matrix[step, column], matrix[pivot, column]) = (matrix[pivot, column], matrix[step, column]);
            }

            for (int row = 0; row < count; row++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (row == step || matrix[row, step].IsZero)
                {
                    continue;
                }

                Rational factor = matrix[row, step] / matrix[step, step];
                right[row] -= factor * right[step];
                for (int column = step; column < count; column++)
                {
                    matrix[row, column] -= factor * matrix[step, column];
                }
            }
        }

        return [.. right.Select((value, row) => value / matrix[row, row])];
    }

    /// <summary>A whole number's power; the zeroth is one, of zero too.</summary>
    public static Rational Power(int value, int exponent) =>
        new(System.Numerics.BigInteger.Pow(value, exponent), System.Numerics.BigInteger.One);

    /// <summary>The power of an exact number.</summary>
    public static Rational Power(Rational value, int exponent) =>
        Enumerable.Repeat(value, exponent).Aggregate(Rational.One, static (product, factor) => product * factor);

    /// <summary>The factorial.</summary>
    public static Rational Factorial(int value) =>
        Enumerable.Range(1, value).Aggregate(Rational.One, static (product, factor) => product * factor);
}
