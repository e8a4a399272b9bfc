using System.Collections.Immutable;
using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>CONV022: an assembly that asks for vector widths that there are not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrongVectorWidthsAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Descriptor = DeclarationDescriptors.Of(DeclarationRules.WrongVectorWidths);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.CompilationUnit);
    }

    /// <summary>Attributes of an assembly stand at the head of its files; those without any are passed over at once.</summary>
    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        if (
            ((CompilationUnitSyntax)context.Node).AttributeLists.Count > 0
            && ChosenWidths.Read(context.Compilation, context.CancellationToken).Wrong is { } wrong
            && context.Node.SyntaxTree.FilePath == wrong.Path
            && context.Node.FullSpan.Contains(wrong.Span)
        )
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, Location.Create(context.Node.SyntaxTree, wrong.Span), wrong.Words));
        }
    }
}
