using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming;
using ConvGen.Analyzers.Naming.Loops;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Analyzers.Tests.Naming.Execution;

/// <summary>
/// What running members costs, counted in operations that were run: unlike time it is the same on every machine. Most members are what they are called, and
/// these must cost least.
/// </summary>
public class WorkTests
{
    [Theory]
    [InlineData("opposite", 130_000)]
    [InlineData("same", 700_000)]
    public void All_samples_together_are_read_in_few_steps(string way, long most)
    {
        long steps = RunSampleTests.All.Keys.Sum(name => StepsOf(RunSampleTests.Write(name, way, "Convolve")));

        Assert.InRange(steps, RunSampleTests.All.Count, most);
    }

    [Fact]
    public void A_loop_that_does_not_end_is_given_up_once() => Assert.InRange(
        StepsOf("class C { static double[] Convolve(double[] x, double[] h) { var y = new double[9]; int n = 0; while (n < 3) { y[0] += x[n] * h[n]; } return y; } }"),
        1_000,
        100_001);

    private static long StepsOf(string source)
    {
        CSharpCompilation compilation = TestCompilation.Create([RunSampleTests.Usings + source]);
        compilation = compilation.WithOptions(compilation.Options.WithAllowUnsafe(true));
        SyntaxTree tree = compilation.SyntaxTrees[0];
        SemanticModel model = compilation.GetSemanticModel(tree);
        long steps = 0;
        foreach (MethodDeclarationSyntax method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(static method => method.Identifier.ValueText == "Convolve"))
        {
            IOperation body = model.GetOperation((SyntaxNode?)method.Body ?? method.ExpressionBody!)!;
            MemberContext member = new(model.GetDeclaredSymbol(method)!, body, NamingOptions.Default, OperationCatalogue.Read(compilation, [], default), compilation, _ => { }, default);
            _ = LoopReader.Read(member);
            steps += member.Steps;
        }

        return steps;
    }
}
