using System.Collections.Immutable;
using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming;
using ConvGen.Analyzers.Naming.Weights;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Tests.Naming.Weights;

/// <summary>Reads the kernel in <c>Use(kernel)</c>.</summary>
internal static class KernelProbe
{
    /// <summary>Reads the only <c>Use</c> in the members of a class.</summary>
    public static KernelReading ReadMembers(
        string members,
        ReferenceAssemblies? framework = null,
        LanguageVersion language = LanguageVersion.CSharp12,
        params string[] files
    )
    {
        string source = $$"""
            using System;
            using System.Collections.Generic;
            using System.Collections.Immutable;
            using System.Linq;

            namespace Tests;

            public unsafe partial class Filters
            {
                private static void Use(object kernel) { }
                private static void Use(ReadOnlySpan<float> kernel, int ignored) { }
                private static void Use(float* kernel) { }
                {{members}}
            }
            """;
        CSharpCompilation compilation = TestCompilation.Create([source, .. files], framework, language);
        compilation = compilation.WithOptions(compilation.Options.WithAllowUnsafe(true));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        SyntaxTree tree = compilation.SyntaxTrees[0];
        SemanticModel model = compilation.GetSemanticModel(tree);
        InvocationExpressionSyntax call = tree.GetRoot()
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Single(invocation => invocation.Expression.ToString() == "Use");
        IInvocationOperation use = Assert.IsAssignableFrom<IInvocationOperation>(model.GetOperation(call));
        IOperation root = use;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        MemberContext member = new(
            model.GetEnclosingSymbol(root.Syntax.SpanStart)!,
            root,
            NamingOptions.Default,
            OperationCatalogue.Read(compilation, [], default),
            compilation,
            _ => { },
            default
        );
        return KernelReader.Read(use.Arguments[0].Value, member);
    }

    /// <summary>Reads the only <c>Use</c> in the statements of a method with a kernel as parameter.</summary>
    public static KernelReading Read(
        string statements,
        ReferenceAssemblies? framework = null,
        LanguageVersion language = LanguageVersion.CSharp12
    ) =>
        ReadMembers(
            "public static void Convolve(float[] kernel, float[,] plane, float[][] rows, List<float> list, bool choice, int n) { "
                + statements
                + " }",
            framework,
            language
        );
}
