using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Weights;

/// <summary>Judges a kernel file: whether it was found, can be read, and has a shape that fits the signature.</summary>
internal static class KernelFileParser
{
    /// <summary>The file's text as read, or null where there is none to read.</summary>
    public static KernelFileText? Read(Declaration declaration, CancellationToken cancellation) =>
        declaration.File?.Text is { } text ? KernelFileText.Read(text, cancellation) : null;

    /// <summary>
    /// The kernel with the channels that the shape in its file gives, which may have two numbers more than the signature has axes.
    /// </summary>
    /// <param name="kernel">The attribute.</param>
    /// <param name="text">The file's text as read, where there is one.</param>
    /// <param name="operation">The operation, whose kernel layout says which of the numbers count channels.</param>
    /// <param name="axes">Spatial axes of the signature.</param>
    public static KernelDeclaration WithChannels(KernelDeclaration kernel, KernelFileText? text, OperationDeclaration operation, int axes)
    {
        if (text?.Shape is not { Sizes: var sizes } || sizes.Count != axes + 2)
        {
            return kernel;
        }

        bool isOutputFirst = IsOutputFirst(operation);
        int input = isOutputFirst ? sizes[1] : sizes[sizes.Count - 2];
        int output = isOutputFirst ? sizes[0] : sizes[sizes.Count - 1];

        // Too many channels are refused by their number, and so are no groups at all.
        long channels = Math.Min((long)input * Math.Max(kernel.Groups ?? 1, 1), int.MaxValue);
        return kernel with { InputChannels = (int)channels, OutputChannels = output };
    }

    /// <param name="declaration">The declaration, whose only kernel is a file.</param>
    /// <param name="text">The file's text as read.</param>
    /// <param name="axes">Spatial axes of the signature.</param>
    public static Outcome<KernelMatrix> Parse(Declaration declaration, KernelFileText? text, int axes)
    {
        string path = declaration.Kernels[0].Text ?? "";
        if (text is null)
        {
            string problem = declaration.File?.Problem ?? "the project has no additional files";
            string remedy = declaration.File?.Remedy ?? $"add <AdditionalFiles Include=\"{path}\" /> to the project";
            return Refusal.Of(DeclarationRules.KernelFileNotFound, Site, path, problem, remedy);
        }

        if (text.Error is { } error)
        {
            return Malformed(path, error.Line, error.Column, error.Reason);
        }

        if (text.Shape is { } shape)
        {
            return OfShape(path, text, shape, axes, IsOutputFirst(declaration.Operations[0]));
        }

        return OfLines(path, text, axes);
    }

    private static RefusalSite Site { get; } = RefusalSite.KernelArgument("path");

    private static bool IsOutputFirst(OperationDeclaration operation) => operation.KernelLayout == (int)KernelLayout.OutputFirst;

    private static Outcome<KernelMatrix> OfLines(string path, KernelFileText text, int axes)
    {
        int columns = text.Rows[0].Count;
        for (int row = 1; row < text.Rows.Count; row++)
        {
            KernelFileRow current = text.Rows[row];
            if (current.Count != columns)
            {
                return Malformed(
                    path,
                    current.Line,
                    current.Column,
                    $"this row has {MessageText.Count(current.Count, "value")} and the first has {MessageText.Text(columns)}; give every row the same number of values"
                );
            }
        }

        if (axes > 1)
        {
            return new KernelMatrix(text.Rows.Count, columns, text.Values);
        }

        return text.HasOneAxis
            ? new KernelMatrix(1, text.Values.Count, text.Values)
            : Malformed(
                path,
                text.Rows[1].Line,
                text.Rows[1].Column,
                "here begins a second row, and the signature has one axis; take 'int width, int height' after the source, or write "
                    + "the kernel in one row"
            );
    }

    private static Outcome<KernelMatrix> OfShape(string path, KernelFileText text, KernelFileShape shape, int axes, bool isOutputFirst)
    {
        long count = 1;
        foreach (int size in shape.Sizes)
        {
            // Far more than a file can hold is enough to tell.
            count = Math.Min(count * size, int.MaxValue);
        }

        string sizes = string.Join(" x ", shape.Sizes.Select(static size => MessageText.Text(size)));
        if (count != text.Values.Count)
        {
            return Malformed(
                path,
                shape.Line,
                shape.Column,
                $"a shape of {sizes} has {MessageText.Count((int)count, "value")}, and the file holds {MessageText.Text(text.Values.Count)}"
            );
        }

        if (shape.Sizes.Count != axes && shape.Sizes.Count != axes + 2)
        {
            string needed = axes switch
            {
                1 => "1, the taps, or 3 with channels",
                2 => "2, rows and columns, or 4 with channels",
                _ => "3, planes, rows and columns, or 5 with channels",
            };
            return Malformed(
                path,
                shape.Line,
                shape.Column,
                $"a shape of {sizes} has {MessageText.Count(shape.Sizes.Count, "number")}, and the signature needs {needed}"
            );
        }

        int first = shape.Sizes.Count > axes && isOutputFirst ? 2 : 0;
        int planes = axes == 3 ? shape.Sizes[first] : 1;
        int rows = axes == 1 ? 1 : shape.Sizes[first + axes - 2];
        int columns = shape.Sizes[first + axes - 1];
        return new KernelMatrix(planes * rows, columns, text.Values)
        {
            Depth = text.Values.Count / (planes * rows * columns),
            Planes = planes,
        };
    }

    private static Refusal Malformed(string path, int line, int column, string reason) =>
        Refusal.Of(DeclarationRules.MalformedKernelFile, Site, path, MessageText.Text(line), MessageText.Text(column), reason);
}
