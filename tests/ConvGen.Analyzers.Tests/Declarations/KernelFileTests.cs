using ConvGen.Analyzers.Declarations;
using ConvGen.Analyzers.Naming;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Tests.Declarations;

/// <summary>CONV020 and CONV021: the analyzers see the files that the generator sees.</summary>
public class KernelFileTests
{
    private const string Configuration = "is_global = true\nbuild_property.ProjectDir = /project/\n";

    [Theory]
    [InlineData("\"Kernels/edge.txt\"")]
    [InlineData("@\"Kernels\\edge.txt\", Divisor = 2")]
    [InlineData("path: Path")]
    public async Task A_found_file(string arguments)
    {
        await VerifyAsync<KernelFileNotFoundAnalyzer>(
            $"private const string Path = \"Kernels/edge.txt\";\n[Correlation, KernelFile({arguments})] {Methods.Plane}",
            "-1 0 1"
        );
        await VerifyAsync<MalformedKernelFileAnalyzer>(
            $"private const string Path = \"Kernels/edge.txt\";\n[Correlation, KernelFile({arguments})] {Methods.Plane}",
            "-1 0 1"
        );
    }

    [Theory]
    [InlineData("{|#0:\"Kernels/edges.txt\"|}")]
    [InlineData("{|#0:\"Kernels/edges.txt\"|}, Divisor = 2")]
    [InlineData("{|#0:path: \"Kernels/edges.txt\"|}")]
    public Task A_missing_file(string arguments) =>
        VerifyAsync<KernelFileNotFoundAnalyzer>(
            $"[Correlation, KernelFile({arguments})] {Methods.Plane}",
            "-1 0 1",
            "The kernel file 'Kernels/edges.txt' cannot be found: no additional file has the path '/project/Kernels/edges.txt'; add <AdditionalFiles Include=\"Kernels/edges.txt\" /> to the project, or correct the path"
        );

    [Fact]
    public Task A_malformed_file() =>
        VerifyAsync<MalformedKernelFileAnalyzer>(
            $"[Correlation, KernelFile({{|#0:\"Kernels/edge.txt\"|}})] {Methods.Plane}",
            "# edges\n-1 0 1\n-2 0 two\n",
            "The kernel file 'Kernels/edge.txt' cannot be read at line 3, column 6: 'two' is not a number; write an integer, a decimal, an exponent form or a fraction such as 1/16"
        );

    [Fact]
    public async Task An_edit_of_the_file_is_seen_while_the_compilation_stays_the_same()
    {
        GeneratorRun run = GeneratorRun.Create(Rule.File($"[Correlation, KernelFile(\"k.txt\")] {Methods.Plane}"));
        Assert.Equal(["CONV021"], await IdsAsync(run.Output, "1 x", new MalformedKernelFileAnalyzer(), new KernelFileNotFoundAnalyzer()));
        Assert.Empty(await IdsAsync(run.Output, "1 2", new MalformedKernelFileAnalyzer(), new KernelFileNotFoundAnalyzer()));
        Assert.Equal(["CONV021"], await IdsAsync(run.Output, "1 y", new MalformedKernelFileAnalyzer(), new KernelFileNotFoundAnalyzer()));
    }

    [Fact]
    public async Task A_name_is_compared_with_what_the_kernel_of_the_file_computes()
    {
        GeneratorRun run = GeneratorRun.Create(
            Rule.File($"[Correlation, KernelFile(\"k.txt\")] {Methods.Plane.Replace(" M(", " Convolve(", StringComparison.Ordinal)}")
        );
        Assert.Equal(["CONV101"], await IdsAsync(run.Output, "1 2 3", new NamingAnalyzer()));
        Assert.Empty(await IdsAsync(run.Output, "1 2 1", new NamingAnalyzer()));
    }

    private static async Task<IEnumerable<string>> IdsAsync(Compilation compilation, string text, params DiagnosticAnalyzer[] analyzers)
    {
        AnalyzerOptions options = new(
            [new TestAdditionalText("/project/k.txt", text)],
            new ConvGen.Testing.AnalyzerConfig([("/.globalconfig", Configuration)]).Options
        );
        return (await compilation.WithAnalyzers([.. analyzers], options).GetAnalyzerDiagnosticsAsync()).Select(diagnostic => diagnostic.Id);
    }

    private static async Task VerifyAsync<TAnalyzer>(string members, string text, string? message = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> test = new() { TestCode = Rule.File(members) };
        test.TestState.AdditionalFiles.Add(("/project/Kernels/edge.txt", text));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", Configuration));
        if (message is not null)
        {
            test.ExpectedDiagnostics.Add(
                CSharpAnalyzerVerifier<TAnalyzer, DefaultVerifier>
                    .Diagnostic()
                    .WithLocation(0)
                    .WithSeverity(DiagnosticSeverity.Error)
                    .WithMessage(message)
            );
        }

        await test.RunAsync(CancellationToken.None);
    }
}
