using System.Globalization;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Properties;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Widths;

/// <summary>Declarations that between them make the generator print every piece of vector code that it has.</summary>
internal static class OtherProcessorDeclarations
{
    private static readonly string[] General = ["0.1", "-0.7", "1.3", "2.25", "-3.5", "0.01", "1/3", "0.9", "-1.1"];

    private static readonly string[] Whole = ["3", "1", "-4", "1", "5", "-9", "2", "6", "-5"];

    private static readonly string[] Positive = ["3", "1", "4", "1", "5", "9", "2", "6", "5"];

    private static readonly string[] Binomial =
    [
        "1",
        "4",
        "6",
        "4",
        "1",
        "4",
        "16",
        "24",
        "16",
        "4",
        "6",
        "24",
        "36",
        "24",
        "6",
        "4",
        "16",
        "24",
        "16",
        "4",
        "1",
        "4",
        "6",
        "4",
        "1",
    ];

    private static readonly Declared Bytes = new(2, 3, 3, Positive)
    {
        Source = Element.Byte,
        Destination = Element.Byte,
        Border = Outside.Reflect101,
    };

    private static readonly string[] Corners =
        "0.123456 -0.999999 0.333333 -0.654321 -0.654321 0.000001 0.333333 12.345678 0.000001 0.333333 0.000001 12.345678".Split(' ');

    /// <summary>A filter of 5 by 11 samples from practice, with weights of six decimals.</summary>
    private static readonly string[] Practice = (
        "-0.085175 -0.075991 -0.077751 -0.005350 -0.055675 0.092931 0.075566 -0.019223 -0.034048 0.058845 -0.044368 0.059070 -0.090632 0.052360 0.078585 -0.058480 0.012898 0.067372 0.003163 0.089534 0.033449 -0.002466 "
        + "0.042653 0.016616 0.031614 -0.029682 -0.090582 -0.092805 -0.004575 0.021870 -0.016516 -0.000381 0.011048 0.037823 -0.056880 0.046935 -0.053486 -0.038101 -0.039548 -0.093745 -0.053673 -0.014765 -0.054494 -0.064165 "
        + "0.033738 0.033753 -0.005709 0.034674 0.076811 0.046772 -0.052330 0.016822 0.008704 0.092519 0.037722"
    ).Split(' ');

    /// <summary>Weights of six decimals: their sums take 64 bits, their products 32 by 32.</summary>
    private static readonly string[] Millionths = Numbers(12, i => FormattableString.Invariant($"{((i * 7919 % 41) - 20) * 0.012347m}"));

    /// <summary>Written ones first, then random ones.</summary>
    public static Declared[] All { get; } =
    [.. Pairs, .. Floats, .. WideProducts, .. Integers, .. DeclarationGenerator.Any.Sample(60, Seed.Start, 50)];

    /// <summary>Every pair of element types that has vector code, and one that has none.</summary>
    private static IEnumerable<Declared> Pairs =>
        from pair in DeclarationGenerator.Pairs
        where
            pair
                is not { Source: Element.Half or Element.Int64 }
                    and not { Destination: Element.Half or Element.Int64 }
                    or { Source: Element.Half, Destination: Element.Half }
        from isStrict in new[] { false, true }
        where !isStrict || pair.Source.IsFloating()
        let areIntegers = !pair.Source.IsFloating() && !pair.Destination.IsFloating()
        select new Declared(2, 3, 3, areIntegers ? Whole : General)
        {
            Source = pair.Source,
            Destination = pair.Destination,
            Divisor =
                areIntegers && pair.Source != Element.Int32 ? "7"
                : areIntegers ? "8"
                : null,
            IsStrict = isStrict,
            Border = Outside.Symmetric,
        };

