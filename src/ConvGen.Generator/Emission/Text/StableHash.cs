using System.Globalization;

namespace ConvGen.Generator.Emission.Text;

/// <summary>A hash that is the same in every process: 64-bit FNV-1a over UTF-16 code units.</summary>
internal static class StableHash
{
    public static string Of(string text)
    {
        ulong hash = 14695981039346656037UL;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
