using System.Numerics;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Sums;

namespace ConvGen.Generator.Emission.Operations;

/// <summary>
/// Prints how the results of even and odd outputs come back together. Packing two vectors puts eight bytes of the one beside eight of the
/// other within each 128-bit
/// lane, and a shuffle within the lane alternates them; results that need no packing are alternated by unpacking.
/// </summary>
internal static class Interleaving
{
    private static readonly int[] Bytes = [0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15];
    private static readonly int[] WordOrder = [0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15];

    /// <summary>Bytes of two packed pairs of vectors: four even outputs, four odd ones, and the same of the second pair.</summary>
    private static readonly int[] FourBytes = [0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15];

    /// <summary>The parameters of a store.</summary>
    public static string[] Sums(KernelPlan plan, PairedSum pairs)
    {
        string[] halves = Halves(pairs);
        return pairs.ShortSums switch
        {
            ShortSums.InTurn => [.. halves.SelectMany(half => new[] { half + "Low", half + "High" })],
            ShortSums.Added => [.. halves.SelectMany(half => new[] { half + "A", half + "B" })],
            _ when pairs.PacksFour(plan.Model) => [.. halves.Select(half => half + "0"), .. halves.Select(half => half + "1")],
            _ => halves,
        };
    }

    /// <summary>
    /// The outputs of either vector: even and odd ones, or those of the lower and of the upper halves of lanes, which packing puts together
    /// again; or lower and upper ones in their order.
    /// </summary>
    private static string[] Halves(PairedSum pairs) => pairs.Placement == PairPlacement.SideBySide ? ["even", "odd"] : ["low", "high"];

    /// <summary>Whether packing limits the results to the destination's range.</summary>
    public static bool Saturates(KernelPlan plan) =>
        plan.Accumulator == ElementType.Int32 && plan.Model.Form.Destination.Element.Size() <= 2;

    /// <summary>
    /// Prints the addition of several sums of 16 bits in 32 bits: unpacking puts their lanes side by side, where multiplying by ones adds
    /// them, and packing what comes of it undoes the unpacking.
    /// </summary>
    /// <returns>The names of the sums of 32 bits.</returns>
    public static string[] EmitAddition(SourceWriter writer, PairedSum pairs, VectorWidth width)
    {
        BigInteger[] middles = PairGroups.Middles(pairs);
        for (int group = 0; group < middles.Length; group++)
        {
            if (!middles[group].IsZero)
            {
                // Modulo 65,536, so a constant that 16 bits do not hold wraps as well.
                string constant = width.Broadcast(
                    Literals.Integer(unchecked((short)(ushort)(middles[group] & ushort.MaxValue)), ElementType.Int16)
                );
                foreach (string half in Halves(pairs))
                {
                    writer.Line($"{half}{(char)('A' + group)} -= {constant};");
                }
            }
        }

        BigInteger middle = middles.Aggregate(BigInteger.Zero, BigInteger.Add);
        string again = middle.IsZero ? "" : $" + {width.Broadcast(Literals.Integer(middle, ElementType.Int32))}";
        writer.Line($"{width.Type(ElementType.Int16)} ones = {width.Broadcast("(short)1")};");
        List<string> names = [];
        foreach (string half in Halves(pairs))
        {
            foreach (string part in new[] { "Low", "High" })
            {
                names.Add(half + part);
                writer.Line(
                    $"{width.Type(ElementType.Int32)} {half}{part} = {width.PairSum(Alternating(width, part, half + "A", half + "B"), "ones")}{again};"
                );
            }
        }

        return [.. names];
    }

    /// <summary>Elements of two vectors in turn: those of the lower or of the upper halves of their 128-bit lanes.</summary>
    public static string Alternating(VectorWidth width, string half, string even, string odd) =>
        width.Bits switch
        {
            512 => $"Avx512BW.Unpack{half}({even}, {odd})",
            256 => $"Avx2.Unpack{half}({even}, {odd})",
            _ => $"Alternate{half}({even}, {odd})",
        };

