using System.Globalization;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Properties;

/// <summary>A few hundred random declarations, compiled once for all classes of tests; the chosen ones have code for all widths.</summary>
internal static class PropertyTrials
{
    private const int Count = 240;

    /// <summary>Weights of bytes whose sums take 32 bits.</summary>
    private static readonly string[] Uneven = [.. "-61 90 119 40 101 -77 88 95 115".Split(' ')];

    /// <summary>What random draws seldom hit: kernels for which the planner has a way of its own.</summary>
    private static readonly Declared[] Chosen =
    [
        new(2, 8, 8, [.. Enumerable.Range(1, 64).Select(i => $"{(i * i * 31 % 101) - 50.5:F1}")]) { Border = Outside.Symmetric },
        new(2, 3, 3, ["-4", "4", "-5", "-1", "15", "-1", "8", "1", "-1"])
        {
            Divisor = "16",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Reflect101,
        },
        new(2, 3, 3, ["120", "60", "-30", "7", "11", "-9", "5", "-4", "8"])
        {
            Source = Element.Byte,
            Destination = Element.UInt16,
            Border = Outside.Replicate,
        },
        new(2, 5, 5, Products([11, 39, 99, 41, 10], [10, 40, 100, 40, 9]))
        {
            Divisor = "40000",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Wrap,
        },
        new(
            2,
            7,
            7,
            [
                .. "-11 5 16 20 -10 -9 -4 -10 24 -4 -2 -11 13 6 -5 3 -9 -2 -9 -6 6 7 -3 21 23 8 23 15 -5 3 -6 -8 -2 -10 15 13 -11 -9 14 11 14 -1 -4 -11 5 9 -12 8 20".Split(
                    ' '
                ),
            ]
        )
        {
            Divisor = "128",
            Source = Element.Byte,
            Destination = Element.Byte,
        },
        new(2, 6, 6, Products([1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1]))
        {
            Divisor = "36",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Reflect101,
        },
        new(2, 3, 3, Products([1, 2, 1], [-1, 0, 1]))
        {
            Source = Element.Byte,
            Destination = Element.Int16,
            Border = Outside.Reflect101,
        },
        new(2, 9, 9, [.. Enumerable.Range(1, 81).Select(i => $"{(i * i * 37 % 241) - 120}")])
        {
            Divisor = "4096",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Symmetric,
        },
        new(2, 3, 24, [.. Enumerable.Range(1, 72).Select(i => $"{(i * i * 41 % 301) - 150}")])
        {
            Source = Element.Int16,
            Destination = Element.Int32,
            IsConvolution = true,
        },
        new(2, 5, 5, [.. "-1 -4 -6 -4 -1 -4 -16 -24 -16 -4 -6 -24 476 -24 -6 -4 -16 -24 -16 -4 -1 -4 -6 -4 -1".Split(' ')])
        {
            Divisor = "256",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Replicate,
        },
        new(
            2,
            7,
            7,
            [
                .. Products([1, 2, 3, 4, 3, 2, 1], [1, 0, 1, 0, 1, 0, 1])
                    .Zip(Products([1, 1, 1, 0, 1, 1, 1], [0, 1, 0, 1, 0, 1, 0]), (a, b) => a == "0" ? b : a),
            ]
        )
        {
            Source = Element.Byte,
            Destination = Element.Int16,
        },
        new(2, 3, 3, [.. "-3 -3 -3 3 40 -3 5 5 -5".Split(' ')])
        {
            Divisor = "16",
            Source = Element.Int32,
            Destination = Element.Int32,
            Border = Outside.Wrap,
        },
        new(2, 3, 3, Products([3, -10, 7], [-1, 5, 2]))
        {
            Source = Element.Int32,
            Destination = Element.Int64,
            Border = Outside.Reflect101,
        },
        new(2, 5, 8, [.. "1 3 1 1 1 1 1 1 1 1 1 1 1 1 1 3 1 1 1 1 40 1 1 1 1 3 1 1 3 1 1 1 3 3 3 1 1 1 3 1".Split(' ')])
        {
            Divisor = "360",
            Source = Element.Int16,
            Destination = Element.Int64,
            Border = Outside.Reflect101,
        },
        new(2, 5, 5, [.. Enumerable.Range(1, 25).Select(i => $"{(i * i * 29 % 61) - 30}")])
        {
            Divisor = "64",
            Source = Element.UInt16,
            Destination = Element.UInt16,
            Border = Outside.Symmetric,
        },
        new(2, 5, 7, Products([1, 4, 6, 4, 1], [2, 7, 14, 18, 14, 7, 2]))
        {
            Divisor = "1024",
            Mode = Window.Full,
            Border = Outside.Symmetric,
        },
        new(2, 5, 5, Products([1, 4, 6, 4, 1], [1, 4, 6, 4, 1]))
        {
            Divisor = "256",
            Source = Element.Byte,
            Destination = Element.Byte,
            PixelChannels = 3,
            Border = Outside.Reflect101,
        },
        new(2, 4, 5, Products([1, 3, 3, 1], [1, 4, 6, 4, 1]))
        {
            Divisor = "128",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Reflect101,
        },
        new(2, 3, 4, Products([2, 5, 3], [1, -2, 4, 1]))
        {
            Divisor = "20",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Replicate,
        },
        new(2, 3, 3, Products([1, 2, 1], [3, 5, 3]))
        {
            Divisor = "44",
            Source = Element.Byte,
            Destination = Element.Byte,
            PixelChannels = 3,
            Border = Outside.Symmetric,
        },
        new(2, 5, 4, Products([1, 4, 6, 4, 1], [1, 0, 2, -1]))
        {
            Divisor = "32",
            Source = Element.Byte,
            Destination = Element.Byte,
            Dilations = [1, 2],
            Border = Outside.Reflect101,
        },
        new(2, 4, 3, Products([0, 1, 2, 0], [1, 2, 1]))
        {
            Divisor = "12",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Reflect101,
        },
        new(2, 5, 5, Products([1, 4, 6, 4, 1], [-1, -2, 0, 2, 1]))
        {
            Source = Element.Int32,
            Destination = Element.Int32,
            Border = Outside.Symmetric,
        },
        new(2, 3, 3, [.. "-3 -5 -7 9 11 2 4 -6 8".Split(' ')])
        {
            Source = Element.Byte,
            Destination = Element.Int16,
            Border = Outside.Wrap,
        },
        new(2, 5, 5, Products([1, 4, 6, 4, 1], [1, 4, 6, 4, 1]))
        {
            Divisor = "256",
            Source = Element.UInt16,
            Destination = Element.Single,
            Dilations = [1, 2],
            Mode = Window.Padded,
            Paddings = [3, 12, 0, 9],
            Border = Outside.Replicate,
        },
        new(2, 9, 1, [.. "7 -6 7 4 -7 4 -2 4 3".Split(' ')])
        {
            Divisor = "128",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Reflect101,
        },
        new(2, 5, 1, [.. "-5 13 48 13 -5".Split(' ')])
        {
            Divisor = "64",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Wrap,
        },
        new(1, 1, 64, [.. Enumerable.Range(1, 64).Select(i => $"{(i * i * 31 % 101) - 50.5:F1}")])
        {
            Strides = [4],
            Border = Outside.Symmetric,
        },
        new(2, 5, 5, [.. Enumerable.Range(1, 25).Select(i => $"{(i * i * 29 % 61) - 30}")])
        {
            Divisor = "64",
            Source = Element.Byte,
            Destination = Element.Byte,
            Strides = [2, 2],
            Border = Outside.Reflect101,
        },
        new(2, 3, 4, [.. Enumerable.Range(1, 12).Select(i => $"{(i * i * 29 % 61) - 30}")])
        {
            Source = Element.UInt16,
            Destination = Element.Int64,
            Strides = [1, 4],
            Dilations = [2, 1],
            Border = Outside.Wrap,
        },
        new(2, 4, 3, [.. Enumerable.Range(1, 12).Select(i => $"{(i * i * 29 % 61) - 30.5:F1}")])
        {
            Source = Element.Double,
            Destination = Element.Double,
            Strides = [3, 2],
            BorderValue = "7",
        },
        new(2, 9, 9, [.. Enumerable.Range(1, 81).Select(i => $"{(i * i * 37 % 41) - 20}")])
        {
            Divisor = "256",
            Source = Element.Byte,
            Destination = Element.Byte,
            Strides = [2, 2],
            Border = Outside.Symmetric,
        },
        new(2, 4, 6, [.. Enumerable.Range(1, 24).Select(i => $"{(i * i * 29 % 61) - 30}")])
        {
            Divisor = "64",
            Source = Element.Byte,
            Destination = Element.Int16,
            Strides = [1, 3],
            PixelChannels = 2,
            Border = Outside.Replicate,
        },
        new(2, 5, 5, Products([1, 4, 6, 4, 1], [1, 4, 6, 4, 1]))
        {
            Divisor = "256",
            Strides = [2, 2],
            Border = Outside.Reflect101,
        },
        new(2, 5, 5, Products([1, 4, 6, 4, 1], [1, 4, 6, 4, 1]))
        {
            Divisor = "256",
            Source = Element.Byte,
            Destination = Element.Byte,
            Strides = [2, 2],
            PixelChannels = 3,
            BorderValue = "9",
        },
        new(2, 5, 5, Products([1, 4, 6, 4, 1], [1, 4, 6, 4, 1]))
        {
            Divisor = "256",
            Source = Element.Byte,
            Destination = Element.Byte,
            Strides = [2, 2],
            Border = Outside.Reflect101,
        },
        new(2, 5, 5, Products([1, 4, 6, 4, 1], [1, 4, 6, 4, 1]))
        {
            Divisor = "256",
            Source = Element.Byte,
            Destination = Element.Byte,
            Strides = [2, 2],
            PixelChannels = 3,
            Border = Outside.Reflect101,
        },
        new(2, 3, 4, Products([1, 2, 1], [-1, 3, -2, 5]))
        {
            Source = Element.Byte,
            Destination = Element.Int16,
            Strides = [1, 2],
            PixelChannels = 2,
            Border = Outside.Symmetric,
            IsConvolution = true,
        },
        new(2, 4, 7, Products([3, 1, 2, 5], [100, -30, 7, 200, 90, 1, 40]))
        {
            Source = Element.Byte,
            Destination = Element.Int32,
            Strides = [3, 2],
            PixelChannels = 4,
            Mode = Window.Full,
            Border = Outside.Replicate,
        },
        new(2, 2, 2, Products([90, 50], [3, 7]))
        {
            Divisor = "20",
            Source = Element.Byte,
            Destination = Element.UInt16,
            Strides = [2, 2],
            Mode = Window.Valid,
        },
        new(2, 3, 5, Products([1, 2, 1], [1, 4, 6, 4, 1]))
        {
            Divisor = "64",
            Source = Element.SByte,
            Destination = Element.SByte,
            Strides = [2, 2],
            Mode = Window.Padded,
            Paddings = [3, 12, 0, 9],
            Border = Outside.Reflect101,
        },
        new(2, 5, 5, Products([1, 4, 6, 4, 1], [1, 4, 6, 4, 1]))
        {
            Divisor = "256",
            Source = Element.UInt16,
            Destination = Element.UInt16,
            Strides = [2, 2],
            Border = Outside.Reflect101,
        },
        new(2, 3, 6, Products([1, 2, 1], [1, 4, 6, 4, 1, 3]))
        {
            Divisor = "256",
            Source = Element.Double,
            Destination = Element.Double,
            Strides = [2, 4],
            PixelChannels = 3,
            Border = Outside.Replicate,
        },
        new(2, 5, 7, Products([1, 2, 3, 2, 1], [1, 4, 6, 4, 1, 0, 2]))
        {
            Divisor = "162",
            Source = Element.UInt16,
            Destination = Element.UInt16,
            Strides = [1, 3],
            Border = Outside.Wrap,
        },
        new(
            2,
            6,
            5,
            [
                .. Products([3, 1, 2, 5, 4, 1], [1, 5, 2, 4, 3])
                    .Zip(
                        Products([1, 2, 1, 3, 1, 2], [2, 1, 3, 1, 4]),
                        (a, b) => $"{int.Parse(a, CultureInfo.InvariantCulture) + int.Parse(b, CultureInfo.InvariantCulture)}"
                    ),
            ]
        )
        {
            Divisor = "64",
            Strides = [2, 2],
            PixelChannels = 4,
            Mode = Window.Full,
            Border = Outside.Symmetric,
        },
        new(2, 7, 6, Products([14, 63, 102, 63, 14, 3, 9], [14, 63, 102, 63, 14, 7]))
        {
            Divisor = "65536",
            Source = Element.Byte,
            Destination = Element.Byte,
            Strides = [3, 4],
            Dilations = [1, 3],
            Border = Outside.Replicate,
            IsConvolution = true,
        },
        new(2, 3, 3, [.. "1 -2 3 4 -5 6 -7 8 5".Split(' ')])
        {
            Source = Element.Int16,
            Destination = Element.Int32,
            Strides = [1, 2],
            PixelChannels = 3,
            Border = Outside.Reflect101,
        },
        new(2, 3, 4, [.. Enumerable.Range(1, 12).Select(i => $"{(i * i * 29 % 61) - 30.5:F1}")])
        {
            Strides = [2, 3],
            Dilations = [1, 2],
            PixelChannels = 3,
            Border = Outside.Wrap,
        },
        new(1, 1, 101, [.. Enumerable.Range(1, 101).Select(i => $"{(i * i * 31 % 401) - 200}")])
        {
            Divisor = "4096",
            Source = Element.Int16,
            Destination = Element.Int16,
            Strides = [2],
            Border = Outside.Reflect101,
        },
        new(1, 1, 90, [.. Enumerable.Range(1, 90).Select(i => $"{(i * i * 31 % 401) - 200}")])
        {
            Source = Element.Int16,
            Destination = Element.Int32,
            Strides = [2],
            Dilations = [3],
            IsConvolution = true,
        },
        new(1, 1, 101, [.. Enumerable.Range(1, 101).Select(i => $"{(i * i * 31 % 401) - 200}")])
        {
            Divisor = "4096",
            Source = Element.Int16,
            Destination = Element.Int16,
            Border = Outside.Symmetric,
            IsConvolution = true,
        },
        new(1, 1, 70, [.. Enumerable.Range(1, 70).Select(i => i * i % 7 > 1 ? "2" : "-3")])
        {
            Divisor = "16",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Reflect101,
        },
        new(2, 3, 35, [.. Enumerable.Range(1, 105).Select(i => $"{(i * i * 37 % 601) - 300}")])
        {
            Source = Element.UInt16,
            Destination = Element.Int32,
            Dilations = [2, 1],
            Border = Outside.Wrap,
        },
        new(1, 1, 129, [.. Enumerable.Range(1, 129).Select(i => $"{(i * i * 29 % 301) - 100}")])
        {
            Divisor = "1024",
            Source = Element.Byte,
            Destination = Element.Byte,
            Mode = Window.Full,
            Border = Outside.Replicate,
        },
        new(2, 5, 5, [.. Enumerable.Range(1, 25).Select(i => $"{(i * i * 29 % 21) - 9}")])
        {
            Divisor = "64",
            Source = Element.Byte,
            Destination = Element.Byte,
            PixelChannels = 3,
            Border = Outside.Reflect101,
        },
        new(2, 7, 7, [.. Enumerable.Range(1, 49).Select(i => $"{(i * i * 31 % 26) - 9}")])
        {
            Divisor = "128",
            Source = Element.Byte,
            Destination = Element.Byte,
            PixelChannels = 3,
            Border = Outside.Symmetric,
        },
        new(2, 5, 4, [.. Enumerable.Range(1, 20).Select(i => $"{(i * i * 31 % 61) - 20}")])
        {
            Source = Element.Byte,
            Destination = Element.UInt16,
            PixelChannels = 2,
            Border = Outside.Replicate,
        },
        new(2, 5, 3, [.. "-4 -6 0 1 -3 9 -5 -11 7 4 8 -4 -3 -5 1".Split(' ')])
        {
            Divisor = "256",
            Source = Element.Byte,
            Destination = Element.Byte,
            PixelChannels = 3,
            Border = Outside.Reflect101,
        },
        new(2, 3, 3, [.. "1 -2 3 4 -5 6 -7 8 5".Split(' ')])
        {
            Source = Element.Byte,
            Destination = Element.Int16,
            PixelChannels = 4,
            Border = Outside.Wrap,
        },
        new(2, 9, 9, [.. Enumerable.Range(1, 81).Select(i => $"{(i * i * 37 % 241) - 120}")])
        {
            Divisor = "4096",
            Source = Element.Byte,
            Destination = Element.Byte,
            PixelChannels = 3,
            IsConvolution = true,
        },
        new(2, 5, 5, [.. Enumerable.Range(1, 25).Select(i => $"{(i * i * 29 % 61) - 30}")])
        {
            Divisor = "64",
            Source = Element.UInt16,
            Destination = Element.UInt16,
            Dilations = [1, 2],
            Border = Outside.Symmetric,
        },
        new(2, 5, 5, [.. Enumerable.Range(1, 25).Select(i => $"{(i * i * 37 % 125) - 60}")])
        {
            Divisor = "256",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Reflect101,
        },
        new(
            2,
            5,
            5,
            [
                .. Enumerable
                    .Range(0, 25)
                    .Select(i =>
                        i switch
                        {
                            0 => "100",
                            1 => "50",
                            21 => "-90",
                            22 => "-60",
                            _ => $"{(i * i * i * 29 % 23) - 11}",
                        }
                    ),
            ]
        )
        {
            Divisor = "256",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Symmetric,
        },
        new(
            2,
            4,
            6,
            [
                .. Enumerable
                    .Range(0, 24)
                    .Select(i =>
                        i switch
                        {
                            0 => "100",
                            1 => "50",
                            16 => "-90",
                            17 => "-60",
                            _ => $"{(i * i * i * 29 % 23) - 11}",
                        }
                    ),
            ]
        )
        {
            Divisor = "16",
            Source = Element.Byte,
            Destination = Element.Int16,
            Border = Outside.Replicate,
        },
        new(2, 5, 5, [.. "10 4 4 13 15 13 10 9 16 6 10 11 14 11 8 4 13 10 12 16 14 4 12 7 11".Split(' ')])
        {
            Divisor = "256",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Wrap,
        },
        new(2, 7, 7, [.. Enumerable.Range(1, 49).Select(i => $"{(i * i * 31 % 71) - 30}")])
        {
            Divisor = "3",
            Source = Element.Byte,
            Destination = Element.Int16,
            Border = Outside.Symmetric,
        },
        new(2, 4, 6, [.. Enumerable.Range(1, 24).Select(i => $"{(i * i * 29 % 61) - 10}")])
        {
            Source = Element.Byte,
            Destination = Element.UInt16,
            IsConvolution = true,
        },
        new(2, 9, 9, [.. Enumerable.Range(1, 81).Select(i => $"{(i * i * 37 % 41) - 20}")])
        {
            Divisor = "256",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Replicate,
        },
        new(2, 10, 12, [.. Enumerable.Range(1, 120).Select(i => $"{(i * i * 37 % 41) - 20}")])
        {
            Divisor = "512",
            Source = Element.Byte,
            Destination = Element.SByte,
            Border = Outside.Symmetric,
        },
        new(2, 11, 15, [.. Enumerable.Range(1, 165).Select(i => $"{(i * i * 37 % 81) - 40}")])
        {
            Divisor = "1000",
            Source = Element.Byte,
            Destination = Element.Byte,
            Mode = Window.Full,
        },
        new(2, 8, 7, [.. Enumerable.Range(1, 56).Select(i => $"{(i * i * 41 % 61) - 30}")])
        {
            Divisor = "128",
            Source = Element.Byte,
            Destination = Element.Byte,
            PixelChannels = 3,
            Border = Outside.Reflect101,
        },
        new(2, 3, 5, [.. Enumerable.Range(1, 15).Select(i => $"{(i * i * 41 % 101) - 50}")])
        {
            Divisor = "128",
            Source = Element.Byte,
            Destination = Element.Int16,
            Dilations = [1, 2],
            Border = Outside.Reflect101,
        },
        new(1, 1, 131, [.. Enumerable.Range(1, 131).Select(i => $"{(i * i * 31 % 25) - 12}")])
        {
            Divisor = "64",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Reflect101,
        },
        new(1, 1, 150, [.. Enumerable.Range(1, 150).Select(i => $"{(i * i * 31 % 61) - 30}")])
        {
            Source = Element.Byte,
            Destination = Element.UInt16,
            Mode = Window.Full,
            Border = Outside.Wrap,
            IsConvolution = true,
        },
        new(2, 9, 8, [.. Enumerable.Range(1, 72).Select(i => $"{(i * i * 41 % 301) - 150}")])
        {
            Source = Element.Int16,
            Destination = Element.Int32,
            PixelChannels = 3,
            Border = Outside.Reflect101,
        },
        new(1, 1, 71, [.. Enumerable.Range(1, 71).Select(i => $"{(i * i * 31 % 401) - 200}")])
        {
            Divisor = "1024",
            Source = Element.Int16,
            Destination = Element.Int16,
            Dilations = [3],
            Border = Outside.Symmetric,
        },
        new(2, 3, 3, Uneven)
        {
            Divisor = "100",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Reflect101,
        },
        new(2, 3, 3, Uneven)
        {
            Divisor = "159",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Symmetric,
        },
        new(2, 3, 3, Uneven)
        {
            Divisor = "273",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Replicate,
        },
        new(2, 3, 3, Uneven)
        {
            Divisor = "360",
            Source = Element.Byte,
            Destination = Element.Byte,
            PixelChannels = 3,
            Border = Outside.Wrap,
        },
        new(2, 3, 3, Uneven)
        {
            Divisor = "100",
            Source = Element.Byte,
            Destination = Element.SByte,
            Border = Outside.Reflect101,
        },
        new(2, 3, 3, Uneven)
        {
            Divisor = "273",
            Source = Element.Byte,
            Destination = Element.SByte,
            Border = Outside.Symmetric,
        },
        new(2, 3, 3, Uneven)
        {
            Divisor = "360",
            Source = Element.Byte,
            Destination = Element.Int16,
            Border = Outside.Replicate,
        },
        new(2, 3, 3, Uneven)
        {
            Divisor = "100",
            Source = Element.Byte,
            Destination = Element.UInt16,
            Border = Outside.Wrap,
        },
        new(2, 3, 3, Uneven)
        {
            Divisor = "159",
            Source = Element.UInt16,
            Destination = Element.UInt16,
            Border = Outside.Reflect101,
        },
        new(2, 3, 3, Uneven)
        {
            Divisor = "273",
            Source = Element.Int16,
            Destination = Element.Int16,
            Border = Outside.Symmetric,
        },
        new(2, 3, 3, Uneven)
        {
            Divisor = "200",
            Source = Element.Int16,
            Destination = Element.Byte,
            Border = Outside.Replicate,
        },
        new(2, 5, 5, [.. "1 4 7 4 1 4 16 26 16 4 7 26 41 26 7 4 16 26 16 4 1 4 7 4 1".Split(' ')])
        {
            Divisor = "273",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Reflect101,
        },
        new(2, 5, 5, Products([11, 39, 99, 41, 10], [10, 40, 100, 40, 9]))
        {
            Divisor = "38912",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Wrap,
        },
        new(2, 3, 3, [.. "-1 -1 -1 -1 9 -1 -1 -1 -1".Split(' ')])
        {
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Reflect101,
        },
        new(2, 3, 3, [.. "-2 -4 -2 -4 40 -4 -2 -4 -2".Split(' ')])
        {
            Divisor = "8",
            Source = Element.UInt16,
            Destination = Element.UInt16,
            Border = Outside.Symmetric,
        },
        new(2, 3, 3, Products([-1, 0, 1], [1, 2, 1]))
        {
            Source = Element.Byte,
            Destination = Element.Int16,
            Border = Outside.Replicate,
        },
        new(2, 3, 3, Products([1, 1, 1], [1, 1, 1]))
        {
            Source = Element.Byte,
            Destination = Element.UInt16,
            Border = Outside.Wrap,
        },
        new(2, 3, 3, Products([43, 170, 43], [43, 170, 43]))
        {
            Divisor = "65536",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Reflect101,
        },
        new(2, 3, 3, [.. "-3 -5 -7 -2 -4 -6 -9 -1 -8".Split(' ')])
        {
            Source = Element.Int16,
            Destination = Element.Int32,
            Border = Outside.Symmetric,
        },
        new(2, 21, 21, Box(21, 21))
        {
            Divisor = "441",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Reflect101,
        },
        new(2, 17, 18, Box(17, 18))
        {
            Divisor = "306",
            Source = Element.Byte,
            Destination = Element.Byte,
            PixelChannels = 3,
            Border = Outside.Wrap,
        },
        new(2, 16, 20, Box(16, 20))
        {
            Divisor = "320",
            Source = Element.Byte,
            Destination = Element.SByte,
            PixelChannels = 4,
            Border = Outside.Replicate,
        },
        new(2, 13, 15, Box(13, 15))
        {
            Divisor = "195",
            Source = Element.UInt16,
            Destination = Element.UInt16,
            Border = Outside.Symmetric,
        },
        new(2, 5, 14, Box(5, 14))
        {
            Divisor = "7",
            Source = Element.Int16,
            Destination = Element.Int16,
            PixelChannels = 2,
            BorderValue = "-3",
        },
        new(2, 4, 17, Products([1, 2, 2, 1], [.. Enumerable.Repeat(3, 8), .. Enumerable.Repeat(-2, 9)]))
        {
            Source = Element.UInt16,
            Destination = Element.Int32,
            IsConvolution = true,
            Border = Outside.Reflect101,
        },
        new(2, 15, 14, Box(15, 14))
        {
            Divisor = "210",
            Source = Element.Byte,
            Destination = Element.Byte,
            Border = Outside.Wrap,
        },
        new(2, 5, 16, Box(5, 16))
        {
            Divisor = "80",
            Source = Element.Byte,
            Destination = Element.Int16,
            PixelChannels = 3,
            Border = Outside.Reflect101,
        },
        new(2, 6, 17, Box(6, 17)) { Divisor = "102", Border = Outside.Symmetric },
        new(2, 4, 22, Products([1, 2, 3, 1], [.. Enumerable.Repeat(1, 22)]))
        {
            Source = Element.Int16,
            PixelChannels = 3,
            Border = Outside.Replicate,
        },
        new(2, 3, 12, Products([1, 1, 1], [.. Enumerable.Repeat(1 << 20, 12)]))
        {
            Source = Element.Int16,
            Destination = Element.Int64,
            Border = Outside.Replicate,
        },
        new(2, 3, 12, Products([1, 1, 1], [.. Enumerable.Repeat(1 << 20, 12)]))
        {
            Source = Element.Int16,
            Destination = Element.Int64,
            PixelChannels = 2,
            Border = Outside.Wrap,
        },
        new(2, 3, 3, [.. Enumerable.Repeat("1", 9)])
        {
            Divisor = "9",
            Source = Element.Int32,
            Destination = Element.Int32,
            Border = Outside.Reflect101,
        },
        new(2, 5, 5, [.. Enumerable.Repeat("1", 25)])
        {
            Divisor = "25",
            Source = Element.Int32,
            Destination = Element.Int32,
            PixelChannels = 3,
            Border = Outside.Replicate,
        },
        new(2, 3, 3, [.. "-3 5 7 2 -4 6 9 1 -8".Split(' ')])
        {
            Divisor = "10",
            Source = Element.Int32,
            Destination = Element.Int16,
            Border = Outside.Wrap,
        },
        new(2, 3, 3, [.. "-3 5 7 2 -4 6 9 1 -8".Split(' ')])
        {
            Divisor = "3000000",
            Source = Element.Int32,
            Destination = Element.Byte,
            Border = Outside.Symmetric,
        },
        new(2, 3, 4, [.. "-3 5 70000000 2 -4 6 -9 1 8 12 -70 1".Split(' ')])
        {
            Divisor = "1000003",
            Source = Element.Int32,
            Destination = Element.Int32,
            Border = Outside.Reflect101,
        },
        new(1, 1, 7, [.. "-3 5 70000000 2 -4 600000000 8".Split(' ')])
        {
            Divisor = "3",
            Source = Element.Int32,
            Destination = Element.Int64,
            Border = Outside.Replicate,
        },
        new(2, 5, 7, Products([1, 4, 6, 4, 1], [11, 39, -99, 41, 10, 0, 23]))
        {
            Divisor = "480",
            Source = Element.Int32,
            Destination = Element.Int32,
            Border = Outside.Symmetric,
        },
        new(2, 5, 5, Products([3, 11, 29, 11, 3], [13, 29, 57, 29, 13]))
        {
            Divisor = "8037",
            Source = Element.Int32,
            Destination = Element.Int32,
            Strides = [2, 2],
            PixelChannels = 2,
            Border = Outside.Reflect101,
        },
        new(2, 9, 9, Products([1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1, 1, 1, 1]))
        {
            Divisor = "81",
            Source = Element.Int32,
            Destination = Element.Int32,
            Mode = Window.Full,
            Border = Outside.Wrap,
        },
        new(2, 3, 3, [.. "30000000001 5 -7 2 -40000000009 6 9 1 8".Split(' ')])
        {
            Divisor = "50",
            Source = Element.Int16,
            Destination = Element.Int64,
            Border = Outside.Symmetric,
        },
        new(1, 1, 45, [.. Enumerable.Range(1, 45).Select(i => $"{((i * i * 31 % 101) - 50) * 10000000019L}")])
        {
            Divisor = "7",
            Source = Element.Int16,
            Destination = Element.Int64,
            Border = Outside.Wrap,
        },
        new(2, 3, 3, [.. Enumerable.Repeat("1", 9)])
        {
            Divisor = "9",
            Source = Element.UInt16,
            Destination = Element.Int64,
            Border = Outside.Replicate,
        },
    ];

