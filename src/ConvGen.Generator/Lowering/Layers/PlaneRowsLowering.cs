using ConvGen.Generator.Emission.Layers;
using ConvGen.Generator.Emission.Text;

namespace ConvGen.Generator.Lowering.Layers;

/// <summary>
/// Sums of some vectors of some rows of a plane, whose weights are in vectors already. Rows of samples come from the top, so that each sum
/// takes its products in the order of the taps.
/// </summary>
/// <param name="parts">The layer.</param>
/// <param name="width">The vector width.</param>
/// <param name="vectors">Vectors of a row.</param>
/// <param name="rows">Rows.</param>
/// <param name="place">The name of the number of the first pixel.</param>
internal sealed class PlaneRowsLowering(LayerParts parts, VectorWidth width, int vectors, int rows, string place)
    : LayerLowering(parts, new Shape(parts.Plan.Accumulator, width.Bits), vectors, rows)
{
    /// <summary>The name of a sum, which a pass over one vector has in full too, as it stands beside one over several.</summary>
    public static string NameOf(int row, int vector) => $"y{Literals.Of(row)}_{Literals.Of(vector)}";

    protected override void Build()
    {
        int taps = Parts.Model.Vertical.Size;
        for (int row = 0; row < Across; row++)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                Declare(Local(NameOf(row, vector)), StartsFromBias ? Local("first") : new Expression.Zero(Type));
            }
        }

        Refer("line", new Place("from", place));
        for (int line = 0; line < taps + Across - 1; line++)
        {
            if (line > 0)
            {
                Step("line", "pitch");
            }

            AddLine(line, taps);
        }
    }

    /// <summary>Adds the products of a row of samples, which some rows of the result see.</summary>
    private void AddLine(int line, int taps)
    {
        int columns = Parts.Model.Horizontal.Size;
        for (int column = 0; column < columns; column++)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                Expression.Local sample = Local($"p{Literals.Of(line)}_{Literals.Of(column)}_{Literals.Of(vector)}");
                Declare(sample, Load("line", Elements(Parts.Offset(column) + (vector * (long)Lanes))));
                for (int row = Math.Max(0, line - taps + 1); row <= Math.Min(line, Across - 1); row++)
                {
                    Accumulate(Local(NameOf(row, vector)), sample, Local("w" + Literals.Of(((line - row) * columns) + column)));
                }
            }
        }
    }
}
