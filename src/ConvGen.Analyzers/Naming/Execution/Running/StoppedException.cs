using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Running;

/// <summary>Ends a run of which nothing can be concluded.</summary>
internal sealed class StoppedException : Exception
{
    /// <summary>Why a run ends that takes too long.</summary>
    public const string TooLong = "it runs too long to be followed";

    /// <summary>Ends a run.</summary>
    /// <param name="reason">Why, as the end of a sentence.</param>
    /// <param name="place">Where.</param>
    public StoppedException(string reason, IOperation? place)
        : base(reason) => Place = place;

    /// <summary>Whether other sizes may lead further.</summary>
    public bool IsOfSizes => Message.EndsWith("tried", StringComparison.Ordinal);

    /// <summary>Whether it ended because it took too long.</summary>
    public bool IsOfLength => Message == TooLong;

    /// <summary>Where the run ended.</summary>
    public IOperation? Place { get; }
}
