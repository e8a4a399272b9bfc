using System.Numerics;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Operations;

/// <summary>
/// Prints <c>Store512</c>, <c>Store256</c> and <c>Store128</c>: sums divided, rounded, saturated and narrowed to the destination's type.
/// </summary>
internal static class StoreEmitter
{
    /// <summary>What finishing a sum means, as a sentence.</summary>
    public static string Summary(KernelParts parts)
    {
        KernelPlan plan = parts.Plan;
        string what =
            plan.Division is not null ? $"<c>floor(sum / {plan.Denominator} + 1/2)</c>"
            : plan.Accumulator.IsFloating() && parts.Model.Form.Destination.Element.IsInteger() ? "<c>floor(sum + 1/2)</c>"
            : "The sum";
        return what
            + (NeedsClamp(plan) ? ", saturated" : "")
            + (plan.Accumulator.IsFloating() && parts.Model.Form.Destination.Element.IsInteger() ? "; 0 for a NaN" : "")
            + $", as <c>{parts.Destination}</c>.";
    }

    /// <summary>Whether some sum leaves the destination's range.</summary>
    public static bool NeedsClamp(KernelPlan plan)
    {
        ElementType destination = plan.Model.Form.Destination.Element;
        if (destination.IsFloating())
        {
            return false;
        }

        if (plan.Range is not { } range)
        {
            return true;
        }

        return !Finishing.Results(range, plan.Denominator).IsWithin(destination);
    }

