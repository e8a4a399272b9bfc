using System.Globalization;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Hints;

/// <summary>CONV204: the kernel is so large that a Fourier transform would be faster.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FourierKernelAnalyzer() : HintAnalyzer(
    "CONV204",
    "A Fourier transform would be faster",
    "'{0}' adds {1} products for each sample; from about {2}, a convolution through a fast Fourier transform is faster")
{
    private protected override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, ConvolutionModel model)
    {
        if (analysis.Result.Plan is { } plan && LimitSize.SuitsFourier(plan))
        {
            string most = LimitSize.IsAlongOneAxis(model) ? Text(LimitSize.FourierTapsOfAxis) + " along one axis on" : Text(LimitSize.FourierTaps) + " on, which is a kernel of 32 x 32";
            Report(context, analysis, Text(plan.Taps.Count), most);
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
