namespace ConvGen.Execution.Tests.Reference;

/// <summary>Generated code against results computed by SciPy, by exact arithmetic and by hand.</summary>
public sealed class GoldenTests(GoldenFixture fixture) : IClassFixture<GoldenFixture>
{
    public static TheoryData<string> All => [.. GoldenCase.All.Keys];

    public static TheoryData<string> Sampled => [.. GoldenCase.Sampled];

    public static TheoryData<string> Undivided =>
        [.. GoldenCase.All.Values.Where(c => c.Declared.Divisor is null or "1").Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void Weights_known_at_compile_time(string name) => Assert.Null(fixture.AsWritten.Run(name));

    [Theory]
    [MemberData(nameof(Sampled))]
    public void Weights_known_at_compile_time_in_float(string name) => Assert.Null(fixture.InFloat.Run(name));

    [Theory]
    [MemberData(nameof(Undivided))]
    public void Weights_that_arrive_at_run_time(string name) => Assert.Null(fixture.WithWeights.Run(name));
}
