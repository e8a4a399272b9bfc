using ConvGen.Generator.Kernels;
using ConvGen.Generator.Kernels.Designs;
using ConvGen.Generator.Kernels.Designs.Arithmetic;
using ConvGen.Generator.Kernels.Designs.Smoothing;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Hints;

/// <summary>
/// CONV211: a Gaussian that ends so early that it blurs clearly less than its standard deviation says, with an edge in its weights.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CutGaussianAnalyzer()
    : HintAnalyzer(
        "CONV211",
        "The Gaussian is cut off too early",
        "The Gaussian of '{0}' with sigma {1} ends {2} samples from its middle, and blurs like one with sigma {3}; take a radius "
            + "of {4} or more",
        DiagnosticSeverity.Warning
    )
{
    /// <summary>
    /// Standard deviations within which a cut is felt: at two of them the blur is 12 % narrower than it is meant to be, at three, where
    /// OpenCV cuts bytes, 1 %.
    /// </summary>
    private const int FewestDeviations = 2;

    private protected override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, ConvolutionModel model)
    {
        KernelDeclaration kernel = analysis.Declaration.Kernels[0];
        DesignArguments arguments = new(kernel.Arguments);
        bool isDesign = model.Design is not null && kernel.Design == "GaussianKernel" && arguments.Has("sigma");
        (Rational Sigma, int Radius)? gaussian =
            isDesign ? (arguments.Exact("sigma"), GaussianWeights.Radius(arguments, arguments.Value("sigma")))
            : model.Design is null ? QuantisedForm.GaussianOf(model)
            : null;
        if (gaussian is not var (sigma, radius) || (sigma * FewestDeviations).CompareTo(radius) <= 0)
        {
            return;
        }

        bool isPlain = !isDesign || kernel.Arguments.All(static argument => argument.Name is "sigma" or "Radius" or "Truncate");
        string text = ShortestDecimal.Of(sigma.ToDouble()).ToString();
        ReportAt(
            context,
            analysis,
            RefusalSite.Kernel,
            isPlain && GaussianWeights.Radius(sigma.ToDouble(), 4) <= MostRadius ? $"GaussianKernel({text})" : null,
            text,
            MessageText.Text(radius),
            ShortestDecimal.Rounded(Effective(sigma, radius), 2).ToString(),
            MessageText.Text(GaussianWeights.Radius(sigma.ToDouble(), 3))
        );
    }

    /// <summary>The radius up to which a full Gaussian is a designed kernel of the size that there may be.</summary>
    private const int MostRadius = 127;

    /// <summary>The standard deviation that the weights really have.</summary>
    private static Rational Effective(Rational sigma, int radius)
    {
        FixedPoint[] weights = GaussianWeights.Of(sigma, radius, 0);
        FixedPoint variance = weights
            .Select((weight, index) => (index - radius) * (index - radius) * weight)
            .Aggregate(FixedPoint.Zero, static (sum, value) => sum + value);
        return Functions.Sqrt(variance).ToRational();
    }
}
