using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Text;

/// <summary>A vector width as data: everything that differs between the 512-, 256- and 128-bit code of a kernel.</summary>
/// <param name="Bits">512, 256 or 128.</param>
internal sealed record VectorWidth(int Bits)
{
    /// <summary>Looked up in every line of a program that is printed.</summary>
    private static readonly string[] Names = ["Vector128", "Vector256", "Vector512"];

    private static readonly string[][] Types =
    [
        .. from name in Names
        select Enum.GetValues(typeof(ElementType)).Cast<ElementType>().Select(element => name + "<" + element.Keyword() + ">").ToArray(),
    ];

    /// <summary>
    /// A pragma ahead of what calls AVX-VNNI: an analyzer of the SDK makes an error of that for .NET 8, which has it, and called it a
    /// preview.
    /// </summary>
    public const string QuadSumsArePreview = "#pragma warning disable CA2252 // these instructions were a preview in .NET 8";

    /// <summary>The pragma behind it.</summary>
    public const string EndOfPreview = "#pragma warning restore CA2252";

    /// <summary>Widest first, which is the order in which they are tried.</summary>
    public static EquatableArray<VectorWidth> All { get; } =
        EquatableArray.Of(new VectorWidth(512), new VectorWidth(256), new VectorWidth(128));

    /// <summary>The last one.</summary>
    public static VectorWidth Narrowest { get; } = All[All.Count - 1];

    /// <summary>The static class with the operations, as in <c>Vector256</c>.</summary>
    public string Operations => Names[Bits >> 8];

    /// <summary>The vector type of an element type, as in <c>Vector256&lt;float&gt;</c>.</summary>
    public string Type(ElementType element) => Types[Bits >> 8][(int)element];

    /// <summary>Elements in a vector.</summary>
    public int Lanes(ElementType element) => Bits / 8 / element.Size();

    /// <summary>Vectors side by side in one pass.</summary>
    public int Vectors(Tile tile) => tile.Vectors(Bits);

    /// <summary>Rows of the largest pass.</summary>
    public int Rows(Tile tile) => Bits > 128 ? tile.Rows : tile.Rows128;

    /// <summary>Output elements that one pass writes to a row.</summary>
    public int Step(KernelPlan plan) => plan.PassElements(Bits);

    /// <summary>
    /// The condition under which the width is used; a constant to the JIT compiler. Beyond 128 bits the conversions and the fused
    /// multiply-add are x86
    /// instructions, so their sets are asked for as well.
    /// </summary>
    public string Condition(SourceWriter writer, bool fuses) =>
        Bits switch
        {
            512 => writer.Use(fuses ? HelperKind.Fuses512 : HelperKind.Has512),
            256 => writer.Use(fuses ? HelperKind.Fuses256 : HelperKind.Has256),
            _ => Operations + ".IsHardwareAccelerated",
        };

    /// <summary>Prints that condition for the kernels of an assembly.</summary>
    public static void EmitCondition(SourceWriter writer, HelperKind kind)
    {
        if (kind == HelperKind.HasQuadSums)
        {
            writer.Line(
                "/// <summary>Whether the processor computes with vectors of 256 bits, and multiplies bytes four at a time: a "
                    + "constant to the "
                    + "JIT compiler.</summary>"
            );
            using (writer.Block($"internal static bool {new HelperKey(kind).Name}"))
            {
                writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
                writer.Line(QuadSumsArePreview);
                writer.Line("get => Vector256.IsHardwareAccelerated && AvxVnni.IsSupported;");
                writer.Line(EndOfPreview);
            }

            return;
        }

        (int bits, string set) = kind is HelperKind.Has512 or HelperKind.Fuses512 ? (512, "Avx512BW") : (256, "Avx2");
        bool fuses = kind is HelperKind.Fuses512 or HelperKind.Fuses256;
        writer.Line(
            $"/// <summary>Whether the processor computes with vectors of {Literals.Of(bits)} bits{(fuses ? ", and fuses multiplication and addition" : "")}: a constant to the JIT compiler.</summary>"
        );
        using (writer.Block($"internal static bool {new HelperKey(kind).Name}"))
        {
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
            writer.Line(
                $"get => Vector{Literals.Of(bits)}.IsHardwareAccelerated && {set}.IsSupported{(fuses ? " && Fma.IsSupported" : "")};"
            );
        }
    }

