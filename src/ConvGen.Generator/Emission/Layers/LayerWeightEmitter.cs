using System.Numerics;
using ConvGen.Generator.Emission.Layers.Minimal;
using ConvGen.Generator.Emission.Layers.Rows;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Layers;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Layers;

/// <summary>
/// Prints the weights in the order in which a layer reads them: block by block, and within a block rows, columns, inputs and then its
/// output channels.
/// </summary>
internal static class LayerWeightEmitter
{
    private const int ConstantsPerLine = 16;

    public static void Emit(SourceWriter writer, LayerParts parts)
    {
        if (parts.Model.Kernel.Weights is { } weights)
        {
            EmitTable(writer, parts, weights);
        }
        else
        {
            if (IsPrepared(parts))
            {
                writer.Line("/// <summary>Stands for this layer in prepared kernels.</summary>");
                writer.Line("private static readonly object Layer = new();");
                writer.Line();
            }

            if (!parts.Plan.ReadsWeightsInPlace)
            {
                EmitArrange(writer, parts);
            }
        }
    }

    /// <summary>Whether run-time weights must be arranged in each call.</summary>
    public static bool ArrangesInCall(LayerParts parts) =>
        parts.Model.Form.Kernel is not null && !parts.Plan.ReadsWeightsInPlace && !IsPrepared(parts);

    /// <summary>Prints a local <c>weights</c>: a reference to the weights as they are read.</summary>
    public static void EmitLocal(SourceWriter writer, LayerParts parts)
    {
        if (parts.Model.Form.Kernel is null)
        {
            writer.Line($"ref {parts.Sum} weights = ref MemoryMarshal.GetReference(Weights);");
        }
        else if (IsPrepared(parts))
        {
            string arrange = parts.Plan.ReadsWeightsInPlace ? "static written => written" : "static written => Arrange(written)";
            EmitFirst(writer, parts, $"kernel.Arranged(Layer, {arrange})");
        }
        else if (parts.Plan.ReadsWeightsInPlace)
        {
            writer.Line($"ref {parts.Sum} weights = ref kernel;");
        }
        else
        {
            writer.Line($"{parts.Sum}[] arranged = ArrayPool<{parts.Sum}>.Shared.Rent({Literals.Of(ArrayLength(parts))});");
            EmitFirst(writer, parts, "arranged");
            writer.Line($"Arrange(ref kernel, ref weights{ZeroPoint(parts, "")});");
        }
    }

    /// <summary>Whether arranged weights begin at a cache line, because they are loaded by the vector.</summary>
    private static bool AlignsWeights(LayerParts parts) => !parts.Plan.ReadsWeightsInPlace && parts.Plan.LoadsWeights;

    /// <summary>Elements of the array that weights are arranged in.</summary>
    private static long ArrayLength(LayerParts parts) =>
        parts.AllWeights + (AlignsWeights(parts) ? CacheLine.Elements(parts.Plan.Accumulator) : 0);

    /// <summary>Prints a local <c>weights</c>: a reference to the first one in an array.</summary>
    private static void EmitFirst(SourceWriter writer, LayerParts parts, string array)
    {
        if (AlignsWeights(parts))
        {
            CacheLine.EmitReference(writer, parts.Plan.Accumulator, "weights", array);
        }
        else
        {
            writer.Line($"ref {parts.Sum} weights = ref MemoryMarshal.GetArrayDataReference({array});");
        }
    }

    private static bool IsPrepared(LayerParts parts) => parts.Model.Form.Kernel is { Carrier: Carrier.Prepared };

