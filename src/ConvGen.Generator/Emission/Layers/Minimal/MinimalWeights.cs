using ConvGen.Generator.Emission.Layers.Rows;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Emission.Layers.Minimal;

/// <summary>Prints how the weights of minimal filtering come from the kernel as written, once, when it is prepared.</summary>
internal static class MinimalWeights
{
    public static void Emit(SourceWriter writer, LayerParts parts, MinimalTile minimal)
    {
        LayerPlan plan = parts.Plan;
        string kernel = plan.Model.Form.Kernel!.Element.Keyword();
        bool isInteger = plan.Accumulator.IsInteger();
        string type = isInteger ? "int" : "double",
            side = Literals.Of(minimal.Samples),
            block = Literals.Of(plan.Block);
        writer.Line(
            $"/// <summary>The weights of minimal filtering, <c>G * K * transposed(G)</c> for each two channels{(isInteger ? ", with all of G doubled" : "")}: place by place of a tile as the weights of one tap.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void Transform(ref {kernel} kernel, ref {parts.Sum} transformed)"))
        {
            writer.Line($"ReadOnlySpan<{type}> g = [{string.Join(", ", Rows(minimal.Results, isInteger))}];");
            BlockLoop.Emit(
                writer,
                parts,
                () =>
                {
                    using (
                        writer.Block(
                            $"for (nint input = 0; input < {Literals.Of(plan.Layer.GroupInputs)}; input{(plan.PairsChannels ? " += 2" : "++")})"
                        )
                    )
                    {
                        using (writer.Block($"for (nint output = 0; output < {block}; output++)"))
                        using (writer.Block($"for (int place = 0; place < {Literals.Of(minimal.Places)}; place++)"))
                        {
                            EmitWeight(writer, parts, type, side);
                        }

                        writer.Line();
                        writer.Line($"transformed = ref Unsafe.Add(ref transformed, {block});");
                    }
                }
            );
        }

        writer.Line();
    }

    private static void EmitWeight(SourceWriter writer, LayerParts parts, string type, string side)
    {
        LayerPlan plan = parts.Plan;
        bool isOutputFirst = plan.Layer.KernelLayout == KernelLayout.OutputFirst;
        string channel = BlockLoop.HasChannel(parts) ? "channel + output" : "output";
        string inputs = Literals.Of(plan.Layer.GroupInputs),
            outputs = Literals.Of(plan.Layer.OutputChannels);
        string written = plan.Model.Operation == OperationKind.Convolution ? "(8 - tap)" : "tap";
        string position = isOutputFirst
            ? $"(((({channel}) * {inputs}) + input) * 9) + {written}"
            : $"((({written} * {inputs}) + input) * {outputs}) + {channel}";
        string next = Literals.Of(isOutputFirst ? 9 : plan.Layer.OutputChannels);
        writer.Line(plan.PairsChannels ? $"{type} sum = 0, next = 0;" : $"{type} sum = 0;");
        using (writer.Block("for (int tap = 0; tap < 9; tap++)"))
        {
            writer.Line($"{type} factor = g[(place / {side} * 3) + (tap / 3)] * g[(place % {side} * 3) + (tap % 3)];");
            writer.Line($"nint position = {position};");
            writer.Line("sum += factor * Unsafe.Add(ref kernel, position);");
            if (plan.PairsChannels)
            {
                writer.Line($"next += factor * Unsafe.Add(ref kernel, position + {next});");
            }
        }

        writer.Line();
        string value =
            plan.PairsChannels ? "(sum & 0xFFFF) | (next << 16)"
            : parts.Sum == type ? "sum"
            : $"({parts.Sum})sum";
        writer.Line($"Unsafe.Add(ref transformed, (place * {Literals.Of(parts.PlaceWeights)}) + output) = {value};");
    }

    /// <summary>The rows of G.</summary>
    private static string[] Rows(int results, bool isInteger) =>
        (results, isInteger) switch
        {
            (2, true) => ["2", "0", "0", "1", "1", "1", "1", "-1", "1", "0", "0", "2"],
            _ =>
            [
                "0.25",
                "0",
                "0",
                "-1.0 / 6",
                "-1.0 / 6",
                "-1.0 / 6",
                "-1.0 / 6",
                "1.0 / 6",
                "-1.0 / 6",
                "1.0 / 24",
                "1.0 / 12",
                "1.0 / 6",
                "1.0 / 24",
                "-1.0 / 12",
                "1.0 / 6",
                "0",
                "0",
                "1",
            ],
        };
}
