using System.Globalization;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Kernels;

/// <summary>
/// The text of a kernel file, as <c>numpy.savetxt</c> writes it: a line is a row, values are split by white space or single commas,
/// <c>#</c> begins a comment.
/// A comment <c># shape: 3 3</c> (a Python tuple will do) gives the shape of what the lines hold.
/// </summary>
/// <param name="Rows">The lines that hold values. Whether they are equally long is not judged here.</param>
/// <param name="Values">All values in their order.</param>
/// <param name="Shape">The shape that a comment gives, or null.</param>
/// <param name="Error">The first mistake in the text, or null.</param>
internal sealed record KernelFileText(
    EquatableArray<KernelFileRow> Rows,
    EquatableArray<Rational> Values,
    KernelFileShape? Shape,
    KernelFileError? Error
)
{
    private const string ShapeMark = "shape:";

    private const string AreReal =
        "weights of a file are real; write complex ones in [Kernel(\"...\")], with Complex = true on the operation";

    /// <summary>Whether the file holds a line of numbers: one row, one column, or a shape of one number (three with channels).</summary>
    public bool HasOneAxis => Shape is { } shape ? shape.Sizes.Count is 1 or 3 : Rows.Count == 1 || Rows.All(static row => row.Count == 1);

    /// <summary>Whether the file's shape has planes, rows, columns and channels.</summary>
    public bool HasThreeAxes => Shape is { Sizes.Count: 5 };

    /// <summary>Reads a text whole; never throws but when it is cancelled.</summary>
    public static KernelFileText Read(string text, CancellationToken cancellation = default)
    {
        List<KernelFileRow> rows = [];
        List<Rational> values = [];
        KernelFileShape? shape = null;
        int number = 0;
        foreach (string line in Lines(text))
        {
            number++;
            int mark = line.IndexOf('#');
            if (ReadRow(mark < 0 ? line : line.Substring(0, mark), number, rows, values, cancellation) is { } error)
            {
                return Failed(error);
            }

            if (mark >= 0 && ShapeStart(line, mark) is int start and >= 0)
            {
                if (ReadShape(line, start, number, ref shape) is { } mistake)
                {
                    return Failed(mistake);
                }
            }
        }

        return values.Count == 0
            ? Failed(new KernelFileError(1, 1, "the file holds no value"))
            : new KernelFileText(rows.ToEquatableArray(), values.ToEquatableArray(), shape, null);
    }

    /// <summary>The lines one by one: a file that is refused at its first line is not split whole.</summary>
    private static IEnumerable<string> Lines(string text)
    {
        char[] ends = ['\r', '\n'];
        int start = 0;
        for (int end = text.IndexOfAny(ends); end >= 0; end = text.IndexOfAny(ends, start))
        {
            yield return text.Substring(start, end - start);
            start = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }

        yield return text.Substring(start);
    }

    private static KernelFileError? ReadRow(
        string line,
        int number,
        List<KernelFileRow> rows,
        List<Rational> values,
        CancellationToken cancellation
    )
    {
        int count = 0;
        int first = 0;
        bool needsValueBeforeComma = true;
        for (int position = 0; position < line.Length; )
        {
            char c = line[position];
            if (c == ',' && needsValueBeforeComma)
            {
                return new KernelFileError(number, position + 1, "there is no value before this ','");
            }

            if (IsSeparator(c))
            {
                needsValueBeforeComma |= c == ',';
                position++;
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            int start = position;
            position = EndOfValue(line, start);
            string written = line.Substring(start, position - start);
            KernelNumber value = KernelNumber.Read(written);
            if (value.Error is not null)
            {
                return new KernelFileError(number, start + 1, ComplexNumber.IsImaginary(written.Trim('(', ')')) ? AreReal : value.Error);
            }

            first = count == 0 ? start : first;
            count++;
            values.Add(value.Value);
            needsValueBeforeComma = false;
            if (values.Count > KernelText.MostValues)
            {
                return new KernelFileError(number, 1, KernelText.TooMany("file"));
            }
        }

        if (MixedSeparators.Explain(line, hasColumns: true) is { } reason)
        {
            return new KernelFileError(number, first + 1, reason);
        }

        if (count > 0)
        {
            rows.Add(new KernelFileRow(number, first + 1, count));
        }

        return null;
    }

    private static int EndOfValue(string line, int start)
    {
        int end = start;
        while (end < line.Length && !IsSeparator(line[end]))
        {
            end++;
        }

        return end;
    }

    private static bool IsSeparator(char c) => c == ',' || char.IsWhiteSpace(c);

    /// <summary>Where the numbers of a shape begin, or -1 where the comment gives none.</summary>
    private static int ShapeStart(string line, int mark)
    {
        int start = mark;
        while (start < line.Length && (line[start] == '#' || char.IsWhiteSpace(line[start])))
        {
            start++;
        }

        return string.Compare(line, start, ShapeMark, 0, ShapeMark.Length, StringComparison.OrdinalIgnoreCase) == 0
            ? start + ShapeMark.Length
            : -1;
    }

    private static KernelFileError? ReadShape(string line, int start, int number, ref KernelFileShape? shape)
    {
        if (shape is not null)
        {
            return new KernelFileError(number, start + 1, "the shape is given twice");
        }

        List<int> sizes = [];
        int position = start;
        while (position < line.Length)
        {
            if (line[position] is '(' or ')' || IsSeparator(line[position]))
            {
                position++;
                continue;
            }

            int first = position;
            while (position < line.Length && line[position] is >= '0' and <= '9')
            {
                position++;
            }

            string digits = line.Substring(first, position - first);
            if (
                !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int size) || size is 0 or > KernelText.MostValues
            )
            {
                return new KernelFileError(number, first + 1, "a shape is written as whole numbers from 1 up, as in '# shape: 3 3'");
            }

            sizes.Add(size);
        }

        if (sizes.Count == 0)
        {
            return new KernelFileError(number, start - ShapeMark.Length + 1, "the shape has no number; write it as in '# shape: 3 3'");
        }

        shape = new KernelFileShape(number, start - ShapeMark.Length + 1, sizes.ToEquatableArray());
        return null;
    }

    private static KernelFileText Failed(KernelFileError error) =>
        new(EquatableArray<KernelFileRow>.Empty, EquatableArray<Rational>.Empty, null, error);
}

/// <summary>A line of a kernel file that holds values.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Column">The first value's first character, from 1.</param>
/// <param name="Count">Its values.</param>
internal sealed record KernelFileRow(int Line, int Column, int Count);

/// <summary>A comment that gives the shape.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its first letter, from 1.</param>
/// <param name="Sizes">The lengths of the axes, outermost first.</param>
internal sealed record KernelFileShape(int Line, int Column, EquatableArray<int> Sizes);

/// <summary>A mistake in a kernel file.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character, from 1.</param>
/// <param name="Reason">What is wrong, as a clause.</param>
internal sealed record KernelFileError(int Line, int Column, string Reason);
