using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission;

/// <summary>A tile whose taps run in a loop. Each coefficient is read once for the whole tile.</summary>
internal sealed class LoopedTile(SourceWriter writer, KernelParts parts, VectorWidth width, int rows) : TileText(writer, parts, width, rows)
{
    public override void Emit()
    {
        bool startsWithProduct = TapLoop.StartsWithProduct(Plan);
        for (int row = 0; row < Rows && !startsWithProduct; row++)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                Writer.Line($"{VectorType} {Sum(row, vector)} = {VectorType}.Zero;");
            }
        }

        TapLoop.Emit(Writer, Parts, EmitTap);
        Writer.Line();
        Writer.Line($"ref {Parts.Destination} result = ref Unsafe.Add(ref destination, x);");
        for (int row = 0; row < Rows; row++)
        {
            Store(row);
        }
    }

    private void EmitTap(bool isFirst)
    {
        string declaration = isFirst || !TapLoop.StartsWithProduct(Plan) ? WeightType + " " : "";
        Writer.Line($"{declaration}k = {Width.Broadcast(isFirst ? "weights" : "Unsafe.Add(ref weights, i)")};");
        for (int row = 0; row < Rows; row++)
        {
            if (row > 0)
            {
                Writer.Line("sample = ref Unsafe.Add(ref sample, pitch);");
            }

            for (int vector = 0; vector < Vectors; vector++)
            {
                string sum = Sum(row, vector);
                string value = Products.AddLooped(sum, Load("sample", vector * Lanes), "k", isFirst);
                Writer.Line(isFirst ? $"{VectorType} {sum} = {value};" : $"{sum} = {value};");
            }
        }
    }
}
