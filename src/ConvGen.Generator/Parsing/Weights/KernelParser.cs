using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Weights;

/// <summary>Reads the kernel: its numbers, its dimensions, and whether these agree with the signature's axes.</summary>
internal static class KernelParser
{
    /// <param name="kernel">The attribute.</param>
    /// <param name="text">Its text as read, where it has one.</param>
    /// <param name="axes">Spatial axes of the signature.</param>
    /// <param name="depth">Weights at one place.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static Outcome<KernelMatrix> Parse(
        KernelDeclaration kernel,
        KernelText? text,
        int axes,
        int depth,
        CancellationToken cancellation = default
    )
    {
        Outcome<KernelMatrix> matrix = kernel.Kind switch
        {
            KernelDeclarationKind.Shape => OfShape(kernel, depth),
            KernelDeclarationKind.Separable => SeparableParser.Parse(kernel, axes, cancellation),
            KernelDeclarationKind.Weights => OfWeights(kernel, depth, cancellation),
            _ => kernel.IsFlatText ? FlatTextParser.Parse(kernel, text!, depth) : OfText(text!),
        };
        if (matrix.Refusal is not null)
        {
            return matrix;
        }

        if (kernel.Kind == KernelDeclarationKind.Separable)
        {
            return matrix;
        }

        if (CheckAxes(kernel, matrix.Value, axes) is { } disagreement)
        {
            return disagreement;
        }

        return Divide(kernel, matrix);
    }

    /// <summary>The refusal of a text that cannot be read.</summary>
    /// <param name="error">The mistake.</param>
    /// <param name="argument">The argument that holds the text; empty for the only one.</param>
    public static Refusal Malformed(KernelTextError error, string argument = "") =>
        Refusal.Of(
            DeclarationRules.MalformedKernelText,
            RefusalSite.KernelText(error.Start, error.Length) with
            {
                Name = argument,
            },
            MessageText.Text(error.Start + 1),
            error.Reason
        );

    private static Outcome<KernelMatrix> OfText(KernelText text)
    {
        if (text.Error is { } error)
        {
            return Malformed(error);
        }

        if (CheckPlanes(text) is { } uneven)
        {
            return uneven;
        }

        int columns = text.Rows[0].Values.Count;
        for (int row = 1; row < text.Rows.Count; row++)
        {
            KernelTextRow current = text.Rows[row];
            if (current.Values.Count != columns)
            {
                return Refusal.Of(
                    DeclarationRules.DimensionsDisagree,
                    RefusalSite.KernelText(current.Start, current.Length),
                    $"Row {MessageText.Text(row + 1)} of the kernel has {MessageText.Count(current.Values.Count, "value")} and row 1 has {MessageText.Text(columns)}",
                    "give every row the same number of values"
                );
            }
        }

        return new KernelMatrix(text.Rows.Count, columns, text.Rows.SelectMany(static row => row.Values).ToEquatableArray())
        {
            Planes = text.Planes,
            Complex = ComplexWeights.Of(text),
        };
    }

    /// <summary>The place of some rows of a text.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="argument">The argument that holds the text; empty for the only one.</param>
    public static RefusalSite Site(IReadOnlyList<KernelTextRow> rows, string argument = "")
    {
        KernelTextRow last = rows[rows.Count - 1];
        return RefusalSite.KernelText(rows[0].Start, last.Start + last.Length - rows[0].Start) with { Name = argument };
    }

    /// <summary>Refuses planes of different numbers of rows.</summary>
    private static Refusal? CheckPlanes(KernelText text)
    {
        KernelTextRow[][] planes = [.. text.Rows.GroupBy(static row => row.Plane).Select(static plane => plane.ToArray())];
        int uneven = Array.FindIndex(planes, plane => plane.Length != planes[0].Length);
        return uneven < 0
            ? null
            : Refusal.Of(
                DeclarationRules.DimensionsDisagree,
                Site(planes[uneven]),
                $"Plane {MessageText.Text(uneven + 1)} of the kernel has {MessageText.Count(planes[uneven].Length, "row")} and plane 1 has {MessageText.Text(planes[0].Length)}",
                "give every plane the same number of rows"
            );
    }

    private static Outcome<KernelMatrix> OfWeights(KernelDeclaration kernel, int depth, CancellationToken cancellation)
    {
        if ((CheckNotNamed("Rows", kernel.NamedRows) ?? CheckNotNamed("Columns", kernel.NamedColumns)) is { } named)
        {
            return named;
        }

        int planes = kernel.Planes ?? 1,
            rows = kernel.Rows ?? 0;
        if (CheckAtLeastOne("Planes", planes) is { } noPlanes)
        {
            return noPlanes;
        }

        if (CheckAtLeastOne("rows", rows) is { } tooFewRows)
        {
            return tooFewRows;
        }

        if (CheckAtLeastOne("columns", kernel.Columns) is { } tooFewColumns)
        {
            return tooFewColumns;
        }

        if (CheckWeightCount(kernel, rows, kernel.Columns, kernel.Weights.Count) is { } disagreement)
        {
            return disagreement;
        }

        for (int index = 0; index < kernel.Weights.Count; index++)
        {
            if (!MessageText.IsFinite(kernel.Weights[index]))
            {
                return Refusal.Of(
                    DeclarationRules.OptionOutOfRange,
                    RefusalSite.Weight(index),
                    "Weight " + MessageText.Text(index + 1),
                    MessageText.Text(kernel.Weights[index]),
                    "write a finite number"
                );
            }
        }

        Rational Exact(Constant weight)
        {
            cancellation.ThrowIfCancellationRequested();
            return Rational.FromDouble(weight.Value);
        }

        return new KernelMatrix(planes * rows, kernel.Columns, kernel.Weights.Select(Exact).ToEquatableArray())
        {
            Depth = depth,
            Planes = planes,
        };
    }

    /// <summary>Refuses another number of weights than planes, rows, columns and channels make.</summary>
    public static Refusal? CheckWeightCount(KernelDeclaration kernel, int rows, int columns, int given)
    {
        int input = kernel.InputChannels ?? 1,
            output = kernel.OutputChannels ?? 1,
            groups = kernel.Groups ?? 1;
        BigInteger count = new BigInteger(kernel.Planes ?? 1) * rows * columns * (input / groups) * output;
        if (count == given)
        {
            return null;
        }

        string shape =
            (kernel.Planes is { } planes ? MessageText.Text(planes) + " x " : "")
            + MessageText.Text(rows)
            + " x "
            + MessageText.Text(columns)
            + (kernel.HasChannels ? $" x {MessageText.Text(input / groups)} x {MessageText.Text(output)}" : "");
        return Refusal.Of(
            DeclarationRules.DimensionsDisagree,
            RefusalSite.Kernel,
            $"A kernel of {shape} has {Text(count)} weights, and {MessageText.Text(given)} are given",
            kernel.HasChannels
                ? "give one weight for each place, input channel of a group and output channel, in the order of KernelLayout"
                : "give one weight for each place, row by row"
        );
    }

    private static string Text(BigInteger value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Refusal? CheckNotNamed(string name, int? value) =>
        value is null
            ? null
            : Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.KernelArgument(name),
                name,
                "weights that come after rows and columns",
                "remove " + name + ", which says the same again"
            );

    private static Outcome<KernelMatrix> OfShape(KernelDeclaration kernel, int depth)
    {
        if (kernel.Planes is { } deep && CheckAtLeastOne("planes", deep) is { } tooFewPlanes)
        {
            return tooFewPlanes;
        }

        if (kernel.Rows is { } rows && CheckAtLeastOne("rows", rows) is { } tooFewRows)
        {
            return tooFewRows;
        }

        // More rows than an int counts are too many whichever number says so.
        int planes = kernel.Planes ?? 1;
        int all = (int)Math.Min((long)planes * (kernel.Rows ?? 1), int.MaxValue / planes * planes);
        return CheckAtLeastOne(kernel.Rows is null ? "length" : "columns", kernel.Columns) is { } tooFewColumns
            ? tooFewColumns
            : new KernelMatrix(all, kernel.Columns, null) { Depth = depth, Planes = planes };
    }

    /// <summary>Refuses an extent below one.</summary>
    public static Refusal? CheckAtLeastOne(string argument, int value) =>
        value >= 1
            ? null
            : Refusal.Of(
                DeclarationRules.OptionOutOfRange,
                RefusalSite.KernelArgument(argument),
                "The kernel's number of " + (argument == "length" ? "taps" : argument.ToLowerInvariant()),
                MessageText.Text(value),
                "write 1 or more"
            );

    private static Refusal? CheckAxes(KernelDeclaration kernel, KernelMatrix matrix, int axes)
    {
        if (axes < 3 && (matrix.Planes > 1 || kernel.Planes is not null))
        {
            return Refusal.Of(
                DeclarationRules.DimensionsDisagree,
                RefusalSite.Kernel,
                $"The kernel has {MessageText.Count(matrix.Planes, "plane")} and the signature has {(axes == 1 ? "one axis" : "two axes")}",
                "take 'int width, int height, int depth' after the source, or a 'T[,,]', or write the kernel without planes"
            );
        }

        if (axes == 1 && matrix.Rows > 1)
        {
            return Refusal.Of(
                DeclarationRules.DimensionsDisagree,
                RefusalSite.Kernel,
                $"The kernel has {MessageText.Text(matrix.Rows)} rows and the signature has one axis",
                "take 'int width, int height' after the source, or write the kernel in one row"
            );
        }

        if (axes == 3 && kernel is { Kind: KernelDeclarationKind.Shape, Planes: null })
        {
            return Refusal.Of(
                DeclarationRules.DimensionsDisagree,
                RefusalSite.Kernel,
                $"The kernel has {(kernel.Rows is null ? "one axis" : "two axes")} and the signature has three",
                $"write [KernelShape(1, {MessageText.Text(matrix.Rows)}, {MessageText.Text(matrix.Columns)}{(kernel.HasChannels ? ", ..." : "")})] for a kernel of one plane"
            );
        }

        return axes == 2 && kernel is { Kind: KernelDeclarationKind.Shape, Rows: null }
            ? Refusal.Of(
                DeclarationRules.DimensionsDisagree,
                RefusalSite.Kernel,
                "The kernel has one axis and the signature has two",
                $"write [KernelShape(1, {MessageText.Text(matrix.Columns)})] for a kernel of one row"
            )
            : null;
    }

    /// <summary>The matrix with every weight divided by the attribute's <c>Divisor</c>.</summary>
    public static Outcome<KernelMatrix> Divide(KernelDeclaration kernel, Outcome<KernelMatrix> matrix)
    {
        if (matrix.Refusal is not null || kernel.Divisor is null || matrix.Value.Weights is not { } weights)
        {
            return matrix;
        }

        Outcome<Rational> divisor = Divisor(kernel, 0);
        return divisor.Refusal is not null
            ? divisor.Refusal
            : matrix.Value with
            {
                Weights = weights.Select(weight => weight / divisor.Value).ToEquatableArray(),
                Complex = matrix.Value.Complex?.Divide(divisor.Value),
            };
    }

    /// <summary>The attribute's <c>Divisor</c>, or one.</summary>
    /// <param name="kernel">The attribute.</param>
    /// <param name="index">Its position among the kernel attributes.</param>
    public static Outcome<Rational> Divisor(KernelDeclaration kernel, int index) =>
        kernel.Divisor is not { } constant ? Rational.One
        : !MessageText.IsFinite(constant) || constant.Value == 0.0
            ? Refusal.Of(DeclarationRules.BadDivisor, RefusalSite.KernelArgumentOf(index, "Divisor"), MessageText.Text(constant))
        : Rational.FromDouble(constant.Value);
}
