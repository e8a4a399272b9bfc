using System.Collections.Immutable;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Kernels.Designs;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Hints;

/// <summary>
/// CONV208: a kernel that is a column times a row to the digits that are written, and not exactly: it is computed tap by tap. Integer
/// results are exact, and the bound of floating-point sums holds for the weights as written, so nothing is
/// approximated that was not asked for.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NearlySeparableAnalyzer()
    : HintAnalyzer(
        "CONV208",
        "The kernel is nearly a column times a row",
        "'{0}' takes {1} taps where {2} would do, because its weights are a column times a row only to the digits that are "
            + "written; write {3}",
        DiagnosticSeverity.Warning
    )
{
    /// <summary>How many times as many taps make it worth a warning: a factor of two in speed.</summary>
    private const int Worthwhile = 2;

    private protected override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, ConvolutionModel model)
    {
        if (Form(analysis, model, context.CancellationToken) is not { } form)
        {
            return;
        }

        int taps = Taps(analysis.Result.Plan!),
            passes = model.Kernel.Rows + model.Kernel.Columns;
        bool isInteger = analysis.Result.Plan!.Accumulator.IsInteger();
        string? gaussian = QuantisedForm.Gaussian(model);
        string difference = isInteger
            ? $"no result changes by more than {Rounded(form.Difference)}"
            : $"no weight changes by more than {ShortestDecimal.Rounded(form.Difference, 2)}";
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>
            .Empty.Add(HintProperties.Value, form.Attribute)
            .Add(HintProperties.Difference, difference)
            .Add(HintProperties.Design, gaussian);
        ReportWith(
            context,
            analysis,
            RefusalSite.Kernel,
            properties,
            taps.ToString(System.Globalization.CultureInfo.InvariantCulture),
            passes.ToString(System.Globalization.CultureInfo.InvariantCulture),
            gaussian is null ? "[SeparableKernel], as the fix does: " + difference : "[" + gaussian + "], whose digits these are"
        );
    }

    /// <summary>
    /// The column times a row that a kernel nearly is; null where that would not save half of the taps, or is none, or is taken already.
    /// </summary>
    internal static QuantisedForm? Form(MethodAnalysis analysis, ConvolutionModel model, CancellationToken cancellation)
    {
        bool isCandidate =
            analysis.Result.Plan is { Separation: null or { Vertical.Count: > 1 }, ScalarReason: null, Model.Kernel.Planes: 1 } plan
            && model.Design is null
            && model.FloatingPoint == FloatingPointMode.Fast
            && Taps(plan) >= Worthwhile * (model.Kernel.Rows + model.Kernel.Columns);
        return !isCandidate || IsProduct(model, cancellation) ? null
            : analysis.Result.Plan!.Accumulator.IsInteger() ? QuantisedForm.Product(model, cancellation)
            : QuantisedForm.Decimals(model, cancellation);
    }

    /// <summary>What is multiplied or added for a result: all taps, or those of several products.</summary>
    private static int Taps(KernelPlan plan) =>
        plan.Separation is { } separation
            ? separation.Vertical.Sum(static pass => Taps(pass.Model)) + Taps(separation.Horizontal.Model)
            : Taps(plan.Model);

    private static int Taps(ConvolutionModel model) => model.Kernel.Weights?.Count(static weight => !weight.IsZero) ?? 0;

    /// <summary>An exact product that is computed in one pass is so because that is faster.</summary>
    private static bool IsProduct(ConvolutionModel model, CancellationToken cancellation) =>
        RankFactors.Of(model.Kernel.ToArray(), 1, cancellation) is { Count: 1 };

    /// <summary>Two decimals, rounded up.</summary>
    private static string Rounded(Rational value) => ShortestDecimal.Rounded(new Rational((value * 100).Ceiling(), 100), 6).ToString();
}
