using System.Globalization;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Dividing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Hints;

/// <summary>
/// CONV205: weights with a large common denominator make sums of 64 bits, where others that hardly differ would make sums of 32.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WideSumAnalyzer()
    : HintAnalyzer(
        "CONV205",
        "The sum takes 64 bits",
        "'{0}' adds in 64 bits, of which a vector holds half as many sums as of 32, because its weights have the common "
            + "denominator {1}; whole weights with Divisor = {2} keep the sum within 32 bits",
        DiagnosticSeverity.Warning
    )
{
    private protected override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, ConvolutionModel model)
    {
        // Through transforms a sum of 64 bits takes hardly longer than one of 32.
        if (analysis.Result.Plan is { Exact: null } plan && NarrowDivisor.Of(plan) is { } divisor)
        {
            Report(
                context,
                analysis,
                plan.Denominator.ToString(CultureInfo.InvariantCulture),
                divisor.ToString(CultureInfo.InvariantCulture)
            );
        }
    }
}
