using System.Buffers;
using System.Runtime.CompilerServices;
using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Parsing.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Analyzers;

/// <summary>
/// The source files in which one of the attributes can stand, found in their text before anything is bound. Most files of most projects
/// have none,
/// and twenty rules would each look at every method of them.
/// </summary>
internal sealed class AttributeMentions
{
    private const int BufferLength = 16384;

    /// <summary>Longer than every name, so that one on the seam of two buffers is seen whole.</summary>
    private const int Overlap = 64;

    private static readonly ConditionalWeakTable<Compilation, Lazy<AttributeMentions>> Known = new();

    // Trees are shared from one compilation to the next: an edit makes one new tree, and only that one is searched.
    private static readonly ConditionalWeakTable<SyntaxTree, Finding> Findings = new();

    private static readonly string[] Names = Shortest([.. AttributeNames.All.Select(AttributeNames.Short)]);

    private readonly HashSet<SyntaxTree> trees = [];
    private readonly bool isEverywhere;

    private AttributeMentions(Compilation compilation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            Finding finding = Findings.GetValue(tree, static tree => new Finding(tree.GetText()));
            isEverywhere |= finding.IsAlias;
            if (finding.IsMentioned)
            {
                trees.Add(tree);
            }
        }
    }

    /// <summary>Whether there is none at all.</summary>
    public bool IsEmpty => trees.Count == 0;

    /// <summary>Searches the source files, once for all rules.</summary>
    public static AttributeMentions Of(Compilation compilation) =>
        Known.GetValue(compilation, static compilation => new Lazy<AttributeMentions>(() => new AttributeMentions(compilation))).Value;

    /// <summary>Whether one of the attributes can stand in a file: its name does, or somewhere it has another name.</summary>
    public bool IsIn(SyntaxTree? tree) => tree is not null && (trees.Contains(tree) || (isEverywhere && !IsEmpty));

    /// <summary>Whether one of the attributes can stand on a symbol, on any of its parts.</summary>
    public bool IsOn(ISymbol symbol)
    {
        foreach (Location location in symbol.Locations)
        {
            if (IsIn(location.SourceTree))
            {
                return true;
            }
        }

        return symbol is IMethodSymbol { PartialImplementationPart: { } implementation }
            && implementation.Locations.Any(location => IsIn(location.SourceTree));
    }

    /// <summary>Where another name stands in one, as in <c>KernelFile</c> and <c>GaussianKernel</c>, the other one finds both.</summary>
    private static string[] Shortest(string[] names) =>
        [.. names.Where(name => !names.Any(other => other != name && name.IndexOf(other, StringComparison.Ordinal) >= 0))];

    private sealed class Finding
    {
        public Finding(SourceText text)
        {
            char[] buffer = ArrayPool<char>.Shared.Rent(BufferLength);
            try
            {
                for (int offset = 0; offset < text.Length && !(IsMentioned && IsAlias); offset += BufferLength - Overlap)
                {
                    int length = Math.Min(BufferLength, text.Length - offset);
                    text.CopyTo(offset, buffer, 0, length);
                    Search(buffer.AsSpan(0, length));
                }
            }
            finally
            {
                ArrayPool<char>.Shared.Return(buffer);
            }
        }

        /// <summary>Whether a name of an attribute stands in the text, or an escape that may spell one.</summary>
        public bool IsMentioned { get; private set; }

        /// <summary>Whether it stands in what may be an alias, which other files may use.</summary>
        public bool IsAlias { get; private set; }

        private void Search(ReadOnlySpan<char> text)
        {
            IsMentioned |= text.IndexOf(@"\u".AsSpan()) >= 0;
            foreach (string name in Names)
            {
                for (int start = text.IndexOf(name.AsSpan()); start >= 0 && !IsAlias; start = Next(text, start, name))
                {
                    IsMentioned = true;
                    IsAlias = IsInAlias(text, start);
                }
            }
        }

        private static int Next(ReadOnlySpan<char> text, int start, string name)
        {
            int found = text.Slice(start + name.Length).IndexOf(name.AsSpan());
            return found < 0 ? found : found + start + name.Length;
        }

        /// <summary>
        /// <c>global using Taps = ConvGen.KernelAttribute;</c> has an equals sign and nothing but names, dots and blanks between it and the
        /// name.
        /// </summary>
        private static bool IsInAlias(ReadOnlySpan<char> text, int start)
        {
            int before = start - 1;
            while (before >= 0 && (char.IsLetterOrDigit(text[before]) || text[before] is '_' or '.' or ':' or ' ' or '\t' or '\r' or '\n'))
            {
                before--;
            }

            return before < 0 || text[before] == '=';
        }
    }
}
