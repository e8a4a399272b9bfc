using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Widths;

/// <summary>The declarations for other processors as they are, with code for all widths, compiled once for all classes of tests.</summary>
internal static class NativeTrials
{
    private static readonly Lazy<TrialBatch> Compiled = new(static () =>
        new TrialBatch(OtherProcessorDeclarations.All, new BatchSettings())
    );

    /// <summary>One for each declaration, in their order.</summary>
    public static IReadOnlyList<Trial> All => Compiled.Value.Trials;
}