    private static string[] Box(int rows, int columns) => [.. Enumerable.Repeat("1", rows * columns)];

    /// <summary>Declarations for each of which the planner has a way of its own.</summary>
    internal static IReadOnlyList<Declared> ChosenDeclarations => Chosen;

    private static readonly Lazy<Declared[]> Drawn = new(Draw);

    private static readonly Lazy<IReadOnlyList<Trial>> Compiled = new(static () =>
        [.. new TrialBatch(Chosen, new BatchSettings()).Trials, .. new TrialBatch([.. Drawn.Value.Skip(Chosen.Length)]).Trials]
    );

    private static readonly Lazy<IReadOnlyList<string>> Generated = new(static () =>
    {
        string source = Batch.Wrap(Drawn.Value.Select((declared, i) => declared.ToSource(TrialBatch.NameOf(i))));
        return [.. Batch.GenerateMethods(source, new BatchSettings()).Values.Select(HeaderOf)];
    });

    internal static IReadOnlyList<Trial> Trials => Compiled.Value;

    /// <summary>The comment at the beginning of each generated file as one line; nothing is compiled for it.</summary>
    internal static IReadOnlyList<string> Headers => Generated.Value;

    internal static IEnumerable<Trial> ChosenTrials => Trials.Take(Chosen.Length);

    private static string HeaderOf(string text) =>
        string.Join(
            ' ',
            text.Split('\n')
                .TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal) || line.Length == 0)
                .Select(line => line.TrimStart('/').Trim())
        );

    /// <summary>The chosen ones, one for every pair of element types, then more of any kind.</summary>
    private static Declared[] Draw()
    {
        Declared[] pairs = Gen.CollectToArray(
                DeclarationGenerator.Pairs,
                pair => DeclarationGenerator.OfTypes(pair.Source, null, pair.Destination)
            )
            .Sample(1, Seed.Start, 50)[0];
        return [.. Chosen, .. pairs, .. DeclarationGenerator.Any.Sample(Count - pairs.Length, Seed.Start, 50)];
    }

    private static string[] Products(int[] column, int[] row) => [.. from a in column from b in row select $"{a * b}"];
}