    private static IEnumerable<Declared> Floats =>
        [
            new(2, 3, 3, General) { IsConvolution = true, PixelChannels = 3 },
            new(2, 5, 5, Binomial) { Divisor = "256", Border = Outside.Reflect101 },
            new(2, 5, 5, Binomial)
            {
                Divisor = "256",
                Source = Element.Double,
                Destination = Element.Double,
                PixelChannels = 2,
            },
            new(2, 5, 5, Numbers(25, i => FormattableString.Invariant($"0.{(i * 37 % 89) + 1}"))) { Border = Outside.Wrap },
            new(2, 5, 5, Outer(["1", "2", "3", "2", "1"], ["0.5", "1", "0", "-1", "-0.5"])) { Destination = Element.Int16 },
            new(
                2,
                7,
                7,
                Sum(
                    Outer(["1", "2", "3", "4", "3", "2", "1"], ["1", "1", "2", "2", "2", "1", "1"]),
                    Outer(["1", "1", "1", "1", "1", "1", "1"], ["1", "2", "3", "4", "3", "2", "1"])
                )
            ),
            new(2, 3, 7, Symmetric(3, 7)) { Border = Outside.Replicate },
            new(2, 9, 9, Numbers(81, i => FormattableString.Invariant($"0.{(i * 53 % 97) + 1}"))) { Border = Outside.Replicate },
            new(2, 11, 11, Numbers(121, i => FormattableString.Invariant($"-0.{(i * 53 % 97) + 1}"))) { IsStrict = true },
            new(2, 15, 15, Numbers(225, i => FormattableString.Invariant($"0.{(i * 59 % 97) + 1}"))) { Border = Outside.Symmetric },
            new(2, 15, 13, Numbers(195, i => FormattableString.Invariant($"0.{(i * 59 % 97) + 1}")))
            {
                Source = Element.Byte,
                PixelChannels = 3,
            },
            new(2, 3, 3, General) { Strides = [2, 2], Dilations = [1, 2] },
            new(2, 5, 5, Numbers(25, i => FormattableString.Invariant($"1.{(i * 53 % 97) + 1}")))
            {
                Strides = [1, 2],
                Border = Outside.Wrap,
                Destination = Element.Double,
            },
            new(2, 3, 5, Outer(["1", "3", "2"], ["0.1", "0.2", "0.4", "0.2", "0.1"])) { Dilations = [2, 3] },
            new(2, 3, 3, []) { Kernel = Element.Single, Border = Outside.Replicate },
            new(2, 5, 5, []) { Kernel = Element.Double, IsConvolution = true },
            new(2, 3, 1, General[..3]) { Mode = Window.Valid },
            new(2, 9, 1, ["1", "2", "3", "4", "5", "4", "3", "2", "1.5"]) { Mode = Window.Full },
            new(1, 1, 9, General) { Mode = Window.Full, IsConvolution = true },
            new(1, 1, 63, Numbers(63, i => FormattableString.Invariant($"0.{Math.Min(i, 62 - i) + 1}"))) { Border = Outside.Wrap },
            new(1, 1, 255, Numbers(255, i => FormattableString.Invariant($"0.{(i * 59 % 97) + 1}"))),
            new(1, 1, 64, Numbers(64, i => FormattableString.Invariant($"0.{(i * 59 % 97) + 1}"))) { Strides = [2], PixelChannels = 2 },
            new(1, 1, 17, Numbers(17, i => FormattableString.Invariant($"0.{(i * 59 % 97) + 1}"))) { Strides = [4], Mode = Window.Valid },
        ];

