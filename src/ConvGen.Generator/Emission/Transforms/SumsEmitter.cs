using System.Numerics;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>
/// Prints how the results of a tile become whole sums, and these what the destination holds: a row at a time, in the place of the results,
/// by a pass of its own for the division.
/// </summary>
internal sealed class SumsEmitter(SourceWriter writer, KernelParts parts, ExactTransform exact, KernelParts finish)
{
    /// <summary>
    /// 3 * 2^51: the sum of it and of a number below 2^51 is rounded to a whole number, whose last bits are those of that number in two's
    /// complement.
    /// </summary>
    private const string Shift = "6755399441055744d",
        ShiftBits = "0x4338000000000000L";

    private readonly TransformPlan plan = exact.Tiles;
    private readonly ConvolutionModel model = parts.Model;
    private readonly int channels = parts.Model.PixelChannels;
    private readonly bool isPart = parts.Model.ComputesParts;
    private readonly int stride = parts.Model.Horizontal.Stride;
    private readonly ElementType sum = parts.Model.Form.Destination.Element;

    /// <summary>The type of results as C# text.</summary>
    public string Destination => finish.Destination;

    /// <summary>
    /// What keeping a tile takes besides, with its comma: room for the results of a row, where those of other channels lie between them.
    /// </summary>
    public string Argument(string room) =>
        channels == 1 ? "" : ", " + Reinterpretation.Of(room, ElementType.Double, finish.Model.Form.Destination.Element);

    public void Emit()
    {
        EmitKeep();
        EmitRound();
    }

    private void EmitKeep()
    {
        string room = channels == 1 ? "" : $", ref {Destination} kept";
        string parameters = plan.HasTwoAxes
            ? $"(ref double tile, {KeptResults.Parameters(parts)}, ref {Destination} destination, nint pitch{room})"
            : $"(ref double tile, {KeptResults.Parameters(parts)}, ref {Destination} destination{room})";
        writer.Line($"/// <summary>Keeps the results of a tile whose first one has this place, {KeptResults.Words(parts)}.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block("private static void Keep" + parameters))
        {
            EmitCount();
            if (!plan.HasTwoAxes)
            {
                EmitRow("tile", "destination");
            }
            else
            {
                KeptResults.EmitRows(writer, parts, plan, "double", Destination, () => EmitRow("line", "result"));
            }
        }

        writer.Line();
    }

    /// <summary>Prints which results of a row of a tile there are.</summary>
    private void EmitCount()
    {
        string width = Literals.Of(plan.Width),
            step = Literals.Of(stride);
        writer.Line($"nint first = {KeptResults.First("x", stride, isPart ? "left" : "")};");
        string end = stride == 1 ? $"x + {width}" : $"((x + {Literals.Of(plan.Width - 1)}) / {step}) + 1";
        writer.Line($"nint count = Math.Min({(isPart ? "right" : "columns")}, {end}) - first;");
        using (writer.Block("if (count <= 0)"))
        {
            writer.Line("return;");
        }

        writer.Line();
    }

    private void EmitRow(string line, string result)
    {
        string start =
            stride == 1 && isPart ? $"Unsafe.Add(ref {line}, first - x)"
            : stride == 1 ? line
            : $"Unsafe.Add(ref {line}, (first * {Literals.Of(stride)}) - x)";
        string first = isPart ? "first - left" : "first";
        writer.Line($"ref {sum.Keyword()} sums = {Reinterpretation.Of(line, ElementType.Double, sum)};");
        writer.Line($"Round(ref {start}, count, ref sums);");
        if (channels == 1)
        {
            writer.Line($"{finish.PassType}.Row(ref sums, ref Unsafe.Add(ref {result}, {first}), count);");
            return;
        }

        writer.Line($"{finish.PassType}.Row(ref sums, ref kept, count);");
        using (writer.Block("for (nint i = 0; i < count; i++)"))
        {
            writer.Line($"Unsafe.Add(ref {result}, ({first} + i) * {Literals.Of(channels)}) = Unsafe.Add(ref kept, i);");
        }
    }

    private void EmitRound()
    {
        string saturated = exact.Saturated is null ? "" : ", saturated";
        string every = stride == 1 ? "" : $", of which every {Literals.Of(stride)}th is one";
        writer.Line(
            $"/// <summary>The whole sums that results are nearest to{every}{saturated}. They may take the place of the results: none is written "
                + "before it has been read.</summary>"
        );
        writer.Line("/// <remarks>Adding 3 * 2^51 rounds to a whole number and leaves it in the last bits.</remarks>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void Round(ref double results, nint count, ref {sum.Keyword()} sums)"))
        {
            writer.Line("nint i = 0;");
            if (stride == 1)
            {
                WidthChoice.Emit(
                    writer,
                    writer.Widths,
                    width => width.Condition(writer, fuses: true),
                    EmitVectors,
                    () => writer.Line("// One at a time.")
                );
                writer.Line();
            }

            string place = stride == 1 ? "i" : "i * " + Literals.Of(stride);
            string result = $"Unsafe.Add(ref results, {place})";
            result = exact.Saturated is { } range ? $"Math.Clamp({result}, {Bound(range.Minimum)}, {Bound(range.Maximum)})" : result;
            string bits = $"BitConverter.DoubleToInt64Bits({result} + {Shift})";
            using (writer.Block("for (; i < count; i++)"))
            {
                writer.Line(
                    $"Unsafe.Add(ref sums, i) = {(sum == ElementType.Int32 ? $"unchecked((int){bits})" : $"{bits} - {ShiftBits}")};"
                );
            }
        }

        writer.Line();
    }

    private static string Bound(BigInteger value) => Literals.Of(new Rational(value, BigInteger.One), ElementType.Double);

    private void EmitVectors(VectorWidth width)
    {
        int lanes = width.Lanes(ElementType.Double),
            step = lanes * (sum == ElementType.Int32 ? 2 : 1);
        string Shifted(string place)
        {
            string loaded = $"{width.Operations}.LoadUnsafe(ref Unsafe.Add(ref results, {place}))";
            return exact.Saturated is null
                ? $"({loaded} + shift).AsInt64()"
                : $"({width.Operations}.Min({width.Operations}.Max({loaded}, least), most) + shift).AsInt64()";
        }

        writer.Line($"{width.Type(ElementType.Double)} shift = {width.Broadcast(Shift)};");
        if (exact.Saturated is { } range)
        {
            writer.Line(
                $"{width.Type(ElementType.Double)} least = {width.Broadcast(Bound(range.Minimum))}, most = {width.Broadcast(Bound(range.Maximum))};"
            );
        }

        using (writer.Block($"for (; i <= count - {Literals.Of(step)}; i += {Literals.Of(step)})"))
        {
            string whole =
                sum == ElementType.Int32
                    ? $"{width.Operations}.Narrow({Shifted("i")}, {Shifted("i + " + Literals.Of(lanes))})"
                    : $"({Shifted("i")} - {width.Broadcast(ShiftBits)})";
            writer.Line($"{whole}.StoreUnsafe(ref Unsafe.Add(ref sums, i));");
        }
    }
}
