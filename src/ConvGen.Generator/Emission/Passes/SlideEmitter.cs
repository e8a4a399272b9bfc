using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Passes;

/// <summary>Prints <c>Slide</c>, which computes rows of sums down a box each from the one above it.</summary>
internal static class SlideEmitter
{
    public static void Emit(SourceWriter writer, KernelParts parts)
    {
        writer.Line(
            "/// <summary>Rows of sums, each of which is the one above it, less the samples that leave it, plus those that enter "
                + "it.</summary>"
        );
        writer.Line(
            "/// <param name=\"above\">How many rows below the first one the row lies that was computed before it; none where "
                + "there is no such row, and the first one is summed whole.</param>"
        );
        using (
            writer.Block(
                $"internal static void Slide(ref {parts.Source} source, nint pitch, ref {parts.Destination} sums, nint sumsPitch, "
                    + "nint count, nint rows, nint above)"
            )
        )
        {
            using (writer.Block("if (above > 0)"))
            {
                writer.Line(
                    "SlideOn(ref source, pitch, ref Unsafe.Add(ref sums, (above - 1) * sumsPitch), ref sums, sumsPitch, count, rows);"
                );
            }

            using (writer.Block("else"))
            {
                writer.Line("Rows(ref source, pitch, ref sums, sumsPitch, count, 1);");
                writer.Line(
                    "SlideOn(ref Unsafe.Add(ref source, pitch), pitch, ref sums, ref Unsafe.Add(ref sums, sumsPitch), sumsPitch, "
                        + "count, rows - 1);"
                );
            }
        }

        writer.Line();
        EmitSlideOn(writer, parts);
    }

    private static void EmitSlideOn(SourceWriter writer, KernelParts parts)
    {
        string height = Literals.Of(parts.Model.Kernel.Rows);
        writer.Line("/// <summary>The same, where the row above the first one is given.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                $"private static void SlideOn(ref {parts.Source} source, nint pitch, ref {parts.Destination} last, ref "
                    + $"{parts.Destination} sums, nint sumsPitch, nint count, nint rows)"
            )
        )
        using (writer.Block("for (nint row = 0; row < rows; row++)"))
        {
            writer.Line($"ref {parts.Source} leaving = ref Unsafe.Subtract(ref source, pitch);");
            writer.Line($"ref {parts.Source} entering = ref Unsafe.Add(ref leaving, {height} * pitch);");
            writer.Line("nint x = 0;");
            foreach (VectorWidth width in writer.Widths)
            {
                EmitVectors(writer, parts, width);
            }

            using (writer.Block("for (; x < count; x++)"))
            {
                string sum = "Unsafe.Add(ref last, x) - Unsafe.Add(ref leaving, x) + Unsafe.Add(ref entering, x)";
                writer.Line(
                    $"Unsafe.Add(ref sums, x) = {(parts.Destination == parts.ScalarSum.Keyword() ? sum : $"({parts.Destination})({sum})")};"
                );
            }

            writer.Line();
            writer.Line("source = ref Unsafe.Add(ref source, pitch);");
            writer.Line("last = ref sums;");
            writer.Line("sums = ref Unsafe.Add(ref sums, sumsPitch);");
        }

        writer.Line();
    }

    private static void EmitVectors(SourceWriter writer, KernelParts parts, VectorWidth width)
    {
        string lanes = Literals.Of(width.Lanes(parts.Plan.Accumulator));
        string Load(string row) =>
            parts.Plan.LoadsInPlace
                ? $"{width.Operations}.LoadUnsafe(ref {row}, (nuint)x)"
                : $"Load{Literals.Of(width.Bits)}(ref {row}, x)";
        using (writer.Block($"if ({width.Condition(writer, parts.Plan.Fuses)})"))
        using (writer.Block($"for (; x <= count - {lanes}; x += {lanes})"))
        {
            writer.Line(
                $"({width.Operations}.LoadUnsafe(ref last, (nuint)x) - {Load("leaving")} + {Load("entering")}).StoreUnsafe(ref sums, (nuint)x);"
            );
        }

        writer.Line();
    }
}
