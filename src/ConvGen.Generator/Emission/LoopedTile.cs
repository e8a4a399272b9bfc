using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>A tile whose taps run in a loop, for kernels too large to be written out. Each coefficient is read once for the whole tile.</summary>
internal sealed class LoopedTile(SourceWriter writer, KernelParts parts, VectorWidth width, int rows) : TileText(writer, parts, width, rows)
{
    public override void Emit()
    {
        TapLoop loop = new(Parts);
        for (int row = 0; row < Rows; row++)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                Writer.Line($"{VectorType} {Sum(row, vector)} = {VectorType}.Zero;");
            }
        }

        loop.Emit(Writer, "x", EmitTap);
        Writer.Line();
        Writer.Line($"ref {Parts.Destination} result = ref Unsafe.Add(ref destination, x);");
        for (int row = 0; row < Rows; row++)
        {
            Store(row);
        }
    }

    private void EmitTap()
    {
        Writer.Line($"{VectorType} k = {Width.Broadcast("weight")};");
        for (int row = 0; row < Rows; row++)
        {
            if (row > 0)
            {
                Writer.Line((row == 1 ? $"ref {Parts.Source} below" : "below") + " = ref Unsafe.Add(ref " + (row == 1 ? "sample" : "below") + ", pitch);");
            }

            for (int vector = 0; vector < Vectors; vector++)
            {
                string load = Load(row == 0 ? "sample" : "below", vector * Lanes);
                Writer.Line($"{Sum(row, vector)} = {Accumulate(Sum(row, vector), load, "k", 0, isFirst: false)};");
            }
        }
    }
}
