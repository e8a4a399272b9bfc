using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Layers;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Entry;

/// <summary>
/// Prints the checks of what only a quantised layer takes. What they let through has one result, that of the layer's formula.
/// </summary>
internal static class QuantisedChecks
{
    /// <summary>Refuses another number of factors than there are output channels, and zero points that the type does not hold.</summary>
    public static void EmitSizes(SourceWriter writer, ConvolutionModel model)
    {
        if (model.Form.Requantisation is not { } quantised)
        {
            return;
        }

        writer.Line($"{writer.Use(HelperKind.RequireCount)}(scale.Length, {Literals.Of(model.ResultChannels)}, nameof(scale));");
        EmitZeroPoint(writer, quantised.HasSourceZeroPoint, SignatureRoles.SourceZeroPoint, model.Form.Source.Element);
        EmitZeroPoint(
            writer,
            quantised.HasKernelZeroPoint,
            SignatureRoles.KernelZeroPoint,
            model.Form.Kernel?.Element ?? ElementType.SByte
        );
        EmitZeroPoint(writer, quantised.HasDestinationZeroPoint, SignatureRoles.DestinationZeroPoint, model.Form.Destination.Element);
    }

    /// <summary>Refuses factors that are no numbers, and biases beside which a sum would not fit.</summary>
    public static void EmitNumbers(SourceWriter writer, ConvolutionModel model)
    {
        if (model.Form.Requantisation is null)
        {
            return;
        }

        string count = Literals.Of(model.ResultChannels);
        writer.Line($"{writer.Use(HelperKind.RequireFinite)}(ref firstScale, {count}, nameof(scale));");
        if (model.Form.Bias is not null)
        {
            SumRange limits = LayerSums.BiasLimits(model, model.Layer!);
            string minimum = Literals.Integer(limits.Minimum, ElementType.Int32),
                maximum = Literals.Integer(limits.Maximum, ElementType.Int32);
            writer.Line($"{writer.Use(HelperKind.RequireWithin)}(ref firstBias, {count}, {minimum}, {maximum}, nameof(bias));");
        }
    }

    private static void EmitZeroPoint(SourceWriter writer, bool isTaken, string name, ElementType type)
    {
        if (isTaken)
        {
            writer.Line($"ArgumentOutOfRangeException.ThrowIfLessThan({name}, {Literals.Integer(type.Minimum(), ElementType.Int32)});");
            writer.Line($"ArgumentOutOfRangeException.ThrowIfGreaterThan({name}, {Literals.Integer(type.Maximum(), ElementType.Int32)});");
        }
    }
}
