using System.Numerics;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Description;

/// <summary>Draws a kernel as a matrix of aligned numbers, fractions over their common denominator.</summary>
internal static class KernelDrawing
{
    /// <summary>Rows and columns after which a drawing is cut.</summary>
    private const int Limit = 25;

    /// <summary>The number from which integers, which would have ten digits, are drawn as decimals.</summary>
    private static readonly BigInteger ShortEnd = 1_000_000_000;

    /// <summary>The lines of a drawing of all planes.</summary>
    /// <param name="kernel">The kernel, whose extents count.</param>
    /// <param name="weights">Its weights, as written or as they are applied.</param>
    public static IReadOnlyList<string> Of(KernelMatrix kernel, EquatableArray<Rational> weights)
    {
        int count = kernel.RowsOfPlane * kernel.Columns;
        return EachPlane(
            kernel,
            plane =>
                Of(
                    kernel.RowsOfPlane,
                    kernel.Columns,
                    kernel.Planes == 1 ? weights : weights.Skip(plane * count).Take(count).ToEquatableArray()
                )
        );
    }

    private static IReadOnlyList<string> EachPlane(KernelMatrix kernel, Func<int, IReadOnlyList<string>> draw)
    {
        if (kernel.Planes == 1)
        {
            return draw(0);
        }

        List<string> lines = [];
        for (int plane = 0; plane < Math.Min(kernel.Planes, Limit); plane++)
        {
            lines.Add("plane " + Literals.Of(plane) + ":");
            lines.AddRange(draw(plane));
        }

        if (kernel.Planes > Limit)
        {
            lines.Add("(the first of " + Literals.Of(kernel.Planes) + " planes)");
        }

        return lines;
    }

    /// <summary>The drawing's lines.</summary>
    public static IReadOnlyList<string> Of(int rows, int columns, EquatableArray<Rational> weights)
    {
        BigInteger? common = CommonDenominator.Of(weights, ShortEnd - BigInteger.One);
        BigInteger denominator = common ?? BigInteger.One;
        Rational scale = new(denominator, BigInteger.One);
        bool isDrawnOverDenominator = common is not null && weights.All(weight => IsShort((weight * scale).Numerator));
        string prefix = isDrawnOverDenominator && !denominator.IsOne ? "1/" + Literals.Of(denominator) + " * " : "";

        return Draw(
            rows,
            columns,
            prefix,
            place => isDrawnOverDenominator ? Literals.Of((weights[place] * scale).Numerator) : Number(weights[place])
        );
    }

    /// <summary>The drawing's lines, for weights that are complex numbers.</summary>
    public static IReadOnlyList<string> OfComplex(KernelMatrix kernel, ComplexWeights weights) =>
        EachPlane(
            kernel,
            plane =>
            {
                int first = plane * kernel.RowsOfPlane * kernel.Columns;
                return Draw(
                    kernel.RowsOfPlane,
                    kernel.Columns,
                    "",
                    place => Complex(weights.Real[first + place], weights.Imaginary[first + place])
                );
            }
        );

    private static string Complex(Rational real, Rational imaginary)
    {
        string sign = imaginary.Numerator.Sign >= 0 && !real.IsZero ? "+" : "";
        return imaginary.IsZero ? Number(real) : (real.IsZero ? "" : Number(real)) + sign + Number(imaginary) + "i";
    }

    private static List<string> Draw(int rows, int columns, string prefix, Func<int, string> cell)
    {
        int shownRows = Math.Min(rows, Limit);
        int shownColumns = Math.Min(columns, Limit);
        string[][] cells = Enumerable
            .Range(0, shownRows)
            .Select(row => Enumerable.Range(0, shownColumns).Select(column => cell((row * columns) + column)).ToArray())
            .ToArray();
        int width = cells.Max(row => row.Max(text => text.Length));
        int middle = shownRows / 2;
        List<string> lines = cells
            .Select(
                (row, index) =>
                    (index == middle ? prefix : new string(' ', prefix.Length))
                    + "[ "
                    + string.Join("  ", row.Select(text => text.PadLeft(width)))
                    + (shownColumns < columns ? "  ..." : "")
                    + " ]"
            )
            .ToList();
        if (shownRows < rows || shownColumns < columns)
        {
            lines.Add("(the first of " + Literals.Of(rows) + " rows and " + Literals.Of(columns) + " columns)");
        }

        return lines;
    }

    /// <summary>A number as an integer or a short fraction, or else as a decimal of 17 digits at most.</summary>
    public static string Number(Rational value) =>
        IsShort(value.Numerator) && IsShort(value.Denominator) ? value.ToString() : Literals.Of(value, ElementType.Double).TrimEnd('d');

    private static bool IsShort(BigInteger value) => BigInteger.Abs(value) < ShortEnd;
}
