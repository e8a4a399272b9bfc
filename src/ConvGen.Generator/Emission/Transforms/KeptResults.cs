using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>Prints which results of a tile are kept: those of the whole result, or of a part that begins somewhere in it.</summary>
internal static class KeptResults
{
    /// <summary>What of a tile is kept, in words.</summary>
    public static string Words(KernelParts parts) =>
        (parts.HasTwoAxes, parts.Model.ComputesParts) switch
        {
            (true, true) => "as far as they lie in the rectangle",
            (true, false) => "within the given rows and columns of all",
            (false, true) => "as far as they lie in the stretch",
            _ => "up to the given number of all",
        };

    /// <summary>The parameters for the place of a tile, and for what is kept.</summary>
    public static string Parameters(KernelParts parts) =>
        (parts.HasTwoAxes, parts.Model.ComputesParts) switch
        {
            (true, true) => "nint x, nint y, nint left, nint top, nint right, nint bottom",
            (true, false) => "nint x, nint y, nint columns, nint rows",
            (false, true) => "nint x, nint left, nint right",
            _ => "nint x, nint columns",
        };

    /// <summary>The first result of a row or column at a place or behind it.</summary>
    /// <param name="place">The place without strides.</param>
    /// <param name="stride">The stride.</param>
    /// <param name="least">The first one that is kept, or nothing.</param>
    public static string First(string place, int stride, string least)
    {
        string first = stride == 1 ? place : $"({place} + {Literals.Of(stride - 1)}) / {Literals.Of(stride)}";
        return least.Length == 0 ? first : $"Math.Max({first}, {least})";
    }

    /// <summary>
    /// Prints a loop over the rows of a tile, with a local <c>line</c> for what it holds and one <c>result</c> for where that is kept.
    /// </summary>
    public static void EmitRows(SourceWriter writer, KernelParts parts, TransformPlan plan, string sum, string destination, Action row)
    {
        int stride = parts.Model.Vertical.Stride;
        bool isPart = parts.Model.ComputesParts;
        string height = Literals.Of(plan.Height),
            end = isPart ? "bottom" : "rows",
            first = First("y", stride, isPart ? "top" : "");
        string past = stride == 1 ? $"row < y + {height}" : $"row * {Literals.Of(stride)} < y + {height}";
        using (writer.Block($"for (nint row = {first}; row < {end} && {past}; row++)"))
        {
            string line = stride == 1 ? "row - y" : $"(row * {Literals.Of(stride)}) - y";
            writer.Line($"ref {sum} line = ref Unsafe.Add(ref tile, ({line}) * {Literals.Of(plan.TilePitch(parts.Plan.Accumulator))});");
            writer.Line($"ref {destination} result = ref Unsafe.Add(ref destination, {(isPart ? "(row - top)" : "row")} * pitch);");
            row();
        }
    }
}
