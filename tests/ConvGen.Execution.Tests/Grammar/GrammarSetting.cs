using ConvGen.Execution.Tests.Compilation;

namespace ConvGen.Execution.Tests.Grammar;

/// <summary>How declarations are compiled and run.</summary>
/// <param name="RunsOldest">Whether those compiled for the oldest framework are run instead of those for the newest.</param>
/// <param name="Widths">The vector widths that their assembly names; none for one that has code for all.</param>
internal sealed record GrammarSetting(bool RunsOldest, VectorWidths Widths)
{
    /// <summary>
    /// What takes turns: code for all widths, which is compiled for both frameworks, then code for one width, each on its own, that of
    /// this machine twice. Most of a run is the compiler's work, and code for one width is compiled in a third of the time.
    /// </summary>
    private static readonly VectorWidths[] Turns =
    [
        VectorWidths.None,
        BatchWidths.Here,
        Narrower(VectorWidths.Bits256),
        BatchWidths.Here,
        Narrower(VectorWidths.Bits128),
    ];

    /// <summary>Whether the code must compile for the framework too for which it is not run.</summary>
    public bool CompilesForBoth => Widths == VectorWidths.None;

    /// <summary>The setting of a batch; an odd number of turns, so that each comes for either framework.</summary>
    public static GrammarSetting Of(int batch) => new(batch % 2 == 1, Turns[batch % Turns.Length]);

    private static VectorWidths Narrower(VectorWidths widths) => widths < BatchWidths.Here ? widths : BatchWidths.Here;
}
