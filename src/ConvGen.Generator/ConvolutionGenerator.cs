using System.Collections.Immutable;
using ConvGen.Generator.Emission.Files;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Parsing.Weights;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Reporting;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator;

/// <summary>The pipeline: attribute and method in, C# text out. Each step is named, and cached between edits.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ConvolutionGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<TargetInfo> target = context
            .CompilationProvider.Select(TargetReader.Read)
            .WithTrackingName(TrackingNames.Target);

        IncrementalValueProvider<ChosenWidths> widths = context
            .CompilationProvider.Select(ChosenWidths.Read)
            .WithTrackingName(TrackingNames.Widths);

        IncrementalValueProvider<AssemblyChoice> assembly = context
            .CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName ?? "")
            .Combine(widths)
            .Select(static (pair, _) => new AssemblyChoice(pair.Left, pair.Right.Widths));

        IncrementalValueProvider<KernelFiles> kernelFiles = ReadKernelFiles(context);

        IncrementalValueProvider<AnalyzerRun> analyzers = context.AnalyzerConfigOptionsProvider.Select(
            static (options, _) => AnalyzerRuns.Read(options)
        );
        IncrementalValueProvider<EquatableArray<RefusedMethod>> refused = analyzers.Select(
            static (_, _) => EquatableArray<RefusedMethod>.Empty
        );
        IncrementalValueProvider<EquatableArray<HelperKey>> helpers = analyzers.Select(static (_, _) => EquatableArray<HelperKey>.Empty);

        IncrementalValuesProvider<WrittenCandidate> written = context
            .SyntaxProvider.CreateSyntaxProvider(WrittenCandidate.IsCandidate, new ReadCandidates(WrittenCandidate.Read).Read)
            .Where(static candidate => candidate is not null)
            .Select(static (candidate, _) => candidate!);
        Add(written.Where(static candidate => candidate.Declaration is not null).Select(static (candidate, _) => candidate.Declaration!));
        Add(
            written
                .Where(static candidate => candidate.Alias is not null)
                .Select(static (candidate, _) => candidate.Alias!)
                .Collect()
                .Combine(context.CompilationProvider)
                .SelectMany(static (pair, cancellation) => WrittenCandidate.ReadAliased(pair.Left, pair.Right, cancellation))
        );
        AddHelperFile(context, helpers, assembly);
        ReportWhereAnalyzersDoNot(context, refused, analyzers);
        ReportMisplaced(context, written, analyzers);
        ReportWrongWidths(context, widths, analyzers);

        void Add(IncrementalValuesProvider<Guarded<Declaration>> declarations)
        {
            IncrementalValuesProvider<Guarded<PlanResult>> planned = Plan(declarations, kernelFiles, target);
            IncrementalValuesProvider<GeneratedFile> files = planned
                .Combine(assembly)
                .Select(static (pair, cancellation) => FileEmitter.Emit(pair.Left, pair.Right, cancellation))
                .WithTrackingName(TrackingNames.Files);

            context.RegisterSourceOutput(files, static (output, file) => file.AddTo(output));
            helpers = helpers.Combine(files.Select(static (file, _) => file.Helpers).Collect()).Select(static (pair, _) => Union(pair));
            refused = refused
                .Combine(
                    planned.Select(static (planned, _) => RefusedMethod.Of(planned)).Where(static method => method is not null).Collect()
                )
                .Select(static (pair, _) => pair.Left.Concat(pair.Right.OfType<RefusedMethod>()).ToEquatableArray());
        }
    }

    /// <summary>Declarations with their files, as models, as plans: each step is cached by itself.</summary>
    private static IncrementalValuesProvider<Guarded<PlanResult>> Plan(
        IncrementalValuesProvider<Guarded<Declaration>> declarations,
        IncrementalValueProvider<KernelFiles> kernelFiles,
        IncrementalValueProvider<TargetInfo> target
    ) =>
        declarations
            .WithTrackingName(TrackingNames.Declarations)
            .Combine(kernelFiles)
            .Select(static (pair, cancellation) => pair.Left.Then(declaration => pair.Right.Attach(declaration, cancellation)))
            .WithTrackingName(TrackingNames.Inputs)
            .Combine(target)
            .Select(
                static (pair, cancellation) => pair.Left.Then(declaration => DeclarationParser.Parse(declaration, pair.Right, cancellation))
            )
            .WithTrackingName(TrackingNames.Models)
            .Select(static (parsed, cancellation) => parsed.Then(value => Planner.Plan(value, cancellation)))
            .WithTrackingName(TrackingNames.Plans);

    private static IncrementalValueProvider<KernelFiles> ReadKernelFiles(IncrementalGeneratorInitializationContext context) =>
        context
            .AdditionalTextsProvider.Collect()
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => KernelFiles.ProjectDirectory(options)))
            .Select(static (pair, _) => new KernelFiles(pair.Left, pair.Right));

    private static EquatableArray<HelperKey> Union(
        (EquatableArray<HelperKey> Left, ImmutableArray<EquatableArray<HelperKey>> Right) requests
    ) => requests.Left.Concat(requests.Right.SelectMany(static keys => keys)).Distinct().OrderBy(static key => key).ToEquatableArray();

    /// <summary>
    /// What all methods request stands in a file of its own, which is printed again only when something is requested for the first time or
    /// no longer.
    /// </summary>
    private static void AddHelperFile(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<EquatableArray<HelperKey>> helpers,
        IncrementalValueProvider<AssemblyChoice> assembly
    )
    {
        IncrementalValueProvider<GeneratedFile?> file = helpers
            .WithTrackingName(TrackingNames.Helpers)
            .Combine(assembly)
            .Select(static (pair, cancellation) => HelperFile.Emit(pair.Left, pair.Right, cancellation))
            .WithTrackingName(TrackingNames.HelperFile);
        context.RegisterSourceOutput(file, static (output, file) => file?.AddTo(output));
    }

    /// <summary>
    /// Analyzers report refusals, at their place and only there. Where none runs, a declaration without code must fail the build all the
    /// same.
    /// </summary>
    private static void ReportWhereAnalyzersDoNot(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<EquatableArray<RefusedMethod>> refused,
        IncrementalValueProvider<AnalyzerRun> analyzers
    )
    {
        // Combined with the compilation one by one: where none is left, an edit costs nothing here.
        IncrementalValuesProvider<(RefusedMethod Left, Compilation Right)> unreported = refused
            .Combine(analyzers)
            .Select(static (pair, _) => RefusedMethod.Unreported(pair.Left, pair.Right).ToEquatableArray())
            .WithTrackingName(TrackingNames.Unreported)
            .SelectMany(static (methods, _) => methods)
            .Combine(context.CompilationProvider);
        context.RegisterImplementationSourceOutput(
            unreported,
            static (output, pair) => RefusalReporter.Report(output, pair.Left, pair.Right)
        );
    }

    /// <summary>The same of attributes on what is no method of a type.</summary>
    private static void ReportMisplaced(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<WrittenCandidate> written,
        IncrementalValueProvider<AnalyzerRun> analyzers
    )
    {
        IncrementalValuesProvider<MisplacedAttribute> misplaced = written
            .Where(static candidate => candidate.Misplaced is not null)
            .Combine(analyzers)
            .Where(static pair => pair.Right == AnalyzerRun.Never)
            .Select(static (pair, _) => pair.Left.Misplaced!);
        context.RegisterImplementationSourceOutput(misplaced, static (output, attribute) => RefusalReporter.Report(output, attribute));
    }

    /// <summary>The same of widths that are none.</summary>
    private static void ReportWrongWidths(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<ChosenWidths> widths,
        IncrementalValueProvider<AnalyzerRun> analyzers
    )
    {
        IncrementalValueProvider<WrongWidths?> wrong = widths
            .Combine(analyzers)
            .Select(static (pair, _) => pair.Right == AnalyzerRun.Never ? pair.Left.Wrong : null);
        context.RegisterImplementationSourceOutput(wrong, static (output, wrong) => RefusalReporter.Report(output, wrong));
    }
}
