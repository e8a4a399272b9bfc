namespace ConvGen.CodeFixes.Lifting.Exact;

/// <summary>Recognises how an index is brought back into the source. Each end may be seen to in a step of its own.</summary>
internal static class Folding
{
    /// <summary><c>max(index, 0)</c>.</summary>
    public static ExactIndex? ClampLow(ExactIndex index) => Merge(Seen(index), FoldKind.Clamp, null, Reach.Always, Reach.None);

    /// <summary><c>min(index, size - 1)</c>.</summary>
    public static ExactIndex? ClampHigh(ExactIndex index, ExactIndex size) =>
        IsSize(size) ? Merge(Seen(index), FoldKind.Clamp, size, Reach.None, Reach.Always) : null;

    /// <summary>
    /// The remainder of an index by a size: of <c>i % n + n</c> that is the index wrapped, of <c>i + n</c> and of <c>i</c> within limits.
    /// </summary>
    public static ExactIndex? Remainder(ExactIndex index, ExactIndex size)
    {
        if (!IsSize(size))
        {
            return null;
        }

        ExactIndex shifted = index - size;
        if (shifted.Atom is FoldedAtom { Kind: FoldKind.Wrap, Low: Reach.None, High: Reach.Always } seen && size.Equals(seen.Size))
        {
            return Wrap(seen.Inner, size, Reach.Always);
        }

        return index.FactorOf(size.Atom!).IsOne ? Wrap(shifted, size, Reach.Once) : Wrap(index, size, Reach.None);
    }

    /// <summary>The value of <c>condition &gt;= 0 ? whenTrue : whenFalse</c> where that is a border rule; else null.</summary>
    public static ExactIndex? Choose(ExactIndex condition, ExactIndex whenTrue, ExactIndex whenFalse) =>
        ChooseOutside(condition, whenTrue, whenFalse) ?? ChooseOutside(-condition - 1, whenFalse, whenTrue);

    /// <summary>The test may look at the index as it was, or at what an earlier step has made of it.</summary>
    private static ExactIndex? ChooseOutside(ExactIndex isOutside, ExactIndex outside, ExactIndex inside)
    {
        FoldedAtom seen = Seen(inside);
        foreach (ExactIndex index in new[] { inside, seen.Inner })
        {
            if (isOutside.Equals(-index - 1))
            {
                // A remainder is already within one length of the source.
                Reach reach = ReferenceEquals(index, inside) && seen.High == Reach.Always ? Reach.Always : Reach.Once;
                return outside.Equals(ExactIndex.Zero) ? Merge(seen, FoldKind.Clamp, null, Reach.Always, Reach.None)
                    : IsSize(outside - index) ? Merge(seen, FoldKind.Wrap, outside - index, reach, Reach.None)
                    : null;
            }

            if (isOutside.Equals(index - outside - 1) && IsSize(outside + 1))
            {
                return Merge(seen, FoldKind.Clamp, outside + 1, Reach.None, Reach.Always);
            }

            if (isOutside.Equals(outside) && IsSize(index - outside))
            {
                return Merge(seen, FoldKind.Wrap, index - outside, Reach.None, Reach.Once);
            }
        }

        return null;
    }

    private static ExactIndex? Merge(FoldedAtom seen, FoldKind kind, ExactIndex? size, Reach low, Reach high)
    {
        bool isFresh = seen is { Low: Reach.None, High: Reach.None };
        bool isAgain = (low != Reach.None && seen.Low != Reach.None) || (high != Reach.None && seen.High != Reach.None);
        bool hasOtherSize = size is not null && seen.Size is not null && !size.Equals(seen.Size);
        return isAgain || hasOtherSize || (!isFresh && seen.Kind != kind)
            ? null
            : ExactIndex.Of(new FoldedAtom(seen.Inner, size ?? seen.Size, kind, Larger(low, seen.Low), Larger(high, seen.High)));
    }

    private static FoldedAtom Seen(ExactIndex index) =>
        index.Atom as FoldedAtom ?? new FoldedAtom(index, null, FoldKind.Clamp, Reach.None, Reach.None);

    private static Reach Larger(Reach a, Reach b) => a > b ? a : b;

    private static ExactIndex Wrap(ExactIndex index, ExactIndex size, Reach low) =>
        ExactIndex.Of(new FoldedAtom(index, size, FoldKind.Wrap, low, Reach.Always));

    /// <summary>Whether a form is one length; a sum could be anything.</summary>
    private static bool IsSize(ExactIndex form) => form.Atom is VariableAtom or ExtentAtom or QuotientAtom;
}
