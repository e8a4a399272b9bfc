using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Loops;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Analyzers.Naming.Execution.Concluding;

/// <summary>What speaks against a direction that some results show.</summary>
internal static class Contradictions
{
    /// <summary>Whether an array is the kernel rather than another one: by its name, or because less of it is read.</summary>
    public static bool IsSmaller(Cell[] cells, Store one, Store other)
    {
        bool isKernel = BorderWords.IsKernel(one.Path);
        if (isKernel != BorderWords.IsKernel(other.Path))
        {
            return isKernel;
        }

        HashSet<Place> own = [];
        HashSet<Place> others = [];
        foreach ((Place tap, Place at) in cells.SelectMany(cell => TapFit.Pairs(cell, other, one)))
        {
            own.Add(tap);
            others.Add(at);
        }

        return own.Count < others.Count;
    }

    /// <summary>
    /// Whether a tap meets one sample in some results and several in others: half a kernel that is added on both sides, as far as the
    /// border lets it.
    /// </summary>
    public static bool HasHalves(Cell[] cells, Store source, Store kernel)
    {
        bool isOnce = false;
        bool isTwice = false;
        HashSet<Place> taps = [];
        foreach (Cell cell in cells)
        {
            taps.Clear();
            int count = 0;
            foreach ((Place tap, _) in TapFit.Pairs(cell, source, kernel))
            {
                count++;
                taps.Add(tap);
            }

            isOnce |= count > 2 && taps.Count == count;
            isTwice |= taps.Count < count;
        }

        return isOnce && isTwice;
    }

    /// <summary>Whether a result that leaves taps out reads the others at other places than a whole one does.</summary>
    public static bool IsOutOfStep(Cell cell, TapFit example, Store source, Store kernel, int most)
    {
        if (DirectionReader.CountOf(cell, source, kernel) >= most)
        {
            return false;
        }

        Dictionary<Place, Place> whole = [];
        foreach ((Place tap, Place at) in TapFit.Pairs(example.Cell, source, kernel))
        {
            whole[tap] = at;
        }

        (Place Tap, Place At)[] pairs = [.. TapFit.Pairs(cell, source, kernel)];
        if (pairs.Select(static pair => pair.At).Distinct().Count() < pairs.Length || !pairs.All(pair => whole.ContainsKey(pair.Tap)))
        {
            return false;
        }

        return pairs.Skip(1).Any(pair => !pair.At.Minus(pairs[0].At).SequenceEqual(whole[pair.Tap].Minus(whole[pairs[0].Tap])));
    }

    /// <summary>Whether a kernel was copied first and its rows lie along the source's columns: then the copy was transposed.</summary>
    public static bool IsTransposedCopy(TapFit example, SampleTerm sample, Store kernel)
    {
        Sample tap = sample.First.Array == kernel ? sample.First : sample.Second!;
        Sample other = tap == sample.First ? sample.Second! : sample.First;
        if (sample.Product is not { } product || tap.Access is not { } access || product.Syntax.Span.Contains(access.Span))
        {
            return false;
        }

        // A tap in a local is no copy of the kernel: then the product has no element for it.
        int elements = product.Syntax.DescendantNodesAndSelf().Count(static node => node is ElementAccessExpressionSyntax);
        bool isCopied = elements > (other.Access is { } read && product.Syntax.Span.Contains(read.Span) ? 1 : 0);
        return isCopied && tap.Place.Rank == 2 && example.Base.Length == 2 && example.Levels.Length == 2 && example.Levels[0].Step[0] != 0;
    }
}
