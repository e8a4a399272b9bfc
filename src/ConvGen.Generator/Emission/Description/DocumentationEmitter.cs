using ConvGen.Generator.Emission.Files;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Description;

/// <summary>
/// Prints the documentation of an implementing part, which is the only one that the compiler shows: the user's own first, whole,
/// and the description of the kernel after it.
/// </summary>
internal static class DocumentationEmitter
{
    public static void Emit(SourceWriter writer, ConvolutionModel model, KernelDescription description) =>
        Emit(writer, model.Header, description, () => EmitDetails(writer, model));

    /// <summary>The same for any description.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="header">The method.</param>
    /// <param name="description">What is computed.</param>
    /// <param name="emitDetails">Prints parameters, result and exceptions, where the user has documented nothing.</param>
    public static void Emit(SourceWriter writer, MethodHeader header, KernelDescription description, Action emitDetails) =>
        writer.Documentation(() =>
        {
            List<string> own = ImplementingPart.UserDocumentation(header).ToList();
            List<string> end = ImplementingPart.UserDocumentationEnd(header).ToList();
            string summary = "/// <summary>" + Comments.Xml(description.Summary) + "</summary>";
            writer.Lines(own);
            if (own.Count == 0)
            {
                writer.Line(summary);
                emitDetails();
            }

            if (end.Count == 0)
            {
                writer.Line("/// <remarks>");
            }

            EmitRemarks(writer, description, saysSummary: own.Count > 0);
            writer.Lines(end.Count == 0 ? ["/// </remarks>"] : end);
            if (own.Count > 0 && !SaysWhatItIs(own) && !SaysWhatItIs(end))
            {
                writer.Line(summary);
            }
        });

    /// <summary>Whether a comment has a summary, or takes one from elsewhere.</summary>
    private static bool SaysWhatItIs(List<string> lines) =>
        lines.Any(static line =>
            line.IndexOf("<summary", StringComparison.Ordinal) >= 0
            || line.IndexOf("<inheritdoc", StringComparison.Ordinal) >= 0
            || line.IndexOf("<include", StringComparison.Ordinal) >= 0
        );

    private static void EmitRemarks(SourceWriter writer, KernelDescription description, bool saysSummary)
    {
        if (saysSummary)
        {
            EmitParagraph(writer, description.Summary);
        }

        foreach (DescriptionSection section in description.Sections)
        {
            EmitParagraph(writer, section.Text);
            if (section.Drawing.Count > 0)
            {
                writer.Line("/// <code>");
                writer.Lines(section.Drawing.Select(line => "/// " + Comments.Xml(line)));
                writer.Line("/// </code>");
            }
        }

        foreach (DescriptionFact fact in description.Facts)
        {
            EmitParagraph(writer, fact.Title + ": " + fact.Text);
        }
    }

    private static void EmitParagraph(SourceWriter writer, string text) =>
        writer.Line("/// <para>" + Comments.Xml(string.Join(" ", Comments.Split(text))) + "</para>");

    private static void EmitDetails(SourceWriter writer, ConvolutionModel model)
    {
        foreach (Parameter parameter in model.Header.Parameters)
        {
            string name = parameter.Name.TrimStart('@');
            writer.Line("/// <param name=\"" + name + "\">" + ParameterText(model, name) + "</param>");
        }

        if (model.Form.ReturnsResult)
        {
            writer.Line(
                "/// <returns>"
                    + (model.Form.HasRows ? "The result, " + Rows(model.Form) + ", in a new array." : "The result in a new array.")
                    + "</returns>"
            );
        }

        EmitExceptions(writer, model.Form);
    }

