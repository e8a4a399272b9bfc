using System.Text.RegularExpressions;
using ConvGen.Execution.Tests.Jit;

namespace ConvGen.Execution.Tests.Ahead;

/// <summary>A method that was compiled ahead of time.</summary>
/// <param name="Type">
/// The name of its type, as in <c>Kernel+Vertical</c>, without its namespace and what the C# compiler adds to the name of one that is local
/// to its file.
/// </param>
/// <param name="Listing">Its loops.</param>
/// <param name="Code">Its instructions.</param>
internal sealed partial record AheadMethod(string Type, JitListing Listing, IReadOnlyList<CodeLine> Code)
{
    /// <summary>Compiles an assembly and reads the code of the types that are generated.</summary>
    public static IReadOnlyList<AheadMethod> Compile(byte[] image, string instructions) => Read(AheadCompiler.List(image, instructions));

    /// <summary>Reads a listing.</summary>
    public static IReadOnlyList<AheadMethod> Read(IReadOnlyList<string> lines)
    {
        List<AheadMethod> methods = [];
        for (int first = 0; first < lines.Count; )
        {
            int next = first + 1;
            while (next < lines.Count && !lines[next].StartsWith("; Assembly listing", StringComparison.Ordinal))
            {
                next++;
            }

            string[] block = [.. lines.Skip(first).Take(next - first)];
            if (JitListing.Parse(block.Select(CodeLine.WithoutBytes)) is [{ } listing])
            {
                string type = listing.Method[..listing.Method.LastIndexOf(':')];
                CodeLine[] code = [.. block.Select(CodeLine.Parse).OfType<CodeLine>()];
                methods.Add(new AheadMethod(OwnName().Match(type).Groups["name"].Value, listing, code));
            }

            first = next;
        }

        return methods;
    }

    public override string ToString() => Listing.Method;

    /// <summary>What stands behind the namespace and the mark of a file.</summary>
    [GeneratedRegex(@"^(.*__|.*\.)?(?<name>[^.]+)$")]
    private static partial Regex OwnName();
}
