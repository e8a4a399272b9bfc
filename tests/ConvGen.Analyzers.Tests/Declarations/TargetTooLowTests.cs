using ConvGen.Analyzers.Declarations;
using ConvGen.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Analyzers.Tests.Declarations;

public class TargetTooLowTests
{
    private const string Source = """
        using ConvGen;

        public static partial class Filters
        {
            [Convolution, Kernel("1 2 1")]
            public static partial void Smooth(float[] source, float[] destination);
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public Task A_sufficient_target(LanguageVersion language) => VerifyAsync(Source, ReferenceAssemblies.Net.Net80, language, null);

    [Fact]
    public Task An_old_framework() =>
        VerifyAsync(
            Source.Replace("Smooth", "{|#0:Smooth|}", StringComparison.Ordinal),
            ReferenceAssemblies.NetStandard.NetStandard20,
            LanguageVersion.CSharp12,
            "Generated code needs C# 12 and .NET 8 or later, and this project has a framework older than .NET 8; raise TargetFramework"
        );

    [Fact]
    public Task An_old_language() =>
        VerifyAsync(
            Source.Replace("Smooth", "{|#0:Smooth|}", StringComparison.Ordinal),
            ReferenceAssemblies.Net.Net80,
            LanguageVersion.CSharp11,
            "Generated code needs C# 12 and .NET 8 or later, and this project has C# 11.0; raise LangVersion"
        );

    [Fact]
    public Task An_old_framework_and_an_old_language() =>
        VerifyAsync(
            Source.Replace("Smooth", "{|#0:Smooth|}", StringComparison.Ordinal),
            ReferenceAssemblies.NetStandard.NetStandard20,
            LanguageVersion.CSharp9,
            "Generated code needs C# 12 and .NET 8 or later, and this project has C# 9.0 and a framework older than .NET 8; raise LangVersion and TargetFramework"
        );

    private static async Task VerifyAsync(string source, ReferenceAssemblies framework, LanguageVersion language, string? message)
    {
        CSharpAnalyzerTest<TargetTooLowAnalyzer, DefaultVerifier> test = new()
        {
            TestCode = source,
            ReferenceAssemblies = framework,
            LanguageVersion = language,
        };
        if (message is not null)
        {
            test.ExpectedDiagnostics.Add(
                CSharpAnalyzerVerifier<TargetTooLowAnalyzer, DefaultVerifier>.Diagnostic().WithLocation(0).WithMessage(message)
            );
        }

        await test.RunAsync();
    }
}
