using ConvGen.Generator.Kernels;
using ConvGen.Generator.Kernels.Designs;
using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Weights;

/// <summary>Reads <c>[SeparableKernel("column", "row")]</c>: two texts, and the products of their numbers.</summary>
internal static class SeparableParser
{
    private const string Column = "column",
        Row = "row";

    /// <param name="kernel">The attribute.</param>
    /// <param name="axes">Spatial axes of the signature.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static Outcome<KernelMatrix> Parse(KernelDeclaration kernel, int axes, CancellationToken cancellation)
    {
        if (axes == 1)
        {
            return NeedsTwoAxes(RefusalSite.Kernel);
        }

        Outcome<EquatableArray<Rational>> column = Factor(kernel.Text, Column, cancellation);
        if (column.Refusal is not null)
        {
            return column.Refusal;
        }

        Outcome<EquatableArray<Rational>> row = Factor(kernel.RowText, Row, cancellation);
        if (row.Refusal is not null)
        {
            return row.Refusal;
        }

        if ((double)column.Value.Count * row.Value.Count > KernelText.MostValues)
        {
            return Refusal.Of(
                DeclarationRules.OptionOutOfRange,
                RefusalSite.Kernel,
                "The kernel's number of weights",
                FormattableString.Invariant($"{column.Value.Count} x {row.Value.Count}"),
                FormattableString.Invariant($"write factors whose product has {KernelText.MostValues} weights or fewer")
            );
        }

        return KernelParser.Divide(
            kernel,
            new KernelMatrix(column.Value.Count, row.Value.Count, DesignedKernel.Outer(column.Value, row.Value))
        );
    }

    /// <summary>The refusal of a column times a row on a signature of one axis.</summary>
    public static Refusal NeedsTwoAxes(RefusalSite site) =>
        Refusal.Of(
            DeclarationRules.DimensionsDisagree,
            site,
            "[SeparableKernel] has two axes and the signature has one",
            "take 'int width, int height' after the source, or write one factor in [Kernel]"
        );

    /// <summary>The numbers of a factor, which stand in one row, or in as many rows as there are.</summary>
    private static Outcome<EquatableArray<Rational>> Factor(string? written, string argument, CancellationToken cancellation)
    {
        KernelText text = KernelText.Read(written ?? "", cancellation);
        if (text.Error is { } error)
        {
            return KernelParser.Malformed(error, argument);
        }

        if (text.Planes > 1)
        {
            return Refusal.Of(
                DeclarationRules.DimensionsDisagree,
                KernelParser.Site(text.Rows, argument),
                $"The factor '{argument}' has {MessageText.Text(text.Planes)} planes",
                "write its numbers in one row"
            );
        }

        if (text.Rows.Count > 1 && text.Rows.FirstOrDefault(static row => row.Values.Count > 1) is { } second)
        {
            return Refusal.Of(
                DeclarationRules.DimensionsDisagree,
                RefusalSite.KernelText(second.Start, second.Length) with
                {
                    Name = argument,
                },
                $"The factor '{argument}' has {MessageText.Text(text.Rows.Count)} rows of several values",
                "write its numbers in one row"
            );
        }

        return text.Rows.SelectMany(static row => row.Values).ToEquatableArray();
    }
}
