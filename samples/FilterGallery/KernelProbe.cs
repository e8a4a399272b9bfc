namespace FilterGallery;

/// <summary>
/// The kernel of a filter as it is applied, found by asking the filter: its answers to a single bright sample are its weights in reverse.
/// So a picture shows what the generated code does, however its weights were declared.
/// </summary>
internal sealed class KernelProbe
{
    private const int FieldSize = 65;
    private const int Middle = FieldSize / 2;

    /// <summary>Asks a filter.</summary>
    public KernelProbe(ImageFilter filter)
    {
        float[] field = new float[FieldSize * FieldSize];
        float[] answer = new float[FieldSize * FieldSize];
        field[(Middle * FieldSize) + Middle] = 1;
        filter(field, FieldSize, FieldSize, answer);

        int radius = 1;
        for (int i = 0; i < answer.Length; i++)
        {
            if (answer[i] != 0)
            {
                radius = Math.Max(radius, Math.Max(Math.Abs((i / FieldSize) - Middle), Math.Abs((i % FieldSize) - Middle)));
            }
        }

        Radius = radius;
        Weights = new double[(2 * radius) + 1, (2 * radius) + 1];
        for (int row = -radius; row <= radius; row++)
        {
            for (int column = -radius; column <= radius; column++)
            {
                Weights[row + radius, column + radius] = answer[((Middle - row) * FieldSize) + Middle - column];
            }
        }
    }

    /// <summary>Rows and columns on each side of the middle.</summary>
    public int Radius { get; }

    /// <summary>The weights; the middle one meets the sample at the result's place.</summary>
    public double[,] Weights { get; }

    /// <summary>What a flat area is multiplied by.</summary>
    public double Sum => Weights.Cast<double>().Sum();

    /// <summary>By what a wave is multiplied that runs in a direction: the size of the transform of the weights.</summary>
    /// <param name="rows">Periods per sample, from 0 to 1/2, down the columns.</param>
    /// <param name="columns">The same along the rows.</param>
    public double Gain(double rows, double columns)
    {
        double real = 0;
        double imaginary = 0;
        for (int row = -Radius; row <= Radius; row++)
        {
            for (int column = -Radius; column <= Radius; column++)
            {
                (double sine, double cosine) = Math.SinCos(2 * Math.PI * ((row * rows) + (column * columns)));
                double weight = Weights[row + Radius, column + Radius];
                real += weight * cosine;
                imaginary += weight * sine;
            }
        }

        return Math.Sqrt((real * real) + (imaginary * imaginary));
    }
}