    public static void EmitStore(SourceWriter writer, KernelPlan plan, PairedSum pairs, VectorWidth width)
    {
        ElementType destination = plan.Model.Form.Destination.Element;
        string[] sums = Sums(plan, pairs);
        ElementType stored = plan.Accumulator;
        if (pairs.ShortSums != ShortSums.None)
        {
            // The sums of 32 bits that widening made of 16 are packed again.
            sums = Halves(pairs);
            stored = ElementType.Int16;
            foreach (string half in sums)
            {
                EmitWords(writer, plan, width, half, half + "Low", half + "High");
            }
        }

        switch (plan.Store)
        {
            case StoreKind.AlternatingFour:
                EmitWords(writer, plan, width, "first", sums[0], sums[1]);
                EmitWords(writer, plan, width, "second", sums[2], sums[3]);
                string four = Ordered(pairs, width, Packing.InLanes(width, destination, "first", "second"), destination, FourBytes);
                StoreEmitter.EmitWhole(writer, plan, width, Packing.Ordered(width, destination, four));
                break;
            case StoreKind.AlternatingBytes:
                string bytes = Packing.InLanes(width, destination, sums[0], sums[1]);
                StoreEmitter.EmitWhole(writer, plan, width, Ordered(pairs, width, bytes, destination, Bytes));
                break;
            case StoreKind.AlternatingWords:
                string packed = PackWords(width, destination, sums[0], sums[1]);
                string results = pairs.Unpacks
                    ? packed
                    : $"{Shuffle(width, packed + ".AsByte()", ElementType.Byte, WordOrder)}.{As(destination)}";
                StoreEmitter.EmitWhole(writer, plan, width, results);
                break;
            default:
                EmitAlternation(writer, plan, pairs, stored, width);
                break;
        }
    }

    /// <summary>
    /// The type to which sums of 32 bits are packed first: without a sign for results without one, and for sums that are divided
    /// afterwards.
    /// </summary>
    public static ElementType Words(KernelPlan plan) =>
        plan.Model.Form.Destination.Element == ElementType.UInt16 || plan.Division?.Packed is not null
            ? ElementType.UInt16
            : ElementType.Int16;

    /// <summary>Prints two vectors of 32-bit sums as one of 16 bits, divided where that was left until now.</summary>
    public static void EmitWords(SourceWriter writer, KernelPlan plan, VectorWidth width, string name, string even, string odd)
    {
        ElementType words = Words(plan);
        string packed = PackWords(width, words, even, odd);
        if (plan.Division?.Packed is { } division)
        {
            writer.Line($"{width.Type(words)} {name} = {packed};");
            writer.Line($"{name} = {Finishing.Quotient(width, division, name)};");
            return;
        }

        writer.Line($"{width.Type(ElementType.Int16)} {name} = {packed}{(words == ElementType.UInt16 ? ".AsInt16()" : "")};");
    }

    /// <summary>Requests what 128-bit code calls, because every processor does it in another way.</summary>
    public static void UseHelpers(SourceWriter writer, KernelPlan plan, PairedSum pairs)
    {
        writer.Use(new HelperKey(HelperKind.PairSum, plan.Loaded == ElementType.Byte ? ElementType.Byte : ElementType.Int16));
        if (pairs.Unpacks)
        {
            UseAlternation(writer, plan.Loaded);
        }

        if (pairs.ShortSums != ShortSums.None)
        {
            writer.Use(new HelperKey(HelperKind.PairSum, ElementType.Int16));
            UseAlternation(writer, ElementType.Int16);
        }

        ElementType destination = plan.Model.Form.Destination.Element;
        Packing.UseHelpers(writer, plan);
        if (
            destination.Size() > 1
            && destination.Size() == plan.Accumulator.Size()
            && pairs is { ShortSums: ShortSums.None, Placement: PairPlacement.SideBySide }
        )
        {
            UseAlternation(writer, plan.Accumulator);
        }
    }

    private static void UseAlternation(SourceWriter writer, ElementType type)
    {
        writer.Use(new HelperKey(HelperKind.AlternateLow, type));
        writer.Use(new HelperKey(HelperKind.AlternateHigh, type));
    }

    /// <summary>
    /// Packed results of even and odd outputs in their order within lanes; those of lower and upper halves have it already.
    /// </summary>
    private static string Ordered(PairedSum pairs, VectorWidth width, string packed, ElementType type, int[] order) =>
        pairs.Unpacks ? packed : Shuffle(width, packed, type, order);

