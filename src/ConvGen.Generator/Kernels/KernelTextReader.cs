using ConvGen.Generator.Model;

namespace ConvGen.Generator.Kernels;

/// <summary>Reads a <see cref="KernelText"/> from its first character to its last, a value or a separator at a time.</summary>
/// <param name="text">The text.</param>
/// <param name="mayBeComplex">Whether values may have imaginary parts.</param>
internal sealed class KernelTextReader(string text, bool mayBeComplex)
{
    private readonly List<KernelTextRow> rows = [];
    private readonly List<Rational> values = [];
    private readonly List<Rational> imaginary = [];
    private int position;
    private int count;
    private int rowStart;
    private int rowEnd;
    private int plane;
    private bool needsValueBeforeComma = true;
    private bool needsValueBeforeSemicolon = true;
    private bool needsValueBeforeBar = true;

    public KernelText Read(CancellationToken cancellation)
    {
        while (position < text.Length)
        {
            if ((IsSeparator(text[position]) ? ReadSeparator() : ReadValue(cancellation)) is { } error)
            {
                return Failed(error);
            }
        }

        EndRow();
        foreach (KernelTextRow row in rows)
        {
            if (MixedSeparators.Explain(text.Substring(row.Start, row.Length), hasColumns: false) is { } reason)
            {
                return Failed(new KernelTextError(row.Start, row.Length, reason));
            }
        }

        return rows.Count == 0
            ? Failed(new KernelTextError(0, text.Length, "the text holds no value"))
            : new KernelText(rows.ToEquatableArray(), null);
    }

    private KernelTextError? ReadSeparator()
    {
        char c = text[position];
        if (
            c == ';' ? needsValueBeforeSemicolon
            : c == '|' ? needsValueBeforeBar
            : c == ',' && needsValueBeforeComma
        )
        {
            return new KernelTextError(position, 1, $"there is no value before this '{c}'");
        }

        if (c is ';' or '|' || IsLineBreak(c))
        {
            EndRow();
        }

        plane += c == '|' ? 1 : 0;
        needsValueBeforeBar |= c == '|';
        needsValueBeforeSemicolon |= c is ';' or '|';
        needsValueBeforeComma |= c == ',';
        position++;
        return null;
    }

    private KernelTextError? ReadValue(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        int start = position;
        while (position < text.Length && !IsSeparator(text[position]))
        {
            position++;
        }

        if (++count > KernelText.MostValues)
        {
            return new KernelTextError(start, position - start, KernelText.TooMany("text"));
        }

        string written = text.Substring(start, position - start);
        ComplexNumber number = mayBeComplex ? ComplexNumber.Read(written) : ComplexNumber.ReadReal(written);
        if (number.Error is not null)
        {
            return new KernelTextError(start, position - start, number.Error);
        }

        rowStart = values.Count == 0 ? start : rowStart;
        rowEnd = position;
        values.Add(number.Real);
        if (mayBeComplex)
        {
            imaginary.Add(number.Imaginary);
        }

        needsValueBeforeComma = false;
        needsValueBeforeSemicolon = false;
        needsValueBeforeBar = false;
        return null;
    }

    private void EndRow()
    {
        if (values.Count > 0)
        {
            rows.Add(
                new KernelTextRow(rowStart, rowEnd - rowStart, values.ToEquatableArray())
                {
                    Plane = plane,
                    Imaginary = imaginary.ToEquatableArray(),
                }
            );
            values.Clear();
            imaginary.Clear();
        }

        needsValueBeforeComma = true;
    }

    private static bool IsSeparator(char c) => c is ',' or ';' or '|' || char.IsWhiteSpace(c) || IsLineBreak(c);

    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    private static KernelText Failed(KernelTextError error) => new(EquatableArray<KernelTextRow>.Empty, error);
}
