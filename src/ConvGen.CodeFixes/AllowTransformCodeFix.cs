using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace ConvGen.CodeFixes;

/// <summary>CONV204: allows a plan through Fourier transforms.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AllowTransformCodeFix))]
[Shared]
public sealed class AllowTransformCodeFix : NamedArgumentCodeFix
{
    private const string Argument = "FloatingPoint";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["CONV204"];

    /// <inheritdoc/>
    private protected override (string Title, string Argument, ExpressionSyntax Value) Write(string value)
    {
        // Written in full and simplified afterwards: the file may have no using directive.
        ExpressionSyntax written = SyntaxFactory
            .ParseExpression("global::ConvGen." + value)
            .WithAdditionalAnnotations(Simplifier.Annotation);
        return ($"Write {Argument} = {value} (accurate in norm)", Argument, written);
    }
}
