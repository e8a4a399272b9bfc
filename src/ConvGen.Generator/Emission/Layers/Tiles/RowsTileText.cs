using ConvGen.Generator.Emission.Layers.Rows;
using ConvGen.Generator.Emission.Programs;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering.Layers;

namespace ConvGen.Generator.Emission.Layers.Tiles;

/// <summary>Rows of a plane with vectors of one width. All weights are spread over vectors once, before the first row.</summary>
internal sealed class RowsTileText(SourceWriter writer, LayerParts parts, VectorWidth width)
    : LayerTileText(writer, parts, width, parts.Plan.RowsTile!.Vectors, parts.Plan.RowsTile.Rows)
{
    public static string Name(VectorWidth width) => "RowsOf" + Literals.Of(width.Bits);

    public override void Emit()
    {
        string rows = Across == 1 ? "one after the other" : Literals.Of(Across) + " at a time";
        Writer.Line(
            $"/// <summary>Rows with vectors of {Literals.Of(Width.Bits)} bits, {rows}; the last pixels of a row move back to fill "
                + "a vector.</summary>"
        );
        Writer.Line(Names);
        Writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (Writer.Block($"private static void {Name(Width)}({PlaneRowsEmitter.Parameters(Parts)})"))
        {
            for (int tap = 0; tap < Plan.Taps; tap++)
            {
                Writer.Line($"{VectorType} w{Literals.Of(tap)} = {Width.Broadcast(At("weights", tap))};");
            }

            if (Parts.HasBias)
            {
                Writer.Line($"{VectorType} first = {Width.Broadcast("start")};");
            }

            Writer.Line("nint y = 0;");
            EmitRows(Across, Vectors);
            if (Across > 1)
            {
                Writer.Line();
                EmitRows(1, 1);
            }
        }

        Writer.Line();
    }

    /// <summary>Prints the loop over so many rows at a time, with so many vectors of each, and with one at its end.</summary>
    private void EmitRows(int rows, int vectors)
    {
        string last = rows == 1 ? "y < rows" : $"y + {Literals.Of(rows)} <= rows";
        using (Writer.Block($"for (; {last}; y += {Literals.Of(rows)})"))
        {
            Writer.Line("ref " + Parts.Sum + " from = ref Unsafe.Add(ref source, y * step);");
            Writer.Line("ref " + Parts.Destination + " to = ref Unsafe.Add(ref destination, y * destinationPitch);");
            Writer.Line("nint x = 0;");
            if (vectors > 1)
            {
                string pixels = Literals.Of(vectors * Lanes);
                using (Writer.Block($"for (; x + {pixels} <= count; x += {pixels})"))
                {
                    EmitPass(rows, vectors, "x");
                }

                Writer.Line();
            }

            using (Writer.Block($"for (; x < count; x += {Literals.Of(Lanes)})"))
            {
                Writer.Line($"nint place = Math.Min(x, count - {Literals.Of(Lanes)});");
                EmitPass(rows, 1, "place");
            }
        }
    }

    /// <summary>Prints the sums of some vectors of some rows, and their stores.</summary>
    private void EmitPass(int rows, int vectors, string place)
    {
        ProgramPrinter.Print(Writer, new PlaneRowsLowering(Parts, Width, vectors, rows, place).Lower());
        for (int row = 0; row < rows; row++)
        {
            for (int vector = 0; vector < vectors; vector++)
            {
                string result =
                    row == 0
                        ? LayerParts.Add("to", $"{place}{Plus(vector)}")
                        : $"Unsafe.Add(ref to, destinationPitch + {place}{Plus(vector)})";
                Writer.Line($"{Limited(PlaneRowsLowering.NameOf(row, vector))}.StoreUnsafe(ref {result});");
            }
        }
    }

    private string Plus(int vector) => vector == 0 ? "" : " + " + Literals.Of(vector * Lanes);
}
