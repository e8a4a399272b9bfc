using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>Prints integer sums through transforms, in types beside the direct sum, and the choice between both at run time.</summary>
internal static class ExactEmitter
{
    /// <summary>The type that computes sums through transforms.</summary>
    public const string TilesType = "Tiles";

    private const string ResultsType = "Results";

    /// <summary>Prints, at the start of <c>Run</c>, the way to the transforms.</summary>
    public static void EmitChoice(SourceWriter writer, KernelParts parts)
    {
        if (parts.Plan.Exact is null)
        {
            return;
        }

        writer.Line("// Both ways give the same bits.");
        using (writer.Block(parts.HasTwoAxes ? $"if ({TilesType}.Gain(width, height))" : $"if ({TilesType}.Gain(length))"))
        {
            writer.Line(
                parts.HasTwoAxes
                    ? $"{TilesType}.Run(ref source, sourcePitch, width, height, ref destination, destinationPitch);"
                    : $"{TilesType}.Run(ref source, length, ref destination);"
            );
            writer.Line("return;");
        }

        writer.Line();
    }

    /// <summary>The same at the start of <c>RunPart</c>.</summary>
    public static void EmitChoiceOfPart(SourceWriter writer, KernelParts parts)
    {
        if (parts.Plan.Exact is null)
        {
            return;
        }

        writer.Line("// Both ways give the same bits.");
        writer.Line(
            parts.HasTwoAxes
                ? $"nint pairs = {TilesType}.{TransformParts.Count}(width, height, left, top, right, bottom);"
                : $"nint pairs = {TilesType}.{TransformParts.Count}(length, left, right);"
        );
        using (writer.Block("if (pairs > 0)"))
        {
            string call = $"{TilesType}.{TransformParts.Name}";
            writer.Line(
                parts.HasTwoAxes
                    ? $"{call}(ref source, sourcePitch, heldLeft, heldTop, heldWidth, width, height, ref destination, destinationPitch, "
                        + "left, top, right, bottom, 0, pairs);"
                    : $"{call}(ref source, heldLeft, heldWidth, length, ref destination, left, right, 0, pairs);"
            );
            writer.Line("return;");
        }

        writer.Line();
    }

    /// <summary>Prints the types.</summary>
    public static void Emit(SourceWriter writer, KernelParts parts)
    {
        if (parts.Plan.Exact is not { } exact)
        {
            return;
        }

        KernelParts sums = new(exact.Sums),
            finish = new(exact.Finish, ResultsType);
        bool isPart = parts.Model.ComputesParts;
        writer.Line("/// <summary>Sums of large sources through transforms of tiles, rounded to what they are.</summary>");
        using (writer.Block($"{(parts.Model.Form.IsParallel ? "internal" : "private")} static class {TilesType}"))
        {
            if (!isPart)
            {
                EmitGain(writer, sums, exact);
            }

            SumsEmitter results = new(writer, sums, exact, finish);
            TransformEmitter.Emit(writer, sums, exact.Tiles, results, exact.ResultsOfPair);
            SeparableEmitter.EmitPass(writer, finish, "Sums as results: divided, rounded and saturated.");
        }

        writer.Line();
    }

    private static void EmitGain(SourceWriter writer, KernelParts parts, ExactTransform exact)
    {
        ConvolutionModel model = parts.Model;
        string Count(string outputs, AxisGeometry axis, int size)
        {
            string windows = axis.Stride == 1 ? outputs : $"(({outputs} - 1) * {Literals.Of(axis.Stride)}) + 1";
            return $"({windows} + {Literals.Of(size - 1)}) / {Literals.Of(size)}";
        }

        writer.Line(
            $"/// <summary>Whether transforms take less time: two tiles take that of {Literals.Of(exact.ResultsOfPair)} direct "
                + "sums.</summary>"
        );
        string parameters = parts.HasTwoAxes ? "int width, int height" : "int length";
        using (writer.Block($"internal static bool Gain({parameters})"))
        {
            writer.Line($"long columns = OutputWidth({(parts.HasTwoAxes ? "width" : "length")});");
            string tiles = Count("columns", model.Horizontal, exact.Tiles.Width);
            if (parts.HasTwoAxes)
            {
                writer.Line("long rows = OutputHeight(height);");
                tiles = $"({tiles}) * ({Count("rows", model.Vertical, exact.Tiles.Height)})";
            }

            writer.Line($"long pairs = (({tiles}) + 1) / 2;");
            writer.Line($"return pairs * {Literals.Of(exact.ResultsOfPair)} <= columns{(parts.HasTwoAxes ? " * rows" : "")};");
        }

        writer.Line();
    }
}
