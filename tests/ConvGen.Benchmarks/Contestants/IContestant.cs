using ConvGen.Benchmarks.Images;

namespace ConvGen.Benchmarks.Contestants;

/// <summary>One way of computing a row.</summary>
internal interface IContestant
{
    /// <summary>Who computes: a library, or a style of writing.</summary>
    string Name { get; }

    /// <summary>The function or schedule, where the contestant has several; else empty.</summary>
    string Way { get; }

    /// <summary>Whether the contestant agrees with the others only where windows lie inside the source.</summary>
    bool InteriorOnly { get; }

    /// <summary>
    /// How many levels a whole result may be off: more than the row allows where a library rounds twice, or quantises weights to 8 bits.
    /// </summary>
    int Levels => 0;

    /// <summary>Computes the row once.</summary>
    void Run(in Placement placement);
}