    private static void EmitTable(SourceWriter writer, LayerParts parts, EquatableArray<Rational> weights)
    {
        writer.Line("/// <summary>The weights in the order in which they are read.</summary>");
        writer.Line($"private static ReadOnlySpan<{parts.Sum}> Weights =>");
        writer.Line("[");
        using (writer.Indent())
        {
            string[] constants =
            [
                .. Order(parts)
                    .Select(places =>
                        places.Length == 1
                            ? Constant(parts.Plan, weights[places[0]!.Value])
                            : Together(places.Select(place => place is { } written ? Whole(parts.Plan, weights[written]) : 0).ToArray())
                    ),
                .. parts.Plan.MovesSums ? Sums(parts, weights) : [],
            ];
            for (int start = 0; start < constants.Length; start += ConstantsPerLine)
            {
                writer.Line(string.Join(", ", constants.Skip(start).Take(ConstantsPerLine)) + ",");
            }
        }

        writer.Line("];");
        writer.Line();
    }

    private static string Constant(LayerPlan plan, Rational weight) =>
        plan.Accumulator.IsFloating() ? Literals.Of(weight, plan.Accumulator) : Literals.Integer(Whole(plan, weight), plan.Accumulator);

    private static BigInteger Whole(LayerPlan plan, Rational weight) => SumBounds.Whole(weight, plan.Denominator);

    /// <summary>Two numbers of 16 bits, or four of 8, as one of 32, the first one in the lowest bits.</summary>
    private static string Together(BigInteger[] numbers)
    {
        int bits = 32 / numbers.Length;
        BigInteger mask = (BigInteger.One << bits) - 1,
            together = numbers.Select((number, index) => (number & mask) << (index * bits)).Aggregate(BigInteger.Add);
        return Literals.Integer(ElementType.Int32.Wrap(together), ElementType.Int32);
    }

    /// <summary>The sums of the weights of each output channel.</summary>
    private static IEnumerable<string> Sums(LayerParts parts, EquatableArray<Rational> weights)
    {
        BigInteger[] sums = new BigInteger[parts.Layer.OutputChannels];
        for (int index = 0; index < weights.Count; index++)
        {
            sums[WeightOrder.OutputOf(parts.Model, parts.Layer, index)] += Whole(parts.Plan, weights[index]);
        }

        return sums.Select(sum => Literals.Integer(sum, ElementType.Int32));
    }

    /// <summary>
    /// The positions in the kernel as written, in the order in which weights are read; where they are read in pairs or quadruples, with
    /// those of the next input channels, as far as there are any.
    /// </summary>
    private static IEnumerable<int?[]> Order(LayerParts parts)
    {
        LayerPlan plan = parts.Plan;
        int places = plan.Model.Kernel.Rows * plan.Model.Kernel.Columns;
        for (int group = 0; group < parts.Groups; group++)
        {
            for (int block = 0; block < plan.Blocks; block++)
            {
                int first =
                    plan.Lanes == LayerLanes.Channels
                        ? 0
                        : (group * plan.Layer.GroupOutputs) + Math.Min(block * plan.Block, plan.Layer.GroupOutputs - plan.Block);
                for (int place = 0; place < places; place++)
                {
                    for (int input = 0; input < plan.Layer.GroupInputs; input += plan.ChannelsPerElement)
                    {
                        for (int output = first; output < first + plan.Block; output++)
                        {
                            int?[] together = new int?[plan.ChannelsPerElement];
                            for (int next = 0; next < together.Length && input + next < plan.Layer.GroupInputs; next++)
                            {
                                together[next] = WeightOrder.Written(plan.Model, plan.Layer, place, input + next, output);
                            }

                            yield return together;
                        }
                    }
                }
            }
        }
    }

