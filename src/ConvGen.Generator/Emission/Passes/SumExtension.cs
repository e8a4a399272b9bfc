using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Passes;

/// <summary>
/// Prints <c>Extend</c>, which gives intermediate sums to columns outside the source: those of the columns that stand for them.
/// </summary>
internal static class SumExtension
{
    /// <summary>Whether it is needed: windows reach beyond the ends of rows.</summary>
    public static bool IsNeeded(KernelParts parts) => parts.ExtendsSums && parts.Model.Mode != OutputMode.Valid;

    public static void Emit(SourceWriter writer, KernelParts parts, Separation separation)
    {
        string type = separation.Intermediate.Keyword();
        int channels = parts.Model.PixelChannels;
        writer.Line(
            "/// <summary>Copies sums [first, past) of each row, whose columns lie outside the source, from those that stand for "
                + "them. Sum 0 belongs to the given element of the source.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (
            writer.Block(
                $"private static void Extend(ref {type} sums, nint pitch, nint rows, nint first, nint past, nint origin, nint width)"
            )
        )
        using (writer.Block("for (nint i = first; i < past; i++)"))
        {
            if (channels == 1)
            {
                writer.Line($"nint place = {BorderFold.Use(writer, parts.Model.Border)}(origin + i, width) - origin;");
            }
            else
            {
                string number = Literals.Of(channels);
                writer.Line(
                    $"nint column = ((origin + i + {Literals.Of(MostOutside(parts))}) / {number}) - "
                        + $"{Literals.Of(MostOutside(parts) / channels)};"
                );
                writer.Line(
                    $"nint place = ({BorderFold.Use(writer, parts.Model.Border)}(column, width) * {number}) + (origin + i - (column "
                        + $"* {number})) - origin;"
                );
            }

            writer.Line($"ref {type} sum = ref Unsafe.Add(ref sums, i);");
            using (writer.Block("for (nint row = 0; row < rows; row++)"))
            {
                writer.Line("sum = Unsafe.Add(ref sum, place - i);");
                writer.Line("sum = ref Unsafe.Add(ref sum, pitch);");
            }
        }

        writer.Line();
    }

    /// <summary>Elements by which a row's windows begin before the source: added before a division, so that it rounds down.</summary>
    private static int MostOutside(KernelParts parts) => parts.Model.Horizontal.Before * parts.Model.PixelChannels;
}
