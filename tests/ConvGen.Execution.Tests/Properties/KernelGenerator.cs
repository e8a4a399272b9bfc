using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Properties;

/// <summary>Draws kernels as text: without structure, and with the structures that a planner looks for.</summary>
internal static class KernelGenerator
{
    private static readonly string[] Integers = ["0", "0", "1", "-1", "2", "-2", "3", "4", "-5", "6", "7", "-9", "16", "99"];

    private static readonly string[] Decimals = ["0", "1", "-1", "0.5", "-0.25", "0.1", "-0.3", "1.375", "2e-1", "-4.0", "1/3", "-2/7", "3/8", "0.001", "12.5"];

    /// <summary>The weights of a kernel, row by row.</summary>
    /// <param name="areIntegers">Whether every weight is an integer.</param>
    public static Gen<IReadOnlyList<string>> Weights(int rows, int columns, bool areIntegers)
    {
        Gen<string> value = Gen.Elements(areIntegers ? Integers : Decimals);
        return Gen.Frequency(
            (5, Matrix(rows, columns, value)),
            (2, Gen.Choose(1, 3).Select(v => Same(rows, columns, v))),
            (2, Separable(rows, columns)),
            (2, Symmetric(rows, columns, value)),
            (1, Sparse(rows, columns, value)),
            (1, Gen.Constant(Same(rows, columns, 0))));
    }

    private static Gen<IReadOnlyList<string>> Matrix(int rows, int columns, Gen<string> value) =>
        value.ArrayOf(rows * columns).Select(w => (IReadOnlyList<string>)w);

    private static IReadOnlyList<string> Same(int rows, int columns, int value) =>
        [.. Enumerable.Repeat(value.ToString(CultureInfo.InvariantCulture), rows * columns)];

    private static Gen<IReadOnlyList<string>> Separable(int rows, int columns) =>
        Gen.Choose(-4, 6).ArrayOf(rows).Zip(
            Gen.Choose(-4, 6).ArrayOf(columns),
            (v, h) => (IReadOnlyList<string>)[.. v.SelectMany(a => h.Select(b => (a * b).ToString(CultureInfo.InvariantCulture)))]);

    /// <summary>The same in both directions on both axes.</summary>
    private static Gen<IReadOnlyList<string>> Symmetric(int rows, int columns, Gen<string> value) =>
        value.ArrayOf(rows * columns).Select(w => (IReadOnlyList<string>)[.. Enumerable.Range(0, rows * columns).Select(i =>
        {
            int row = Math.Min(i / columns, rows - 1 - (i / columns));
            int column = Math.Min(i % columns, columns - 1 - (i % columns));
            return w[(row * columns) + column];
        })]);

    private static Gen<IReadOnlyList<string>> Sparse(int rows, int columns, Gen<string> value) =>
        Gen.Choose(0, (rows * columns) - 1).Zip(value, (place, w) => (IReadOnlyList<string>)[.. Enumerable.Range(0, rows * columns).Select(i => i == place ? w : "0")]);
}
