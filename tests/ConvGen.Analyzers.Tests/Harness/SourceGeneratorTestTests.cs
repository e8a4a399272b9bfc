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
        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Test(("greeting.g.cs", Greeting + "// more\n")).RunAsync()
        );

        Assert.Contains("-// more", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_file_fails() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Test(("other.g.cs", Greeting)).RunAsync());

    [Fact]
    public async Task A_missing_file_fails() => await Assert.ThrowsAsync<InvalidOperationException>(() => Test().RunAsync());

    [Fact]
    public async Task A_warning_of_the_compiler_fails()
    {
        CSharpSourceGeneratorTest<GreetingGenerator, DefaultVerifier> test = Test(("greeting.g.cs", Greeting));
        test.TestState.Sources.Add("class D { void M() { int unused; } }");
        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(() => test.RunAsync());

        Assert.Contains("CS0168", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_that_is_not_there_fails()
    {
        InvalidOperationException failure = Assert.Throws<InvalidOperationException>(() => Snapshot.Verify("never written", Greeting));

        Assert.Contains("CONVGEN_UPDATE_SNAPSHOTS=1", failure.Message, StringComparison.Ordinal);
    }

    private static CSharpSourceGeneratorTest<GreetingGenerator, DefaultVerifier> Test(params (string HintName, string Text)[] files)
    {
        CSharpSourceGeneratorTest<GreetingGenerator, DefaultVerifier> test = new() { TestCode = "class C;" };
        foreach ((string hintName, string text) in files)
        {
            test.TestState.GeneratedSources.Add((typeof(GreetingGenerator), hintName, text));
        }

        return test;
    }

    private sealed class GreetingGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterPostInitializationOutput(static output => output.AddSource("greeting.g.cs", Greeting));
    }
}
