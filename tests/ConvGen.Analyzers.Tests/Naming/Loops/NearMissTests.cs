namespace ConvGen.Analyzers.Tests.Naming.Loops;

/// <summary>What must not be reported, although names and sums come close.</summary>
public class NearMissTests
{
    /// <summary>What the members are.</summary>
    public static TheoryData<string> Names => [.. NearMisses.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_silent(string name) => Assert.Empty(await LoopFile.IdsAsync(NearMisses.All[name]));
}
