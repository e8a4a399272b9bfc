using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Windows;

/// <summary>Prints the documentation of parameters, result and exceptions.</summary>
internal static class WindowDocumentation
{
    public static void EmitDetails(SourceWriter writer, WindowModel model)
    {
        foreach (Parameter parameter in model.Header.Parameters)
        {
            string name = parameter.Name.TrimStart('@');
            writer.Line("/// <param name=\"" + name + "\">" + ParameterText(model, name) + "</param>");
        }

        SignatureForm form = model.Form;
        if (form.ReturnsResult)
        {
            writer.Line("/// <returns>The " + (model.IsFold ? "image" : "matrix") + ", row by row, in a new array.</returns>");
        }

        if (
            new[] { form.Source, form.ReturnsResult ? null : form.Destination }.Any(buffer =>
                buffer?.Carrier is Carrier.Array or Carrier.Array2D
            )
        )
        {
            writer.Line("/// <exception cref=\"global::System.ArgumentNullException\">An array is null.</exception>");
        }

        string overlap = form.ReturnsResult
            ? ", or the result would not fit into an array."
            : ", or <paramref name=\"destination\"/> overlaps <paramref name=\"source\"/>; nothing has been written then.";
        string shape = form.IsShaped
            ? "A buffer does not have the shape that is needed"
            : "A size is negative, or a buffer does not have the size that is needed";
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">" + shape + overlap + "</exception>");
    }

    private static string ParameterText(WindowModel model, string name)
    {
        string longer = model.Form.IsShaped ? "." : ". It may be longer than needed, and what lies beyond is not touched.";
        string pixels = model.Channels > 1 ? ", in pixels." : ".";
        string matrix = $"The matrix: one row a window, {Literals.Of(model.Window)} elements in it";
        string image =
            model.Channels == 1 ? "The image, row by row"
            : model.IsPlanar ? $"The image in {Literals.Of(model.Channels)} planes, one after the other"
            : $"The image, row by row; a pixel is {Literals.Of(model.Channels)} elements side by side";
        return name switch
        {
            "source" => (model.IsFold ? matrix : image) + (model.Form.IsShaped ? "." : ". It may be longer than needed."),
            "destination" => "Receives " + Lower(model.IsFold ? image : matrix) + longer,
            "batch" => "How many images, and matrices, lie one after the other.",
            "length" => "Length of the image" + pixels,
            "width" => "Width of the image" + pixels,
            "height" => "Height of the image, in rows.",
            "sourcePitch" => "Elements from one row of the " + (model.IsFold ? "matrix" : "image") + " to the next.",
            "destinationPitch" => "Elements from one row of the "
                + (model.IsFold ? "image" : "matrix")
                + " to the next; those between the rows are not touched.",
            _ => "Not used.",
        };
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text.Substring(1);
}
