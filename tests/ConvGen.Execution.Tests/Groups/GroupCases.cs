using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Groups;

/// <summary>Declarations of several kernels in one pass, and of scaled and masked results.</summary>
internal static class GroupCases
{
    private static readonly string[] Combinations = ["Magnitude", "AbsoluteSum", "Maximum", "Minimum", "Sum"];

    private static readonly Element[] Types =
    [
        Element.Byte,
        Element.SByte,
        Element.Int16,
        Element.UInt16,
        Element.Int32,
        Element.Single,
        Element.Double,
    ];

    public static readonly string[] Slopes = ["SobelKernel(global::ConvGen.Axis.Columns)", "SobelKernel(global::ConvGen.Axis.Rows)"];

    public static readonly string[] Three = [.. Slopes, "Kernel(\"3 1 -4; 1 -5 9; 2 6 -5\", Divisor = 4)"];

    /// <summary>Types of source and destination with every combination, borders and modes taken in turn.</summary>
    public static IEnumerable<GroupDeclared> Combined()
    {
        string[] options =
        [
            "Border = global::ConvGen.BorderMode.Reflect101",
            "Border = global::ConvGen.BorderMode.Constant",
            "Border = global::ConvGen.BorderMode.Replicate",
            "Border = global::ConvGen.BorderMode.Wrap",
            "Border = global::ConvGen.BorderMode.Symmetric",
            "Mode = global::ConvGen.OutputMode.Valid",
            "BorderValue = 7",
        ];
        int turn = 0;
        foreach (Element source in Types.Append(Element.Half))
        {
            foreach (Element destination in Types.Append(Element.Int64).Append(Element.Half))
            {
                foreach (string combine in Combinations)
                {
                    turn++;
                    bool isThree = turn % 3 == 0;
                    yield return new GroupDeclared(source, destination, isThree ? Three : Slopes, isThree ? [8, 8, 9] : [8, 8])
                    {
                        Combine = combine,
                        Options = options[turn % options.Length],
                        PixelChannels = turn % 11 == 0 ? 3 : 1,
                        HasPitches = turn % 4 == 0,
                        Operation = turn % 5 == 0 ? "Convolution" : "Correlation",
                    };
                }
            }
        }
    }

    public static IEnumerable<GroupDeclared> Scaled()
    {
        int turn = 0;
        foreach (Element source in Types)
        {
            foreach (Element destination in Types.Append(Element.Half).Append(Element.Int64))
            {
                turn++;
                yield return new(source, destination, [Slopes[turn % 2]], [8]) { HasScale = turn % 3 != 1, HasOffset = turn % 3 != 2 };
                yield return new(source, destination, ["Kernel(\"1 2 1; 2 4 2; 1 2 1\", Divisor = 7)"], [16.0 / 7])
                {
                    HasScale = true,
                    HasFractions = true,
                    PixelChannels = (turn % 2) + 1,
                };
                yield return new(source, destination, Slopes, [8, 8])
                {
                    Combine = Combinations[turn % 5],
                    HasScale = true,
                    HasOffset = true,
                    HasPitches = turn % 2 == 0,
                };
            }
        }
    }

    public static IEnumerable<GroupDeclared> Separated()
    {
        int turn = 0;
        foreach (Element source in Types)
        {
            foreach (Element destination in Types)
            {
                turn++;
                yield return new(source, destination, turn % 2 == 0 ? Three : Slopes, [8, 8, 9])
                {
                    HasPitches = turn % 3 == 0,
                    HasScale = turn % 5 == 0,
                    HasFractions = turn % 2 == 0,
                    PixelChannels = turn % 4 == 0 ? 4 : 1,
                    Kept = turn % 4 == 0 && source == destination ? [3] : [],
                    Options = turn % 7 == 0 ? "Mode = global::ConvGen.OutputMode.Valid" : "Border = global::ConvGen.BorderMode.Symmetric",
                };
                yield return new(source, destination, ["Kernel(\"1 -3 2\")", "Kernel(\"4 1 1\", Divisor = 6)"], [6, 1])
                {
                    Axes = 1,
                    Combine = turn % 2 == 0 ? Combinations[turn % 5] : "",
                    PixelChannels = (turn % 3) + 1,
                };
            }
        }
    }

