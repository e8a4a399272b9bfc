using System.Numerics;
using ConvGen.Generator.Emission.Description;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Emission.Layers;

/// <summary>Prints what happens to a finished sum: division, bias, rounding, saturation and limits; and the fused multiply-add.</summary>
internal static class LayerFinishEmitter
{
    public static bool HasLimits(LayerParts parts) => parts.Layer.Minimum is not null || parts.Layer.Maximum is not null;

    /// <summary>
    /// The bias, where a tile hands it to <c>Finish</c>, with its steps from sum to sum; of a quantised layer the factors.
    /// </summary>
    /// <param name="parts">The layer.</param>
    /// <param name="bias">The reference to the first bias.</param>
    /// <param name="scale">The reference to the first factor.</param>
    /// <param name="outer">Steps of the bias across the lanes.</param>
    /// <param name="inner">Steps of the bias in the direction of the lanes.</param>
    public static string BiasArgument(LayerParts parts, string bias, string scale, int outer, int inner) =>
        parts.Quantised is not null ? QuantisedFinish.Arguments(parts, scale)
        : parts.Plan.BiasJoinsLast ? $", ref {bias}, {Literals.Of(outer)}, {Literals.Of(inner)}"
        : "";

    /// <summary>A scalar sum as a value of the destination's type.</summary>
    /// <param name="parts">The layer.</param>
    /// <param name="sum">The sum.</param>
    /// <param name="last">The bias, where that joins the sum last, or the factor of a quantised layer.</param>
    public static string Finish(LayerParts parts, string sum, string last) =>
        parts.Quantised is not null ? QuantisedFinish.Finish(parts, sum, last)
        : IsPlain(parts) ? sum
        : parts.Plan.BiasJoinsLast ? $"Finish({sum}, {last})"
        : $"Finish({sum})";

    public static void Emit(SourceWriter writer, LayerParts parts)
    {
        LayerPlan plan = parts.Plan;
        if (plan.Fuses)
        {
            Multiplying.UseMultiplyAdd(writer, plan.Accumulator, withVectors: plan.ScalarReason is null);
        }

        if (plan.PairsChannels)
        {
            writer.Use(new HelperKey(HelperKind.PairSum, ElementType.Int16));
            writer.Use(HelperKind.PairSumOfOne);
        }

        if (parts.Quantised is not null)
        {
            QuantisedFinish.Emit(writer, parts);
            return;
        }

        if (plan.ScalarReason is null && plan.StoresVectors && HasLimits(parts))
        {
            foreach (VectorWidth width in writer.Widths.Where(width => parts.Plan.RowsTile is not null || parts.Tile(width) is not null))
            {
                EmitVectorLimit(writer, parts, width);
            }
        }

        if (!IsPlain(parts))
        {
            EmitFinish(writer, parts);
        }

        if (parts.FinishesFromMemory)
        {
            EmitFinishTile(writer, parts);
        }
    }

    private static bool IsPlain(LayerParts parts) =>
        parts.Plan.Division is null
        && !parts.Plan.BiasJoinsLast
        && parts.Model.Form.Destination.Element == parts.Plan.Accumulator
        && !HasLimits(parts);

