using System.Collections.Immutable;

namespace ConvGen.Analyzers.Naming.Calls;

/// <summary>Finds the calls in a body whose operation is known.</summary>
internal static class CallReader
{
    /// <summary>The calls, in the order in which they stand.</summary>
    public static ImmutableArray<CallReading> Read(MemberContext member)
    {
        _ = member;
        return ImmutableArray<CallReading>.Empty;
    }
}
