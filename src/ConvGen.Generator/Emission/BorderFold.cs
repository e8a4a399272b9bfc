using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission;

/// <summary>Prints where the samples are that stand for those outside the source.</summary>
internal static class BorderFold
{
    /// <summary>
    /// Prints <c>Fold</c>, which finds the sample that stands for one outside the source. One step back is enough unless the source is smaller than the window; only then is
    /// there a division.
    /// </summary>
    public static void Emit(SourceWriter writer, BorderMode border)
    {
        (string picture, string once, string[] often) = border switch
        {
            BorderMode.Replicate => ("aaa|abcd|ddd", "index < 0 ? 0 : length - 1", Array.Empty<string>()),
            BorderMode.Wrap => ("bcd|abcd|abc", "index < 0 ? index + length : index - length", ["folded = index % length;", "return folded < 0 ? folded + length : folded;"]),
            BorderMode.Symmetric => ("cba|abcd|dcb", "index < 0 ? -1 - index : (2 * length) - 1 - index",
            [
                "nint period = 2 * length;",
                "folded = index % period;",
                "folded = folded < 0 ? folded + period : folded;",
                "return folded < length ? folded : period - 1 - folded;",
            ]),
            BorderMode.Reflect101 => ("dcb|abcd|cba", "index < 0 ? -index : (2 * (length - 1)) - index",
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
            ]),
            _ => throw new ArgumentOutOfRangeException(nameof(border), border, "no sample of the source stands for one outside"),
        };
        writer.Line($"/// <summary>The place inside a line of the given length that stands for a place outside it: <c>{picture}</c>.</summary>");
        if (often.Length == 0)
        {
            writer.Line($"private static nint Fold(nint index, nint length) => index >= 0 && index < length ? index : {once};");
            writer.Line();
            return;
        }

        // Inside, as most places are, no call is left.
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line("private static nint Fold(nint index, nint length) => index >= 0 && index < length ? index : FoldOutside(index, length);");
        writer.Line();
        using (writer.Block("private static nint FoldOutside(nint index, nint length)"))
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
