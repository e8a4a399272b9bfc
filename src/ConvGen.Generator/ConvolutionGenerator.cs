using ConvGen.Generator.Emission;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator;

/// <summary>The pipeline: attribute and method in, C# text out. Each step is named, and cached between edits.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ConvolutionGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<TargetInfo> target = context.CompilationProvider
            .Select(TargetReader.Read)
            .WithTrackingName(TrackingNames.Target);

        IncrementalValueProvider<KernelFiles> kernelFiles = context.AdditionalTextsProvider.Collect()
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => KernelFiles.ProjectDirectory(options)))
            .Select(static (pair, _) => new KernelFiles(pair.Left, pair.Right));

        // One provider an attribute: a method is taken by the first of its attributes in this list, so that it is generated once.
        foreach (string attribute in AttributeNames.All)
        {
            IncrementalValuesProvider<GeneratedFile> files = context.SyntaxProvider
                .ForAttributeWithMetadataName(attribute, static (node, _) => node is MethodDeclarationSyntax, Read)
                .Where(static declaration => declaration.Value is not null || declaration.Failure is not null)
                .WithTrackingName(TrackingNames.Declarations)
                .Combine(kernelFiles)
                .Select(static (pair, cancellation) => pair.Left.Then(declaration => pair.Right.Attach(declaration, cancellation)))
                .WithTrackingName(TrackingNames.Inputs)
                .Combine(target)
                .Select(static (pair, cancellation) => pair.Left.Then(declaration => DeclarationParser.Parse(declaration, pair.Right, cancellation)))
                .WithTrackingName(TrackingNames.Models)
                .Select(static (parsed, cancellation) => parsed.Then(value => Planner.Plan(value, cancellation)))
                .WithTrackingName(TrackingNames.Plans)
                .Select(static (planned, cancellation) => FileEmitter.Emit(planned, cancellation))
                .WithTrackingName(TrackingNames.Files);

            context.RegisterSourceOutput(files, static (output, file) => file.AddTo(output));
        }
    }

    private static Guarded<Declaration> Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        Guarded<Declaration> read = Guarded.Run(context.TargetSymbol.Name, header: null, () => DeclarationReader.Read(context, cancellation));
        return read with { Header = read.Value?.Header };
    }
}
