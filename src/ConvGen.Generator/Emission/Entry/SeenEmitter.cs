using ConvGen.Generator.Emission.Borders;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Emission.Transforms;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Entry;

/// <summary>Prints <c>InputOf</c>, which says what rectangle of the image a rectangle of the result sees.</summary>
internal static class SeenEmitter
{
    public const string Name = "InputOf";

    public static void Emit(SourceWriter writer, ConvolutionModel model) =>
        Emit(writer, model.Form.Axes, model.Border, model.Vertical, model.Horizontal, tiles: null);

    /// <summary>The same for a plan, where its method asks what a source must hold.</summary>
    public static void Emit(SourceWriter writer, KernelPlan plan)
    {
        if (plan.Model.Form.HasHeld)
        {
            ConvolutionModel model = plan.Model;
            Emit(writer, model.Form.Axes, model.Border, model.Vertical, model.Horizontal, plan.Transform);
        }
    }

    /// <summary>The same for what is known of a method that is asked about.</summary>
    public static void Emit(
        SourceWriter writer,
        int axes,
        BorderMode border,
        AxisGeometry vertical,
        AxisGeometry horizontal,
        TransformPlan? tiles
    )
    {
        writer.Line(
            "/// <summary>The smallest rectangle that holds every sample which the windows of a rectangle of the result see, and "
                + "those that stand for samples outside.</summary>"
        );
        using (
            writer.Block(
                $"internal static global::ConvGen.Region {Name}(global::ConvGen.Region region, {(axes == 2 ? "int width, int height" : "int length")})"
            )
        )
        {
            using (writer.Block(axes == 2 ? "if (region.IsEmpty || width == 0 || height == 0)" : "if (region.IsEmpty || length == 0)"))
            {
                writer.Line("return default;");
            }

            writer.Line();
            string length = axes == 2 ? "width" : "length";
            if (tiles is not null)
            {
                SeenTiles.Emit(writer, tiles, vertical, horizontal, length);
            }
            else
            {
                EmitSpan(writer, horizontal, "left", "columns", ("region.Left", "region.Width", length));
                if (axes == 2)
                {
                    EmitSpan(writer, vertical, "top", "rows", ("region.Top", "region.Height", "height"));
                }
            }

            writer.Line(
                axes == 2
                    ? "return columns == 0 || rows == 0 ? default : new(left, top, columns, rows);"
                    : "return columns == 0 ? default : new(left, 0, columns, 1);"
            );
        }

        writer.Line();
        EmitSeen(writer, border);
    }

    private static void EmitSpan(
        SourceWriter writer,
        AxisGeometry axis,
        string start,
        string count,
        (string First, string Count, string Length) results
    )
    {
        string step = axis.Stride == 1 ? "" : " * " + Literals.Of(axis.Stride);
        string from = (axis.Stride == 1 ? "(long)" + results.First : $"((long){results.First}{step})") + FrameEmitter.Minus(axis.Before);
        string last =
            axis.Stride == 1 ? $"(long){results.First} + {results.Count}" : $"(((long){results.First} + {results.Count} - 1){step})";
        string to = last + FrameEmitter.Plus(axis.EffectiveSize - axis.Before - (axis.Stride == 1 ? 1 : 0));
        writer.Line($"(int {start}, int {count}) = Seen({from}, {to}, {results.Length});");
    }

    private static void EmitSeen(SourceWriter writer, BorderMode border)
    {
        writer.Line(
            "/// <summary>The samples of a line of the given length that windows from one place to before another see: the first, "
                + "and how many.</summary>"
        );
        using (writer.Block("private static (int First, int Count) Seen(long from, long to, int length)"))
        {
            bool needsOne = border == BorderMode.Replicate;
            writer.Line($"long first = Math.Clamp(from, 0, length{(needsOne ? " - 1" : "")});");
            writer.Line($"long past = Math.Clamp(to, first{(needsOne ? " + 1" : "")}, length);");
            switch (border)
            {
                case BorderMode.Constant:
                case BorderMode.Replicate:
                    break;
                case BorderMode.Wrap:
                    using (writer.Block("if (from < 0 || to > length)"))
                    {
                        writer.Line("(first, past) = (0, length);");
                    }

                    writer.Line();
                    break;
                case BorderMode.Symmetric:
                case BorderMode.Reflect101:
                    int edge = border == BorderMode.Reflect101 ? 1 : 0;
                    using (writer.Block("if (from < 0)"))
                    {
                        writer.Line("first = 0;");
                        writer.Line($"past = Math.Min(Math.Max(past, {(edge == 0 ? "-from" : "1 - from")}), length);");
                    }

                    writer.Line();
                    using (writer.Block("if (to > length)"))
                    {
                        writer.Line($"first = Math.Max(Math.Min(first, (2L * length) - to{(edge == 0 ? "" : " - 1")}), 0);");
                        writer.Line("past = length;");
                    }

                    writer.Line();
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(border), border, "a border whose samples are not known");
            }

            writer.Line("return ((int)first, (int)(past - first));");
        }

        writer.Line();
    }
}
