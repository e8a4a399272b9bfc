using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Entry;

/// <summary>Prints the functions from source size to result size.</summary>
internal static class SizeEmitter
{
    public static void Emit(SourceWriter writer, KernelParts parts) => Emit(writer, parts.Model);

    public static void Emit(SourceWriter writer, ConvolutionModel model)
    {
        bool hasTwoAxes = model.Form.HasRows;
        EmitAxis(
            writer,
            "OutputWidth",
            "width",
            hasTwoAxes ? "Pixels in a row of the result." : "Pixels in the result.",
            model.Mode,
            model.Horizontal
        );
        if (hasTwoAxes)
        {
            EmitAxis(
                writer,
                "OutputHeight",
                "height",
                model.Form.IsVolume ? "Rows in a plane of the result." : "Rows of the result.",
                model.Mode,
                model.Vertical
            );
        }

        if (model.Form.IsVolume)
        {
            EmitAxis(writer, "OutputDepth", "depth", "Planes of the result.", model.Mode, model.Depth);
        }
    }

    /// <summary>The length of the result along an axis as C# text, for a source of at least one sample; <c>long</c> arithmetic.</summary>
    public static string Length(OutputMode mode, AxisGeometry axis, string length)
    {
        long effective = axis.EffectiveSize;
        long numerator = mode switch
        {
            OutputMode.Same => axis.Stride - 1,
            OutputMode.Valid => axis.Stride - effective,
            OutputMode.Full => axis.Stride + effective - 2,
            _ => (long)axis.Stride + axis.Before + axis.After - effective,
        };
        string sum = numerator == 0 ? length : $"{length} {(numerator < 0 ? "-" : "+")} {Literals.Of(Math.Abs(numerator))}";
        string isolated = numerator == 0 ? sum : "(" + sum + ")";
        string quotient = axis.Stride == 1 ? sum : $"{isolated} / {Literals.Of(axis.Stride)}";

        // A negative numerator means no window at all; C# division would round it towards zero.
        bool canBeNegative = numerator + 1 < 0;
        return canBeNegative
            ? axis.Stride == 1
                ? $"Math.Max(0, {sum})"
                : $"Math.Max(0, {sum}) / {Literals.Of(axis.Stride)}"
            : quotient;
    }

    /// <summary>Prints the function for one axis.</summary>
    public static void EmitAxis(SourceWriter writer, string name, string parameter, string summary, OutputMode mode, AxisGeometry axis)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        string result = Length(mode, axis, "(long)" + parameter);
        writer.Line(
            result == "(long)" + parameter
                ? $"internal static long {name}(int {parameter}) => {parameter};"
                : $"internal static long {name}(int {parameter}) => {parameter} == 0 ? 0 : {result};"
        );
        writer.Line();
    }
}
