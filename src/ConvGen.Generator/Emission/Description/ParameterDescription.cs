using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Description;

/// <summary>The documentation of a parameter, whose name is its role.</summary>
internal static class ParameterDescription
{
    public static string Of(ConvolutionModel model, string name) =>
        Output(model.Form, name)
        ?? Samples(model, name)
        ?? Weights(model, name)
        ?? Factor(model, name)
        ?? Part(model, name)
        ?? Size(model, name)
        ?? Control(name)
        ?? "Not used.";

    private static string? Output(SignatureForm form, string name) =>
        form.Outputs.Any(output => output.Name == name)
            ? "Receives a result"
                + (form.Axes == 2 ? ", row by row" : "")
                + ". It may be longer than needed, and what lies beyond is not touched."
            : null;

    /// <summary>What is read and written.</summary>
    private static string? Samples(ConvolutionModel model, string name)
    {
        SignatureForm form = model.Form;
        bool isFlat = !form.IsShaped;
        string channels = Channels(model, model.SourceChannels);
        string results = model.Layer is null ? "" : Channels(model, model.ResultChannels);
        return name switch
        {
            "source" when isFlat && form.HasRows => "The samples, " + Rows(form) + channels + ". It may be longer than needed.",
            "source" when isFlat && form.HasLength => "The samples" + channels + ". It may be longer than needed.",
            "source" when form is { IsShaped: true, HasHeld: true } => "The samples"
                + channels
                + "; it has exactly the shape of what is held.",
            "source" => "The samples" + channels + ".",
            "history" => "The "
                + Literals.Of(model.PastPixels)
                + (HasPixels(model) ? " pixels" : " samples")
                + " before the block"
                + channels
                + "; zeros where the signal begins. They are replaced by those before the next block.",
            "destination" when isFlat => "Receives the result"
                + (form.HasRows ? ", " + Rows(form) : "")
                + results
                + ". It may be longer than needed, and what lies beyond is not touched.",
            "destination" => "Receives the result"
                + results
                + (form.HasRegion ? ", and has exactly the region's shape." : ", and has exactly its shape."),
            "image" => "The samples"
                + (form.HasRows ? ", " + Rows(form) : "")
                + channels
                + ", which the result replaces."
                + (form.HasRows || form.HasLength ? " It may be longer than needed, and what lies beyond is not touched." : ""),
            _ => null,
        };
    }

    /// <summary>What samples are multiplied by, and what sums start from.</summary>
    private static string? Weights(ConvolutionModel model, string name)
    {
        SignatureForm form = model.Form;
        return name switch
        {
            "kernel" when model.Layer is not null => "The "
                + Literals.Of(model.Kernel.Count)
                + " weights, "
                + (
                    model.Layer.KernelLayout == KernelLayout.OutputFirst
                        ? "for each output channel and each input channel of its group" + (form.Axes == 2 ? " row by row" : " tap by tap")
                        : (form.Axes == 2 ? "row by row, " : "tap by tap, ")
                            + "for each place all input channels of a group by all output channels"
                )
                + ", as written: not reversed.",
            "bias" when model.IsComplex => "What each sum starts from: a complex number, its real part and then its imaginary part.",
            "bias" => "What each sum starts from: one number for each output channel, " + Literals.Of(model.ResultChannels) + " in all.",
            "kernel" => "The "
                + Literals.Of(model.Kernel.Count)
                + " weights"
                + (form.HasRows ? ", " + Rows(form) + ", as written: not reversed." : ", as written: not reversed."),
            _ => null,
        };
    }

    /// <summary>What is made of a sum, or of a result.</summary>
    private static string? Factor(ConvolutionModel model, string name)
    {
        return name switch
        {
            "scale" when model.Form.Requantisation is not null =>
                "Multiplies each sum before it is rounded: one number for each output channel, "
                    + Literals.Of(model.ResultChannels)
                    + " in all, the scale of the source times that of the channel's weights, over that of the result.",
            "sourceZeroPoint" => "The sample that stands for 0; so do samples outside.",
            "kernelZeroPoint" => "The weight that stands for 0.",
            "destinationZeroPoint" => "The result that stands for 0.",
            "scale" => "Multiplies every result before it is rounded and stored.",
            "offset" => "Is added to every result before it is rounded and stored.",
            _ => null,
        };
    }

    /// <summary>What of an image is computed, and the size of the whole image then.</summary>
    private static string? Part(ConvolutionModel model, string name)
    {
        SignatureForm form = model.Form;
        return name switch
        {
            "region" => form.Axes == 2
                ? "The rectangle of the result to compute, and all that the result holds."
                : "The stretch of the result to compute, and all that the result holds; of its rows there is one, 0.",
            "held" => "What the source holds of the whole " + (form.Axes == 2 ? "image" : "signal") + ": at least what the region sees.",
            "length" when form.HasRegion => "Length of the whole signal" + (HasPixels(model) ? ", in pixels." : "."),
            "width" when form.HasRegion => "Width of the whole image" + (HasPixels(model) ? ", in pixels." : "."),
            "height" when form.HasRegion => "Height of the whole image, in rows.",
            _ => null,
        };
    }

    /// <summary>How many samples there are, and how far apart.</summary>
    private static string? Size(ConvolutionModel model, string name)
    {
        SignatureForm form = model.Form;
        return name switch
        {
            "batch" when form.HasHeld => "How many sources lie one after the other, each what is held of an image of its own.",
            "batch" => "How many sources lie one after the other.",
            "length" => "Length of the source" + (HasPixels(model) ? ", in pixels." : "."),
            "width" => "Width of the source" + (HasPixels(model) ? ", in pixels." : "."),
            "height" => "Height of the source, in rows.",
            "depth" => "Depth of the source, in planes.",
            "sourcePlanePitch" when form.IsInPlace =>
                "Elements from one plane of the image to the next; those between the planes are not touched.",
            "sourcePlanePitch" => "Elements from one plane of the source to the next.",
            "destinationPlanePitch" => "Elements from one plane of the result to the next; those between the planes are not touched.",
            "sourcePitch" when form.IsInPlace => "Elements from one row of the image to the next; those between the rows are not touched.",
            "sourcePitch" => "Elements from one row of the source to the next.",
            "destinationPitch" => "Elements from one row of the result to the next; those between the rows are not touched.",
            _ => null,
        };
    }

    private static string? Control(string name) =>
        name switch
        {
            "maxDegreeOfParallelism" =>
                "The largest number of threads that compute the result, the calling one included: at least 1, or -1 for as many as "
                    + "there are processors.",
            "cancellationToken" => "Ends the call early.",
            _ => null,
        };

    /// <summary>Whether a sample is a pixel of several channels.</summary>
    private static bool HasPixels(ConvolutionModel model) => model.HasChannelAxis && !model.IsComplex;

    /// <summary>The order of samples that stand in rows.</summary>
    public static string Rows(SignatureForm form) => form.IsVolume ? "plane by plane and row by row" : "row by row";

    private static string Channels(ConvolutionModel model, int channels) =>
        channels == 1 ? ""
        : model.IsComplex ? "; each is its real part and its imaginary part side by side"
        : model is { HasPlanes: true, Form.IsVolume: true }
            ? "; the planes of one channel after those of the other, " + Literals.Of(channels) + " channels in all"
        : model.HasPlanes ? "; one plane after the other, " + Literals.Of(channels) + " in all"
        : "; a pixel is " + Literals.Of(channels) + " elements side by side";
}
