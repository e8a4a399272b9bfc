using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Layers.Copies;
using ConvGen.Generator.Emission.Layers.Rows;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Emission.Layers;

/// <summary>
/// Prints the second way to compute a layer of bytes, for processors that multiply them four at a time: a type within that of the layer,
/// with weights, copies and passes of its own.
/// </summary>
internal static class LayerQuadsEmitter
{
    private const string Name = "Quads";

    /// <summary>What makes a signed byte one without a sign.</summary>
    private const string Signless = "128";

    /// <summary>Whether the layer has it, which needs code for 256 bits.</summary>
    public static bool Has(LayerPlan plan, EquatableArray<VectorWidth> widths) =>
        plan.OfQuads is not null && widths.Any(static width => width.Bits == 256);

    /// <summary>Whether the processor must lack 512 bits, or the assembly code for them, for it to be taken.</summary>
    public static bool YieldsTo512(LayerPlan plan, EquatableArray<VectorWidth> widths) =>
        plan.PrefersWideToQuads && widths.Any(static width => width.Bits == 512);

    /// <summary>Prints the call at the beginning of <c>Run</c>.</summary>
    public static void EmitCall(SourceWriter writer, LayerPlan plan)
    {
        if (!Has(plan, writer.Widths))
        {
            return;
        }

        string unless = YieldsTo512(plan, writer.Widths) ? " && !" + writer.Use(HelperKind.Has512) : "";
        using (writer.Block($"if ({writer.Use(HelperKind.HasQuadSums)}{unless})"))
        {
            SignatureForm form = plan.Model.Form;
            string sizes =
                form.IsVolume
                    ? "ref source, sourcePitch, sourcePlanePitch, width, height, depth, ref destination, destinationPitch, "
                        + "destinationPlanePitch"
                        + (plan.Model.ComputesPlanes ? ", begin, past" : "")
                        + (plan.Model.TakesDestinationPlane ? ", destinationPlane" : "")
                : form.HasRows ? "ref source, sourcePitch, width, height, ref destination, destinationPitch"
                : "ref source, length, ref destination";
            string batch = plan.Model.GoesThroughBatch ? ", batch, sourceStep, destinationStep" : "";
            writer.Line($"{Name}.Run({sizes}{WeightArguments.Arguments(form)}{batch});");
            writer.Line("return;");
        }

        writer.Line();
    }

    /// <summary>Prints the type.</summary>
    public static void Emit(SourceWriter writer, LayerPlan plan)
    {
        if (!Has(plan, writer.Widths))
        {
            return;
        }

        LayerParts parts = new(plan.OfQuads!);
        writer.Line(VectorWidth.QuadSumsArePreview);
        writer.Line(
            "/// <summary>The same layer where the processor multiplies bytes four at a time: samples from 0 to 255, and weights with a "
                + "sign.</summary>"
        );
        using (writer.Block("private static class " + Name))
        {
            LayerDriverEmitter.Emit(writer, parts);
            LayerWeightEmitter.Emit(writer, parts);
            LayerCopyEmitter.Emit(writer, parts);
            LayerRowEmitter.Emit(writer, parts.OfRows);
        }

        writer.Line(VectorWidth.EndOfPreview);
        writer.Line();
    }

    /// <summary>What stands for 0 among the samples as they are multiplied.</summary>
    public static string ZeroPoint(LayerParts parts)
    {
        bool isMoved = parts.Plan.QuadsChannels && parts.Model.Form.Source.Element == ElementType.SByte;
        return parts.Quantised is not { HasSourceZeroPoint: true } ? Signless
            : isMoved ? "sourceZeroPoint + " + Signless
            : "sourceZeroPoint";
    }

    /// <summary>Prints the loop that fills what sums start from.</summary>
    public static void EmitStarts(SourceWriter writer, LayerParts parts)
    {
        writer.Line("// Samples are multiplied with their zero point; what this adds to a sum is the same for all pixels.");
        writer.Line($"ref int sums = ref Unsafe.Add(ref weights, {Literals.Of(parts.ArrangedWeights)});");
        using (writer.Block($"for (int i = 0; i < {Literals.Of(parts.Layer.OutputChannels)}; i++)"))
        {
            string zeroPoint = ZeroPoint(parts);
            string product = $"({(zeroPoint.Contains(' ') ? $"({zeroPoint})" : zeroPoint)} * Unsafe.Add(ref sums, i))";
            string cast = parts.Model.Form.Bias?.Element == ElementType.Int32 ? "" : "(int)";
            string bias = parts.Model.Form.Bias is null ? "" : cast + "Unsafe.Add(ref bias, i) ";
            writer.Line($"converted[i] = {bias}-{(bias.Length > 0 ? " " : "")}{product};");
        }
    }

    /// <summary>When it is taken and what it does, in words.</summary>
    public static string Description(LayerPlan plan, EquatableArray<VectorWidth> widths)
    {
        LayerPlan quads = plan.OfQuads!;
        LayerTile tile = quads.Tile256!;
        string unless = YieldsTo512(plan, widths) ? " but no vectors of 512 bits" : "";
        string moved =
            plan.Model.Form.Source.Element == ElementType.SByte ? "copied 128 higher, as numbers from 0 to 255"
            : quads.MovesSums ? "as they are, with their zero point"
            : "as they are";
        string start = quads.MovesSums ? "; what this adds to a sum is known beforehand, and sums start from it" : "";
        string vectors = Literals.Of(tile.Vectors) + (tile.Vectors == 1 ? " vector" : " vectors");
        return $"where the processor has those of bytes (AVX-VNNI){unless}, input channels are taken four at a time, "
            + $"{moved}{start}; a pass "
            + $"forms the sums of {Literals.Of(tile.Across)} pixels by {vectors} at 256 bits.";
    }
}
