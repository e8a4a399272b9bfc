namespace ConvGen.LongRuns;

/// <summary>
/// How much a test tries that draws its inputs: what a build can wait for, or, where the environment variable <c>CONVGEN_EFFORT</c> says
/// <c>long</c>, what a night can.
/// </summary>
internal static class Effort
{
    /// <summary>The environment variable that asks for long runs.</summary>
    public const string Variable = "CONVGEN_EFFORT";

    /// <summary>What a test says that only long runs have time for.</summary>
    public const string SkipReason = "takes long: runs with " + Variable + "=long";

    /// <summary>Whether long runs are asked for.</summary>
    public static bool IsLong => Environment.GetEnvironmentVariable(Variable) == "long";

    /// <summary>One number for every build, another for long runs.</summary>
    public static int Of(int usual, int atLength) => IsLong ? atLength : usual;
}
