using ConvGen.Generator.Kernels;

namespace ConvGen.Generator.Lowering;

/// <summary>
/// How far apart rows of the source lie. A kernel of three axes is planned as one of two whose rows come in planes: the same plans, tiles
/// and borders serve it, and only here does a row have an address of two
/// distances, <c>pitch</c> from row to row and <c>planePitch</c> from plane to plane.
/// </summary>
internal static class SourceRowOffset
{
    /// <summary>From one row to another, of rows that are counted through planes of so many.</summary>
    public static Offset Between(int from, int to, int rowsOfPlane)
    {
        int planes = (to / rowsOfPlane) - (from / rowsOfPlane);
        int rows = (to % rowsOfPlane) - (from % rowsOfPlane);
        Offset across = Times(planes, "planePitch");
        return rows >= 0 ? across + Times(rows, "pitch") : across - Times(-rows, "pitch");
    }

    /// <summary>From the first row to that of a kernel row whose number is computed.</summary>
    public static Offset Of(KernelMatrix kernel, Offset row)
    {
        if (kernel.Planes == 1)
        {
            return row * "pitch";
        }

        Offset plane = new Offset.Product(new Offset.Quotient(row, kernel.RowsOfPlane), "planePitch");
        return kernel.RowsOfPlane == 1 ? plane : plane + new Offset.Product(new Offset.Remainder(row, kernel.RowsOfPlane), "pitch");
    }

    private static Offset Times(int count, string distance) => count == 0 ? 0 : count * (Offset)distance;
}
