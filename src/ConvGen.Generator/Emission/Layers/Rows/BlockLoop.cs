using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Layers.Rows;

/// <summary>Prints the loops over groups and blocks of output channels.</summary>
internal static class BlockLoop
{
    /// <summary>
    /// Prints loops, where there is more than one block. Inside, <c>channel</c> is the block's first output channel, <c>group</c> its group
    /// where there are several.
    /// </summary>
    public static void Emit(SourceWriter writer, LayerParts parts, Action body)
    {
        Planning.Layers.LayerPlan plan = parts.Plan;
        int outputs = plan.Layer.GroupOutputs;
        if (parts.Groups > 1)
        {
            using (writer.Block($"for (nint group = 0; group < {Literals.Of(parts.Groups)}; group++)"))
            {
                if (plan.Blocks == 1)
                {
                    writer.Line($"nint channel = group * {Literals.Of(outputs)};");
                    body();
                }
                else
                {
                    EmitBlocks(writer, parts, $"(group * {Literals.Of(outputs)}) + ", body);
                }
            }
        }
        else if (plan.Blocks == 1)
        {
            body();
        }
        else
        {
            EmitBlocks(writer, parts, "", body);
        }
    }

    /// <summary>Whether the loops define <c>channel</c>; without any loop it is 0.</summary>
    public static bool HasChannel(LayerParts parts) => parts.Groups > 1 || parts.Plan.Blocks > 1;

    /// <summary>Prints references to what a block reads and writes, each moved by so many elements.</summary>
    public static void EmitReferences(
        SourceWriter writer,
        LayerParts parts,
        string source,
        string weights,
        string channel,
        string destination
    )
    {
        writer.Line($"ref {parts.Sum} from = ref {LayerParts.Add("source", source)};");
        writer.Line($"ref {parts.Sum} own = ref {LayerParts.Add("weights", weights)};");
        if (parts.HasBias)
        {
            writer.Line($"ref {parts.Bias.Keyword()} start = ref {LayerParts.Add("bias", channel)};");
        }

        if (parts.Quantised is not null)
        {
            writer.Line($"ref float factors = ref {LayerParts.Add("scale", channel)};");
        }

        writer.Line($"ref {parts.Destination} to = ref {LayerParts.Add("destination", destination)};");
    }

    private static void EmitBlocks(SourceWriter writer, LayerParts parts, string start, Action body)
    {
        Planning.Layers.LayerPlan plan = parts.Plan;
        int outputs = plan.Layer.GroupOutputs;
        using (writer.Block($"for (nint block = 0; block < {Literals.Of(plan.Blocks)}; block++)"))
        {
            string first = $"block * {Literals.Of(plan.Block)}";
            bool isExact = outputs % plan.Block == 0;
            if (!isExact)
            {
                writer.Line("// The last block moves back to end with the channels; what it computes twice is the same.");
            }

            writer.Line(
                "nint channel = "
                    + start
                    + (
                        isExact
                            ? start.Length > 0
                                ? "(" + first + ")"
                                : first
                            : $"Math.Min({first}, {Literals.Of(outputs - plan.Block)})"
                    )
                    + ";"
            );
            body();
        }
    }

    /// <summary>The weights of the block that the loops stand at.</summary>
    public static string Weights(LayerParts parts)
    {
        int blocks = parts.Plan.Blocks;
        string index = (parts.Groups > 1, blocks > 1) switch
        {
            (true, true) => $"((group * {Literals.Of(blocks)}) + block)",
            (true, false) => "group",
            (false, true) => "block",
            _ => "0",
        };
        return index == "0" ? "0" : Literals.Times(index, parts.BlockWeights);
    }

    /// <summary>The sum of two numbers of elements; the other one where one is zero.</summary>
    public static string Sum(string first, string second) =>
        first == "0" ? second
        : second == "0" ? first
        : $"({first}) + {second}";

    /// <summary>Elements from the first channel to the first one that the group reads, which are so many times its channels.</summary>
    public static string Source(LayerParts parts, string input) =>
        parts.Groups == 1 ? "0" : Literals.Times("group", parts.Plan.ReadInputs) + input;
}