    private static void EmitArrange(SourceWriter writer, LayerParts parts)
    {
        string kernel = parts.Model.Form.Kernel!.Element.Keyword();
        if (IsPrepared(parts))
        {
            writer.Line("/// <summary>The weights in the order in which they are read, for a prepared kernel.</summary>");
            using (writer.Block($"private static {parts.Sum}[] Arrange({kernel}[] written)"))
            {
                // The garbage collector does not move it, so it keeps its alignment.
                string pinned = AlignsWeights(parts) ? ", pinned: true" : "";
                writer.Line(
                    $"{parts.Sum}[] arranged = GC.AllocateUninitializedArray<{parts.Sum}>({Literals.Of(ArrayLength(parts))}{pinned});"
                );
                EmitFirst(writer, parts, "arranged");
                writer.Line("Arrange(ref MemoryMarshal.GetArrayDataReference(written), ref weights);");
                if (parts.Plan.Minimal is not null)
                {
                    writer.Line(
                        "Transform(ref MemoryMarshal.GetArrayDataReference(written), ref Unsafe.Add(ref weights, "
                            + $"{Literals.Of(parts.ArrangedWeights)}));"
                    );
                }

                writer.Line("return arranged;");
            }

            writer.Line();
        }

        if (parts.Plan.Minimal is { } minimal)
        {
            MinimalWeights.Emit(writer, parts, minimal);
        }

        bool isReversed = parts.Model.Operation == OperationKind.Convolution;
        writer.Line(
            $"/// <summary>Puts the weights into the order in which they are read: of {(isReversed ? "the reversed kernel, " : "")}each block of output channels {(parts.IsVolume ? "planes, " : "")}rows, columns, inputs, outputs.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void Arrange(ref {kernel} kernel, ref {parts.Sum} arranged{ZeroPoint(parts, "int ")})"))
        {
            if (parts.Plan.MovesSums)
            {
                writer.Line("// Behind the weights: the sum of those of each output channel.");
                writer.Line($"ref int sums = ref Unsafe.Add(ref arranged, {Literals.Of(parts.ArrangedWeights)});");
            }

            BlockLoop.Emit(writer, parts, () => EmitBlock(writer, parts, kernel));
        }