    public static void Emit(SourceWriter writer, KernelParts parts, VectorWidth width)
    {
        KernelPlan plan = parts.Plan;
        ElementType destination = parts.Model.Form.Destination.Element;
        KeptSamples? kept = KeptSamples.Of(plan);
        if (plan.Store == StoreKind.InPlace)
        {
            return;
        }

        writer.Line($"/// <summary>{Summary(parts)}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        string[] sums = Sums(plan);
        string parameters =
            string.Join(", ", sums.Select(sum => $"{width.Type(plan.StoredType)} {sum}"))
            + $", ref {destination.Keyword()} samples{kept?.Parameters(width)}";
        using (writer.Block($"private static void Store{Literals.Of(width.Bits)}({parameters})"))
        {
            if (plan.Sum is PairedSum { ShortSums: ShortSums.Added } added)
            {
                sums = Interleaving.EmitAddition(writer, added, width);
            }

            VectorValue value = new("sum", plan.Accumulator, width.Bits);
            if (plan.Accumulator.IsFloating() && destination.IsInteger())
            {
                value = EmitRounding(writer, plan.Accumulator, destination, width);
            }
            else if (!plan.Accumulator.IsFloating())
            {
                foreach (string sum in sums)
                {
                    Finishing.Emit(writer, plan, width, sum);
                }
            }

            switch (plan.Store)
            {
                case StoreKind.Words:
                    Packing.EmitStore(writer, plan, width, sums);
                    break;
                case StoreKind.Bytes:
                    EmitWhole(writer, plan, width, Packing.Bytes(width, destination, sums[0], sums[1]));
                    break;
                case StoreKind.Narrowed:
                    value = value with { Saturates = WholeNarrowing.Saturates(plan, width) };
                    EmitNarrowing(writer, value, destination, width.Lanes(plan.Accumulator), Kept(plan, width));
                    break;
                default:
                    Interleaving.EmitStore(writer, plan, (PairedSum)plan.Sum, width);
                    break;
            }
        }

        writer.Line();
    }

    /// <summary>The parameters of a store: sums of 16 bits are packed to bytes two vectors at a time.</summary>
    public static string[] Sums(KernelPlan plan) =>
        (plan.Sum, plan.Store) switch
        {
            (PairedSum pairs, _) => Interleaving.Sums(plan, pairs),
            (_, StoreKind.Bytes) => ["low", "high"],
            (_, StoreKind.Words) => Packing.Sums(plan),
            _ => ["sum"],
        };

    /// <summary>A vector expression on the way to the destination's type.</summary>
    /// <param name="Text">The expression.</param>
    /// <param name="Type">The type of its elements.</param>
    /// <param name="Bits">Its size.</param>
    /// <param name="Saturates">Whether what the destination does not hold is limited while it is narrowed.</param>
    internal sealed record VectorValue(string Text, ElementType Type, int Bits, bool Saturates = false);

    /// <summary>Prints how a sum is rounded and saturated.</summary>
    internal static VectorValue EmitRounding(SourceWriter writer, ElementType sum, ElementType destination, VectorWidth width)
    {
        string operations = width.Operations;
        string suffix = sum == ElementType.Single ? "f" : "d";
        writer.Line($"sum = {operations}.ConditionalSelect({operations}.Equals(sum, sum), sum, {width.Type(sum)}.Zero);");
        writer.Line($"{width.Type(sum)} below = {operations}.Floor(sum);");
        writer.Line($"{width.Type(sum)} isHalfOrMore = {operations}.GreaterThanOrEqual(sum - below, {width.Broadcast("0.5" + suffix)});");
        writer.Line($"sum = {operations}.ConditionalSelect(isHalfOrMore, below + {width.Broadcast("1" + suffix)}, below);");
        string low = width.Broadcast(Literals.Of(destination.Minimum()) + suffix);
        string high = width.Broadcast(Literals.Of(destination.Maximum()) + suffix);
        writer.Line($"sum = {operations}.Min({operations}.Max(sum, {low}), {high});");
        return (sum, width.Bits) switch
        {
            (ElementType.Single, _) => new VectorValue($"{operations}.ConvertToInt32(sum)", ElementType.Int32, width.Bits),
            (_, 512) => new VectorValue("Avx512F.ConvertToVector256Int32WithTruncation(sum)", ElementType.Int32, 256),
            (_, 256) => new VectorValue("Avx.ConvertToVector128Int32WithTruncation(sum)", ElementType.Int32, 128),
            _ => new VectorValue("Vector128.ConvertToInt64(sum)", ElementType.Int64, 128),
        };
    }

    /// <summary>Prints how a value is narrowed and stored.</summary>
    internal static void EmitNarrowing(
        SourceWriter writer,
        VectorValue value,
        ElementType destination,
        int lanes,
        (KeptSamples Samples, VectorWidth Width)? kept = null
    )
    {
        string text = value.Text;
        ElementType type = value.Type;
        int bits = value.Bits;
        int step = 0;
        if (WholeNarrowing.IsHad(type, destination, bits))
        {
            (text, bits) = WholeNarrowing.Of(text, type, destination, value.Saturates);
            type = destination;
        }

        while (type.Size() > destination.Size())
        {
            // Only the last step can be unsigned; before it, truncation gives the same bits either way.
            ElementType narrower = Narrower(type);
            bool toUnsigned = narrower.Size() == destination.Size() && destination is ElementType.Byte or ElementType.UInt16;
            string input = toUnsigned ? $"{text}.AsU{Name(type)}()" : text;
            if (input != "sum")
            {
                string name = "value" + (step == 0 ? "" : Literals.Of(step));
                writer.Line($"Vector{Literals.Of(bits)}<{(toUnsigned ? Unsigned(type) : type.Keyword())}> {name} = {input};");
                input = name;
            }

            if (bits == 128)
            {
                text = $"Vector128.Narrow({input}, {input})";
            }
            else
            {
                bits /= 2;
                text = $"Vector{Literals.Of(bits)}.Narrow({input}.GetLower(), {input}.GetUpper())";
            }

            type = toUnsigned ? destination : narrower;
            step++;
        }

        EmitStore(writer, text, type, destination, bits, lanes, kept);
    }

    /// <summary>Prints the store of a vector of results, or of a part of them, some elements behind the first.</summary>
    internal static void EmitWhole(
        SourceWriter writer,
        KernelPlan plan,
        VectorWidth width,
        string results,
        int further = 0,
        int bits = 0
    ) => EmitWhole(writer, results, further, bits == 0 ? width.Bits : bits, Kept(plan, width));

    private static void EmitWhole(
        SourceWriter writer,
        string results,
        int further,
        int bits,
        (KeptSamples Samples, VectorWidth Width)? kept
    )
    {
        string stored = kept is var (samples, width) ? samples.Choose(results, width, bits, further) : results;
        writer.Line($"{stored}.StoreUnsafe(ref samples{(further == 0 ? "" : ", " + Literals.Of(further))});");
    }

    /// <summary>What stores keep, with the width of the sums: results may be narrowed to a part of it.</summary>
    private static (KeptSamples Samples, VectorWidth Width)? Kept(KernelPlan plan, VectorWidth width) =>
        KeptSamples.Of(plan) is { } kept ? (kept, width) : null;

    private static void EmitStore(
        SourceWriter writer,
        string text,
        ElementType type,
        ElementType destination,
        int bits,
        int lanes,
        (KeptSamples Samples, VectorWidth Width)? kept
    )
    {
        int bytes = lanes * destination.Size();
        if (type != destination && type.Size() == destination.Size())
        {
            text += ".As" + (destination == ElementType.UInt16 ? "UInt16" : Name(destination)) + "()";
        }

        if (bytes == bits / 8)
        {
            EmitWhole(writer, text, 0, bits, kept);
            return;
        }

        string integer = bytes switch
        {
            8 => "ulong",
            4 => "uint",
            _ => "ushort",
        };
        string lane = bytes switch
        {
            8 => "AsUInt64",
            4 => "AsUInt32",
            _ => "AsUInt16",
        };
        writer.Line($"{integer} narrow = {text}.{lane}().ToScalar();");
        if (kept is var (samples, width))
        {
            writer.Line($"narrow = {samples.Choose("narrow", width, integer, bytes)};");
        }

        writer.Line($"Unsafe.WriteUnaligned({Reinterpretation.Of("samples", destination, ElementType.Byte)}, narrow);");
    }

    private static ElementType Narrower(ElementType type) =>
        type switch
        {
            ElementType.Int64 => ElementType.Int32,
            ElementType.Int32 => ElementType.Int16,
            ElementType.Double => ElementType.Single,
            _ => ElementType.SByte,
        };

    private static string Unsigned(ElementType type) =>
        type switch
        {
            ElementType.Int64 => "ulong",
            ElementType.Int32 => "uint",
            _ => "ushort",
        };

    private static string Name(ElementType type) =>
        type switch
        {
            ElementType.Int64 => "Int64",
            ElementType.Int32 => "Int32",
            ElementType.Int16 => "Int16",
            ElementType.SByte => "SByte",
            ElementType.Byte => "Byte",
            _ => "UInt16",
        };
}
