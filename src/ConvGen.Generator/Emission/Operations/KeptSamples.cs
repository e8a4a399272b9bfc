using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Operations;

/// <summary>
/// The channels that stores take from the source, and the masks that choose them: a constant where every store begins with a pixel, and
/// otherwise bytes of a table, read from where the pattern of the first lane stands.
/// </summary>
internal sealed class KeptSamples
{
    private readonly KernelPlan plan;
    private readonly ElementType element;

    private KeptSamples(KernelPlan plan)
    {
        this.plan = plan;
        element = plan.Model.Form.Source.Element;
    }

    private int Channels => plan.Model.PixelChannels;

    private int PixelBytes => Channels * element.Size();

    /// <summary>The channels, or null where none are kept.</summary>
    public static KeptSamples? Of(KernelPlan plan) => plan.Kept.Count == 0 ? null : new(plan);

    /// <summary>Elements from the first sample of a window to the pixel that it belongs to.</summary>
    public Offset Center
    {
        get
        {
            AxisGeometry vertical = plan.Model.Vertical,
                horizontal = plan.Model.Horizontal;
            int rows = plan.Model.Form.HasRows ? vertical.Before / vertical.Dilation : 0;
            return (rows == 0 ? 0 : rows * (Offset)"pitch") + (horizontal.Before * Channels);
        }
    }

    /// <summary>Whether stores of a width choose by a constant.</summary>
    public bool IsConstant(VectorWidth width) => PixelBytes is 2 or 4 or 8 && StoreElements(width) * element.Size() % PixelBytes == 0;

    /// <summary>The reference to the table, where channels are kept.</summary>
    public static IEnumerable<Statement> Head(KernelPlan plan) =>
        plan.Kept.Count == 0 ? [] : [new Statement.ReferToTable("masks", ElementType.Byte, "Kept")];

    /// <summary>The place in the table of the mask of column <c>x</c>.</summary>
    public Place MaskOfColumn => new("masks", new Offset.Remainder("x", Channels) * element.Size());

    /// <summary>The place of the pattern with which a tile begins, whose column may always be a pixel's first.</summary>
    public Place FirstMask(VectorWidth width) => width.Step(plan) % Channels == 0 ? new("masks") : MaskOfColumn;

    /// <summary>The place of a mask, so many elements further on.</summary>
    public Place MaskAt(int elements) => new("mask", elements * element.Size());

    /// <summary>What follows the samples among the parameters of a store.</summary>
    public string Parameters(VectorWidth width) => $", ref {element.Keyword()} kept" + (IsConstant(width) ? "" : ", ref byte mask");

    /// <summary>Prints the table: a pixel, and as much more as a tile without a constant sees.</summary>
    public void EmitTable(SourceWriter writer)
    {
        VectorWidth[] widths = plan.ScalarReason is null ? [.. writer.Widths.Where(width => !IsConstant(width))] : [];
        int length = PixelBytes + (widths.Select(width => width.Step(plan)).DefaultIfEmpty(0).Max() * element.Size());
        IEnumerable<string> masks = Enumerable.Range(0, length).Select(index => IsKept(index) ? "255" : "0");
        writer.Line("/// <summary>Bytes of the source that are kept, from pixel to pixel.</summary>");
        writer.Line($"private static ReadOnlySpan<byte> Kept => [{string.Join(", ", masks)}];");
        writer.Line();
    }

    /// <summary>A vector of results in which the kept samples are the source's.</summary>
    /// <param name="results">The results.</param>
    /// <param name="width">The width of a whole store.</param>
    /// <param name="bits">The width of the vector, which may be a part of it.</param>
    /// <param name="further">Elements from the first sample of the store to that of the vector.</param>
    public string Choose(string results, VectorWidth width, int bits, int further)
    {
        string operations = "Vector" + Literals.Of(bits);
        string mask = IsConstant(width)
            ? $"{operations}.Create({Number})"
            : $"{operations}.LoadUnsafe(ref mask{Further(further * element.Size())})";
        string type = IsConstant(width) ? NumberType : "Byte";
        string cast = type == element.ToString() ? "" : $".As{element}()";
        return $"{operations}.ConditionalSelect({mask}{cast}, {operations}.LoadUnsafe(ref kept{Further(further)}), {results})";
    }

    /// <summary>The same of so few bytes that an integer holds them.</summary>
    public string Choose(string results, VectorWidth width, string integer, int bytes)
    {
        string kept = $"Unsafe.ReadUnaligned<{integer}>({Reinterpretation.Of("kept", element, ElementType.Byte)})";
        string mask = IsConstant(width)
            ? Literals.Of((System.Numerics.BigInteger)Pattern(bytes))
                + (
                    bytes == 8 ? "UL"
                    : bytes == 4 ? "U"
                    : ""
                )
            : $"Unsafe.ReadUnaligned<{integer}>(ref mask)";
        string chosen = $"({kept} & {mask}) | ({results} & ~{mask})";
        return bytes == 2 ? $"(ushort)({chosen})" : chosen;
    }

    private string NumberType =>
        PixelBytes switch
        {
            2 => "UInt16",
            4 => "UInt32",
            _ => "UInt64",
        };

    private string Number =>
        PixelBytes == 2
            ? "(ushort)" + Literals.Of((System.Numerics.BigInteger)Pattern(2))
            : Literals.Of((System.Numerics.BigInteger)Pattern(PixelBytes)) + (PixelBytes == 8 ? "UL" : "U");

    private ulong Pattern(int bytes) =>
        Enumerable.Range(0, bytes).Aggregate(0UL, (bits, index) => IsKept(index) ? bits | (0xFFUL << (8 * index)) : bits);

    private bool IsKept(int index) => plan.Kept.Contains(index % PixelBytes / element.Size());

    private int StoreElements(VectorWidth width) =>
        StoreEmitter.Sums(plan).Length / (plan.Sum is PairedSum { ShortSums: not ShortSums.None } ? 2 : 1) * width.Lanes(plan.SumType);

    private static string Further(int elements) => elements == 0 ? "" : ", " + Literals.Of(elements);
}
