using System.Globalization;
using ConvGen.Testing;

namespace ConvGen.Generator.Tests.Pipeline;

/// <summary>Generated text is read, compiled and kept by the IDE, so that a kernel's stays below 150 KB.</summary>
public class TextSizeTests
{
    private const int MostCharacters = 150_000;

    [Theory]
    [InlineData(3, 3)]
    [InlineData(5, 5)]
    [InlineData(4, 9)]
    [InlineData(6, 6)]
    [InlineData(7, 6)]
    [InlineData(3, 13)]
    [InlineData(6, 8)]
    [InlineData(7, 7)]
    [InlineData(9, 9)]
    [InlineData(11, 11)]
    [InlineData(15, 15)]
    [InlineData(31, 31)]
    [InlineData(48, 48)]
    [InlineData(2, 31)]
    [InlineData(3, 21)]
    [InlineData(4, 32)]
    [InlineData(2, 64)]
    [InlineData(5, 20)]
    [InlineData(32, 4)]
    public void Of_floats(int rows, int columns) => AssertSmallImage(rows, columns, "", "float");

    [Theory]
    [InlineData(3, 3)]
    [InlineData(5, 5)]
    [InlineData(7, 7)]
    [InlineData(8, 8)]
    [InlineData(9, 9)]
    [InlineData(10, 10)]
    [InlineData(11, 11)]
    [InlineData(12, 12)]
    [InlineData(15, 15)]
    [InlineData(25, 25)]
    [InlineData(31, 31)]
    [InlineData(3, 21)]
    [InlineData(2, 64)]
    [InlineData(5, 20)]
    [InlineData(32, 4)]
    public void Of_bytes(int rows, int columns) => AssertSmallImage(rows, columns, ", Divisor = 4096", "byte");

    [Theory]
    [InlineData(3, 3)]
    [InlineData(5, 5)]
    [InlineData(7, 7)]
    [InlineData(8, 8)]
    [InlineData(9, 9)]
    [InlineData(11, 11)]
    [InlineData(15, 15)]
    [InlineData(2, 31)]
    [InlineData(5, 20)]
    public void Of_numbers_of_16_bits(int rows, int columns) => AssertSmallImage(rows, columns, ", Divisor = 4096", "ushort");

    [Theory]
    [InlineData(3, 3)]
    [InlineData(5, 5)]
    [InlineData(4, 7)]
    [InlineData(4, 8)]
    [InlineData(5, 8)]
    [InlineData(6, 8)]
    [InlineData(7, 7)]
    [InlineData(8, 8)]
    [InlineData(10, 11)]
    [InlineData(15, 15)]
    [InlineData(2, 31)]
    [InlineData(5, 20)]
    public void Of_numbers_of_32_bits(int rows, int columns) => AssertSmallImage(rows, columns, ", Divisor = 4096", "int");

    /// <summary>Divided in double, or through products of halves where the sum is too large for that.</summary>
    [Theory]
    [InlineData(3, 3, 4095)]
    [InlineData(5, 5, 4095)]
    [InlineData(5, 5, 999999937)]
    [InlineData(4, 8, 4095)]
    [InlineData(6, 8, 4095)]
    [InlineData(7, 7, 4095)]
    [InlineData(8, 8, 4095)]
    [InlineData(15, 15, 4095)]
    [InlineData(1, 40, 4095)]
    public void Of_numbers_of_32_bits_divided_by_others_than_powers_of_two(int rows, int columns, int divisor) =>
        AssertSmallImage(rows, columns, FormattableString.Invariant($", Divisor = {divisor}"), "int");

    [Theory]
    [InlineData(3, 3)]
    [InlineData(5, 5)]
    [InlineData(6, 6)]
    [InlineData(7, 7)]
    [InlineData(6, 9)]
    [InlineData(7, 8)]
    [InlineData(9, 9)]
    [InlineData(11, 11)]
    [InlineData(15, 15)]
    [InlineData(2, 26)]
    [InlineData(5, 20)]
    [InlineData(3, 40)]
    [InlineData(1, 255)]
    public void Of_interleaved_bytes(int rows, int columns) =>
        AssertSmallImage(rows, columns, ", Divisor = 4096, PixelChannels = 3", "byte");

    [Theory]
    [InlineData(3, 3)]
    [InlineData(5, 5)]
    [InlineData(7, 7)]
    [InlineData(8, 8)]
    [InlineData(9, 9)]
    [InlineData(11, 11)]
    [InlineData(2, 26)]
    [InlineData(1, 101)]
    public void Of_strided_bytes(int rows, int columns) => AssertSmallImage(rows, columns, ", Divisor = 4096, Stride = 2", "byte");