    /// <summary>A vector with the same value in all lanes.</summary>
    public string Broadcast(string value) => Operations + ".Create(" + value + ")";

    /// <summary>The products of the low halves of 64-bit numbers, as signed numbers of 32 bits, and a weight.</summary>
    /// <param name="numbers">The vector of 64-bit numbers.</param>
    /// <param name="weight">
    /// The weight as a vector of <c>int</c>, in every lane. It must never be a broadcast of 64 bits that is reinterpreted: where
    /// instructions have an EVEX encoding, .NET's JIT compiler folds that into <c>vpmuldq</c> as a broadcast of 32 bits, whose
    /// displacement it scales by 4 where the processor scales by 8, so that another weight is read. A broadcast of 32 bits is one that it
    /// does not fold, because the product is of 64, and costs the same: see <c>EmbeddedBroadcast.md</c> beside this file.
    /// </param>
    public string MultiplyWide(string numbers, string weight) =>
        Bits switch
        {
            512 => $"Avx512F.Multiply({numbers}.AsInt32(), {weight})",
            256 => $"Avx2.Multiply({numbers}.AsInt32(), {weight})",
            _ => $"MultiplyWide({numbers}, {weight})",
        };

    /// <summary>The same of numbers without a sign.</summary>
    /// <param name="numbers">The vector of 64-bit numbers.</param>
    /// <param name="factors">
    /// A vector of <c>uint</c> of which every other one is multiplied, from the first. What holds of a weight of <see
    /// cref="MultiplyWide"/> holds of it.
    /// </param>
    public string MultiplyUnsigned(string numbers, string factors) =>
        Bits switch
        {
            512 => $"Avx512F.Multiply({numbers}.AsUInt32(), {factors})",
            256 => $"Avx2.Multiply({numbers}.AsUInt32(), {factors})",
            _ => $"MultiplyWide({numbers}, {factors})",
        };

    /// <summary>The high halves of the products of unsigned 16-bit numbers.</summary>
    public string MultiplyHigh(string a, string b) =>
        Bits switch
        {
            512 => $"Avx512BW.MultiplyHigh({a}, {b})",
            256 => $"Avx2.MultiplyHigh({a}, {b})",
            _ => $"MultiplyHigh({a}, {b})",
        };

    /// <summary>The products of neighbours with neighbouring weights, two and two of them added.</summary>
    public string PairSum(string samples, string weights) =>
        Bits switch
        {
            512 => $"Avx512BW.MultiplyAddAdjacent({samples}, {weights})",
            256 => $"Avx2.MultiplyAddAdjacent({samples}, {weights})",
            _ => $"PairSum({samples}, {weights})",
        };

    /// <summary>Sums with the products of four neighbouring bytes without a sign, and as many weights with one.</summary>
    public static string QuadSum(string sum, string samples, string weights) =>
        $"AvxVnni.MultiplyWideningAndAdd({sum}, {samples}, {weights})";

    /// <summary>Numbers of single precision as integers, towards zero.</summary>
    public string Truncate(string numbers) =>
        Bits switch
        {
            512 => $"Avx512F.ConvertToVector512Int32WithTruncation({numbers})",
            256 => $"Avx.ConvertToVector256Int32WithTruncation({numbers})",
            _ => $"Truncate({numbers})",
        };

    /// <summary>A vector of integers shifted to the left.</summary>
    public string ShiftLeft(string vector, int bits) => Operations + ".ShiftLeft(" + vector + ", " + Literals.Of(bits) + ")";

    /// <summary><c>a * b + c</c>, fused.</summary>
    public string MultiplyAdd(string a, string b, string c) =>
        Bits switch
        {
            512 => $"Avx512F.FusedMultiplyAdd({a}, {b}, {c})",
            256 => $"Fma.MultiplyAdd({a}, {b}, {c})",
            _ => $"MultiplyAdd({a}, {b}, {c})",
        };
}
