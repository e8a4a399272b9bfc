using System.Globalization;
using System.Text;

namespace ConvGen.Analyzers.Tests.Fuzz;

/// <summary>Sources that are small for their work, or large.</summary>
internal static class HostileSources
{
    /// <summary>Kernels that take each step of the generator long.</summary>
    public static string Heavy()
    {
        const string Parameters = "ReadOnlySpan<float> source, int width, int height, Span<float> destination";
        string[] kernels =
        [
            Grid(60, 60, index => "1/" + Digits(index, 20)),
            Grid(1, 6000, index => Text(index % 201)),
            Grid(50, 100, index => "0." + Digits(index, 17)),
            Grid(80, 80, index => Text((index / 80 % 7) + (index % 80))),
        ];
        StringBuilder source = new("using System;\nusing ConvGen;\npublic static partial class Heavy\n{\n");
        for (int index = 0; index < kernels.Length; index++)
        {
            source.Append(
                CultureInfo.InvariantCulture,
                $"[Correlation, Kernel(\"{kernels[index]}\")]\npublic static partial void M{index}({Parameters});\n"
            );
        }

        return source.Append("}\n").ToString();
    }

    /// <summary>A text of so many values.</summary>
    public static string Grid(int rows, int columns, Func<int, string> value) =>
        string.Join(
            "; ",
            Enumerable.Range(0, rows).Select(row => string.Join(' ', Enumerable.Range(row * columns, columns).Select(value)))
        );

    /// <summary>Digits that look like chance; the first is none that could be left out, and the last makes an odd number.</summary>
    public static string Digits(int seed, int count)
    {
        StringBuilder digits = new(count);
        ulong state = ((ulong)seed * 2654435761) + 88172645463325252;
        for (int index = 0; index < count; index++)
        {
            (state, ulong digit) = Next(state);
            digits.Append(
                (char)(
                    '0'
                    + (
                        index == 0 ? (digit % 9) + 1
                        : index == count - 1 ? (digit % 5 * 2) + 1
                        : digit % 10
                    )
                )
            );
        }

        return digits.ToString();
    }

    private static (ulong State, ulong Digit) Next(ulong state)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (state, state >> 32);
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
