using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Layers.Copies;
using ConvGen.Generator.Emission.Layers.Minimal;
using ConvGen.Generator.Emission.Layers.Rows;
using ConvGen.Generator.Emission.Layers.Tiles;
using ConvGen.Generator.Emission.Parts;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Emission.Layers;

/// <summary>
/// Prints the <c>file static</c> type that computes a layer, from the outside in: the image, copies of its rows, one row, one pass.
/// </summary>
internal static class LayerEmitter
{
    public static void Emit(SourceWriter writer, LayerPlan plan)
    {
        LayerParts parts = new(plan);
        writer.Line($"/// <summary>The layer of <c>{plan.Model.Header.Name}</c>.</summary>");
        writer.Line(KernelNames.TypeAttributes);
        using (writer.Block("file static class " + KernelNames.KernelType(plan.Model.Header)))
        {
            LayerParts plane = parts.OfPlane,
                rows = parts.OfRows;
            if (plane.HasColumnTable)
            {
                PixelTile.EmitTable(writer, plane);
            }

            SizeEmitter.Emit(writer, plan.Model);
            StreamEmitter.Emit(writer, plan);
            InPlaceEmitter.Emit(writer, plan);
            ParallelWork.Emit(writer, plan);
            if (plan.Model.Form.HasHeld)
            {
                SeenEmitter.Emit(writer, plan.Model);
            }

            LayerDriverEmitter.Emit(writer, parts);
            LayerWeightEmitter.Emit(writer, parts);
            if (plan.Copies is not null)
            {
                LayerCopyEmitter.Emit(writer, plane);
            }

            if (plan.RowsTile is null)
            {
                LayerRowEmitter.Emit(writer, rows);
            }
            else
            {
                PlaneRowsEmitter.Emit(writer, plane);
            }

            if (plan.Minimal is { } minimal)
            {
                MinimalEmitter.Emit(writer, rows, minimal);
            }

            LayerScalarEmitter.Emit(writer, rows);
            LayerFinishEmitter.Emit(writer, rows);
            LayerQuadsEmitter.Emit(writer, plan);
        }
    }
}
