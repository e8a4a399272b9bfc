using Microsoft.CodeAnalysis;

namespace ConvGen.Benchmarks.Editor;

/// <summary>The least that a generator with an attribute can cost: finding it, and no more.</summary>
#pragma warning disable RS1036, RS1038, RS1041 // it runs in this process only, and is no part of a package
[Generator(LanguageNames.CSharp)]
internal sealed class EmptyGenerator : IIncrementalGenerator
#pragma warning restore RS1036, RS1038, RS1041
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<string> names = context.SyntaxProvider.ForAttributeWithMetadataName(
            "ConvGen.CorrelationAttribute",
            static (_, _) => true,
            static (_, _) => ""
        );
        context.RegisterSourceOutput(names, static (_, _) => { });
    }
}
