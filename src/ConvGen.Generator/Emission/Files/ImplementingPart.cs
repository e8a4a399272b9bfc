using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Files;

/// <summary>
/// Opens namespace and types around an implementing part and repeats its signature. What the compiler has to say about a signature it says
/// at the
/// declaration, where a pragma of the user's counts; here, out of that pragma's reach, nothing is said again.
/// </summary>
internal static class ImplementingPart
{
    /// <summary>Writes namespace and containing types around what <paramref name="emitMember"/> writes.</summary>
    public static void Emit(SourceWriter writer, MethodHeader header, Action emitMember)
    {
        writer.Line("#pragma warning disable // what is repeated here is reported at the declaration");
        Stack<SourceWriter.Scope> scopes = new();
        if (header.Namespace.Length > 0)
        {
            scopes.Push(writer.Block("namespace " + header.Namespace));
        }

        foreach (ContainingType type in header.Types)
        {
            scopes.Push(writer.Block(type.Keywords + " " + type.Name));
        }

        emitMember();
        while (scopes.Count > 0)
        {
            scopes.Pop().Dispose();
        }

        writer.Line("#pragma warning restore");
    }

    /// <summary>The signature with all that both parts of a partial method must share, and neither default values nor attributes.</summary>
    public static string Signature(MethodHeader header)
    {
        IEnumerable<string> parameters = header.Parameters.Select(parameter => Join(parameter.Modifiers, parameter.Type, parameter.Name));
        return Join(
            header.Modifiers,
            header.ReturnType,
            header.Name + header.TypeParameters + "(" + string.Join(", ", parameters) + ")",
            header.Constraints
        );
    }

    /// <summary>
    /// Writes a part that only hands its arguments on. Its lines are hidden from debuggers, which step from the caller straight to the
    /// checks,
    /// and so from coverage, where they would count as the user's own although no file on disk holds them; an attribute that
    /// excludes them would, the parts being merged, exclude the user's declaration too.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <param name="header">The method.</param>
    /// <param name="type">The type whose <c>Run</c> is called.</param>
    /// <param name="returnsResult">Whether it returns what that returns.</param>
    public static void EmitMember(SourceWriter writer, MethodHeader header, string type, bool returnsResult)
    {
        string arguments = string.Join(", ", header.Parameters.Select(parameter => parameter.Name));
        string call = "global::" + KernelNames.Namespace + "." + type + ".Run(" + arguments + ");";
        writer.Line("#line hidden");
        using (writer.Block(Signature(header)))
        {
            writer.Line(returnsResult ? "return " + call : call);
        }

        writer.Line("#line default");
    }

    /// <summary>
    /// The lines of the user's documentation comment, as far as nothing of ours comes before them; none if there is none.
    /// </summary>
    public static IEnumerable<string> UserDocumentation(MethodHeader header) => Lines(header.Documentation);

    /// <summary>The lines that end the user's remarks and all that follows them; none if there are no remarks.</summary>
    public static IEnumerable<string> UserDocumentationEnd(MethodHeader header) => Lines(header.DocumentationEnd);

    private static IEnumerable<string> Lines(string text) =>
        text.Trim().Length == 0 ? [] : text.Split('\n').Select(line => line.TrimEnd('\r'));

    private static string Join(params string[] words) => string.Join(" ", words.Where(word => word.Length > 0));
}
