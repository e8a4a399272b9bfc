namespace ConvGen.Analyzers.Catalogue;

/// <summary>
/// Versions of an assembly, written as NuGet writes them: <c>[6.8,)</c>, <c>[1.0,2.0)</c>, <c>(,3.1]</c>, or <c>[2.0]</c> for one.
/// </summary>
/// <param name="Minimum">The lower bound, or null.</param>
/// <param name="IncludesMinimum">Whether the lower bound belongs to it.</param>
/// <param name="Maximum">The upper bound, or null.</param>
/// <param name="IncludesMaximum">Whether the upper bound belongs to it.</param>
internal sealed record VersionRange(Version? Minimum, bool IncludesMinimum, Version? Maximum, bool IncludesMaximum)
{
    /// <summary>Every version.</summary>
    public static VersionRange All { get; } = new(null, false, null, false);

    /// <summary>Reads a range; an empty text is every version, and null is returned for what is none.</summary>
    public static VersionRange? Read(string text)
    {
        if (text.Length == 0)
        {
            return All;
        }

        if (text.Length < 3 || text[0] is not ('[' or '(') || text[text.Length - 1] is not (']' or ')'))
        {
            return null;
        }

        bool includesMinimum = text[0] == '[';
        bool includesMaximum = text[text.Length - 1] == ']';
        string[] bounds = text.Substring(1, text.Length - 2).Split(',');
        if (bounds.Length == 1)
        {
            return includesMinimum && includesMaximum && TryReadBound(bounds[0], out Version? only) && only is not null
                ? new VersionRange(only, true, only, true)
                : null;
        }

        return bounds.Length == 2 && TryReadBound(bounds[0], out Version? minimum) && TryReadBound(bounds[1], out Version? maximum)
            ? new VersionRange(minimum, includesMinimum, maximum, includesMaximum)
            : null;
    }

    /// <summary>Whether a version belongs to it. What a bound leaves out counts as 0.</summary>
    public bool Contains(Version version)
    {
        int above = Minimum is null ? 1 : Compare(version, Minimum);
        int below = Maximum is null ? -1 : Compare(version, Maximum);
        return (above > 0 || (above == 0 && IncludesMinimum)) && (below < 0 || (below == 0 && IncludesMaximum));
    }

    private static bool TryReadBound(string text, out Version? bound)
    {
        bound = null;
        string trimmed = text.Trim();
        return trimmed.Length == 0 || Version.TryParse(trimmed.IndexOf('.') < 0 ? trimmed + ".0" : trimmed, out bound);
    }

    private static int Compare(Version left, Version right) => Whole(left).CompareTo(Whole(right));

    /// <summary><see cref="Version"/> puts a part that is not written below 0.</summary>
    private static Version Whole(Version version) =>
        new(version.Major, version.Minor, Math.Max(0, version.Build), Math.Max(0, version.Revision));
}
