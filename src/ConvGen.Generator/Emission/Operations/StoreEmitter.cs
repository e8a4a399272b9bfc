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
        if (plan.Accumulator == destination && plan.Division is null && !plan.HasPairs)
        {
            return;
        }

        writer.Line($"/// <summary>{Summary(parts)}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        string[] sums = Sums(plan);
        string parameters = string.Join(", ", sums.Select(sum => $"{width.Type(plan.StoredType)} {sum}"));
        using (writer.Block($"private static void Store{Literals.Of(width.Bits)}({parameters}, ref {destination.Keyword()} samples)"))
        {
            if (plan.AddsGroups)
            {
                sums = Interleaving.EmitAddition(writer, plan, width);
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

            if (plan.HasPairs)
            {
                Interleaving.EmitStore(writer, plan, width);
            }
            else if (plan.PacksWords)
            {
                Packing.EmitStore(writer, plan, width, sums);
            }
            else if (sums.Length == 2)
            {
                writer.Line($"{Packing.Bytes(width, destination, sums[0], sums[1])}.StoreUnsafe(ref samples);");
            }
            else
            {
                EmitNarrowing(writer, value, destination, width.Lanes(plan.Accumulator));
            }
        }

        writer.Line();
    }

    /// <summary>The parameters of a store: sums of 16 bits are packed to bytes two vectors at a time.</summary>
    public static string[] Sums(KernelPlan plan) =>
        plan.HasPairs ? Interleaving.Sums(plan)
        : plan.PacksBytes ? ["low", "high"]
        : plan.PacksWords ? Packing.Sums(plan)
        : ["sum"];

    /// <summary>A vector expression on the way to the destination's type.</summary>
    internal sealed record VectorValue(string Text, ElementType Type, int Bits);

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
    internal static void EmitNarrowing(SourceWriter writer, VectorValue value, ElementType destination, int lanes)
    {
        string text = value.Text;
        ElementType type = value.Type;
        int bits = value.Bits;
        int step = 0;
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

        EmitStore(writer, text, type, destination, bits, lanes);
    }

    private static void EmitStore(SourceWriter writer, string text, ElementType type, ElementType destination, int bits, int lanes)
    {
        int bytes = lanes * destination.Size();
        if (type != destination && type.Size() == destination.Size())
        {
            text += ".As" + (destination == ElementType.UInt16 ? "UInt16" : Name(destination)) + "()";
        }

        if (bytes == bits / 8)
        {
            writer.Line($"{text}.StoreUnsafe(ref samples);");
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
