using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>A tile whose kernel rows run in a loop, tap by tap.</summary>
internal sealed class TapRowTile(SourceWriter writer, KernelParts parts, VectorWidth width, int rows)
    : RowLoopTile(writer, parts, width, rows, parts.Model.Kernel.Columns, "weights", parts.Weight)
{
    /// <summary>The number to which a first product is added without a change; +0.0 where the contract starts there.</summary>
    protected override string Zero => !TapLoop.StartsWithProduct(Plan) ? VectorType + ".Zero" : Width.Broadcast(Plan.Accumulator == ElementType.Single ? "-0f" : "-0d");

    protected override void EmitLocals()
    {
        string pixels = string.Join(", ", Enumerable.Range(0, Vectors).Select(Pixels));
        Writer.Line(WeightType == VectorType ? $"{VectorType} {pixels}, k;" : $"{VectorType} {pixels};");
        if (WeightType != VectorType)
        {
            Writer.Line($"{WeightType} k;");
        }
    }

    /// <summary>Written out, or a loop over the columns where they are many.</summary>
    protected override void EmitPartialColumns(int[] outputs, Func<int, int> first)
    {
        if (Columns <= LimitSize.WrittenColumns)
        {
            base.EmitPartialColumns(outputs, first);
            return;
        }

        using (Writer.Block($"for (nint j = 0; j < {Literals.Of(Columns)}; j++)"))
        {
            int step = Parts.Layout.Offset(1);
            Writer.Line($"ref {Parts.Source} sample = ref Unsafe.Add(ref row, {(step == 1 ? "j" : "j * " + Literals.Of(step))});");
            EmitColumn("sample", 0, outputs, outputRow => first(outputRow) == 0 ? "Unsafe.Add(ref weights, j)" : $"Unsafe.Add(ref weights, j + {Literals.Of(first(outputRow))})");
        }
    }

    protected override string PixelsOf(string reference, int column, int vector) => Load(reference, Parts.Layout.Offset(column) + (vector * Lanes));

    protected override string Broadcast(string weight) => Width.Broadcast(weight);

    protected override string Accumulate(string sum, string pixels) => Products.AddLooped(sum, pixels, "k", false);
}
