using System.Globalization;
using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Transforms;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Hints;

/// <summary>CONV204: the kernel is so large that Fourier transforms, which nobody allowed, would be several times as fast.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FourierKernelAnalyzer()
    : HintAnalyzer(
        "CONV204",
        "Fourier transforms would be faster",
        "'{0}' takes about {1} ns a result as a direct sum and would take {2} through Fourier transforms; where errors may be "
            + "relative to the largest samples nearby instead of to each result, write FloatingPoint = FloatingPointMode.Transform"
    )
{
    /// <summary>How many times as fast they must be: other processors gain less, and the guarantee is a weaker one.</summary>
    private const double LeastGain = 4;

    /// <summary>Several kernels are computed part by part, and so by direct sums.</summary>
    private protected override bool AppliesTo(GroupModel group) => false;

    private protected override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, ConvolutionModel model)
    {
        // What transforms gain for a rectangle depends on its size.
        if (
            PlanOf(analysis, model, context.CancellationToken) is { Model.Form.HasRegion: false } plan
            && ChooseTransform.Gain(plan) is { } gain
            && gain.Direct >= LeastGain * gain.Transformed
        )
        {
            ReportAt(context, analysis, RefusalSite.Operation(0), "FloatingPointMode.Transform", Text(gain.Direct), Text(gain.Transformed));
        }
    }

    /// <summary>The plan of a kernel, or the one that a kernel with prepared weights would have if it allowed transforms.</summary>
    private static KernelPlan? PlanOf(MethodAnalysis analysis, ConvolutionModel model, CancellationToken cancellation) =>
        model is { Layer: { } layer, Form: { Kernel.Carrier: Carrier.Prepared, Bias: null, Requantisation: null, IsVolume: false } }
        && layer is { InputChannels: 1, OutputChannels: 1, Minimum: null, Maximum: null }
            ? Planner.Plan(new ParseResult(model.Header, model with { Layer = null }, null), cancellation).Plan
            : analysis.Result.Plan;

    private static string Text(double nanoseconds) => nanoseconds.ToString("0.#", CultureInfo.InvariantCulture);
}
