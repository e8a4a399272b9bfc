using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming;
using ConvGen.Analyzers.Naming.Names;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Analyzers.Tests.Naming.Names;

/// <summary>The name that the call of <c>Op</c>, <c>Into</c> or <c>Give</c> answers to, or the assignment marked <c>/*here*/</c>.</summary>
public class ClaimReaderTests
{
    [Theory]
    [InlineData("void M(double[] a) { double[] convolved = Op(a); }", "convolved")]
    [InlineData("void M(double[] a) { var convolved = (IEnumerable<double>)(Op(a)); }", "convolved")]
    [InlineData("void M(double[] a) { var conv = Op(a).ToArray(); }", "conv")]
    [InlineData("void M(double[] a) { var conv = -2 * Op(a)[0] / 3 + 1; }", "conv")]
    [InlineData("void M(double[] a) { var conv = Math.Round(Op(a)[0]); }", "conv")]
    [InlineData("void M(double[] a, bool b) { var conv = b ? Op(a) : a; }", "conv")]
    [InlineData("void M(double[] a, bool b) { var conv = b switch { true => Op(a), _ => a }; }", "conv")]
    [InlineData("async Task M(double[] a) { var conv = await Task.Run(() => Op(a)); }", "conv")]
    [InlineData("void M(double[] a) { double[][] conv = { Op(a) }; }", "conv")]
    [InlineData("void M(double[] a) { double[][] conv = [Op(a)]; }", "conv")]
    [InlineData("double[] conv; void M(double[] a) { this.conv = Op(a); }", "conv")]
    [InlineData("double[] Conv { get; set; } void M(double[] a) { Conv = Op(a); }", "Conv")]
    [InlineData("double[] conv = Op(new double[1]);", "conv")]
    [InlineData("double[] Conv { get; } = Op(new double[1]);", "Conv")]
    [InlineData("void M(double[] a, double[][] conv) { conv[0] = Op(a); }", "conv")]
    [InlineData("void M(double[] a, double[,] conv) { conv[0, 1] += Op(a)[0]; }", "conv")]
    [InlineData("void M(double[] a, List<double> conv) { conv.Add(Op(a)[0]); }", "conv")]
    [InlineData("void M(double[] a) { var (x, conv) = (a, Op(a)); }", "conv")]
    [InlineData("void M(double[] a) { var pair = (a, conv: Op(a)); }", "conv")]
    [InlineData("void M(double[] a) { var o = new { Conv = Op(a) }; }", "Conv")]
    [InlineData("double[] Conv; object M(double[] a) => new C { Conv = Op(a) };", "Conv")]
    [InlineData("void M(double[] a) { double[] x; var conv = x = Op(a); }", "conv")]
    [InlineData("void M(double[] a) { var x = Op(a); var conv = x; }", "conv")]
    [InlineData("void M(double[] a, double[] conv) { double x = 0; /*here*/x += a[0]; conv[0] = x / 16; }", "conv")]
    [InlineData(
        "void M(double[] a, byte[] conv) { double x = 0; /*here*/x += a[0]; conv[0] = (byte)Math.Clamp(x, 0, 255); x = 0; x += 1; a[0] = x; }",
        "conv"
    )]
    public void A_receiver_says_it(string members, string name) => AssertClaim(members, name);

    [Theory]
    [InlineData("void M(double[] a, double[] conv) { Into(a, conv); }", "conv")]
    [InlineData("void M(double[] a) { Give(a, out double[] conv); }", "conv")]
    [InlineData("void M(double[] a, double[] conv) { Give(a, out conv); }", "conv")]
    public void A_destination_among_the_arguments_says_it(string members, string name) => AssertClaim(members, name);

    [Theory]
    [InlineData("void M() { Func<double[], double[]> convolve = a => Op(a); }", "convolve")]
    [InlineData("void M() { Func<double[], double[]> convolve = Op; }", "convolve")]
    [InlineData("void M() { Action<double[]> convolve = a => { a[0] = Op(a)[0]; }; }", "convolve")]
    [InlineData("Func<double[], double[]> Convolve { get; } = a => Op(a);", "Convolve")]
    [InlineData("Func<double[], double[]> Convolve => a => Op(a);", "Convolve")]
    [InlineData("void M() { Use(convolve: a => Op(a)); } void Use(Func<double[], double[]> convolve) { }", "convolve")]
    [InlineData("void M() { Use(Op); } void Use(Func<double[], double[]> convolve) { }", "convolve")]
    [InlineData("void M(double[][] rows) { var convolved = rows.Select(row => Op(row)).ToArray(); }", "convolved")]
    [InlineData("void M(double[][] rows) { var convolved = (from row in rows select Op(row)).ToArray(); }", "convolved")]
    [InlineData("void Convolve(double[][] rows) { Parallel.For(0, 1, i => rows[i] = Op(rows[i])); }", "Convolve")]
    [InlineData("void Correlate(double[] a) { void Convolve() { a = Op(a); } Convolve(); }", "Convolve")]
    public void A_function_around_it_says_it(string members, string name) => AssertClaim(members, name);

