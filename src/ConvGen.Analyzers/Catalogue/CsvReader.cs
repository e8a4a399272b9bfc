using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>
/// Reads comma-separated values as RFC 4180 has them: a value in quotes may hold commas, line breaks and doubled quotes. Blank lines and
/// lines
/// that begin with <c>#</c> are skipped, and white space around a value without quotes is dropped. Nothing is ever thrown.
/// </summary>
internal sealed class CsvReader
{
    private readonly string text;
    private int position;

    private CsvReader(string text) => this.text = text;

    /// <summary>The records of a text.</summary>
    public static ImmutableArray<CsvRecord> Read(string text)
    {
        CsvReader reader = new(text);
        ImmutableArray<CsvRecord>.Builder records = ImmutableArray.CreateBuilder<CsvRecord>();
        while (reader.position < text.Length)
        {
            if (!reader.TrySkipLine())
            {
                records.Add(reader.ReadRecord());
            }
        }

        return records.ToImmutable();
    }

    private bool IsAtLineEnd => position >= text.Length || text[position] is '\n' or '\r';

    private bool TrySkipLine()
    {
        int end = position;
        while (end < text.Length && text[end] is not ('\n' or '\r'))
        {
            end++;
        }

        string line = text.Substring(position, end - position).Trim();
        if (line.Length > 0 && line[0] != '#')
        {
            return false;
        }

        position = end;
        SkipLineBreak();
        return true;
    }

    private void SkipLineBreak()
    {
        if (position < text.Length && text[position] == '\r')
        {
            position++;
        }

        if (position < text.Length && text[position] == '\n')
        {
            position++;
        }
    }

    private CsvRecord ReadRecord()
    {
        int start = position;
        string? error = null;
        ImmutableArray<CsvValue>.Builder values = ImmutableArray.CreateBuilder<CsvValue>();
        while (true)
        {
            values.Add(ReadValue(ref error));
            if (IsAtLineEnd)
            {
                break;
            }

            position++;
        }

        TextSpan span = TextSpan.FromBounds(start, position);
        SkipLineBreak();
        return new CsvRecord(values.ToImmutable(), span, error);
    }

    private CsvValue ReadValue(ref string? error)
    {
        SkipWhiteSpace();
        int start = position;
        return position < text.Length && text[position] == '"' ? ReadQuoted(start, ref error) : ReadPlain(start);
    }

    private CsvValue ReadPlain(int start)
    {
        while (!IsAtLineEnd && text[position] != ',')
        {
            position++;
        }

        string value = text.Substring(start, position - start).TrimEnd();
        return new CsvValue(value, new TextSpan(start, value.Length));
    }

    private CsvValue ReadQuoted(int start, ref string? error)
    {
        StringBuilder value = new();
        bool isClosed = false;
        position++;
        while (!isClosed && position < text.Length)
        {
            if (text[position] != '"')
            {
                value.Append(text[position++]);
            }
            else if (position + 1 < text.Length && text[position + 1] == '"')
            {
                value.Append('"');
                position += 2;
            }
            else
            {
                isClosed = true;
                position++;
            }
        }

        TextSpan span = TextSpan.FromBounds(start, position);
        if (!isClosed)
        {
            error ??= "a quote is opened and never closed";
        }

        SkipWhiteSpace();
        if (!IsAtLineEnd && text[position] != ',')
        {
            error ??= "text follows a closing quote";
            while (!IsAtLineEnd && text[position] != ',')
            {
                position++;
            }
        }

        return new CsvValue(value.ToString(), span);
    }

    private void SkipWhiteSpace()
    {
        while (position < text.Length && (text[position] is ' ' or '\t'))
        {
            position++;
        }
    }
}
