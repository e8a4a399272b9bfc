using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Layers;

/// <summary>
/// Prints how sums of a quantised layer become results: multiplied by the factor of their output channel, rounded, and moved by the zero
/// point.
/// </summary>
internal static class QuantisedFinish
{
    /// <summary>A parameter or argument list's end: the factors from that of the first channel on, and the zero point.</summary>
    public static string Arguments(LayerParts parts, string scale) =>
        parts.Quantised is not { } quantised ? "" : $", ref {scale}" + (quantised.HasDestinationZeroPoint ? ", destinationZeroPoint" : "");

    public static string Parameters(LayerParts parts) =>
        parts.Quantised is not { } quantised
            ? ""
            : ", ref float scale" + (quantised.HasDestinationZeroPoint ? ", int destinationZeroPoint" : "");

    /// <summary>A scalar sum as a result.</summary>
    public static string Finish(LayerParts parts, string sum, string scale) => $"{Helper(parts).Name}({sum}, {scale}, {Limits(parts)})";

    /// <summary>A statement that stores a vector of sums as results.</summary>
    public static string Store(LayerParts parts, string sums, string factors, string result) =>
        $"{Helper(parts).Name}({sums}, {factors}, {Limits(parts)}, ref {result});";

    /// <summary>Prints the method that finishes the sums of a pass, where passes leave them in memory.</summary>
    public static void Emit(SourceWriter writer, LayerParts parts)
    {
        writer.Use(Helper(parts));
        if (!parts.FinishesFromMemory)
        {
            return;
        }

        writer.Line("/// <summary>Results from the sums of a pass.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                $"private static void Finish(ref int sums, nint outer, nint inner, ref {parts.Destination} destination, nint "
                    + $"outerStep, nint innerStep{Parameters(parts)})"
            )
        )
        using (writer.Block("for (nint i = 0; i < outer; i++)"))
        {
            string scale = parts.HasPixelLanes ? "Unsafe.Add(ref scale, i)" : "ref scale";
            if (parts.HasPixelLanes && parts.OutputStep > 1)
            {
                using (writer.Block("for (nint j = 0; j < inner; j++)"))
                {
                    writer.Line(
                        $"Unsafe.Add(ref destination, (i * outerStep) + (j * innerStep)) = {Finish(parts, "Unsafe.Add(ref sums, (i * inner) + j)", scale)};"
                    );
                }
            }
            else
            {
                writer.Line(
                    $"{Helper(parts).Name}(ref Unsafe.Add(ref sums, i * inner), inner, {scale}, {Limits(parts)}, ref Unsafe.Add(ref "
                        + "destination, i * outerStep));"
                );
            }
        }

        writer.Line();
    }

    private static HelperKey Helper(LayerParts parts) => new(HelperKind.Requantise, parts.Model.Form.Destination.Element);

    /// <summary>The zero point, and the smallest result: that of the type, or with Relu the zero point, which stands for 0.</summary>
    private static string Limits(LayerParts parts)
    {
        string zeroPoint = parts.Quantised!.HasDestinationZeroPoint ? "destinationZeroPoint" : "0";
        return zeroPoint
            + ", "
            + (
                parts.Layer.Minimum is not null
                    ? zeroPoint
                    : Literals.Integer(parts.Model.Form.Destination.Element.Minimum(), ElementType.Int32)
            );
    }
}