        writer.Line();
    }

    private static bool HasZeroPoint(LayerParts parts) => parts.Quantised is { HasKernelZeroPoint: true };

    private static string ZeroPoint(LayerParts parts, string type) => HasZeroPoint(parts) ? $", {type}kernelZeroPoint" : "";

    /// <summary>A weight less its zero point.</summary>
    private static string Weight(LayerParts parts, string weight) => HasZeroPoint(parts) ? $"({weight} - kernelZeroPoint)" : weight;

    /// <summary>
    /// Prints the loop that puts two neighbouring input channels into the halves of one number; to a last one without neighbour comes a
    /// zero.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <param name="parts">The layer.</param>
    /// <param name="step">Elements from the first output's weight to one of another output.</param>
    /// <param name="next">Elements from a weight to that of the next input channel.</param>
    private static void EmitPairs(SourceWriter writer, LayerParts parts, string step, int next)
    {
        int inputs = parts.Layer.GroupInputs;
        string second = $"Unsafe.Add(ref first, {(step == "output" ? step : $"({step})")} + {Literals.Of(next)})";
        string first = Weight(parts, $"Unsafe.Add(ref first, {step})");
        second = Weight(parts, second);
        string upper = inputs % 2 == 0 ? second : $"(input + 1 < {Literals.Of(inputs)} ? {second} : 0)";
        using (writer.Block($"for (nint output = 0; output < {Literals.Of(parts.Plan.Block)}; output++)"))
        {
            writer.Line($"Unsafe.Add(ref arranged, output) = ({first} & 0xFFFF) | ({upper} << 16);");
        }
    }

    /// <summary>
    /// Prints the loop that puts four neighbouring input channels into the quarters of one number, with zeros for those that there are
    /// not, and adds them up.
    /// </summary>
    private static void EmitQuads(SourceWriter writer, LayerParts parts, string step, int next)
    {
        int inputs = parts.Layer.GroupInputs;
        using (writer.Block($"for (nint output = 0; output < {Literals.Of(parts.Plan.Block)}; output++)"))
        {
            for (int index = 0; index < 4; index++)
            {
                string moved = index == 0 ? step : $"{(step == "output" ? step : $"({step})")} + {Literals.Of(index * next)}";
                string weight = $"Unsafe.Add(ref first, {moved})";
                bool isThere = index == 0 || inputs % 4 == 0 || inputs % 4 > index;
                writer.Line(
                    $"int w{Literals.Of(index)} = {(isThere ? weight : $"input + {Literals.Of(index)} < {Literals.Of(inputs)} ? {weight} : 0")};"
                );
            }

            writer.Line("Unsafe.Add(ref arranged, output) = (w0 & 0xFF) | ((w1 & 0xFF) << 8) | ((w2 & 0xFF) << 16) | (w3 << 24);");
            if (parts.Plan.MovesSums)
            {
                string channel = BlockLoop.HasChannel(parts) ? "channel + output" : "output";
                writer.Line($"Unsafe.Add(ref sums, {channel}) += w0 + w1 + w2 + w3;");
            }
        }
    }

    private static void EmitBlock(SourceWriter writer, LayerParts parts, string kernel)
    {
        LayerPlan plan = parts.Plan;
        int places = plan.Model.Kernel.Rows * plan.Model.Kernel.Columns,
            inputs = plan.Layer.GroupInputs;
        bool isOutputFirst = plan.Layer.KernelLayout == KernelLayout.OutputFirst;
        bool isReversed = plan.Model.Operation == OperationKind.Convolution && places > 1;
        if (plan.MovesSums)
        {
            string first = LayerParts.Add("sums", BlockLoop.HasChannel(parts) ? "channel" : "0");
            writer.Line($"MemoryMarshal.CreateSpan(ref {first}, {Literals.Of(plan.Block)}).Clear();");
        }

        using (writer.Block($"for (nint place = 0; place < {Literals.Of(places)}; place++)"))
        {
            string written = isReversed ? $"({Literals.Of(places - 1)} - place)" : "place";
            using (
                writer.Block(
                    $"for (nint input = 0; input < {Literals.Of(inputs)}; input{(plan.ChannelsPerElement == 1 ? "++" : " += " + Literals.Of(plan.ChannelsPerElement))})"
                )
            )
            {
                bool hasChannel = BlockLoop.HasChannel(parts);
                string own = hasChannel ? $"((channel * {Literals.Of(inputs)}) + input)" : "input";
                string position = isOutputFirst
                    ? $"({own} * {Literals.Of(places)}) + {written}"
                    : $"((({written} * {Literals.Of(inputs)}) + input) * {Literals.Of(plan.Layer.OutputChannels)}){(hasChannel ? " + channel" : "")}";
                writer.Line($"ref {kernel} first = ref Unsafe.Add(ref kernel, {position});");
                string block = Literals.Of(plan.Block);
                string step = isOutputFirst ? Literals.Times("output", (long)inputs * places) : "output";
                if (plan.QuadsChannels)
                {
                    EmitQuads(writer, parts, step, isOutputFirst ? places : plan.Layer.OutputChannels);
                }
                else if (plan.PairsChannels)
                {
                    EmitPairs(writer, parts, step, isOutputFirst ? places : plan.Layer.OutputChannels);
                }
                else if (step == "output" && kernel == parts.Sum && plan.Block > 4)
                {
                    writer.Line(
                        $"MemoryMarshal.CreateReadOnlySpan(ref first, {block}).CopyTo(MemoryMarshal.CreateSpan(ref arranged, {block}));"
                    );
                }
                else
                {
                    using (writer.Block($"for (nint output = 0; output < {block}; output++)"))
                    {
                        string cast = kernel == parts.Sum ? "" : $"({parts.Sum})";
                        writer.Line($"Unsafe.Add(ref arranged, output) = {cast}{Weight(parts, $"Unsafe.Add(ref first, {step})")};");
                    }
                }

                writer.Line($"arranged = ref Unsafe.Add(ref arranged, {block});");
            }
        }
    }
}
