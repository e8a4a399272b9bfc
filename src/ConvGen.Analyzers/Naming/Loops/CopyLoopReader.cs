using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Loops;

/// <summary>Reads how an array was filled element by element from another: as it is, reversed, or reversed on one axis.</summary>
internal static class CopyLoopReader
{
    /// <summary>The array that the elements came from, and how they lie now; null where the array is not filled that way, or not provably.</summary>
    /// <param name="target">The local, field or parameter that is filled.</param>
    /// <param name="use">Where it is used afterwards.</param>
    /// <param name="member">The body around both.</param>
    public static (IOperation Source, Orientation Orientation)? Read(ISymbol target, IOperation use, MemberContext member)
    {
        _ = target;
        _ = use;
        _ = member;
        return null;
    }
}
