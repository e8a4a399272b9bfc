using System.Globalization;

namespace ConvGen.Benchmarks.Rows;

/// <summary>A kernel as numbers, read from the same text that its declaration has.</summary>
internal sealed class KernelMatrix
{
    private KernelMatrix(double[][] rows, int divisor)
    {
        Rows = rows.Length;
        Columns = rows[0].Length;
        Weights = [.. rows.SelectMany(static row => row)];
        Divisor = divisor;
        Factor();
    }

    /// <summary>Rows of the kernel.</summary>
    public int Rows { get; }

    /// <summary>Columns of the kernel.</summary>
    public int Columns { get; }

    /// <summary>The weights row by row, not divided yet.</summary>
    public double[] Weights { get; }

    /// <summary>Divides every weight.</summary>
    public int Divisor { get; }

    /// <summary>The column of a kernel that is the product of a column and a row, else null.</summary>
    public double[]? Column { get; private set; }

    /// <summary>The row of a kernel that is the product of a column and a row, else null.</summary>
    public double[]? Row { get; private set; }

    /// <summary>Weights other than zero.</summary>
    public int Taps => Weights.Count(static weight => weight != 0);

    /// <summary>The kernel of <c>[GaussianKernel(sigma, Radius = radius)]</c>.</summary>
    public static KernelMatrix Gaussian(double sigma, int radius)
    {
        double[] line = [.. Enumerable.Range(-radius, (2 * radius) + 1).Select(place => Math.Exp(-place * place / (2 * sigma * sigma)))];
        double sum = line.Sum();
        double[] weights = [.. line.Select(weight => weight / sum)];
        return new KernelMatrix([.. weights.Select(row => weights.Select(column => row * column).ToArray())], 1)
        {
            Column = weights,
            Row = weights,
        };
    }

    /// <summary>The kernel of <c>[WindowedSincKernel(taps, cutoff)]</c>: a low-pass under a Hamming window.</summary>
    public static KernelMatrix WindowedSinc(int taps, double cutoff)
    {
        double middle = (taps - 1) / 2.0;
        double[] weights =
        [
            .. Enumerable
                .Range(0, taps)
                .Select(n => Sinc(cutoff * (n - middle)) * (0.54 - (0.46 * Math.Cos(2 * Math.PI * n / (taps - 1))))),
        ];
        double sum = weights.Sum();
        return new KernelMatrix(
            [
                [.. weights.Select(weight => weight / sum)],
            ],
            1
        );
    }

    /// <summary>Reads a kernel from a declaration's text.</summary>
    public static KernelMatrix Parse(string text, int divisor = 1) =>
        new(
            [
                .. text.Split([';', '\n'])
                    .Select(static row =>
                        row.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                            .Select(static value => double.Parse(value, CultureInfo.InvariantCulture))
                            .ToArray()
                    ),
            ],
            divisor
        );

    /// <summary>The weight at a place of the kernel.</summary>
    public double At(int row, int column) => Weights[(row * Columns) + column];

    /// <summary>Splits a kernel of whole numbers exactly, so that the peers may compute it in integers too.</summary>
    private void Factor()
    {
        int pivot = Enumerable.Range(0, Rows).FirstOrDefault(row => At(row, 0) != 0, -1);
        if (pivot < 0 || Rows == 1 || Weights.Any(static weight => weight != Math.Floor(weight)))
        {
            return;
        }

        double[] first = [.. Enumerable.Range(0, Columns).Select(column => At(pivot, column))];
        double common = first.Aggregate(0.0, static (a, b) => GreatestCommonDivisor(a, Math.Abs(b)));
        double[] row = [.. first.Select(weight => weight / common)];
        double[] column = [.. Enumerable.Range(0, Rows).Select(index => At(index, 0) / row[0])];
        for (int index = 0; index < Weights.Length; index++)
        {
            if (Weights[index] != column[index / Columns] * row[index % Columns])
            {
                return;
            }
        }

        (Column, Row) = (column, row);
    }

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);

    private static double GreatestCommonDivisor(double a, double b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