    private static void EmitExceptions(SourceWriter writer, SignatureForm form)
    {
        if (
            new[]
            {
                form.Source,
                form.Kernel,
                form.Bias,
                form.Requantisation?.Scale,
                form.History,
                form.ReturnsResult ? null : form.Destination,
            }.Any(buffer => buffer?.Carrier is Carrier.Array or Carrier.Array2D or Carrier.Array3D or Carrier.Prepared)
        )
        {
            writer.Line("/// <exception cref=\"global::System.ArgumentNullException\">An array is null.</exception>");
        }

        string overlap =
            form.ReturnsResult ? ", or the result would not fit into an array."
            : form.Kernel is null && form.Bias is null && form.Requantisation is null
                ? ", or <paramref name=\"destination\"/> overlaps <paramref name=\"source\"/>; nothing has been written then."
            : ", or <paramref name=\"destination\"/> overlaps <paramref name=\"source\"/>"
                + Others(form)
                + "; nothing has been written then.";
        if (form.Outputs.Count > 0)
        {
            overlap = ", or what receives a result overlaps another buffer; nothing has been written then.";
        }

        if (form.History is not null)
        {
            overlap = ", or <paramref name=\"history\"/> or the result overlaps what is read; nothing has been written then.";
        }
        else if (form.IsInPlace)
        {
            string[] read =
            [
                .. form.Kernel is { Carrier: not Carrier.Prepared } ? new[] { "kernel" } : [],
                .. form.Bias is null ? [] : new[] { "bias" },
            ];
            overlap =
                (
                    read.Length == 0
                        ? ""
                        : ", or <paramref name=\"image\"/> overlaps <paramref name=\""
                            + string.Join("\"/> or <paramref name=\"", read)
                            + "\"/>"
                ) + "; nothing has been written then.";
        }

        if (form.Requantisation is { HasSourceZeroPoint: true } or { HasKernelZeroPoint: true } or { HasDestinationZeroPoint: true })
        {
            writer.Line(
                "/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A zero point is no value of the type that it "
                    + "belongs to.</exception>"
            );
        }

        string shape = form.IsShaped
            ? "A buffer does not have the shape that is needed"
            : "A size is negative, or a buffer does not have the size that is needed";
        shape +=
            form.HasHeld ? ", or less is held than the region sees, or a rectangle does not lie within its whole"
            : form.HasRegion ? ", or the region does not lie within the result"
            : form.Requantisation is not null
                ? ", or a factor is not finite" + (form.Bias is null ? "" : ", or 32 bits do not hold a bias and every sum beside it")
            : "";
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">" + shape + overlap + "</exception>");
        if (form.HasCancellation)
        {
            string left = form.ReturnsResult ? "." : "; what <paramref name=\"destination\"/> holds is unspecified then.";
            writer.Line(
                "/// <exception cref=\"global::System.OperationCanceledException\"><paramref name=\"cancellationToken\"/> is cancelled"
                    + left
                    + "</exception>"
            );
        }
    }

    /// <summary>What else the destination must not overlap; a prepared kernel keeps a copy of its own.</summary>
    private static string Others(SignatureForm form)
    {
        string[] names =
        [
            .. form.Kernel is { Carrier: not Carrier.Prepared } ? new[] { "kernel" } : [],
            .. form.Bias is null ? [] : new[] { "bias" },
            .. form.Requantisation is null ? [] : new[] { "scale" },
        ];
        return string.Concat(
            names.Select((name, index) => (index == names.Length - 1 ? " or " : ", ") + "<paramref name=\"" + name + "\"/>")
        );
    }

    private static string ParameterText(ConvolutionModel model, string name)
    {
        SignatureForm form = model.Form;
        bool isFlat = !form.IsShaped;
        string channels = Channels(model, model.SourceChannels);
        string results = model.Layer is null ? "" : Channels(model, model.ResultChannels);
        bool hasPixels = model.HasChannelAxis && !model.IsComplex;
        GroupOutput? output = form.Outputs.FirstOrDefault(output => output.Name == name);
        return name switch
        {
            _ when output is not null => "Receives a result"
                + (form.Axes == 2 ? ", row by row" : "")
                + ". It may be longer than needed, and what lies beyond is not touched.",
            "scale" when form.Requantisation is not null => "Multiplies each sum before it is rounded: one number for each output channel, "
                + Literals.Of(model.ResultChannels)
                + " in all, the scale of the source times that of the channel's weights, over that of the result.",
            "sourceZeroPoint" => "The sample that stands for 0; so do samples outside.",
            "kernelZeroPoint" => "The weight that stands for 0.",
            "destinationZeroPoint" => "The result that stands for 0.",
            "scale" => "Multiplies every result before it is rounded and stored.",
            "offset" => "Is added to every result before it is rounded and stored.",
            "source" when isFlat && form.HasRows => "The samples, " + Rows(form) + channels + ". It may be longer than needed.",
            "source" when isFlat && form.HasLength => "The samples" + channels + ". It may be longer than needed.",
            "source" => "The samples" + channels + ".",
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
            "history" => "The "
                + Literals.Of(model.PastPixels)
                + (hasPixels ? " pixels" : " samples")
                + " before the block"
                + channels
                + "; zeros where the signal begins. They are replaced by those before the next block.",
            "destination" when isFlat => "Receives the result"
                + (form.HasRows ? ", " + Rows(form) : "")
                + results
                + ". It may be longer than needed, and what lies beyond is not touched.",
            "destination" => "Receives the result" + results + ", and has exactly its shape.",
            "batch" => "How many sources lie one after the other.",
            "region" => form.Axes == 2
                ? "The rectangle of the result to compute, and all that the result holds."
                : "The stretch of the result to compute, and all that the result holds; of its rows there is one, 0.",
            "held" => "What the source holds of the whole " + (form.Axes == 2 ? "image" : "signal") + ": at least what the region sees.",
            "length" when form.HasRegion => "Length of the whole signal" + (hasPixels ? ", in pixels." : "."),
            "width" when form.HasRegion => "Width of the whole image" + (hasPixels ? ", in pixels." : "."),
            "height" when form.HasRegion => "Height of the whole image, in rows.",
            "length" => "Length of the source" + (hasPixels ? ", in pixels." : "."),
            "width" => "Width of the source" + (hasPixels ? ", in pixels." : "."),
            "height" => "Height of the source, in rows.",
            "depth" => "Depth of the source, in planes.",
            "sourcePlanePitch" => "Elements from one plane of the source to the next.",
            "destinationPlanePitch" => "Elements from one plane of the result to the next; those between the planes are not touched.",
            "image" => "The samples"
                + (form.Axes == 2 ? ", row by row" : "")
                + channels
                + ", which the result replaces."
                + (form.Axes == 2 || form.HasLength ? " It may be longer than needed, and what lies beyond is not touched." : ""),
            "maxDegreeOfParallelism" =>
                "The largest number of threads that compute the result, the calling one included: at least 1, or -1 for as many as "
                    + "there are processors.",
            "cancellationToken" => "Ends the call early.",
            "sourcePitch" when form.IsInPlace => "Elements from one row of the image to the next; those between the rows are not touched.",
            "sourcePitch" => "Elements from one row of the source to the next.",
            "destinationPitch" => "Elements from one row of the result to the next; those between the rows are not touched.",
            _ => "Not used.",
        };
    }

    /// <summary>The order of samples that stand in rows.</summary>
    private static string Rows(SignatureForm form) => form.IsVolume ? "plane by plane and row by row" : "row by row";

    private static string Channels(ConvolutionModel model, int channels) =>
        channels == 1 ? ""
        : model.IsComplex ? "; each is its real part and its imaginary part side by side"
        : model.HasPlanes ? "; one plane after the other, " + Literals.Of(channels) + " in all"
        : "; a pixel is " + Literals.Of(channels) + " elements side by side";
}