    private static void EmitVectorLimit(SourceWriter writer, LayerParts parts, VectorWidth width)
    {
        string type = width.Type(parts.Plan.Accumulator);
        writer.Line($"/// <summary>{LimitSummary(parts)}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"private static {type} Limit({type} result)"))
        {
            // Comparisons, not a minimum and a maximum: not a number must stay what it is on every processor.
            if (parts.Layer.Minimum is { } minimum)
            {
                writer.Line($"{type} minimum = {width.Broadcast(Literals.Of(minimum, parts.Plan.Accumulator))};");
                writer.Line(
                    $"result = {width.Operations}.ConditionalSelect({width.Operations}.LessThan(result, minimum), minimum, result);"
                );
            }

            if (parts.Layer.Maximum is { } maximum)
            {
                writer.Line($"{type} maximum = {width.Broadcast(Literals.Of(maximum, parts.Plan.Accumulator))};");
                writer.Line(
                    $"result = {width.Operations}.ConditionalSelect({width.Operations}.GreaterThan(result, maximum), maximum, result);"
                );
            }

            writer.Line("return result;");
        }

        writer.Line();
    }

    private static string LimitSummary(LayerParts parts) =>
        (parts.Layer.Minimum, parts.Layer.Maximum) switch
        {
            ({ } minimum, { } maximum) =>
                $"Results below {KernelDrawing.Number(minimum)} and above {KernelDrawing.Number(maximum)} become these.",
            ({ } minimum, null) => $"Results below {KernelDrawing.Number(minimum)} become it.",
            (_, { } maximum) => $"Results above {KernelDrawing.Number(maximum)} become it.",
            _ => "",
        };

    private static void EmitFinishTile(SourceWriter writer, LayerParts parts)
    {
        string bias = parts.Plan.BiasJoinsLast ? $", ref {parts.Bias.Keyword()} bias, nint outerBias, nint innerBias" : "";
        writer.Line("/// <summary>Finishes the sums of a pass one by one.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                $"private static void Finish(ref {parts.Sum} sums, nint outer, nint inner, ref {parts.Destination} destination, "
                    + $"nint outerStep, nint innerStep{bias})"
            )
        )
        using (writer.Block("for (nint i = 0; i < outer; i++)"))
        using (writer.Block("for (nint j = 0; j < inner; j++)"))
        {
            string value = Finish(
                parts,
                "Unsafe.Add(ref sums, (i * inner) + j)",
                "Unsafe.Add(ref bias, (i * outerBias) + (j * innerBias))"
            );
            writer.Line($"Unsafe.Add(ref destination, (i * outerStep) + (j * innerStep)) = {value};");
        }

        writer.Line();
    }

    private static void EmitFinish(SourceWriter writer, LayerParts parts)
    {
        LayerPlan plan = parts.Plan;
        ElementType destination = parts.Model.Form.Destination.Element;
        writer.Line($"/// <summary>{Summary(parts)}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"private static {parts.Destination} Finish({parts.Sum} sum{(plan.BiasJoinsLast ? ", long bias" : "")})"))
        {
            if (destination.IsFloating())
            {
                writer.Line($"{parts.Destination} result = {(parts.Sum == parts.Destination ? "" : $"({parts.Destination})")}sum;");
            }
            else if (plan.Accumulator.IsFloating())
            {
                ArithmeticEmitter.EmitRounding(writer, plan.Accumulator, destination, $"{parts.Destination} result =");
            }
            else
            {
                EmitInteger(writer, parts, destination);
            }

            if (parts.Layer.Minimum is { } minimum)
            {
                writer.Line($"result = result < {Literals.Of(minimum, destination)} ? {Literals.Of(minimum, destination)} : result;");
            }

            writer.Line(
                parts.Layer.Maximum is { } maximum
                    ? $"return result > {Literals.Of(maximum, destination)} ? {Literals.Of(maximum, destination)} : result;"
                    : "return result;"
            );
        }

        writer.Line();
    }

    private static string Summary(LayerParts parts)
    {
        LayerPlan plan = parts.Plan;
        bool rounds = plan.Accumulator.IsFloating() && parts.Model.Form.Destination.Element.IsInteger();
        string sum =
            plan.Division is not null ? $"<c>floor(sum / {Literals.Of(plan.Denominator)} + 1/2)</c>"
            : rounds ? "<c>floor(sum + 1/2)</c>"
            : "The sum";
        string limits = LimitSummary(parts);
        return sum
            + (plan.BiasJoinsLast ? " and the bias" : "")
            + (
                rounds ? ", saturated; 0 for a NaN"
                : parts.Model.Form.Destination.Element.IsInteger() ? ", saturated"
                : ""
            )
            + $", as <c>{parts.Destination}</c>."
            + (limits.Length > 0 ? " " + limits : "");
    }

    /// <summary>Integer sums are finished in 64 bits, or in 128 where a 64-bit bias joins them.</summary>
    private static void EmitInteger(SourceWriter writer, LayerParts parts, ElementType destination)
    {
        LayerPlan plan = parts.Plan;
        string value = "sum";
        if (plan.Division is { ByRemainder: true })
        {
            LongDivision.EmitByRemainder(writer, plan.Denominator, "sum", "long quotient =");
            value = "quotient";
        }
        else if (plan.Division is { } division)
        {
            string biased = division.Bias.IsZero ? "(long)sum" : $"(long)sum + {Literals.Integer(division.Bias, ElementType.Int64)}";
            string shift = Literals.Of(division.Shift),
                multiplier = Literals.Of(division.Multiplier);
            string quotient = (division.Multiplier.IsOne, division.NeedsDoubleWidth && plan.Accumulator == ElementType.Int64) switch
            {
                (true, _) => $"({biased}) >> {shift}",
                (_, true) => LongDivision.Scalar(division, biased),
                _ => $"(long)(unchecked((ulong)({biased})) * {multiplier}UL >> {shift})",
            };
            writer.Line(
                $"long quotient = {(division.Offset.IsZero ? quotient : $"({quotient}) - {Literals.Integer(division.Offset, ElementType.Int64)}")};"
            );
            value = "quotient";
        }

        if (plan.BiasJoinsLast)
        {
            string wide = plan.Accumulator == ElementType.Int64 || parts.Model.Form.Bias!.Element == ElementType.Int64 ? "Int128" : "long";
            value = $"({wide}){value} + bias";
            writer.Line($"{wide} total = {value};");
            writer.Line($"{parts.Destination} result = ({parts.Destination}){Clamped("total", destination, wide)};");
            return;
        }

        string type = plan.Division is null ? parts.Sum : "long";
        writer.Line($"{parts.Destination} result = ({parts.Destination}){Clamped(value, destination, type)};");
    }

    private static string Clamped(string value, ElementType destination, string type)
    {
        if (type == destination.Keyword() || (type == "int" && destination == ElementType.Int64))
        {
            return value;
        }

        BigInteger low = destination.Minimum(),
            high = destination.Maximum();
        return type == "Int128"
            ? $"Int128.Clamp({value}, {Literals.Integer(low, ElementType.Int64)}, {Literals.Integer(high, ElementType.Int64)})"
            : $"Math.Clamp({value}, {Bound(low, type)}, {Bound(high, type)})";
    }

    private static string Bound(BigInteger value, string type) =>
        Literals.Integer(value, type == "int" ? ElementType.Int32 : ElementType.Int64);
}
