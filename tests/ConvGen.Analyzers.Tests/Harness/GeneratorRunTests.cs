using System.Collections.Immutable;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Analyzers.Tests.Harness;

public class GeneratorRunTests
{
    private static readonly string Source = Rule.File("""[Correlation, Kernel("1 2 1")] """ + Methods.Line);

    [Fact]
    public void The_generator_caches_every_step_and_keeps_only_values()
    {
        GeneratorRun run = GeneratorRun.Create(Source);

        run.AssertCached();
        run.AssertHoldsOnlyValues();
        Assert.Single(run.MethodSources);
    }

    [Fact]
    public void An_edit_elsewhere_writes_no_file_anew()
    {
        IReadOnlyDictionary<string, ImmutableArray<IncrementalStepRunReason>> reasons = GeneratorRun.Edit(
            Source,
            Source + "\n// A comment.\n"
        );

        // Where analyzers run, the step that reports in their place leads to no output.
        Assert.Equal(GeneratorRun.StepNames.Where(name => name != "Unreported").Order(), reasons.Keys.Order());
        Assert.All(
            reasons.Values.SelectMany(step => step),
            reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString())
        );
    }

    [Fact]
    public void An_edit_of_the_kernel_writes_its_file_anew()
    {
        IReadOnlyDictionary<string, ImmutableArray<IncrementalStepRunReason>> reasons = GeneratorRun.Edit(
            Source,
            Source.Replace("1 2 1", "1 2 3", StringComparison.Ordinal)
        );

        Assert.Equal(IncrementalStepRunReason.Modified, Assert.Single(reasons["Files"]));
    }

    [Fact]
    public void A_generator_that_computes_again_fails()
    {
        Compilation compilation = TestCompilation.Create([Source]);
        InvalidOperationException failure = Assert.Throws<InvalidOperationException>(() =>
            GeneratorRun.Create(compilation, new LeakyGenerator()).AssertCached()
        );

        Assert.Contains("Models: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generator_that_keeps_symbols_fails()
    {
        Compilation compilation = TestCompilation.Create([Source]);
        InvalidOperationException failure = Assert.Throws<InvalidOperationException>(() =>
            GeneratorRun.Create(compilation, new LeakyGenerator()).AssertHoldsOnlyValues()
        );

        Assert.Contains("Models: Leak.Kept[0]: ISymbol", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>Everything that a generator must not do.</summary>
    private sealed class LeakyGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            IncrementalValuesProvider<Leak> leaks = context
                .SyntaxProvider.ForAttributeWithMetadataName(
                    "ConvGen.CorrelationAttribute",
                    static (node, _) => node is MethodDeclarationSyntax,
                    static (found, _) => new Leak([found.TargetSymbol])
                )
                .WithTrackingName("Models");
            context.RegisterSourceOutput(leaks, static (output, leak) => output.AddSource("leak.g.cs", "// " + leak.Kept.Length));
        }
    }

    private sealed record Leak(object[] Kept);
}
