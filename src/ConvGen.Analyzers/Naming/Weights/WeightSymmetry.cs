using System.Collections.Immutable;

namespace ConvGen.Analyzers.Naming.Weights;

/// <summary>Compares weights with their own reversal, without any tolerance.</summary>
internal static class WeightSymmetry
{
    /// <summary>
    /// How weights in row-major order behave under a rotation by 180 degrees. A kernel of one tap, or of zeros, is symmetric.
    /// </summary>
    public static Symmetry Of(ImmutableArray<double> weights)
    {
        bool isSymmetric = true;
        bool isAntisymmetric = true;
        for (int index = 0; index < weights.Length; index++)
        {
            double weight = weights[index];
            double opposite = weights[weights.Length - 1 - index];
            isSymmetric &= AreEqual(weight, opposite);
            isAntisymmetric &= AreEqual(weight, -opposite);
        }

        return isSymmetric ? Symmetry.Symmetric
            : isAntisymmetric ? Symmetry.Antisymmetric
            : Symmetry.Asymmetric;
    }

    /// <summary>
    /// The same for weights that are not constant but written: equal texts are equal weights. What is not proven is unknown.
    /// </summary>
    public static Symmetry Of(IReadOnlyList<string> texts)
    {
        bool isSymmetric = true;
        bool isAntisymmetric = true;
        for (int index = 0; index < texts.Count; index++)
        {
            string text = texts[index];
            string opposite = texts[texts.Count - 1 - index];
            isSymmetric &= text == opposite;
            isAntisymmetric &= text == "-" + opposite || opposite == "-" + text || (text == opposite && IsZero(text));
        }

        return isSymmetric ? Symmetry.Symmetric
            : isAntisymmetric ? Symmetry.Antisymmetric
            : Symmetry.Unknown;
    }

    /// <summary>The two parts of a separable kernel as one.</summary>
    public static Symmetry Product(Symmetry first, Symmetry second) =>
        (first, second) switch
        {
            (Symmetry.Unknown, _) or (_, Symmetry.Unknown) => Symmetry.Unknown,
            (Symmetry.Asymmetric, _) or (_, Symmetry.Asymmetric) => Symmetry.Asymmetric,
            _ => first == second ? Symmetry.Symmetric : Symmetry.Antisymmetric,
        };

    /// <summary>The last two extents, where the others are 1 and all are known.</summary>
    public static (int Rows, int Columns)? Plane(ImmutableArray<int> shape)
    {
        for (int axis = 0; axis < shape.Length - 2; axis++)
        {
            if (shape[axis] != 1)
            {
                return null;
            }
        }

        return shape.Length switch
        {
            0 => null,
            1 => (1, shape[0]),
            _ => (shape[shape.Length - 2], shape[shape.Length - 1]),
        };
    }

    /// <summary>Whether a shape has no channels, so that reversing the weights one after the other rotates the kernel.</summary>
    public static bool IsSpatial(ImmutableArray<int>? shape) => shape is { } known && Plane(known) is not null;

    /// <summary>
    /// What a kernel of constants becomes when one axis is reversed: often a kernel that cannot be told from itself, or from its rotation.
    /// </summary>
    public static Orientation OneAxis(ImmutableArray<double> weights, int rows, int columns, bool alongColumns)
    {
        bool isUnchanged = true;
        bool isRotated = true;
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double flipped = alongColumns
                    ? weights[(row * columns) + columns - 1 - column]
                    : weights[((rows - 1 - row) * columns) + column];
                isUnchanged &= AreEqual(flipped, weights[(row * columns) + column]);
                isRotated &= AreEqual(flipped, weights[((rows - 1 - row) * columns) + columns - 1 - column]);
            }
        }

        return isUnchanged ? Orientation.AsWritten
            : isRotated ? Orientation.Reversed
            : Orientation.ReversedOnOneAxis;
    }

    // A weight that is no number is the same weight wherever it stands; zero has no sign here.
    private static bool AreEqual(double first, double second) => first == second || (double.IsNaN(first) && double.IsNaN(second));

    private static bool IsZero(string text) => text is "0" or "0f" or "0.0" or "0d" or "0.0f" or "0F" or "0D" or "0m";
}
