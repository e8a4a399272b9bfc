using ConvGen.Analyzers.Naming;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Tests.Naming;

/// <summary>The list of a body's operations says the same as the compiler's tree.</summary>
public class BodyTreeTests
{
    private const string Source = """
        class C
        {
            double[] M(double[] x, double[] h)
            {
                double[] y = new double[x.Length + h.Length - 1];
                for (int n = 0; n < y.Length; n++)
                {
                    double Tap(int k) => n - k >= 0 && n - k < x.Length ? x[n - k] * h[k] : 0;
                    foreach (int k in new[] { 0, 1, 2 })
                    {
                        y[n] += Tap(k);
                    }
                }

                return y;
            }
        }
        """;

    [Fact]
    public void Every_part_holds_what_the_compiler_says()
    {
        IOperation body = Body();
        BodyTree tree = new(body);

        Assert.Equal(body.DescendantsAndSelf(), tree.All);
        Assert.Equal(body, tree.Root);
        Assert.All(tree.All, part => Assert.Equal(part.Descendants(), tree.Within(part).ToArray()));
    }

    [Fact]
    public void A_part_of_another_body_is_walked()
    {
        IOperation other = Body();

        Assert.Equal(other.Descendants(), new BodyTree(Body()).Within(other).ToArray());
    }

    private static IOperation Body()
    {
        CSharpCompilation compilation = TestCompilation.Create([Source]);
        SyntaxTree tree = compilation.SyntaxTrees[0];
        MethodDeclarationSyntax method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
        return compilation.GetSemanticModel(tree).GetOperation(method.Body!)!;
    }
}
