using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Concluding;

/// <summary>What running a member showed.</summary>
/// <param name="Direction">Which way it slides; null where that is not decided.</param>
/// <param name="Machine">The machine that showed it.</param>
/// <param name="Reason">Why it is not decided.</param>
/// <param name="Place">Where that is.</param>
internal sealed record Verdict(Direction? Direction, Machine? Machine, string Reason, IOperation? Place)
{
    /// <summary>Whether sums were seen that slide in different ways.</summary>
    public bool IsMixed { get; init; }
}
