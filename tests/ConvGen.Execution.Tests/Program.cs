using ConvGen.Execution.Tests.Guards;

namespace ConvGen.Execution.Tests;

/// <summary>This assembly as a program: what may end its process runs in one of its own.</summary>
internal static class Program
{
    /// <summary>The first argument that asks for runs at guards.</summary>
    public const string Guards = "guards";

    private static int Main(string[] arguments) => arguments is [Guards, .. string[] rest] ? GuardChild.Run(rest) : 2;
}
