using System.Collections.Immutable;
using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming.Calls;
using ConvGen.Analyzers.Naming.Loops;
using ConvGen.Analyzers.Naming.Names;
using ConvGen.Generator.Parsing.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Naming;

/// <summary>
/// Compares what names say with what code computes. One analyzer for all rules of the folder, because they share two readings that cost
/// time, calls and loops, and because a member in which no name carries a word of the vocabulary is not read at all.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NamingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        NamingRules.All.Select(rule => rule.Descriptor).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    /// <summary>Registers nothing in a compilation in which no identifier names an operation.</summary>
    internal static void Start(CompilationStartAnalysisContext context)
    {
        NamingOptionsReader options = new(context.Options.AnalyzerConfigOptionsProvider);
        WordIndex words = WordIndex.Read(context.Compilation, options, context.CancellationToken);
        if (words.IsEmpty)
        {
            return;
        }

        OperationCatalogue catalogue = OperationCatalogue.Read(
            context.Compilation,
            context.Options.AdditionalFiles,
            context.CancellationToken
        );
        KernelFiles files = KernelFiles.Of(context.Options);
        if (!AttributeMentions.Of(context.Compilation).IsEmpty)
        {
            context.RegisterSymbolAction(symbol => AnalyzeMethod(symbol, options, files, words), SymbolKind.Method);
        }

        context.RegisterOperationBlockAction(block =>
        {
            if (words.AnyIn(block.OwningSymbol, block.OperationBlocks) || words.IsInNamed(block.OwningSymbol))
            {
                AnalyzeBlocks(block, options, catalogue);
            }
        });
        context.RegisterCompilationEndAction(end =>
        {
            foreach (NamingRule rule in NamingRules.All)
            {
                rule.CheckCatalogue(catalogue, end.ReportDiagnostic);
            }
        });
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, NamingOptionsReader options, KernelFiles files, WordIndex words)
    {
        // A partial method is one declaration with two symbols; the attributes of both parts are seen on the definition. Reading attributes
        // binds
        // them, so names are looked at first.
        IMethodSymbol method = (IMethodSymbol)context.Symbol;
        if (
            method.IsImplicitlyDeclared
            || method.PartialDefinitionPart is not null
            || method.Locations.FirstOrDefault() is not { SourceTree: { } tree } location
            || !words.IsAt(location)
            || method.GetAttributes().IsEmpty
        )
        {
            return;
        }

        foreach (NamingRule rule in NamingRules.All)
        {
            rule.CheckDeclaration(method, options.Of(tree), files, context.ReportDiagnostic, context.CancellationToken);
        }
    }

    private static void AnalyzeBlocks(OperationBlockAnalysisContext context, NamingOptionsReader options, OperationCatalogue catalogue)
    {
        foreach (IOperation block in context.OperationBlocks)
        {
            if (block.Kind == OperationKind.Attribute)
            {
                continue;
            }

            MemberContext member = new(
                context.OwningSymbol,
                block,
                options.Of(block.Syntax.SyntaxTree),
                catalogue,
                context.Compilation,
                context.ReportDiagnostic,
                context.CancellationToken
            );
            ImmutableArray<CallReading> calls = CallReader.Read(member);
            member.HasKnownCalls = !calls.IsEmpty;
            ImmutableArray<LoopReading> loops = LoopReader.Read(member);
            foreach (NamingRule rule in NamingRules.All)
            {
                foreach (CallReading call in calls)
                {
                    rule.CheckCall(call, member);
                }

                foreach (LoopReading loop in loops)
                {
                    rule.CheckLoop(loop, member);
                }

                rule.CheckMember(member);
            }
        }
    }
}
