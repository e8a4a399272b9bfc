using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Weights;

/// <summary>
/// Reads a kernel's text whose shape is written beside it: its values come in the order of the kernel's layout, and line ends are only
/// white space.
/// </summary>
internal static class FlatTextParser
{
    /// <param name="kernel">The attribute.</param>
    /// <param name="text">Its text as read.</param>
    /// <param name="depth">Weights at one place.</param>
    public static Outcome<KernelMatrix> Parse(KernelDeclaration kernel, KernelText text, int depth)
    {
        if (text.Error is { } error)
        {
            return KernelParser.Malformed(error);
        }

        if (text.Planes > 1)
        {
            return Refusal.Of(
                DeclarationRules.DimensionsDisagree,
                RefusalSite.Kernel,
                $"The kernel's text has {MessageText.Text(text.Planes)} planes beside {(kernel.HasChannels ? "channels" : kernel.Planes is not null ? "Planes" : kernel.NamedRows is not null ? "Rows" : "Columns")}",
                kernel.HasChannels
                    ? "remove the '|', because line ends do not count here, and for a volume write Planes"
                    : "remove the '|', because line ends do not count here, or for a volume whatever is written beside the text"
            );
        }

        if (kernel.NamedColumns is not { } columns)
        {
            return Refusal.Of(
                DeclarationRules.DimensionsDisagree,
                RefusalSite.Kernel,
                $"The kernel's text has {(kernel.HasChannels ? "channels" : kernel.Planes is not null ? "Planes" : "Rows")} and no Columns",
                "write Columns, Rows for a kernel of two axes, and Planes for one of three, because line ends do not count here"
            );
        }

        int planes = kernel.Planes ?? 1,
            rows = kernel.NamedRows ?? 1;
        EquatableArray<Rational> values = text.Rows.SelectMany(static row => row.Values).ToEquatableArray();
        Refusal? refusal =
            KernelParser.CheckAtLeastOne("Planes", planes)
            ?? KernelParser.CheckAtLeastOne("Rows", rows)
            ?? KernelParser.CheckAtLeastOne("Columns", columns)
            ?? KernelParser.CheckWeightCount(kernel, rows, columns, values.Count);
        return refusal is not null
            ? refusal
            : new KernelMatrix(planes * rows, columns, values)
            {
                Depth = depth,
                Planes = planes,
                Complex = ComplexWeights.Of(text),
            };
    }
}
