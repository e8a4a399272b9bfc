using System.Text;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Text;

/// <summary>Writes indented text with <c>\n</c> line ends.</summary>
/// <param name="assembly">What its files have in common.</param>
/// <param name="cancellation">Ends the writing with the next line.</param>
internal sealed class SourceWriter(AssemblyChoice assembly, CancellationToken cancellation = default)
{
    private readonly StringBuilder text = new();
    private readonly SortedSet<HelperKey> helpers = [];
    private int depth;
    private bool isDocumenting;

    /// <summary>A writer for an assembly that says nothing about its files.</summary>
    public SourceWriter(CancellationToken cancellation = default)
        : this(new AssemblyChoice(""), cancellation) { }

    /// <summary>The assembly's name, and what its files have in common.</summary>
    public AssemblyChoice Assembly => assembly;

    /// <summary>
    /// The widths of vectors for which there is code, widest first; the last one is always <see cref="VectorWidth.Narrowest"/>.
    /// </summary>
    public EquatableArray<VectorWidth> Widths { get; } = assembly.Widths.Select(static bits => new VectorWidth(bits)).ToEquatableArray();

    /// <summary>What has been requested of the assembly's helper type, each once and in order.</summary>
    public EquatableArray<HelperKey> Helpers => helpers.ToEquatableArray();

    /// <summary>Requests a member of the assembly's helper type, and returns the name under which it is called.</summary>
    public string Use(HelperKey helper)
    {
        helpers.Add(helper);
        return helper.Name;
    }

    /// <summary>Where the next line begins, for one that is inserted there once it is known what follows.</summary>
    public int Position => text.Length;

    /// <summary>Writes a line where the next one once began, indented like the next one now.</summary>
    public void Insert(int position, string line) => text.Insert(position, new string(' ', depth * 4) + line + "\n");

    /// <summary>Writes a line; an empty one is not indented. Line breaks within it are indented alike.</summary>
    public void Line(string line = "")
    {
        cancellation.ThrowIfCancellationRequested();
        int start = 0;
        for (int end = line.IndexOf('\n'); end >= 0; end = line.IndexOf('\n', start))
        {
            Append(line, start, end - start);
            start = end + 1;
        }

        Append(line, start, line.Length - start);
    }

    /// <summary>Writes several lines.</summary>
    public void Lines(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Line(line);
        }
    }

    /// <summary>
    /// Writes documentation of what the user sees. Elsewhere documentation comments become ordinary ones: the compiler would put what they
    /// say about
    /// types of our own into the documentation file of whoever uses them.
    /// </summary>
    public void Documentation(Action write)
    {
        isDocumenting = true;
        write();
        isDocumenting = false;
    }

    /// <summary>Writes <paramref name="head"/> and an opening brace; disposing the result closes it.</summary>
    public Scope Block(string head)
    {
        Line(head);
        Line("{");
        depth++;
        return new Scope(this, "}");
    }

    /// <summary>Indents what follows until the result is disposed.</summary>
    public Scope Indent()
    {
        depth++;
        return new Scope(this, null);
    }

    public override string ToString() => text.ToString();

    private void Append(string line, int start, int length)
    {
        if (length > 0)
        {
            text.Append(' ', depth * 4);
            if (!isDocumenting && string.CompareOrdinal(line, start, Comments.DocumentationMark, 0, Comments.DocumentationMark.Length) == 0)
            {
                text.Append(Comments.OfDocumentation(line.Substring(start, length)));
            }
            else
            {
                text.Append(line, start, length);
            }
        }

        text.Append('\n');
    }

    private void Close(string? brace)
    {
        depth--;
        if (brace is not null)
        {
            // Members end with a blank line; the last one of a block does not.
            if (text.Length > 1 && text[text.Length - 1] == '\n' && text[text.Length - 2] == '\n')
            {
                text.Length--;
            }

            Line(brace);
        }
    }

    /// <summary>An open block.</summary>
    internal readonly struct Scope(SourceWriter writer, string? brace) : IDisposable
    {
        public void Dispose() => writer.Close(brace);
    }
}
