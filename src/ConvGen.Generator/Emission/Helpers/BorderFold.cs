using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Helpers;

/// <summary>Prints where the samples are that stand for those outside the source.</summary>
internal static class BorderFold
{
    /// <summary>
    /// Requests a function, and returns its name, from a place along a line of a source and the length of that line to the place that
    /// stands for it.
    /// </summary>
    public static string Use(SourceWriter writer, BorderMode border) => writer.Use(new HelperKey(HelperKind.Fold, Border: border));

    /// <summary>How a border mode folds a place outside a line to one inside.</summary>
    /// <param name="border">The mode.</param>
    /// <returns>
    /// A picture of it, seen from a row abcd, the first step back from a place outside, and what is done where that is not enough: nothing
    /// where it always is.
    /// </returns>
    public static (string Picture, string Once, string[] Often) Steps(BorderMode border) =>
        border switch
        {
            BorderMode.Replicate => ("aaa|abcd|ddd", "index < 0 ? 0 : length - 1", Array.Empty<string>()),
            BorderMode.Wrap => (
                "bcd|abcd|abc",
                "index < 0 ? index + length : index - length",
                ["folded = index % length;", "return folded < 0 ? folded + length : folded;"]
            ),
            BorderMode.Symmetric => (
                "cba|abcd|dcb",
                "index < 0 ? -1 - index : (2 * length) - 1 - index",
                [
                    "nint period = 2 * length;",
                    "folded = index % period;",
                    "folded = folded < 0 ? folded + period : folded;",
                    "return folded < length ? folded : period - 1 - folded;",
                ]
            ),
            BorderMode.Reflect101 => (
                "dcb|abcd|cba",
                "index < 0 ? -index : (2 * (length - 1)) - index",
                [
                    "if (length == 1)",
                    "{",
                    "    return 0;",
                    "}",
                    "",
                    "nint period = 2 * (length - 1);",
                    "folded = index % period;",
                    "folded = folded < 0 ? folded + period : folded;",
                    "return folded < length ? folded : period - folded;",
                ]
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(border), border, "no sample of the source stands for one outside"),
        };

    /// <summary>
    /// Prints it: it finds the sample that stands for one outside the source. One step back is enough unless the source is smaller than the
    /// window; only then is
    /// there a division.
    /// </summary>
    public static void Emit(SourceWriter writer, HelperKey key)
    {
        string name = key.Name;
        (string picture, string once, string[] often) = Steps(key.Border);
        writer.Line(
            $"/// <summary>The place inside a line of the given length that stands for a place outside it: <c>{picture}</c>.</summary>"
        );
        if (often.Length == 0)
        {
            writer.Line($"internal static nint {name}(nint index, nint length) => index >= 0 && index < length ? index : {once};");
            writer.Line();
            return;
        }

        // Inside, as most places are, no call is left.
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line(
            $"internal static nint {name}(nint index, nint length) => index >= 0 && index < length ? index : {name}Outside(index, length);"
        );
        writer.Line();
        using (writer.Block($"private static nint {name}Outside(nint index, nint length)"))
        {
            writer.Line($"nint folded = {once};");
            using (writer.Block("if (folded >= 0 && folded < length)"))
            {
                writer.Line("return folded;");
            }

            writer.Line();
            writer.Lines(often);
        }

        writer.Line();
    }
}
