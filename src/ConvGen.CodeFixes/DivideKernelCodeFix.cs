using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.CodeFixes;

/// <summary>CONV206 and CONV209: writes the divisor with which the weights add up to one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DivideKernelCodeFix))]
[Shared]
public sealed class DivideKernelCodeFix : NamedArgumentCodeFix
{
    private const string Argument = "Divisor";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["CONV206", "CONV209"];

    /// <inheritdoc/>
    private protected override bool Fits(AttributeSyntax attribute) => attribute.ArgumentList is not null;

    /// <inheritdoc/>
    private protected override (string Title, string Argument, ExpressionSyntax Value) Write(string value) =>
        ($"Write {Argument} = {value}", Argument, SyntaxFactory.ParseExpression(value));
}
