using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming;
using ConvGen.Analyzers.Naming.Loops;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Analyzers.Tests.Naming.Execution;

/// <summary>
/// What running members costs, counted in operations that were run: unlike time it is the same on every machine. Most members are what they
/// are called, and
/// these must cost least.
/// </summary>
public class WorkTests
{
    [Theory]
    [InlineData("opposite", 2_400)]
    [InlineData("same", 11_000)]
    public void A_sample_is_read_in_few_steps_on_the_average(string way, long most)
    {
        long steps = RunSampleTests.All.Keys.Sum(name => StepsOf(RunSampleTests.Write(name, way, "Convolve")));

        Assert.InRange(steps / RunSampleTests.All.Count, 100, most);
    }

    [Fact]
    public void Products_that_nothing_adds_are_seen_once()
    {
        const string Elements =
            "class C { static double[] Convolve(double[] a, double[] b, double[] c, double[] d) { var y = new double[a.Length]; for (int n = 0; n < y.Length; n++) { y[n] = a[n] * b[n]; if (y[n] > 1) y[n] = 1; } return y; } }";

        Assert.InRange(StepsOf(Elements), 50, 600);
    }

    [Fact]
    public void A_loop_that_does_not_end_is_given_up_once() =>
        Assert.InRange(
            StepsOf(
                "class C { static double[] Convolve(double[] x, double[] h) { var y = new double[9]; int n = 0; while (n < 3) { y[0] += x[n] * h[n]; } return y; } }"
            ),
            1_000,
            100_001
        );

    private static long StepsOf(string source)
    {
        CSharpCompilation compilation = TestCompilation.Create([RunSampleTests.Usings + source]);
        compilation = compilation.WithOptions(compilation.Options.WithAllowUnsafe(true));
        SyntaxTree tree = compilation.SyntaxTrees[0];
        SemanticModel model = compilation.GetSemanticModel(tree);
        long steps = 0;
        foreach (
            MethodDeclarationSyntax method in tree.GetRoot()
                .DescendantNodes()
                .OfType<MethodDeclarationSyntax>()
                .Where(static method => method.Identifier.ValueText == "Convolve")
        )
        {
            IOperation body = model.GetOperation((SyntaxNode?)method.Body ?? method.ExpressionBody!)!;
            MemberContext member = new(
                model.GetDeclaredSymbol(method)!,
                body,
                NamingOptions.Default,
                OperationCatalogue.Read(compilation, [], default),
                compilation,
                _ => { },
                default
            );
            _ = LoopReader.Read(member);
            steps += member.Steps;
        }

        return steps;
    }
}