    [Theory]
    [InlineData("double[] Convolve(double[] a) => Op(a);", "Convolve")]
    [InlineData("double[] Convolve(double[] a) { var result = Op(a); return result; }", "Convolve")]
    [InlineData("double[] ConvolutionFilter(double[] a) => Op(a);", "ConvolutionFilter")]
    [InlineData("double[] Convolution { get { return Op(null!); } }", "Convolution")]
    [InlineData("interface I { double[] Convolve(double[] a); } class D : I { double[] I.Convolve(double[] a) => Op(a); }", "Convolve")]
    [InlineData("double[] Convolve(double[] a) { var equal = Op(a) == a; return a; }", "Convolve")]
    [InlineData("double[] Convolve(double[] a) { var correlationLength = Op(a).Length; return a; }", "Convolve")]
    [InlineData("double[] Convolve(double[] a) { var correlated = Op(a).Length; return a; }", "Convolve")]
    public void The_member_says_it(string members, string name) => AssertClaim(members, name);

    [Theory]
    [InlineData("void M(double[] a) { var result = Op(a); }")]
    [InlineData("class Conv { Conv() { var x = Op(null!); } }")]
    [InlineData("class Convolution { double[] Apply(double[] a) => Op(a); }")]
    [InlineData("void M(double[] a) { bool conv = Op(a) == a; }")]
    [InlineData("void M(double[] a) { var conv = a[(int)Op(a)[0]]; }")]
    [InlineData("void M(double[] a) { var conv = Other(Op(a)); } double[] Other(double[] a) => a;")]
    [InlineData("void M(double[] a, double[] b) { double correlation = 0; var x = Op(a); correlation += x[0] * b[0]; }")]
    [InlineData("void M(double[] a, double[] b) { double x = 0; /*here*/x += a[0]; double correlation = x * b[0]; }")]
    [InlineData("void M(double[] a, double[] conv) { double x = 0; /*here*/x += a[0]; a[0] = x; x = 0; conv[0] = x; }")]
    [InlineData("class Layer { public double[] Gradient = []; } void M(Layer conv, double[] a) { conv.Gradient[0] += Op(a)[0]; }")]
    public void Nothing_says_it(string members) => AssertClaim(members, null);

    [Fact]
    public void The_claim_points_to_the_declaration()
    {
        NameClaim claim = Read("void M(double[] a) { double[] x, xcorr; xcorr = Op(a); }")!;

        Assert.Equal(
            "xcorr",
            claim.Location.SourceTree!.ToString().Substring(claim.Location.SourceSpan.Start, claim.Location.SourceSpan.Length)
        );
        Assert.Equal("xcorr; xcorr = Op", claim.Location.SourceTree!.ToString().Substring(claim.Location.SourceSpan.Start, 17));
        Assert.True(claim.IsExplicit);
        Assert.IsAssignableFrom<ILocalSymbol>(claim.Symbol);
    }

    private static void AssertClaim(string members, string? name) => Assert.Equal(name, Read(members)?.Name);

    private static NameClaim? Read(string members)
    {
        CSharpCompilation compilation = TestCompilation.Create([
            $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading.Tasks;
            class C
            {
                public static double[] Op(double[] samples) => samples;
                public static void Into(double[] samples, double[] destination) { }
                public static void Give(double[] samples, out double[] other) { other = samples; }
                {{members}}
            }
            """,
        ]);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        SyntaxTree tree = compilation.SyntaxTrees[0];
        SemanticModel model = compilation.GetSemanticModel(tree);
        SyntaxNode node = Find(tree.GetRoot());
        IOperation operation = model.GetOperation(node) ?? throw new InvalidOperationException("The node has no operation.");
        IOperation root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        ISymbol owner = model.GetEnclosingSymbol(node.SpanStart)!;
        while (owner is IMethodSymbol { MethodKind: MethodKind.LambdaMethod or MethodKind.LocalFunction })
        {
            owner = owner.ContainingSymbol;
        }

        OperationCatalogue catalogue = OperationCatalogue.Read(compilation, [], CancellationToken.None);
        return ClaimReader.Read(
            operation,
            new MemberContext(owner, root, NamingOptions.Default, catalogue, compilation, _ => { }, CancellationToken.None)
        );
    }

    private static SyntaxNode Find(SyntaxNode root)
    {
        const string Mark = "/*here*/";
        int mark = root.ToString().IndexOf(Mark, StringComparison.Ordinal);
        if (mark >= 0)
        {
            return root.FindToken(mark + Mark.Length).Parent!.FirstAncestorOrSelf<AssignmentExpressionSyntax>()!;
        }

        IdentifierNameSyntax name = root.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .First(node => node.Identifier.ValueText is "Op" or "Into" or "Give");
        return name.Parent is InvocationExpressionSyntax call ? call : name;
    }
}
