using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Loops;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Calls;

/// <summary>
/// Functions that are not at hand and are called after what they do at the border: a delegate, a pointer, a missing extension.
/// </summary>
internal static class BorderCalls
{
    /// <summary>
    /// What <c>x.Clamp(0, width - 1)</c> or <c>handleEdge(x, width)</c> makes of an index: inside, the index itself, and outside one at the
    /// border; null where the name says something else, or the numbers are not those of an index and a size.
    /// </summary>
    public static Number? Folded(string name, object[] values, IOperation place)
    {
        if (values.Length < 2 || BorderWords.FoldOf(name) is null || CallWordReader.IsAccessor(name) || CallWordReader.IsSetter(name))
        {
            return null;
        }

        double[] known =
        [
            .. values.Select(static value => value is Number { Known: { } number, IsOfSamples: false } ? number : double.NaN),
        ];
        if (Array.Exists(known, static number => double.IsNaN(number) || number != Math.Truncate(number)))
        {
            return null;
        }

        (double low, double high) = known.Length > 2 ? (known[1], known[2]) : (0, known[1] - 1);
        return low <= high
            ? Number.Of(Math.Max(low, Math.Min(high, known[0])))
            : throw new StoppedException("a border has no inside for the sizes that were tried", place);
    }
}
