using ConvGen.Generator.Model;

namespace ConvGen.Generator.Kernels;

/// <summary>
/// A kernel as text: planes split by <c>|</c>, rows by <c>;</c> or line breaks, values by white space or commas. Blank lines are skipped,
/// and a separator may
/// stand after the last row or value; two commas, semicolons or bars with nothing between them are a slip and refused, and so is a row that
/// commas and
/// white space split differently.
/// </summary>
/// <param name="Rows">The rows that hold values. Whether they are equally long is not judged here.</param>
/// <param name="Error">The first mistake in the text, or null.</param>
internal sealed record KernelText(EquatableArray<KernelTextRow> Rows, KernelTextError? Error)
{
    /// <summary>
    /// Values up to which a text is read: many more than any kernel may have, whose size is judged later by a rule of its own.
    /// </summary>
    public const int MostValues = 1 << 20;

    /// <summary>The planes: 1 where none are split.</summary>
    public int Planes => Rows.Count == 0 ? 1 : Rows[Rows.Count - 1].Plane + 1;

    /// <summary>Why a text or a file with more of them is refused.</summary>
    public static string TooMany(string holder) =>
        FormattableString.Invariant($"the {holder} holds more than {MostValues} values; take so many at run time, with [KernelShape]");

    /// <summary>Reads a text of real numbers whole; never throws but when it is cancelled.</summary>
    public static KernelText Read(string text, CancellationToken cancellation = default) => Read(text, mayBeComplex: false, cancellation);

    /// <summary>Reads a text whole; never throws but when it is cancelled.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mayBeComplex">Whether values may have imaginary parts.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static KernelText Read(string text, bool mayBeComplex, CancellationToken cancellation = default)
    {
        List<KernelTextRow> rows = [];
        List<Rational> values = [];
        List<Rational> imaginary = [];
        int count = 0;
        int rowStart = 0;
        int rowEnd = 0;
        bool needsValueBeforeComma = true;
        bool needsValueBeforeSemicolon = true;
        bool needsValueBeforeBar = true;
        int plane = 0;

        void EndRow()
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

        int position = 0;
        while (position < text.Length)
        {
            char c = text[position];
            if (
                c == ';' ? needsValueBeforeSemicolon
                : c == '|' ? needsValueBeforeBar
                : c == ',' && needsValueBeforeComma
            )
            {
                return Failed(position, 1, $"there is no value before this '{c}'");
            }

            if (!IsSeparator(c))
            {
                cancellation.ThrowIfCancellationRequested();
                int start = position;
                position = EndOfValue(text, start);
                if (++count > MostValues)
                {
                    return Failed(start, position - start, TooMany("text"));
                }

                string written = text.Substring(start, position - start);
                ComplexNumber number = mayBeComplex ? ComplexNumber.Read(written) : ComplexNumber.ReadReal(written);
                if (number.Error is not null)
                {
                    return Failed(start, position - start, number.Error);
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
                continue;
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
        }

        EndRow();
        foreach (KernelTextRow row in rows)
        {
            if (MixedSeparators.Explain(text.Substring(row.Start, row.Length), hasColumns: false) is { } reason)
            {
                return Failed(row.Start, row.Length, reason);
            }
        }

        return rows.Count == 0 ? Failed(0, text.Length, "the text holds no value") : new KernelText(rows.ToEquatableArray(), null);
    }

    private static int EndOfValue(string text, int start)
    {
        int end = start;
        while (end < text.Length && !IsSeparator(text[end]))
        {
            end++;
        }

        return end;
    }

    private static bool IsSeparator(char c) => c is ',' or ';' or '|' || char.IsWhiteSpace(c) || IsLineBreak(c);

    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    private static KernelText Failed(int start, int length, string reason) =>
        new(EquatableArray<KernelTextRow>.Empty, new KernelTextError(start, length, reason));
}

/// <summary>A row of a kernel text.</summary>
/// <param name="Start">First character of its first value.</param>
/// <param name="Length">Characters up to the end of its last value.</param>
/// <param name="Values">Its values.</param>
internal sealed record KernelTextRow(int Start, int Length, EquatableArray<Rational> Values)
{
    /// <summary>The plane that it belongs to.</summary>
    public int Plane { get; init; }

    /// <summary>The values' imaginary parts, where they may have some; empty where values are real.</summary>
    public EquatableArray<Rational> Imaginary { get; init; }
}

/// <summary>A mistake in a kernel text.</summary>
/// <param name="Start">First character concerned, counted from 0.</param>
/// <param name="Length">Characters concerned.</param>
/// <param name="Reason">What is wrong, as a clause.</param>
internal sealed record KernelTextError(int Start, int Length, string Reason);
