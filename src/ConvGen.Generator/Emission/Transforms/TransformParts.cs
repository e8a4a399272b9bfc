using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Parts;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>
/// Prints where the tiles of a part of a result lie. Two tiles are transformed together, and the bits of their results depend on both, so
/// that a part is computed from whole pairs: those that its results fall into. Which these are depends on the place of a result in the
/// whole one only.
/// </summary>
internal sealed class TransformParts(SourceWriter writer, KernelParts parts, TransformPlan plan, bool beginsWithPart)
{
    /// <summary>The method that computes some of the pairs.</summary>
    public const string Name = "RunPairs";

    /// <summary>The method that counts them.</summary>
    public const string Count = "Pairs";

    private readonly ConvolutionModel model = parts.Model;

    /// <summary>Results without strides, of so many with them.</summary>
    public static string Windows(string outputs, AxisGeometry axis) =>
        axis.Stride == 1 ? outputs : $"(({outputs} - 1) * {Literals.Of(axis.Stride)}) + 1";

    /// <summary>A local that knows the pairs of an image.</summary>
    public static string NewPairs(SourceWriter writer, TransformPlan plan, string sides) =>
        $"{writer.Use(HelperKind.TilePairs)} pairs = new({Literals.Of(plan.Width)}, {Literals.Of(plan.Height)}, {sides})";

    /// <summary>The parameters of <see cref="Name"/>: those of a part, the spectrum where it is not a constant, and which pairs.</summary>
    public string Parameters(string destination)
    {
        string rectangle = PartEmitter.Parameters(model, destination, weights: "");
        string spectrum = parts.HasRunTimeWeights ? $", ref {parts.Sum} spectrum" : "";
        return $"{rectangle}{spectrum}, nint firstPair, nint endPair";
    }

    /// <summary>Prints what counts the pairs of a part; none where direct sums take less time.</summary>
    /// <param name="leastResults">Results that each pair must have for that; 0 where there are no direct sums.</param>
    public void EmitPairs(int leastResults)
    {
        writer.Line(
            leastResults == 0
                ? "/// <summary>The pairs of tiles that a part of the result falls into.</summary>"
                : "/// <summary>The pairs of tiles that a part of the result falls into; 0 where direct sums take less time, of which "
                    + $"two tiles take that of {Literals.Of(leastResults)}.</summary>"
        );
        string parameters = parts.HasTwoAxes
            ? "int width, int height, nint left, nint top, nint right, nint bottom"
            : "int length, nint left, nint right";
        using (writer.Block($"internal static nint {Count}({parameters})"))
        {
            EmitBounds(isCount: true);
            string both = Literals.Of(2 * plan.Width);
            string count =
                parts.HasTwoAxes ? "pairs.Count"
                : beginsWithPart ? $"((windows - start - 1) / {both}) + 1"
                : $"((end - 1) / {both}) - (start / {both}) + 1";
            string results = parts.HasTwoAxes ? "(right - left) * (long)(bottom - top)" : "right - left";
            if (parts.HasTwoAxes)
            {
                writer.Line($"{NewPairs(writer, plan, Sides)};");
            }

            if (leastResults == 0)
            {
                writer.Line($"return {count};");
            }
            else
            {
                writer.Line($"nint count = {count};");
                writer.Line($"return count * {Literals.Of((long)leastResults)} <= {results} ? count : 0;");
            }
        }

        writer.Line();
    }

    /// <summary>Prints what computes a part by all of its pairs.</summary>
    public void EmitRun(TransformTables tables)
    {
        writer.Line(
            "/// <summary>Computes a part of the result, whose first sample the destination refers to; the source refers to the first "
                + "sample that is held.</summary>"
        );
        writer.Line("/// <remarks>The arguments have been checked, and neither the source nor the part is empty.</remarks>");
        using (writer.Block($"internal static void {PartEmitter.Name}({PartEmitter.Parameters(model)})"))
        {
            if (parts.HasRunTimeWeights)
            {
                tables.EmitLocal();
            }

            string spectrum = parts.HasRunTimeWeights ? ", ref spectrum" : "";
            writer.Line(
                parts.HasTwoAxes
                    ? $"{Name}(ref source, sourcePitch, heldLeft, heldTop, heldWidth, width, height, ref destination, destinationPitch, "
                        + $"left, top, right, bottom{spectrum}, 0, {Count}(width, height, left, top, right, bottom));"
                    : $"{Name}(ref source, heldLeft, heldWidth, length, ref destination, left, right{spectrum}, 0, {Count}(length, left, "
                        + "right));"
            );
            tables.EmitReturn();
        }

        writer.Line();
    }

    /// <summary>Prints locals: where tiles begin, and where the results end that they see samples for.</summary>
    public void EmitPlace()
    {
        EmitBounds(isCount: false);
        if (parts.HasTwoAxes)
        {
            writer.Line($"{NewPairs(writer, plan, Sides)};");
        }
        else if (!beginsWithPart)
        {
            string both = Literals.Of(2 * plan.Width);
            writer.Line($"nint firstTile = start / {both} * {both};");
        }
    }

    /// <summary>Where the results of a part begin and end among those without strides, of which tiles see samples up to some.</summary>
    /// <param name="isCount">Whether pairs are only counted, for which no samples are seen.</param>
    private void EmitBounds(bool isCount)
    {
        EmitBounds(
            model.Horizontal,
            ("start", "end", "windows"),
            ("left", "right"),
            isCount && !parts.HasTwoAxes ? "" : $"OutputWidth({(parts.HasTwoAxes ? "width" : "length")})"
        );
        if (parts.HasTwoAxes)
        {
            EmitBounds(model.Vertical, ("startLine", "endLine", "lines"), ("top", "bottom"), isCount ? "" : "OutputHeight(height)");
        }
    }

    private void EmitBounds(
        AxisGeometry axis,
        (string Start, string End, string All) names,
        (string First, string Past) part,
        string outputs
    )
    {
        string step = axis.Stride == 1 ? "" : " * " + Literals.Of(axis.Stride);
        writer.Line($"nint {names.Start} = {part.First}{step};");
        writer.Line($"nint {(beginsWithPart ? names.All : names.End)} = {Windows(part.Past, axis)};");
        if (!beginsWithPart && outputs.Length > 0)
        {
            writer.Line($"nint {names.All} = {Windows("(nint)" + outputs, axis)};");
        }
    }

    /// <summary>What pairs are counted of: all results, and the part.</summary>
    private string Sides =>
        beginsWithPart ? "windows - start, 0, 0, windows - start, lines - startLine" : "windows, start, startLine, end, endLine";
}
