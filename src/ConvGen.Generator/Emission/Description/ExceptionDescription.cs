using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Description;

/// <summary>The documentation of what a method throws, by its signature.</summary>
internal static class ExceptionDescription
{
    public static void Emit(SourceWriter writer, SignatureForm form)
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

        if (form.Requantisation is { HasSourceZeroPoint: true } or { HasKernelZeroPoint: true } or { HasDestinationZeroPoint: true })
        {
            writer.Line(
                "/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A zero point is no value of the type that it "
                    + "belongs to.</exception>"
            );
        }

        writer.Line("/// <exception cref=\"global::System.ArgumentException\">" + Shape(form) + Overlap(form) + "</exception>");
        if (form.HasCancellation)
        {
            string left = form.ReturnsResult
                ? "."
                : "; what <paramref name=\"" + (form.IsInPlace ? "image" : "destination") + "\"/> holds is unspecified then.";
            writer.Line(
                "/// <exception cref=\"global::System.OperationCanceledException\"><paramref name=\"cancellationToken\"/> is cancelled"
                    + left
                    + "</exception>"
            );
        }
    }

    private static string Shape(SignatureForm form) =>
        (
            form is { IsShaped: true, HasHeld: false }
                ? "A buffer does not have the shape that is needed"
                : "A size is negative, or a buffer does not have the size that is needed"
        )
        + (
            form.HasHeld ? ", or less is held than the region sees, or a rectangle does not lie within its whole"
            : form.HasRegion ? ", or the region does not lie within the result"
            : form.Requantisation is not null
                ? ", or a factor is not finite" + (form.Bias is null ? "" : ", or 32 bits do not hold a bias and every sum beside it")
            : ""
        );

    /// <summary>The last clause: what must not overlap, or does not fit.</summary>
    private static string Overlap(SignatureForm form) =>
        form.History is not null ? ", or <paramref name=\"history\"/> or the result overlaps what is read; nothing has been written then."
        : form.IsInPlace ? OverlapOfImage(form)
        : form.Outputs.Count > 0 ? ", or what receives a result overlaps another buffer; nothing has been written then."
        : form.ReturnsResult ? ", or the result would not fit into an array."
        : form.Kernel is null && form.Bias is null && form.Requantisation is null
            ? ", or <paramref name=\"destination\"/> overlaps <paramref name=\"source\"/>; nothing has been written then."
        : ", or <paramref name=\"destination\"/> overlaps <paramref name=\"source\"/>" + Others(form) + "; nothing has been written then.";

    private static string OverlapOfImage(SignatureForm form)
    {
        string[] read =
        [
            .. form.Kernel is { Carrier: not Carrier.Prepared } ? new[] { "kernel" } : [],
            .. form.Bias is null ? [] : new[] { "bias" },
        ];
        return (
                read.Length == 0
                    ? ""
                    : ", or <paramref name=\"image\"/> overlaps <paramref name=\"" + string.Join("\"/> or <paramref name=\"", read) + "\"/>"
            ) + "; nothing has been written then.";
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
}
