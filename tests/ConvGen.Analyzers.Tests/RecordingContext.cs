using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Tests;

/// <summary>Notes what an analyzer asks for when it is initialised.</summary>
internal sealed class RecordingContext : AnalysisContext
{
    public bool IsConcurrent { get; private set; }

    /// <summary>Null until the analyzer has said it.</summary>
    public GeneratedCodeAnalysisFlags? GeneratedCode { get; private set; }

    /// <summary>Actions that were registered.</summary>
    public int Actions { get; private set; }

    public override void EnableConcurrentExecution() => IsConcurrent = true;

    public override void ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags analysisMode) => GeneratedCode = analysisMode;

    public override void RegisterCompilationStartAction(Action<CompilationStartAnalysisContext> action) => Actions++;

    public override void RegisterCompilationAction(Action<CompilationAnalysisContext> action) => Actions++;

    public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => Actions++;

    public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) => Actions++;

    public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) =>
        Actions++;

    public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => Actions++;

    public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => Actions++;

    public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(
        Action<SyntaxNodeAnalysisContext> action,
        ImmutableArray<TLanguageKindEnum> syntaxKinds
    ) => Actions++;
}
