using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Tests.Naming.Names;

/// <summary>The start of a compilation's analysis, which counts what is registered.</summary>
internal sealed class CountingStart(Compilation compilation)
    : CompilationStartAnalysisContext(compilation, new AnalyzerOptions([]), CancellationToken.None)
{
    /// <summary>What was registered, by kind.</summary>
    public List<string> Registered { get; } = [];

    public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => Registered.Add("code block");

    public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) =>
        Registered.Add("code block start");

    public override void RegisterCompilationEndAction(Action<CompilationAnalysisContext> action) => Registered.Add("compilation end");

    public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => Registered.Add("semantic model");

    public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) =>
        Registered.Add("symbol");

    public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(
        Action<SyntaxNodeAnalysisContext> action,
        ImmutableArray<TLanguageKindEnum> syntaxKinds
    ) => Registered.Add("syntax node");

    public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => Registered.Add("syntax tree");

    public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds) =>
        Registered.Add("operation");

    public override void RegisterOperationBlockAction(Action<OperationBlockAnalysisContext> action) => Registered.Add("operation block");

    public override void RegisterOperationBlockStartAction(Action<OperationBlockStartAnalysisContext> action) =>
        Registered.Add("operation block start");
}