    private static string Shuffle(VectorWidth width, string vector, ElementType type, int[] order)
    {
        string control = "Vector128.Create((byte)" + string.Join(", ", order.Select(index => Literals.Of(index))) + ")";
        string cast = type == ElementType.SByte ? ".AsSByte()" : "";
        string bytes = type == ElementType.SByte ? vector + ".AsByte()" : vector;
        return width.Bits switch
            {
                512 => $"Avx512BW.Shuffle({bytes}, Vector512.Create(Vector256.Create({control}, {control}), "
                    + $"Vector256.Create({control}, {control})))",
                256 => $"Avx2.Shuffle({bytes}, Vector256.Create({control}, {control}))",
                _ => $"Vector128.Shuffle({bytes}, {control})",
            } + cast;
    }

    /// <summary>Two vectors of 32-bit results as one of 16 bits, saturated, lane by lane.</summary>
    public static string PackWords(VectorWidth width, ElementType type, string even, string odd)
    {
        string pack = type == ElementType.UInt16 ? "PackUnsignedSaturate" : "PackSignedSaturate";
        return width.Bits switch
        {
            512 => $"Avx512BW.{pack}({even}, {odd})",
            256 => $"Avx2.{pack}({even}, {odd})",
            _ => $"{new HelperKey(HelperKind.PackWords, type).Name}({even}, {odd})",
        };
    }

    /// <summary>
    /// Stores results that need no packing. Unpacking alternates even and odd ones within 128-bit lanes, which 256-bit code stores one by
    /// one; 512-bit code has a permutation of two vectors.
    /// Of lower and upper halves whole lanes alternate, and nothing is unpacked.
    /// </summary>
    private static void EmitAlternation(SourceWriter writer, KernelPlan plan, PairedSum pairs, ElementType sum, VectorWidth width)
    {
        ElementType destination = plan.Model.Form.Destination.Element;
        int lanes = width.Lanes(sum);
        string cast = sum == destination ? "" : "." + As(destination);
        string[] halves = Halves(pairs);
        if (width.Bits == 512)
        {
            int run = pairs.Unpacks ? VectorWidth.Narrowest.Lanes(sum) : 1;
            string permute = sum.Size() == 2 ? "Avx512BW.PermuteVar32x16x2" : "Avx512F.PermuteVar16x32x2";
            string type = sum.Keyword();
            string Indices(int start) =>
                "Vector512.Create("
                + string.Join(
                    ", ",
                    Enumerable
                        .Range(0, lanes)
                        .Select(i => $"({type}){Literals.Of((i / run / 2 * run) + (i % run) + (i / run % 2 * lanes) + start)}")
                )
                + ")";
            StoreEmitter.EmitWhole(writer, plan, width, $"{permute}({halves[0]}, {Indices(0)}, {halves[1]}){cast}");
            StoreEmitter.EmitWhole(writer, plan, width, $"{permute}({halves[0]}, {Indices(lanes / 2)}, {halves[1]}){cast}", lanes);
            return;
        }

        string low = (pairs.Unpacks ? halves[0] : Alternating(width, "Low", halves[0], halves[1])) + cast;
        string high = (pairs.Unpacks ? halves[1] : Alternating(width, "High", halves[0], halves[1])) + cast;
        if (width.Bits == 128)
        {
            StoreEmitter.EmitWhole(writer, plan, width, low);
            StoreEmitter.EmitWhole(writer, plan, width, high, lanes);
            return;
        }

        if (!pairs.Unpacks)
        {
            writer.Line($"{width.Type(destination)} low = {low};");
            writer.Line($"{width.Type(destination)} high = {high};");
            (low, high) = ("low", "high");
        }

        string[] parts = [low + ".GetLower()", high + ".GetLower()", low + ".GetUpper()", high + ".GetUpper()"];
        for (int i = 0; i < parts.Length; i++)
        {
            StoreEmitter.EmitWhole(writer, plan, width, parts[i], i * lanes / 2, VectorWidth.Narrowest.Bits);
        }
    }

    public static string As(ElementType type) =>
        type switch
        {
            ElementType.Int16 => "AsInt16()",
            ElementType.UInt16 => "AsUInt16()",
            ElementType.SByte => "AsSByte()",
            ElementType.Byte => "AsByte()",
            _ => "AsInt32()",
        };
}
