namespace ConvGen.Analyzers.Naming.Weights;

/// <summary>Words in the name of a kernel, or of a method, that say that weights are turned round.</summary>
internal static class ReversalWords
{
    private static readonly string[] Anywhere =
    {
        "flip",
        "revers",
        "mirror",
        "rotat",
        "transpos",
        "invert",
        "inverse",
        "backward",
        "adjoint",
        "permut",
        "swap",
        "shuffl",
        "rot90",
        "rot180",
        "rot45",
        "rot270",
        "sort",
        "orderby",
        "upsidedown",
    };

    private static readonly string[] Whole = { "rev", "rot", "inv", "roll" };

    /// <summary>Whether an identifier says so. "Revision" and "rotor" are not worth an exception: the price is a silent rule.</summary>
    public static bool Has(string identifier)
    {
        foreach (string word in Anywhere)
        {
            if (identifier.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        foreach (string word in Whole)
        {
            if (HasWhole(identifier, word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a word of the identifier is this one: <c>kernelRev</c>, <c>rev_kernel</c>, <c>rev</c>, and not <c>previous</c>.
    /// </summary>
    private static bool HasWhole(string identifier, string word)
    {
        for (
            int start = identifier.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            start >= 0;
            start = identifier.IndexOf(word, start + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            int end = start + word.Length;
            bool begins =
                start == 0
                || !char.IsLetter(identifier[start - 1])
                || (char.IsUpper(identifier[start]) && char.IsLower(identifier[start - 1]));
            bool ends = end == identifier.Length || !char.IsLower(identifier[end]);
            if (begins && ends)
            {
                return true;
            }
        }

        return false;
    }
}
