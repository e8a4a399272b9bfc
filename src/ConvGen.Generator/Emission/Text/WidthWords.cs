using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Text;

/// <summary>The vector widths of a kernel in words, and why it has no others.</summary>
internal static class WidthWords
{
    /// <summary>The widths for which there is code.</summary>
    /// <param name="widths">The widths that the assembly wants.</param>
    /// <param name="isFilled">Whether the kernel fills vectors of a width; all do where it is not given.</param>
    public static string Of(EquatableArray<VectorWidth> widths, Func<VectorWidth, bool>? isFilled = null)
    {
        VectorWidth[] filled = [.. VectorWidth.All.Where(width => isFilled?.Invoke(width) != false)];
        VectorWidth[] emitted = [.. filled.Where(widths.Contains)];
        string bits =
            emitted.Length == 1
                ? Literals.Of(emitted[0].Bits)
                : string.Join(", ", emitted.Take(emitted.Length - 1).Select(Bits)) + " or " + Bits(emitted[emitted.Length - 1]);
        return "of "
            + bits
            + " bits"
            + (emitted.Length == 1 ? "" : ", as the processor prefers")
            + LeftOut(widths, filled)
            + (filled.Length < VectorWidth.All.Count ? "; wider ones would not be filled" : "");
    }

    /// <summary>Which widths are left out, and why; nothing where none is.</summary>
    public static string LeftOut(EquatableArray<VectorWidth> widths) => LeftOut(widths, VectorWidth.All);

    private static string LeftOut(EquatableArray<VectorWidth> widths, IEnumerable<VectorWidth> filled)
    {
        string left = string.Join(" and ", filled.Where(width => !widths.Contains(width)).Select(Bits));
        return left.Length == 0
            ? ""
            : $"; {left} left out, as [assembly: VectorWidths] does not name {(left.Contains(' ') ? "them" : "it")}";
    }

    private static string Bits(VectorWidth width) => Literals.Of(width.Bits);
}