    [Theory]
    [InlineData(3, 3)]
    [InlineData(5, 5)]
    [InlineData(7, 7)]
    [InlineData(11, 11)]
    [InlineData(2, 32)]
    [InlineData(3, 40)]
    public void Of_interleaved_numbers_of_16_bits(int rows, int columns) =>
        AssertSmallImage(rows, columns, ", Divisor = 4096, PixelChannels = 3", "ushort");

    /// <summary>
    /// Kernels some of whose taps are zero, at distances that leave their rows unlike each other: fewer taps share a load.
    /// </summary>
    [Theory]
    [InlineData("float", 7, 9, 4)]
    [InlineData("float", 8, 9, 3)]
    [InlineData("float", 10, 12, 2)]
    [InlineData("float", 10, 7, 2)]
    [InlineData("byte", 11, 6, 10)]
    [InlineData("byte", 8, 9, 5)]
    [InlineData("byte", 6, 12, 4)]
    [InlineData("sbyte", 11, 10, 12)]
    [InlineData("ushort", 10, 10, 2)]
    [InlineData("int", 9, 12, 2)]
    public void Of_kernels_with_zeros(string type, int rows, int columns, int distance) =>
        AssertSmall(
            rows,
            columns,
            ", Divisor = 4096",
            type,
            type,
            $"ReadOnlySpan<{type}> source, int width, int height, Span<{type}> destination",
            i => i * i % 61 % distance == 0
        );

    [Theory]
    [InlineData(63)]
    [InlineData(255)]
    [InlineData(1023)]
    [InlineData(4095)]
    public void Of_signals(int columns) =>
        AssertSmall(1, columns, "", "float", "float", "ReadOnlySpan<float> source, Span<float> destination");

    [Theory]
    [InlineData("double", 1023)]
    [InlineData("double", 4095)]
    [InlineData("byte", 1023)]
    [InlineData("byte", 4095)]
    [InlineData("short", 1023)]
    [InlineData("short", 4095)]
    [InlineData("int", 1023)]
    [InlineData("int", 4095)]
    public void Of_signals_of_other_types(string type, int columns) =>
        AssertSmall(1, columns, ", Divisor = 65536", type, type, $"ReadOnlySpan<{type}> source, Span<{type}> destination");

    [Theory]
    [InlineData("float", 4095, 1)]
    [InlineData("byte", 4095, 1)]
    [InlineData("float", 1, 4095)]
    [InlineData("short", 4095, 1)]
    public void Of_long_rows_and_columns_of_an_image(string type, int rows, int columns) =>
        AssertSmallImage(rows, columns, ", Divisor = 65536", type);

    /// <summary>Of the largest kernels the table of weights takes nearly all.</summary>
    [Theory]
    [InlineData("float", 1, 65536)]
    [InlineData("float", 65536, 1)]
    [InlineData("double", 1, 65536)]
    [InlineData("int", 1, 65536)]
    public void Of_the_largest_kernels_is_their_table(string type, int rows, int columns)
    {
        const int MostOfANumber = 8;
        int length = Length(rows, columns, "", $"ReadOnlySpan<{type}> source, int width, int height, Span<{type}> destination");
        Assert.InRange(length, 2 * rows * columns, MostCharacters + (MostOfANumber * rows * columns));
    }

    private static void AssertSmallImage(int rows, int columns, string options, string type) =>
        AssertSmall(rows, columns, options, type, type, $"ReadOnlySpan<{type}> source, int width, int height, Span<{type}> destination");

    private static void AssertSmall(
        int rows,
        int columns,
        string options,
        string source,
        string destination,
        string parameters,
        Func<int, bool>? isZero = null
    )
    {
        int length = Length(rows, columns, options, parameters, isZero);
        Assert.True(
            length <= MostCharacters,
            string.Create(CultureInfo.InvariantCulture, $"{rows} x {columns}, {source} to {destination}: {length} characters")
        );
    }

    private static int Length(int rows, int columns, string options, string parameters, Func<int, bool>? isZero = null)
    {
        long Weight(int i) =>
            isZero?.Invoke(i) == true ? 0
            : ((long)i * i * 31 % 101) - 50 is var weight and not 0 ? weight
            : 7;
        IEnumerable<string> lines = Enumerable
            .Range(0, rows)
            .Select(row =>
                string.Join(
                    ' ',
                    Enumerable.Range((row * columns) + 1, columns).Select(i => Weight(i).ToString(CultureInfo.InvariantCulture))
                )
            );
        string weights = string.Join("; ", lines);
        GeneratorRun run = GeneratorRun.Create(
            $$"""
            using System;
            using ConvGen;
            static partial class Filters
            {
                [Correlation(Border = BorderMode.Reflect101), Kernel("{{weights}}"{{options}})]
                public static partial void Filter({{parameters}});
            }
            """
        );
        return Assert.Single(run.MethodSources).Value.Length;
    }
}
