using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.CodeFixes;

/// <summary>CONV213: writes the anchor that is taken in any case, which changes no result.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteAnchorCodeFix))]
[Shared]
public sealed class WriteAnchorCodeFix : NamedArgumentCodeFix
{
    private const string Argument = "Anchor";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["CONV213"];

    /// <inheritdoc/>
    private protected override (string Title, string Argument, ExpressionSyntax Value) Write(string value)
    {
        string written = $"new[] {{ {value.Trim('[', ']')} }}";
        return ($"Write {Argument} = {written} (the result stays the same)", Argument, SyntaxFactory.ParseExpression(written));
    }
}