    /// <summary>
    /// Products of 64 bits, their weights in registers, in a table that is written out, in a loop over it, and at run time.
    /// </summary>
    public static IEnumerable<Declared> WideProducts =>
        [
            new(2, 5, 11, Practice) { Source = Element.Int16, Destination = Element.Int16 },
            new(2, 4, 3, Corners)
            {
                Source = Element.Byte,
                Destination = Element.Int16,
                Mode = Window.Valid,
            },
            Bytes with
            {
                Rows = 4,
                Weights = Millionths,
                Destination = Element.Int16,
                Mode = Window.Valid,
            },
            Bytes with
            {
                Rows = 4,
                Weights = Millionths,
                Source = Element.Int16,
                Destination = Element.Int16,
                PixelChannels = 3,
            },
            Bytes with
            {
                Rows = 5,
                Columns = 11,
                Weights = Decimals(55),
                Source = Element.Int16,
                Destination = Element.Int16,
                Border = Outside.Constant,
            },
            Bytes with
            {
                Rows = 9,
                Columns = 9,
                Weights = Decimals(81),
                Source = Element.UInt16,
                Destination = Element.Int16,
            },
            Bytes with
            {
                Rows = 13,
                Columns = 13,
                Weights = Decimals(169),
                Source = Element.Int16,
                Destination = Element.Int32,
                Strides = [2, 1],
            },
            new(1, 1, 60, Numbers(60, i => FormattableString.Invariant($"{((i * 7919 % 4099) - 2049) * 3}")))
            {
                Source = Element.Int32,
                Destination = Element.Int64,
            },
            new(1, 1, 63, Decimals(63))
            {
                Source = Element.Int16,
                Destination = Element.Int16,
                Strides = [2],
            },
            new(1, 1, 255, Decimals(255))
            {
                Source = Element.Int16,
                Destination = Element.Int32,
                Border = Outside.Wrap,
            },
            Bytes with
            {
                Rows = 3,
                Columns = 3,
                Weights = [],
                Kernel = Element.Int32,
                Source = Element.Int16,
                Destination = Element.Int64,
            },
            Bytes with
            {
                Rows = 9,
                Columns = 9,
                Weights = [],
                Kernel = Element.Int16,
                Source = Element.Int32,
                Destination = Element.Int64,
                IsConvolution = true,
            },
        ];

