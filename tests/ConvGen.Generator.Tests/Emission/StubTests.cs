using System.Reflection;
using Basic.Reference.Assemblies;
using ConvGen.Generator.Emission.Files;
using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Emission;

public class StubTests
{
    [Fact]
    public void A_refused_method_throws_its_rule()
    {
        GeneratedCode code = GeneratedCode
            .Of(
                """
                using ConvGen;

                internal static partial class Filters
                {
                    [Convolution, Kernel("1 2 \"x\"")]
                    public static partial float[] Smooth(float[] source);
                }
                """
            )
            .Clean();

        MethodInfo method = code.Load("Filters").GetMethod("Smooth")!;
        Exception? thrown = Assert.Throws<TargetInvocationException>(() => method.Invoke(null, [new float[3]])).InnerException;

        Assert.StartsWith(
            "CONV003: The kernel text cannot be read",
            Assert.IsType<NotSupportedException>(thrown).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp9, NullableContextOptions.Enable)]
    [InlineData(LanguageVersion.CSharp9, NullableContextOptions.Disable)]
    [InlineData(LanguageVersion.CSharp12, NullableContextOptions.Enable)]
    public void A_stub_compiles_wherever_its_declaration_does(LanguageVersion language, NullableContextOptions nullable)
    {
        string mark = nullable == NullableContextOptions.Enable ? "?" : "";
        GeneratedCode code = GeneratedCode.Of(
            """
            using System;
            using ConvGen;
            using System.Collections.Generic;

            internal partial interface IOuter<T>
            {
                internal unsafe partial struct Inner
                {
                    /// <summary>Mine: <see cref="List{T}"/>.</summary>
                    [Convolution, Kernel("1 2 1")]
                    internal readonly partial ref readonly int Odd<TItem, @class>(out string~ first, in T second, int* third, params (int Left, string~ Right)[] rest) where TItem : class, new() where @class : struct, IComparable<@class>;

            #pragma warning disable CS0618
                    [Correlation, Kernel("1 2 1")]
                    internal static partial void Old(Older~ value);
            #pragma warning restore CS0618
                }
            }

            [Obsolete("use another")]
            internal class Older
            {
            }
            """.Replace("~", mark, StringComparison.Ordinal),
            language,
            nullable,
            framework: NetStandard20.References.All,
            allowUnsafe: true
        );

        code.Clean();
        Assert.All(
            code.Texts,
            text => Assert.Contains("throw new global::System.NotSupportedException(\"CONV", text, StringComparison.Ordinal)
        );
        Assert.Equal(2, code.Texts.Count());
        Assert.Contains(
            code.Texts,
            text =>
                text.Contains(
                    "        /// <summary>Mine: <see cref=\"T:System.Collections.Generic.List`1\"/>.</summary>\n",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void No_part_is_written_where_none_can_be() =>
        Assert.Null(
            FileEmitter.Emit(Models.Refused(Models.Header, DeclarationRules.NotPartial, "Smooth", "it is not partial"), "Assembly").Text
        );

    [Fact]
    public void A_message_cannot_leave_its_comment_or_its_literal()
    {
        GeneratedFile file = FileEmitter.Emit(
            Models.Refused(Models.Header, DeclarationRules.UnknownSignature, "\"\\\r\n\u0085\u2028\u2029\ud800\0{ x", "#error", "*/"),
            "Assembly"
        );

        SyntaxTree tree = CSharpSyntaxTree.ParseText(file.Text!);
        Assert.Empty(tree.GetDiagnostics());
        string message = Assert.Single(tree.GetRoot().DescendantTokens(), token => token.IsKind(SyntaxKind.StringLiteralToken)).ValueText;
        Assert.Contains("\"\\\r\n\u0085\u2028\u2029\ud800\0{ x", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_is_told_in_the_comment()
    {
        UnexpectedFailure failure = UnexpectedFailure.Of("Smooth", new InvalidOperationException("no such\nthing"));

        string text = StubEmitter.Failed(Models.Header, failure);

        Assert.Contains(
            "// CONV099: the generation of 'Filters.Smooth' failed unexpectedly: InvalidOperationException: no such\n// thing\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("throw new global::System.NotSupportedException(\"CONV099: ", text, StringComparison.Ordinal);
    }
}