    public static IEnumerable<GroupDeclared> Masked()
    {
        foreach (Element type in Types.Append(Element.Half))
        {
            foreach (
                (int channels, int[] kept) in new (int, int[])[]
                {
                    (2, [0]),
                    (3, [1]),
                    (4, [3]),
                    (4, [0, 2]),
                    (5, [4]),
                    (6, [1, 5]),
                    (7, [0]),
                }
            )
            {
                yield return new(type, type, ["Kernel(\"1 2 1; 2 4 2; 1 2 1\", Divisor = 16)"], [1])
                {
                    PixelChannels = channels,
                    Kept = kept,
                    HasPitches = kept[0] == 1,
                };
            }

            yield return new(type, type, Slopes, [8, 8])
            {
                Combine = "Magnitude",
                PixelChannels = 4,
                Kept = [3],
            };

            // Sums that are formed one axis after the other, and sums that are scaled.
            yield return new(type, type, ["GaussianKernel(1.4)"], [1]) { PixelChannels = 4, Kept = [3] };
            yield return new(type, type, ["Kernel(\"1 2 1; 2 4 2; 1 2 1\", Divisor = 7)"], [16.0 / 7])
            {
                HasScale = true,
                HasOffset = true,
                HasFractions = true,
                PixelChannels = 4,
                Kept = [0],
            };
        }
    }

    /// <summary>Types, channels and kernels of which each makes another kind of sum; what is kept, borders and pitches in turn.</summary>
    public static IEnumerable<GroupDeclared> KeptAtStores()
    {
        // The gain of the kernel whose windows hang from their last column.
        const double Anchored = 48;
        (string Kernel, double Gain, int Axes)[] kernels =
        [
            ("Kernel(\"1 4 6 4 1; 4 16 24 16 4; 6 24 36 24 6; 4 16 24 16 4; 1 4 6 4 1\", Divisor = 256)", 1, 2),
            ("Kernel(\"-4 4 -5; -1 15 -1; 8 1 -1\", Divisor = 16)", 2.5, 2),
            ("Kernel(\"3 1 -4 2; 1 -5 9 7; 2 6 -5 3\")", Anchored, 2),
            ("Kernel(\"1 -3 2\")", 6, 1),
            ("Kernel(\"7 -3 2 5; 1 -9 4 4; 3 3 8 -2; 6 5 -5 1\", Divisor = 100)", 0.7, 2),
        ];
        string[] borders = ["Reflect101", "Constant", "Replicate", "Wrap", "Symmetric"];
        int turn = 0;
        foreach (Element type in Types)
        {
            foreach (int channels in new[] { 2, 3, 4, 5, 8, 9, 16, 17 })
            {
                foreach ((string kernel, double gain, int axes) in kernels)
                {
                    turn++;
                    bool dilates = turn % 6 == 0 && axes == 2;
                    yield return new(type, type, [kernel], [gain])
                    {
                        Axes = axes,
                        PixelChannels = channels,
                        Kept = turn % 3 == 0 && channels > 2 ? [0, channels - 1] : [turn % channels],
                        HasPitches = turn % 4 == 0 && axes == 2,
                        HasFractions = kernel.Contains("Divisor", StringComparison.Ordinal),
                        Operation = turn % 5 == 0 ? "Convolution" : "Correlation",
                        Options =
                            $"Border = global::ConvGen.BorderMode.{borders[turn % borders.Length]}"
                            + (dilates ? ", Dilation = 2" : "")
                            + (gain == Anchored ? ", Anchor = new[] { 0, 3 }" : ""),
                    };
                }
            }
        }
    }
}
