namespace ConvGen.Analyzers.Catalogue;

/// <summary>A documentation-comment id of a member, taken apart.</summary>
/// <param name="Kind"><c>M</c> for methods and constructors, <c>P</c> for properties, <c>T</c> for types, <c>F</c> for fields.</param>
/// <param name="Type">The type that declares it, or that it names, with dots for nested types too and <c>`n</c> for type
/// parameters.</param>
/// <param name="Name">The name of the member in metadata, without <c>``n</c>; empty for a type.</param>
/// <param name="Arity">How many type parameters the method is said to have; null where that is not said.</param>
/// <param name="HasParameters">Whether the parameters are listed, so that it stands for one overload.</param>
/// <param name="Text">The id as written.</param>
internal sealed record MemberId(char Kind, string Type, string Name, int? Arity, bool HasParameters, string Text)
{
    /// <summary>Takes an id apart; null is returned for what is none.</summary>
    public static MemberId? Read(string text)
    {
        if (text.Length < 3 || text[0] is not ('M' or 'P' or 'T' or 'F') || text[1] != ':')
        {
            return null;
        }

        int parenthesis = text.IndexOf('(');
        bool hasParameters = parenthesis >= 0;
        if (hasParameters && (text[0] is 'T' or 'F' || text.IndexOf(')', parenthesis) < 0))
        {
            return null;
        }

        string path = text.Substring(2, (hasParameters ? parenthesis : text.Length) - 2);
        string[] parts = path.Split('.');
        if (parts.Any(part => part.Length == 0 || !part.All(IsNameCharacter)))
        {
            return null;
        }

        if (text[0] == 'T')
        {
            return new MemberId('T', path, "", null, false, text);
        }

        if (parts.Length < 2)
        {
            return null;
        }

        string last = parts[parts.Length - 1];
        int mark = last.IndexOf("``", StringComparison.Ordinal);
        int arity = 0;
        if (mark >= 0 && !int.TryParse(last.Substring(mark + 2), out arity))
        {
            return null;
        }

        string name = mark < 0 ? last : last.Substring(0, mark);
        return new MemberId(
            text[0],
            path.Substring(0, path.Length - last.Length - 1),
            name.Replace('#', '.'),
            mark < 0 ? null : arity,
            hasParameters,
            text
        );
    }

    private static bool IsNameCharacter(char character) => char.IsLetterOrDigit(character) || character is '_' or '#' or '`';
}
