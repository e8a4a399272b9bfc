using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Properties;

/// <summary>Draws kernels as text: without structure, and with the structures that a planner looks for.</summary>
internal static class KernelGenerator
{
    private static readonly string[] Integers = ["0", "0", "1", "-1", "2", "-2", "3", "4", "-5", "6", "7", "-9", "16", "99"];

    private static readonly string[] Decimals =
    [
        "0",
        "1",
        "-1",
        "0.5",
        "-0.25",
        "0.1",
        "-0.3",
        "1.375",
        "2e-1",
        "-4.0",
        "1/3",
        "-2/7",
        "3/8",
        "0.001",
        "12.5",
    ];

    private static readonly string[] PowersOfTwo = ["1", "-1", "2", "-2", "4", "-4", "8", "16", "-16", "32", "64"];

    private static readonly string[] Wide =
    [
        "0",
        "1",
        "-1",
        "63",
        "-64",
        "127",
        "-128",
        "200",
        "-255",
        "300",
        "1000",
        "-1001",
        "32767",
        "-32768",
    ];

    private static readonly string[] WideDecimals =
    [
        "0",
        "1e-3",
        "-1e-3",
        "0.02",
        "-0.03",
        "0.5",
        "1",
        "-1.7",
        "20",
        "300.25",
        "-1000",
        "1/7",
    ];

    /// <summary>The weights of a kernel, row by row.</summary>
    /// <param name="areIntegers">Whether every weight is an integer.</param>
    public static Gen<IReadOnlyList<string>> Weights(int rows, int columns, bool areIntegers)
    {
        Gen<string> value = Gen.Elements(areIntegers ? Integers : Decimals);
        return Gen.Frequency(
            (5, Matrix(rows, columns, value)),
            (2, Gen.Choose(1, 3).Select(v => Same(rows, columns, v))),
            (2, Separable(rows, columns)),
            (2, Smooth(rows, columns)),
            (2, SumOfTwo(rows, columns)),
            (1, Unsharp(rows, columns)),
            (2, Symmetric(rows, columns, value)),
            (2, Antisymmetric(rows, columns, value)),
            (1, Matrix(rows, columns, Gen.Elements(PowersOfTwo))),
            (2, Matrix(rows, columns, Gen.Elements(areIntegers ? Wide : WideDecimals))),
            (1, Sparse(rows, columns, value)),
            (1, Gen.Constant(Same(rows, columns, 0)))
        );
    }

    private static Gen<IReadOnlyList<string>> Matrix(int rows, int columns, Gen<string> value) =>
        value.ArrayOf(rows * columns).Select(w => (IReadOnlyList<string>)w);

    private static IReadOnlyList<string> Same(int rows, int columns, int value) =>
        [.. Enumerable.Repeat(value.ToString(CultureInfo.InvariantCulture), rows * columns)];

    private static Gen<IReadOnlyList<string>> Separable(int rows, int columns) =>
        Gen.Choose(-4, 6)
            .ArrayOf(rows)
            .Zip(
                Gen.Choose(-4, 6).ArrayOf(columns),
                (v, h) => (IReadOnlyList<string>)[.. v.SelectMany(a => h.Select(b => (a * b).ToString(CultureInfo.InvariantCulture)))]
            );

    /// <summary>A mirrored column times a mirrored row, without negative numbers, as filters that blur have.</summary>
    private static Gen<IReadOnlyList<string>> Smooth(int rows, int columns) =>
        Gen.Choose(1, 20)
            .ArrayOf(rows)
            .Zip(
                Gen.Choose(1, 20).ArrayOf(columns),
                (v, h) =>
                    (IReadOnlyList<string>)
                        [.. Products(rows, columns, (i, j) => v[Math.Min(i, rows - 1 - i)] * h[Math.Min(j, columns - 1 - j)])]
            );

    /// <summary>Two columns times two rows, added; the second product is often the smaller one, as in filters that sharpen.</summary>
    private static Gen<IReadOnlyList<string>> SumOfTwo(int rows, int columns) =>
        from v in Gen.Choose(1, 5).ArrayOf(rows)
        from h in Gen.Choose(1, 5).ArrayOf(columns)
        from w in Gen.Choose(-3, 3).ArrayOf(rows)
        from k in Gen.Choose(1, 4).ArrayOf(columns)
        select (IReadOnlyList<string>)[.. Products(rows, columns, (i, j) => (v[i] * h[j]) + (w[i] * k[j]))];

    /// <summary>A multiple of a sample less the smoothed image.</summary>
    private static Gen<IReadOnlyList<string>> Unsharp(int rows, int columns) =>
        from v in Gen.Choose(1, 6).ArrayOf(rows)
        from h in Gen.Choose(1, 6).ArrayOf(columns)
        from amount in Gen.Choose(40, 400)
        select (IReadOnlyList<string>)
            [
                .. Products(
                    rows,
                    columns,
                    (i, j) =>
                        (i == rows / 2 && j == columns / 2 ? amount : 0) - (v[Math.Min(i, rows - 1 - i)] * h[Math.Min(j, columns - 1 - j)])
                ),
            ];

    /// <summary>Opposite numbers left and right, zero between them.</summary>
    private static Gen<IReadOnlyList<string>> Antisymmetric(int rows, int columns, Gen<string> value) =>
        value
            .ArrayOf(rows * columns)
            .Select(w =>
                (IReadOnlyList<string>)
                    [
                        .. Enumerable
                            .Range(0, rows * columns)
                            .Select(i =>
                            {
                                int column = i % columns,
                                    mirror = columns - 1 - column;
                                return column == mirror ? "0"
                                    : column < mirror ? w[i]
                                    : Negative(w[i - column + mirror]);
                            }),
                    ]
            );

    private static string Negative(string weight) =>
        weight == "0" ? weight
        : weight[0] == '-' ? weight[1..]
        : "-" + weight;

    private static IEnumerable<string> Products(int rows, int columns, Func<int, int, int> weight) =>
        Enumerable.Range(0, rows * columns).Select(i => weight(i / columns, i % columns).ToString(CultureInfo.InvariantCulture));

    /// <summary>The same in both directions on both axes.</summary>
    private static Gen<IReadOnlyList<string>> Symmetric(int rows, int columns, Gen<string> value) =>
        value
            .ArrayOf(rows * columns)
            .Select(w =>
                (IReadOnlyList<string>)
                    [
                        .. Enumerable
                            .Range(0, rows * columns)
                            .Select(i =>
                            {
                                int row = Math.Min(i / columns, rows - 1 - (i / columns));
                                int column = Math.Min(i % columns, columns - 1 - (i % columns));
                                return w[(row * columns) + column];
                            }),
                    ]
            );

    private static Gen<IReadOnlyList<string>> Sparse(int rows, int columns, Gen<string> value) =>
        Gen.Choose(0, (rows * columns) - 1)
            .Zip(value, (place, w) => (IReadOnlyList<string>)[.. Enumerable.Range(0, rows * columns).Select(i => i == place ? w : "0")]);
}
