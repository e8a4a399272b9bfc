using System.Collections.Concurrent;
using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Parsing.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers;

/// <summary>Runs the generator's own front end over every declaration, so that a rule can never disagree with what is generated.</summary>
public abstract class ConvolutionMethodAnalyzer : DiagnosticAnalyzer
{
    /// <summary>What is looked at and reported in generated code.</summary>
    private protected virtual GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.None;

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCode);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    /// <summary>Reports what the rule has to say about one method.</summary>
    private protected abstract void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis);

    /// <summary>Registers what the rule listens to, in a compilation that references the attributes and mentions one of them.</summary>
    private protected virtual void Register(CompilationStartAnalysisContext context) => RegisterMethods(context, Analyze);

    /// <summary>Registers what looks at every declaration of a compilation.</summary>
    private protected static void RegisterMethods(
        CompilationStartAnalysisContext context,
        Action<SymbolAnalysisContext, MethodAnalysis> analyze
    )
    {
        AttributeMentions mentions = AttributeMentions.Of(context.Compilation);
        TargetInfo target = TargetReader.Read(context.Compilation, context.CancellationToken);
        KernelFiles files = KernelFiles.Of(context.Options);
        ConcurrentDictionary<ISymbol, bool> extensions = new(SymbolEqualityComparer.Default);
        context.RegisterSymbolAction(
            symbol =>
            {
                // The compiler asks twice about a member of an extension block, whose type has no name.
                bool isAgain = symbol.Symbol.ContainingType is { Name.Length: 0 } && !extensions.TryAdd(symbol.Symbol, true);
                if (!isAgain && mentions.IsOn(symbol.Symbol))
                {
                    Analyze(symbol, target, files, analyze);
                }
            },
            SymbolKind.Method
        );
    }

    private void Start(CompilationStartAnalysisContext context)
    {
        if (
            !AttributeMentions.Of(context.Compilation).IsEmpty
            && !context.Compilation.GetTypesByMetadataName(AttributeNames.Convolution).IsEmpty
        )
        {
            Register(context);
        }
    }

    private static void Analyze(
        SymbolAnalysisContext context,
        TargetInfo target,
        KernelFiles files,
        Action<SymbolAnalysisContext, MethodAnalysis> analyze
    )
    {
        // A partial method is one declaration with two symbols; the attributes of both parts are seen on the definition.
        IMethodSymbol method = (IMethodSymbol)context.Symbol;
        if (method.IsImplicitlyDeclared || method.PartialDefinitionPart is not null || method.GetAttributes().IsEmpty)
        {
            return;
        }

        if (AnalysisCache.Get(method, () => target, files, context.CancellationToken) is { } analysis)
        {
            analyze(context, analysis);
        }
    }
}
