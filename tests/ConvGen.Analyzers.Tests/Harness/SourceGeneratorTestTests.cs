using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Tests.Harness;

public class SourceGeneratorTestTests
{
    private const string Greeting = "// hello\n";

    [Fact]
    public Task The_expected_file() => Test(("greeting.g.cs", Greeting)).RunAsync();

    [Fact]
    public async Task Another_text_fails_at_the_line_that_differs()
    {
        VerificationException failure = await Assert.ThrowsAsync<VerificationException>(() => Test(("greeting.g.cs", Greeting + "// more\n")).RunAsync());

        Assert.Contains("at line 2:\nexpected: // more\nactual:   \n", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_file_fails() => await Assert.ThrowsAsync<VerificationException>(() => Test(("other.g.cs", Greeting)).RunAsync());

    [Fact]
    public async Task A_missing_file_fails() => await Assert.ThrowsAsync<VerificationException>(() => Test().RunAsync());

    [Fact]
    public void A_snapshot_that_is_not_there_fails()
    {
        VerificationException failure = Assert.Throws<VerificationException>(() => Snapshot.Verify("never written", Greeting));

        Assert.Contains("CONVGEN_UPDATE_SNAPSHOTS=1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snapshots_are_compared_with_all_files_of_their_folder()
    {
        CSharpSourceGeneratorTest<GreetingGenerator, DefaultVerifier> test = new() { TestCode = "class C;", SnapshotDirectory = "Greeting" };
        await test.RunAsync();

        test.SnapshotDirectory = "NoSuchFolder";
        await Assert.ThrowsAsync<VerificationException>(() => test.RunAsync());
    }

    private static CSharpSourceGeneratorTest<GreetingGenerator, DefaultVerifier> Test(params (string HintName, string Text)[] files)
    {
        CSharpSourceGeneratorTest<GreetingGenerator, DefaultVerifier> test = new() { TestCode = "class C;" };
        foreach ((string HintName, string Text) file in files)
        {
            test.TestState.GeneratedSources.Add(file);
        }

        return test;
    }

    private sealed class GreetingGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterPostInitializationOutput(static output => output.AddSource("greeting.g.cs", Greeting));
    }
}