    private static IEnumerable<Declared> Integers =>
        [
            // Sums of 16 bits: signed, modulo 65,536, divided by shifts and by the high halves of products.
            Bytes with
            {
                Weights = ["1", "2", "1", "2", "4", "2", "1", "2", "1"],
                Divisor = "16",
            },
            Bytes with
            {
                Weights = ["1", "1", "1", "1", "1", "1", "1", "1", "1"],
                Divisor = "9",
            },
            Bytes with
            {
                Weights = ["60", "60", "-30", "20", "10", "-20", "5", "-40", "8"],
                Divisor = "64",
            },
            Bytes with
            {
                Weights = ["60", "50", "-30", "20", "10", "-20", "5", "-40", "8"],
                Divisor = "63",
                Destination = Element.SByte,
            },
            Bytes with
            {
                Weights = ["1", "0", "-1", "2", "0", "-2", "1", "0", "-1"],
                Destination = Element.Int16,
            },
            Bytes with
            {
                Weights = ["9", "0", "-9", "30", "1", "-30", "9", "0", "-9"],
                Destination = Element.UInt16,
            },
            Bytes with
            {
                Weights = ["0", "-1", "0", "-1", "5", "-1", "0", "-1", "0"],
            },
            Bytes with
            {
                Weights = ["0", "-1", "0", "-1", "5", "-1", "0", "-1", "0"],
                PixelChannels = 3,
            },
            Bytes with
            {
                Weights = ["-1", "-1", "-1", "-1", "9", "-1", "-1", "-1", "-1"],
            },
            Bytes with
            {
                Weights = ["-1", "-2", "-1", "0", "0", "0", "1", "2", "1"],
                Destination = Element.Int16,
            },
            Bytes with
            {
                Weights = ["3", "10", "3", "0", "0", "0", "-3", "-10", "-3"],
                Destination = Element.Int16,
            },
            Bytes with
            {
                Rows = 5,
                Columns = 5,
                Weights = Binomial,
                Divisor = "256",
            },
            Bytes with
            {
                Rows = 5,
                Columns = 5,
                Weights = Numbers(25, i => FormattableString.Invariant($"{(i * 7 % 11) - 3}")),
                Divisor = "32",
            },
            Bytes with
            {
                Rows = 5,
                Columns = 5,
                Weights = Numbers(25, i => FormattableString.Invariant($"{(i * 7 % 11) - 3}")),
                Divisor = "32",
                Destination = Element.Int16,
            },
            Bytes with
            {
                Rows = 5,
                Columns = 5,
                Weights = Numbers(25, _ => "1"),
                Divisor = "25",
            },
            // Sums of 32 bits, of samples in pairs or one by one; products of 64 bits.
            Bytes with
            {
                Divisor = "36",
                Weights = ["300", "1", "4", "1", "500", "9", "2", "6", "5"],
            },
            Bytes with
            {
                Divisor = "1000",
                Weights = ["300", "-1", "4", "1", "500", "9", "2", "-600", "5"],
                Destination = Element.SByte,
            },
            Bytes with
            {
                Divisor = "1000",
                Weights = ["300", "-1", "4", "1", "500", "9", "2", "-600", "5"],
                Destination = Element.Int16,
            },
            Bytes with
            {
                Divisor = "159",
                Weights = ["60", "-90", "77", "41", "99", "19", "-112", "66", "51"],
            },
            Bytes with
            {
                Divisor = "273",
                Weights = ["60", "-90", "77", "41", "99", "19", "-112", "66", "51"],
            },
            Bytes with
            {
                Divisor = "273",
                Weights = ["60", "-90", "77", "41", "99", "19", "-112", "66", "51"],
                Destination = Element.Int16,
            },
            Bytes with
            {
                Divisor = "360",
                Weights = ["60", "-90", "77", "41", "99", "19", "-112", "66", "51"],
                Destination = Element.SByte,
            },
            Bytes with
            {
                Divisor = "100",
                Weights = ["60", "-90", "77", "41", "99", "19", "-112", "66", "51"],
                PixelChannels = 3,
            },
            Bytes with
            {
                Weights = ["300", "-1", "4", "1", "500", "9", "2", "-600", "5"],
                Destination = Element.UInt16,
            },
            Bytes with
            {
                Weights = ["300", "-1", "4", "1", "500", "9", "2", "-600", "5"],
                Destination = Element.Int32,
            },
            Bytes with
            {
                Divisor = "1000",
                Weights = ["300", "-1", "4", "1", "500", "9", "2", "-600", "5"],
                PixelChannels = 4,
            },
            Bytes with
            {
                Rows = 7,
                Columns = 7,
                Weights = Numbers(49, i => FormattableString.Invariant($"{(i * 13 % 31) - 9}")),
                Divisor = "256",
            },
            Bytes with
            {
                Rows = 7,
                Columns = 7,
                Weights = Outer(["1", "6", "15", "20", "15", "6", "1"], ["1", "6", "15", "20", "15", "6", "1"]),
                Divisor = "4096",
            },
            Bytes with
            {
                Rows = 9,
                Columns = 9,
                Weights = Numbers(81, i => FormattableString.Invariant($"{(i * 13 % 31) - 9}")),
                Divisor = "256",
            },
            Bytes with
            {
                Rows = 13,
                Columns = 13,
                Weights = Numbers(169, i => FormattableString.Invariant($"{(i * 13 % 31) - 9}")),
                Divisor = "255",
            },
            Bytes with
            {
                Rows = 9,
                Columns = 9,
                Weights = Numbers(81, i => FormattableString.Invariant($"{(i * 13 % 61) - 29}")),
                Source = Element.Int16,
                Destination = Element.Int32,
            },
            Bytes with
            {
                Source = Element.Int16,
                Destination = Element.Int16,
                Weights = Whole,
                Divisor = "9",
            },
            Bytes with
            {
                Source = Element.Int16,
                Destination = Element.Byte,
                Weights = Whole,
            },
            Bytes with
            {
                Source = Element.SByte,
                Destination = Element.SByte,
                Weights = Whole,
                Divisor = "11",
            },
            Bytes with
            {
                Source = Element.UInt16,
                Destination = Element.UInt16,
                Divisor = "36",
            },
            Bytes with
            {
                Source = Element.UInt16,
                Destination = Element.UInt16,
                Weights = ["1", "2", "1", "2", "4", "2", "1", "2", "1"],
                Divisor = "16",
            },
            Bytes with
            {
                Source = Element.Int32,
                Destination = Element.Int32,
                Divisor = "64",
            },
            Bytes with
            {
                Source = Element.Int32,
                Destination = Element.Byte,
                Divisor = "1024",
            },
            // Sums of 64 bits, divided in double or with products of halves; products of more than 32 bits, with and without signs.
            Bytes with
            {
                Source = Element.Int32,
                Destination = Element.Int32,
                Divisor = "36",
            },
            Bytes with
            {
                Source = Element.Int32,
                Destination = Element.Int32,
                Weights = Whole,
                Divisor = "10",
                PixelChannels = 3,
            },
            Bytes with
            {
                Source = Element.Int32,
                Destination = Element.Int16,
                Weights = Whole,
                Divisor = "100001",
            },
            Bytes with
            {
                Source = Element.Int32,
                Destination = Element.Byte,
                Weights = Whole,
                Divisor = "30000002",
            },
            Bytes with
            {
                Source = Element.Int32,
                Destination = Element.Int64,
                Weights = Whole,
                Divisor = "7",
            },
            Bytes with
            {
                Source = Element.Int32,
                Destination = Element.Int32,
                Weights = ["3", "1", "-4", "1", "50000000", "-9", "2", "6", "-5"],
                Divisor = "1000003",
            },
            Bytes with
            {
                Source = Element.Int16,
                Destination = Element.Int64,
                Weights = ["3", "1", "-40000000009", "1", "5", "-9", "20000000001", "6", "-5"],
                Divisor = "3",
            },
            Bytes with
            {
                Source = Element.Int16,
                Destination = Element.Int64,
                Rows = 5,
                Columns = 8,
                Weights = Numbers(40, i => FormattableString.Invariant($"{((i * 13 % 31) - 9) * 10000000019L}")),
                Divisor = "11",
            },
            Bytes with
            {
                Source = Element.Int32,
                Destination = Element.Int32,
                Rows = 5,
                Columns = 5,
                Weights = Numbers(25, _ => "1"),
                Divisor = "25",
            },
            Bytes with
            {
                Source = Element.Int32,
                Destination = Element.Int32,
                Rows = 5,
                Columns = 5,
                Weights = Outer(["3", "11", "29", "11", "3"], ["13", "29", "57", "29", "13"]),
                Divisor = "8037",
            },
            Bytes with
            {
                Source = Element.Int32,
                Destination = Element.Int64,
                Rows = 5,
                Columns = 5,
                Weights = Outer(["3", "11", "29", "11", "3"], ["-13", "-29", "57", "29", "13"]),
                Strides = [2, 2],
            },
            Bytes with
            {
                Source = Element.Int32,
                Destination = Element.Int64,
                Weights = Outer(["3", "11", "29"], ["-13", "-29", "57"]),
            },
            // Rows of intermediate sums: of rank one and two, and kept below 32,768 by a bias.
            Bytes with
            {
                Rows = 5,
                Columns = 5,
                Weights = Outer(["20", "50", "60", "50", "20"], ["20", "50", "60", "50", "20"]),
                Divisor = "40000",
            },
            Bytes with
            {
                Rows = 5,
                Columns = 5,
                Weights = Outer(["20", "50", "60", "50", "20"], ["-20", "50", "60", "50", "-25"]),
                Divisor = "8192",
            },
            Bytes with
            {
                Rows = 5,
                Columns = 5,
                Weights = Outer(["1", "-2", "3", "-2", "1"], ["1", "4", "6", "4", "1"]),
                Destination = Element.Int16,
            },
            Bytes with
            {
                Rows = 7,
                Columns = 7,
                Weights = Sum(
                    Outer(["1", "2", "3", "4", "3", "2", "1"], ["1", "1", "2", "2", "2", "1", "1"]),
                    Outer(["1", "1", "1", "1", "1", "1", "1"], ["1", "2", "-3", "4", "-3", "2", "1"])
                ),
                Divisor = "100",
            },
            Bytes with
            {
                Rows = 5,
                Columns = 5,
                Weights = Binomial,
                Divisor = "256",
                PixelChannels = 3,
                Border = Outside.Wrap,
            },
            Bytes with
            {
                Rows = 5,
                Columns = 5,
                Weights = Binomial,
                Source = Element.Int16,
                Destination = Element.Int16,
                Divisor = "256",
            },
            Bytes with
            {
                Rows = 5,
                Columns = 5,
                Weights = Binomial,
                Source = Element.UInt16,
                Destination = Element.UInt16,
                Divisor = "256",
                Strides = [2, 1],
            },
            // Distances between taps, steps between outputs, weights that arrive at run time, one axis.
            Bytes with
            {
                Strides = [2, 2],
                Divisor = "36",
            },
            Bytes with
            {
                Strides = [1, 3],
                Dilations = [2, 2],
                Divisor = "32",
                Destination = Element.Int16,
            },
            Bytes with
            {
                Dilations = [2, 3],
                Divisor = "36",
            },
            Bytes with
            {
                Rows = 3,
                Columns = 3,
                Weights = [],
                Kernel = Element.SByte,
                Destination = Element.Int32,
            },
            Bytes with
            {
                Rows = 3,
                Columns = 3,
                Weights = [],
                Kernel = Element.Int16,
                Destination = Element.Byte,
                Mode = Window.Valid,
            },
            Bytes with
            {
                Rows = 5,
                Columns = 5,
                Weights = [],
                Kernel = Element.SByte,
                Source = Element.Int16,
                Destination = Element.Int64,
            },
            new(1, 1, 33, Numbers(33, i => FormattableString.Invariant($"{i - 16}")))
            {
                Source = Element.Int16,
                Destination = Element.Int32,
                Border = Outside.Wrap,
            },
            new(1, 1, 31, Numbers(31, i => FormattableString.Invariant($"{i - 9}")))
            {
                Source = Element.Byte,
                Destination = Element.Byte,
                Divisor = "300",
                Mode = Window.Valid,
            },
            new(1, 1, 8, ["1", "2", "3", "4", "4", "3", "2", "1"])
            {
                Source = Element.Int16,
                Destination = Element.Int16,
                Divisor = "20",
                Strides = [2],
            },
        ];

    private static string[] Numbers(int count, Func<int, string> weight) => [.. Enumerable.Range(0, count).Select(weight)];

    private static string[] Outer(string[] column, string[] row) =>
        [.. column.SelectMany(a => row.Select(b => (Number(a) * Number(b)).ToString(CultureInfo.InvariantCulture)))];

    private static string[] Sum(string[] first, string[] second) =>
        [.. first.Zip(second, (a, b) => (Number(a) + Number(b)).ToString(CultureInfo.InvariantCulture))];

    private static string[] Decimals(int count) =>
        Numbers(count, i => FormattableString.Invariant($"{((i * 7919 % 4099) - 2049) * 0.000037m}"));

    /// <summary>The same from the left and from the right.</summary>
    private static string[] Symmetric(int rows, int columns) =>
        Numbers(
            rows * columns,
            i => FormattableString.Invariant($"0.{(i / columns * columns) + Math.Min(i % columns, columns - 1 - (i % columns)) + 1}")
        );

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
