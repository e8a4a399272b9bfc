using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>
/// CONV001: the generator can write no implementing part, because the method or a type around it is not partial, or because the method has
/// a body.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotPartialAnalyzer() : DeclarationAnalyzer(DeclarationRules.NotPartial)
{
    /// <summary>
    /// The attributes may stand on everything that the language calls a method. The generator only reads real ones, so the others would
    /// be passed over in silence.
    /// </summary>
    private protected override void Register(CompilationStartAnalysisContext context)
    {
        base.Register(context);
        AttributeMentions mentions = AttributeMentions.Of(context.Compilation);
        context.RegisterSyntaxNodeAction(
            node =>
            {
                if (mentions.IsIn(node.Node.SyntaxTree))
                {
                    AnalyzeOther(node);
                }
            },
            MisplacedAttribute.Kinds
        );
    }

    private void AnalyzeOther(SyntaxNodeAnalysisContext context)
    {
        if (MisplacedAttribute.Find(context.Node, context.SemanticModel, context.CancellationToken) is { } written)
        {
            string name = MisplacedAttribute.NameOf(context.Node, context.ContainingSymbol);
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, written.GetLocation(), name, MisplacedAttribute.Reason));
        }
    }
}
