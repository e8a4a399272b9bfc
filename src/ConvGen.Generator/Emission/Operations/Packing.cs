using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Operations;

/// <summary>
/// Packs two vectors of 16-bit results into one of bytes, and two or four of 32-bit ones into one of narrower ones. The instructions
/// saturate, and beyond 128 bits they work within each 128-bit lane, so
/// that 64-bit groups are put back in order.
/// </summary>
internal static class Packing
{
    /// <summary>
    /// Whether packing also limits the results to the destination's range: where 16 bits with a sign hold them until then.
    /// </summary>
    public static bool Saturates(KernelPlan plan) =>
        plan.PacksWords
        || (plan.Sum is PairedSum && Interleaving.Saturates(plan))
        || (plan.PacksBytes && plan.Range is { } range && Finishing.Results(range, plan.Denominator).IsWithin(ElementType.Int16));

    /// <summary>Two vectors as one of bytes, in order.</summary>
    public static string Bytes(VectorWidth width, ElementType destination, string low, string high) =>
        Ordered(width, destination, InLanes(width, destination, low, high));

    /// <summary>The names of sums of 32 bits that are packed to one vector of results.</summary>
    public static string[] Sums(KernelPlan plan) =>
        plan.Model.Form.Destination.Element.Size() == 1 ? ["sum0", "sum1", "sum2", "sum3"] : ["low", "high"];

    /// <summary>
    /// Prints the store of vectors of 32-bit sums that follow each other: those of narrower results are packed lane by lane and then put in
    /// order.
    /// </summary>
    public static void EmitStore(SourceWriter writer, KernelPlan plan, VectorWidth width, string[] sums)
    {
        ElementType destination = plan.Model.Form.Destination.Element;
        switch (destination.Size())
        {
            case 1:
                Interleaving.EmitWords(writer, plan, width, "first", sums[0], sums[1]);
                Interleaving.EmitWords(writer, plan, width, "second", sums[2], sums[3]);
                StoreEmitter.EmitWhole(
                    writer,
                    plan,
                    width,
                    FourOrdered(width, destination, InLanes(width, destination, "first", "second"))
                );
                break;
            case 2:
                StoreEmitter.EmitWhole(
                    writer,
                    plan,
                    width,
                    Ordered(width, destination, Interleaving.PackWords(width, destination, sums[0], sums[1]))
                );
                break;
            default:
                writer.Line($"{sums[0]}.StoreUnsafe(ref samples);");
                writer.Line($"{sums[1]}.StoreUnsafe(ref samples, {Literals.Of(width.Lanes(plan.Accumulator))});");
                break;
        }
    }

    /// <summary>Requests what the packing of 128-bit vectors calls.</summary>
    public static void UseHelpers(SourceWriter writer, KernelPlan plan)
    {
        ElementType destination = plan.Model.Form.Destination.Element;
        if (plan.Accumulator == ElementType.Int32 && destination.Size() <= 2)
        {
            writer.Use(new HelperKey(HelperKind.PackWords, destination.Size() == 1 ? Interleaving.Words(plan) : destination));
        }

        if (destination.Size() == 1)
        {
            writer.Use(new HelperKey(HelperKind.Pack, destination));
        }
    }

    /// <summary>Two vectors as one of bytes, packed within each lane.</summary>
    public static string InLanes(VectorWidth width, ElementType destination, string low, string high)
    {
        string pack = destination == ElementType.Byte ? "PackUnsignedSaturate" : "PackSignedSaturate";
        string arguments = $"({low}.AsInt16(), {high}.AsInt16())";
        return width.Bits switch
        {
            512 => $"Avx512BW.{pack}{arguments}",
            256 => $"Avx2.{pack}{arguments}",
            _ => new HelperKey(HelperKind.Pack, destination).Name + arguments,
        };
    }

    /// <summary>Results packed from two vectors within lanes, with their 64-bit groups in order.</summary>
    public static string Ordered(VectorWidth width, ElementType destination, string packed)
    {
        return width.Bits switch
        {
            512 => $"Avx512F.PermuteVar8x64({packed}.AsInt64(), Vector512.Create(0L, 2L, 4L, 6L, 1L, 3L, 5L, "
                + $"7L)).{Interleaving.As(destination)}",
            256 => $"Avx2.Permute4x64({packed}.AsInt64(), 0b_11_01_10_00).{Interleaving.As(destination)}",
            _ => packed,
        };
    }

    /// <summary>Bytes of four vectors packed within lanes, with their 32-bit groups in order.</summary>
    private static string FourOrdered(VectorWidth width, ElementType destination, string packed)
    {
        int lanes = width.Bits / VectorWidth.Narrowest.Bits;
        string indices = string.Join(", ", Enumerable.Range(0, 4 * lanes).Select(i => Literals.Of((i % lanes * 4) + (i / lanes))));
        return width.Bits switch
        {
            512 => $"Avx512F.PermuteVar16x32({packed}.AsInt32(), Vector512.Create({indices})).{Interleaving.As(destination)}",
            256 => $"Avx2.PermuteVar8x32({packed}.AsInt32(), Vector256.Create({indices})).{Interleaving.As(destination)}",
            _ => packed,
        };
    }

    /// <summary>Prints the packing of 128-bit vectors, which every processor does in another way.</summary>
    public static void EmitHelper(SourceWriter writer, HelperKey key)
    {
        ElementType destination = key.Type;
        bool isUnsigned = destination == ElementType.Byte;
        string type = $"Vector128<{destination.Keyword()}>";
        writer.Line($"/// <summary>Two vectors of results as one of <c>{destination.Keyword()}</c>, saturated.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line($"internal static {type} {key.Name}(Vector128<short> low, Vector128<short> high)");
        writer.Line("{");
        using (writer.Indent())
        {
            writer.Line("if (Sse2.IsSupported)");
            writer.Line("{");
            writer.Line($"    return Sse2.Pack{(isUnsigned ? "Unsigned" : "Signed")}Saturate(low, high);");
            writer.Line("}");
            writer.Line();
            (string least, string most) = isUnsigned ? ("(short)0", "(short)255") : ("(short)(-128)", "(short)127");
            writer.Line($"low = Vector128.Min(Vector128.Max(low, Vector128.Create({least})), Vector128.Create({most}));");
            writer.Line($"high = Vector128.Min(Vector128.Max(high, Vector128.Create({least})), Vector128.Create({most}));");
            writer.Line(isUnsigned ? "return Vector128.Narrow(low.AsUInt16(), high.AsUInt16());" : "return Vector128.Narrow(low, high);");
        }

        writer.Line("}");
        writer.Line();
    }
}
