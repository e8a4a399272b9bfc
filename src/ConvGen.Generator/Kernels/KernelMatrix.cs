using ConvGen.Generator.Model;

namespace ConvGen.Generator.Kernels;

/// <summary>A kernel as written, never reversed.</summary>
/// <param name="Rows">Rows; 1 for a 1-D kernel. Those of all planes, one plane after the other, for a kernel of three axes.</param>
/// <param name="Columns">Columns, or taps of a 1-D kernel.</param>
/// <param name="Weights">The weights row by row, or with channels in the order of the kernel's layout, divided by the <c>Divisor</c>; null
/// when they arrive at run time.</param>
internal sealed record KernelMatrix(int Rows, int Columns, EquatableArray<Rational>? Weights)
{
    /// <summary>Weights at one place: with channels, input channels of a group times output channels; otherwise one.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>Planes of a kernel of three axes; otherwise one.</summary>
    public int Planes { get; init; } = 1;

    /// <summary>Rows of a plane.</summary>
    public int RowsOfPlane => Rows / Planes;

    /// <summary>
    /// The weights as complex numbers, where they are any. Once samples are taken apart into real and imaginary parts,
    /// <see cref="Weights"/> holds at each place what of both parts goes into both.
    /// </summary>
    public ComplexWeights? Complex { get; init; }

    /// <summary>Number of weights, zeros included.</summary>
    public int Count => Rows * Columns * Depth;

    /// <summary>The weights of a kernel without channels, row by row.</summary>
    public Rational[,] ToArray()
    {
        Rational[,] matrix = new Rational[Rows, Columns];
        for (int index = 0; index < matrix.Length; index++)
        {
            matrix[index / Columns, index % Columns] = Weights!.Value[index];
        }

        return matrix;
    }
}
