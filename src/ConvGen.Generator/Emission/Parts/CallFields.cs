using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Parts;

namespace ConvGen.Generator.Emission.Parts;

/// <summary>What the threads that compute a result together know about the call.</summary>
internal static class CallFields
{
    /// <summary>A field that all types of this kind have.</summary>
    public const string Token = "Token";

    /// <summary>What <c>Call</c> knows about a call, and the expressions that it is in the entry.</summary>
    public static IEnumerable<(string Type, string Name, string Value)> Of(ConvolutionModel model, PartText part, PartTiles? tiles)
    {
        SignatureForm form = model.Form;
        yield return (Carriers.TypeOf(form.Source), "Source", SignatureRoles.Source);
        yield return (Carriers.TypeOf(form.Destination), "Destination", SignatureRoles.Destination);
        foreach ((string Type, string Name, string Value) field in OfArguments(form))
        {
            yield return field;
        }

        if (tiles is not null)
        {
            foreach ((string Type, string Name, string Value) field in PairHanding.Fields(model, tiles))
            {
                yield return field;
            }
        }

        foreach ((string name, string value) in Numbers(model, part))
        {
            yield return (name is "Width" or "Height" or "Depth" ? "int" : "nint", name, value);
        }
    }

    /// <summary>The arguments beside the buffers of samples.</summary>
    public static IEnumerable<(string Type, string Name, string Value)> OfArguments(SignatureForm form)
    {
        if (form.Kernel is { } kernel)
        {
            yield return (Carriers.TypeOf(kernel), "Kernel", SignatureRoles.Kernel);
        }

        if (form.Bias is { } bias)
        {
            yield return (Carriers.TypeOf(bias), "Bias", SignatureRoles.Bias);
        }

        if (form.HasScale)
        {
            yield return ("float", "Scale", SignatureRoles.ResultScale);
        }

        if (form.HasOffset)
        {
            yield return ("float", "Offset", SignatureRoles.ResultOffset);
        }

        if (form.HasCancellation)
        {
            yield return ("", Token, SignatureRoles.Cancellation);
        }
    }

    /// <summary>What the entry passes on besides, from the fields that hold it.</summary>
    public static string Weights(ConvolutionModel model) =>
        WeightArguments.AtEntry(model).Replace(", kernel", ", Kernel").Replace(", scale", ", Scale").Replace(", offset", ", Offset");

    private static IEnumerable<(string Name, string Value)> Numbers(ConvolutionModel model, PartText part)
    {
        bool hasRows = model.Form.HasRows;
        yield return ("Width", part.Image.Width);
        if (hasRows)
        {
            yield return ("Height", part.Image.Height);
            yield return ("SourcePitch", part.SourcePitch);
            yield return ("DestinationPitch", part.DestinationPitch);
        }

        if (model.Form.IsVolume)
        {
            yield return ("Depth", part.Volume.Depth);
            yield return ("SourcePlanePitch", part.Volume.SourcePlanePitch);
            yield return ("DestinationPlanePitch", part.Volume.DestinationPlanePitch);
        }

        if (model is { HasPlanes: true, Form.IsVolume: false })
        {
            yield return ("DestinationPlane", part.DestinationPlane);
        }

        foreach ((string Name, string Value) number in Rectangles(model, part))
        {
            yield return number;
        }

        if (model.Form.HasBatch)
        {
            yield return ("Batch", SignatureRoles.Batch);
            yield return ("SourceStep", "sourceStep");
            yield return ("DestinationStep", "destinationStep");
        }
    }

    /// <summary>What is held, and where the region lies.</summary>
    private static IEnumerable<(string Name, string Value)> Rectangles(ConvolutionModel model, PartText part)
    {
        bool hasRows = model.Form.HasRows;
        if (model.Form.HasHeld)
        {
            yield return ("HeldLeft", part.Held.Left);
            yield return ("HeldWidth", part.Held.Width);
            if (hasRows)
            {
                yield return ("HeldTop", part.Held.Top);
            }

            if (hasRows && model.HasPlanes)
            {
                yield return ("HeldHeight", part.Held.Height);
            }
        }

        if (model.Form.HasRegion)
        {
            yield return ("Left", part.Sides.Left);
            if (hasRows)
            {
                yield return ("Top", part.Sides.Top);
            }
        }

        if (!model.Form.IsVolume)
        {
            yield return ("Right", part.Sides.Right);
        }

        if (hasRows)
        {
            yield return ("Bottom", part.Sides.Bottom);
        }
    }
}
