using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Core;

namespace ConvGen.Execution.Tests.Properties;

/// <summary>
/// Where random tests start. The same every time, unless the environment variable <c>CONVGEN_SEED</c> says another number.
/// </summary>
internal static class Seed
{
    public static ulong Value { get; } =
        ulong.TryParse(Environment.GetEnvironmentVariable("CONVGEN_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            ? seed
            : 20240229;

    public static Rnd Start => new(Value);

    /// <summary>What a failure must show to be repeated.</summary>
    public static string Text => string.Create(CultureInfo.InvariantCulture, $"CONVGEN_SEED={Value}");

    /// <summary>What batches of draws start from, each from another number and the same every time.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="series">Tests with different numbers draw different things from generators that are alike.</param>
    public static Rnd OfBatch(int batch, ulong series = 1) => new(Mixed(Value + series + ((ulong)batch * 0x9E3779B97F4A7C15)));

    /// <summary>
    /// A number as far from its neighbours as random ones are. A generator adds the same number for each draw (SplitMix64): of two that start
    /// a multiple of it apart, one draws what the other has drawn.
    /// </summary>
    private static ulong Mixed(ulong number)
    {
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }

    public static Config Config(int tests) =>
        FsCheck
            .Config.QuickThrowOnFailure.WithMaxTest(tests)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(Start, FSharpOption<int>.None)));
}
