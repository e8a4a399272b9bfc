using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Parts;

/// <summary>A rectangle of the result, or a stretch of it, as expressions of generated code.</summary>
/// <param name="SourcePitch">Elements from one row of the source to the next; not used of one axis.</param>
/// <param name="Held">The rectangle of the image that the source holds.</param>
/// <param name="DestinationPitch">Elements from one row of the destination to the next; not used of one axis.</param>
/// <param name="DestinationPlane">Elements from one plane of the destination to the next; used only where channels stand in planes.</param>
/// <param name="Sides">Where the rectangle begins and ends.</param>
/// <param name="RowElements">Elements of a row of the rectangle; of one axis those of a pixel.</param>
internal sealed record PartText(
    string SourcePitch,
    (string Left, string Top, string Width, string Height) Held,
    string DestinationPitch,
    string DestinationPlane,
    (string Left, string Top, string Right, string Bottom) Sides,
    string RowElements
)
{
    /// <summary>The image's size, where it is not that of the parameters.</summary>
    public (string Width, string Height) Image { get; init; } = ("width", "height");

    /// <summary>
    /// Of a volume, whose planes from the top to the bottom are computed: its depth, and elements from one plane to the next of source and
    /// destination.
    /// </summary>
    public (string Depth, string SourcePlanePitch, string DestinationPlanePitch) Volume { get; init; } = ("", "", "");

    /// <summary>Elements from one source of a batch to the next.</summary>
    public string SourceStep { get; init; } = "";

    /// <summary>Elements from one result of a batch to the next.</summary>
    public string DestinationStep { get; init; } = "";

    /// <summary>Prints how far apart the sources of a batch lie, and their results.</summary>
    public void EmitSteps(SourceWriter writer, SignatureForm form)
    {
        if (form.HasBatch)
        {
            writer.Line($"nint sourceStep = {SourceStep};");
            writer.Line($"nint destinationStep = {DestinationStep};");
        }
    }

    /// <summary>Prints the calls that compute it from the arguments of a method, one for each source of a batch.</summary>
    public void EmitCalls(SourceWriter writer, ConvolutionModel model)
    {
        string kernelType = KernelNames.KernelType(model.Header),
            weights = WeightArguments.AtEntry(model);
        if (!model.Form.HasBatch)
        {
            writer.Line(Call(model, kernelType, "firstSource", "firstDestination", weights));
            return;
        }

        using (writer.Block("for (nint item = 0; item < batch; item++)"))
        {
            writer.Line(
                Call(
                    model,
                    kernelType,
                    "Unsafe.Add(ref firstSource, item * sourceStep)",
                    "Unsafe.Add(ref firstDestination, item * destinationStep)",
                    weights
                )
            );
        }
    }

    /// <summary>A call that computes it.</summary>
    /// <param name="model">The kernel.</param>
    /// <param name="kernelType">The type that computes it, with its point; empty from within.</param>
    /// <param name="source">The first sample that is held, as it stands after <c>ref</c>.</param>
    /// <param name="destination">The first result, as it stands after <c>ref</c>.</param>
    /// <param name="weights">Weights and bias, with their comma.</param>
    /// <param name="name">The method.</param>
    public string Call(
        ConvolutionModel model,
        string kernelType,
        string source,
        string destination,
        string weights,
        string name = PartEmitter.Name
    )
    {
        if (model.Form.IsVolume)
        {
            string size = $"{Image.Width}, {Image.Height}, {Volume.Depth}";
            return $"{kernelType}.Run(ref {source}, {SourcePitch}, {Volume.SourcePlanePitch}, {size}, ref {destination}, "
                + $"{DestinationPitch}, {Volume.DestinationPlanePitch}, {Sides.Top}, {Sides.Bottom}"
                + $"{(model.TakesDestinationPlane ? ", " + DestinationPlane : "")}{weights});";
        }

        string held = PartEmitter.Held(model, Held.Left, Held.Top, Held.Width, Held.Height);
        string target = PartEmitter.Target(model, DestinationPitch, DestinationPlane);
        string method = (kernelType.Length == 0 ? "" : kernelType + ".") + name;
        return model.Form.Axes == 1
            ? $"{method}(ref {source}, {held}, {Image.Width}, ref {destination}{target}, {Sides.Left}, {Sides.Right}{weights});"
            : $"{method}(ref {source}, {SourcePitch}, {held}, {Image.Width}, {Image.Height}, ref {destination}{target}, "
                + $"{Sides.Left}, {Sides.Top}, {Sides.Right}, {Sides.Bottom}{weights});";
    }
}
