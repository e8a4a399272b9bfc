using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>Prints integer sums through transforms, in types beside the direct sum, and the choice between both at run time.</summary>
internal static class ExactEmitter
{
    private const string TilesType = "Tiles",
        ResultsType = "Results";

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

    /// <summary>Prints the types.</summary>
    public static void Emit(SourceWriter writer, KernelParts parts)
    {
        if (parts.Plan.Exact is not { } exact)
        {
            return;
        }

        KernelParts sums = new(exact.Sums),
            finish = new(exact.Finish, ResultsType);
        writer.Line("/// <summary>Sums of large sources through transforms of tiles, rounded to what they are.</summary>");
        using (writer.Block("private static class " + TilesType))
        {
            EmitGain(writer, sums, exact);
            TransformEmitter.Emit(writer, sums, exact.Tiles, new SumsEmitter(writer, sums, exact, finish));
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
