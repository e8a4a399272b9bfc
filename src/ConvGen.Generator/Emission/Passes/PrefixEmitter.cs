using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Sums;

namespace ConvGen.Generator.Emission.Passes;

/// <summary>Prints <c>SumUp</c>, which forms the prefix sums of rows of intermediate sums, channel by channel.</summary>
internal static class PrefixEmitter
{
    /// <summary>
    /// Elements of a row beyond its sums: one more prefix sum for each channel, and what the last vector holds beyond them, of prefix sums
    /// or of the narrower sums that are loaded.
    /// </summary>
    public static int Slack(KernelParts parts, Separation separation) =>
        parts.Model.PixelChannels
        + Math.Max(2 * PrefixSums.Lanes(separation.Prefixes!.Value), VectorWidth.Narrowest.Lanes(separation.Intermediate));

    public static void Emit(SourceWriter writer, KernelParts parts, Separation separation)
    {
        if (separation.Prefixes is not { } prefixes)
        {
            return;
        }

        (string source, string type) = (separation.Intermediate.Keyword(), prefixes.Keyword());
        writer.Line(
            parts.Model.PixelChannels == 1
                ? "/// <summary>Prefix sums of rows: prefix i is the sum of what stands before place i. Behind the last one, what "
                    + "a vector holds is written.</summary>"
                : "/// <summary>Prefix sums of rows, channel by channel: prefix i is the sum of the channel's samples before place "
                    + "i. Behind the last one, what a vector holds is written.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void SumUp(ref {source} sums, ref {type} prefixes, nint pitch, nint count, nint rows)"))
        using (writer.Block("for (nint row = 0; row < rows; row++)"))
        {
            using (writer.Block("if (Vector128.IsHardwareAccelerated)"))
            {
                EmitVectors(writer, parts, separation.Intermediate, prefixes);
            }

            using (writer.Block("else"))
            {
                EmitScalars(writer, parts.Model.PixelChannels, type);
            }

            writer.Line();
            writer.Line("sums = ref Unsafe.Add(ref sums, pitch);");
            writer.Line("prefixes = ref Unsafe.Add(ref prefixes, pitch);");
        }

        writer.Line();
    }

    /// <summary>
    /// A vector of neighbours, each with those before it; or of the channels of a pixel, behind which lie some of the next one, to be
    /// written over.
    /// </summary>
    private static void EmitVectors(SourceWriter writer, KernelParts parts, ElementType source, ElementType prefixes)
    {
        int lanes = PrefixSums.Lanes(prefixes);
        int channels = parts.Model.PixelChannels;
        string vector = $"Vector128<{prefixes.Keyword()}>";
        string widened = Widened("Vector128.LoadUnsafe(ref sums, (nuint)x)", source, prefixes);
        writer.Line($"{vector} sum = {vector}.Zero;");
        writer.Line("sum.StoreUnsafe(ref prefixes);");
        using (writer.Block($"for (nint x = 0; x < count; x += {Literals.Of(channels == 1 ? lanes : channels)})"))
        {
            if (channels > 1)
            {
                writer.Line($"sum += {widened};");
                writer.Line($"sum.StoreUnsafe(ref prefixes, (nuint)(x + {Literals.Of(channels)}));");
                return;
            }

            string Shuffled(string text, Func<int, int> from) =>
                $"Vector128.Shuffle({text}, Vector128.Create({string.Join(", ", Enumerable.Range(0, lanes).Select(lane => Literals.Integer(from(lane), prefixes)))}))";
            writer.Line($"{vector} own = {widened};");
            for (int distance = 1; distance < lanes; distance *= 2)
            {
                int places = distance;
                writer.Line($"own += {Shuffled("own", lane => lane < places ? lanes : lane - places)};");
            }

            writer.Line("own += sum;");
            writer.Line("own.StoreUnsafe(ref prefixes, (nuint)(x + 1));");
            writer.Line($"sum = {Shuffled("own", _ => lanes - 1)};");
        }
    }

    /// <summary>The first of the sums that were loaded in the type of the prefix sums.</summary>
    private static string Widened(string samples, ElementType source, ElementType prefixes)
    {
        for (int size = source.Size(); size < prefixes.Size(); size *= 2)
        {
            samples = $"Vector128.WidenLower({samples})";
        }

        return source != ElementType.UInt16 ? samples
            : prefixes == ElementType.Int32 ? samples + ".AsInt32()"
            : samples + ".AsInt64()";
    }

    private static void EmitScalars(SourceWriter writer, int channels, string type)
    {
        if (channels == 1)
        {
            EmitChannel(writer, channels, type, "0");
            return;
        }

        using (writer.Block($"for (nint channel = 0; channel < {Literals.Of(channels)}; channel++)"))
        {
            EmitChannel(writer, channels, type, "channel");
        }
    }

    private static void EmitChannel(SourceWriter writer, int channels, string type, string channel)
    {
        string step = channels == 1 ? "x++" : $"x += {Literals.Of(channels)}";
        writer.Line($"{type} sum = 0;");
        writer.Line($"{(channels == 1 ? "prefixes" : $"Unsafe.Add(ref prefixes, {channel})")} = 0;");
        using (writer.Block($"for (nint x = {channel}; x < count; {step})"))
        {
            writer.Line("sum += Unsafe.Add(ref sums, x);");
            writer.Line($"Unsafe.Add(ref prefixes, x + {Literals.Of(channels)}) = sum;");
        }
    }
}
