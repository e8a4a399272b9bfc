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
            writer.Line("/// <param name=\"" + name + "\">" + ParameterDescription.Of(model, name) + "</param>");
        }

        if (model.Form.ReturnsResult)
        {
            writer.Line(
                "/// <returns>"
                    + (
                        model.Form.HasRows
                            ? "The result, " + ParameterDescription.Rows(model.Form) + ", in a new array."
                            : "The result in a new array."
                    )
                    + "</returns>"
            );
        }

        ExceptionDescription.Emit(writer, model.Form);
    }
}
