using System.Globalization;
using ConvGen.Execution.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Grammar;

/// <summary>Kernels of the kinds that a planner treats each in its own way, and those at the edges of these kinds.</summary>
internal static class GrammarKernels
{
    private static readonly string[] Primes = ["2147483647", "-2147483629", "1000003", "-65537", "32749", "-8191", "257", "127", "-131"];

    private static readonly string[] ManyPlaces =
    [
        "0.123456",
        "-0.000321",
        "0.0625",
        "1.000001",
        "-2.718281828",
        "0.1",
        "1e-7",
        "3.14159265358979",
        "-0.333333333333",
        "7/11",
        "-1/3",
    ];

    private static readonly int[][] Smoothing =
    [
        [1, 2, 1],
        [1, 4, 6, 4, 1],
        [1, 6, 15, 20, 15, 6, 1],
        [1, 1],
        [1, 3, 3, 1],
        [3, 10, 3],
        [7, 24, 34, 24, 7],
    ];

    private static readonly int[][] Edges =
    [
        [-1, 0, 1],
        [1, -2, 1],
        [-1, -2, 0, 2, 1],
        [1, -1],
        [0, 1, 0],
        [0, 0, 1],
        [1, 0, 0, -1],
    ];

    /// <summary>Kernels of which all but a row, a column or a weight is zero, and one of which all is.</summary>
    public static Gen<IReadOnlyList<string>> Degenerate(int rows, int columns, bool areIntegers) =>
        from kind in Gen.Choose(0, 4)
        from row in Gen.Choose(0, rows - 1)
        from column in Gen.Choose(0, columns - 1)
        from weights in KernelGenerator.Weights(rows, columns, areIntegers)
        let kept = Enumerable
            .Range(0, rows * columns)
            .Select(i =>
                kind switch
                {
                    0 => i / columns == row,
                    1 => i % columns == column,
                    2 => i / columns == row && i % columns == column,
                    3 => i / columns == row || i % columns == column,
                    _ => false,
                }
            )
        select (IReadOnlyList<string>)
            [
                .. weights.Zip(
                    kept,
                    (weight, isKept) =>
                        isKept
                            ? weight == "0"
                                ? "1"
                                : weight
                            : "0"
                ),
            ];

    /// <summary>Weights of which none equals another in any way that could be used.</summary>
    public static Gen<IReadOnlyList<string>> Irregular(int count, int largest) =>
        from factor in Gen.Elements(29, 31, 37, 41, 43)
        from offset in Gen.Choose(0, 50)
        select (IReadOnlyList<string>)
            [.. Enumerable.Range(1 + offset, count).Select(i => Text((i * i * factor % ((2 * largest) + 1)) - largest))];

    /// <summary>A weight that all taps share, or all but one.</summary>
    public static Gen<IReadOnlyList<string>> Box(int count) =>
        from value in Gen.Elements("1", "1", "1", "-1", "3", "0.5")
        from other in Gen.Frequency((4, Gen.Constant<int?>(null)), (1, Gen.Choose(0, count - 1).Select(place => (int?)place)))
        select (IReadOnlyList<string>)[.. Enumerable.Range(0, count).Select(i => i == other ? "40" : value)];

    /// <summary>A well-known column times a well-known row.</summary>
    public static Gen<(int Rows, int Columns, IReadOnlyList<string> Weights)> Classic =>
        from column in Gen.Elements(Smoothing.Concat(Edges))
        from row in Gen.Elements(Smoothing.Concat(Edges))
        from kind in Gen.Choose(0, 3)
        let product = Products(column, row)
        let middle = (column.Length / 2 * row.Length) + (row.Length / 2)
        let total = product.Sum(Math.Abs)
        let weights = kind switch
        {
            // Sharpened: twice the sample less the smoothed one.
            0 => product.Select((w, i) => i == middle ? (2 * total) - w : -w),

            // Of rank two: one tap stands apart.
            1 => product.Select((w, i) => i == middle ? w + 11 : w),
            _ => product,
        }
        select (column.Length, row.Length, (IReadOnlyList<string>)[.. weights.Select(Text)]);

    /// <summary>Numbers of many digits before the decimal point.</summary>
    public static Gen<IReadOnlyList<string>> Large(int count) => Gen.Elements(Primes).ArrayOf(count).Select(w => (IReadOnlyList<string>)w);

    /// <summary>Numbers of many digits behind the decimal point.</summary>
    public static Gen<IReadOnlyList<string>> Fine(int count) =>
        Gen.Elements(ManyPlaces).ArrayOf(count).Select(w => (IReadOnlyList<string>)w);

    /// <summary>Divisors: none, small, powers of two, odd, negative, prime, beyond 32 bits, and decimal.</summary>
    public static Gen<string?> Divisor =>
        Gen.Frequency(
            (4, Gen.Constant<string?>(null)),
            (3, Gen.Elements<string?>("2", "3", "9", "16", "256", "1024", "7", "25", "100", "159", "273")),
            (1, Gen.Elements<string?>("-1", "-4", "-9", "-256", "-32749")),
            (
                1,
                Gen.Elements<string?>(
                    "2147483647",
                    "-2147483629",
                    "65536",
                    "1073741824",
                    "4294967291",
                    "4611686018427387904",
                    "2305843009213693951"
                )
            ),
            (1, Gen.Elements<string?>("2.5", "0.125", "1e3", "0.1", "-0.75", "1e-3"))
        );

    private static int[] Products(int[] column, int[] row) => [.. from a in column from b in row select a * b];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
