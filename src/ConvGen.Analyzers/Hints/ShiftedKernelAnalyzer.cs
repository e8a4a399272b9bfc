using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Hints;

/// <summary>
/// CONV212: a blur that is symmetric about a place that does not lie on the output sample: it shifts the image as well. A kernel without
/// such a place, as an exponential average, a single tap, which is a shift and nothing else, and a written anchor by which a signal is
/// averaged over its past say what they do.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShiftedKernelAnalyzer()
    : HintAnalyzer(
        "CONV212",
        "The kernel shifts what it blurs",
        "'{0}' shifts the result by {1}, because its weights lie around another place than the anchor; {2}",
        DiagnosticSeverity.Warning
    )
{
    private protected override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, ConvolutionModel model)
    {
        if (
            model.Layer is not null
            || model.Form.IsVolume
            || model.Mode != OutputMode.Same
            || model.Kernel.Weights is not { } written
            || written.Any(static weight => weight.Numerator.Sign < 0)
        )
        {
            return;
        }

        int rows = model.Kernel.Rows,
            columns = model.Kernel.Columns;
        Rational[] applied = [.. model.Operation == OperationKind.Convolution ? written.Reverse() : written];
        int[] places = [.. Enumerable.Range(0, applied.Length).Where(index => !applied[index].IsZero)];
        if (places.Length < 2)
        {
            return;
        }

        (int First, int Last) down = (places.Min(place => place / columns), places.Max(place => place / columns));
        (int First, int Last) along = (places.Min(place => place % columns), places.Max(place => place % columns));
        bool isSymmetric = places.All(place =>
            applied[(((down.First + down.Last) - (place / columns)) * columns) + (along.First + along.Last) - (place % columns)]
                .Equals(applied[place])
        );
        int rowAnchor = model.Vertical.Before / model.Vertical.Dilation,
            columnAnchor = model.Horizontal.Before / model.Horizontal.Dilation;
        int shiftDown = ((2 * rowAnchor) - (down.First + down.Last)) * model.Vertical.Dilation,
            shiftRight = ((2 * columnAnchor) - (along.First + along.Last)) * model.Horizontal.Dilation;

        // Half a sample is what an even number of taps cannot do without.
        bool isSeen = Math.Abs(shiftDown) > model.Vertical.Dilation || Math.Abs(shiftRight) > model.Horizontal.Dilation;
        bool isAnchored = analysis.Declaration.Operations[0].Anchor is not null;
        if (isSymmetric && isSeen && !(isAnchored && IsCausal(model)))
        {
            ReportAt(
                context,
                analysis,
                isAnchored ? RefusalSite.Option("Anchor") : RefusalSite.Kernel,
                null,
                Shift(shiftDown, shiftRight, model.Form.Axes),
                isAnchored
                    ? "remove Anchor, or write the tap around which the weights lie"
                    : $"write Anchor = new[] {{ {Anchor(model, down, along)} }}, or weights around the middle of the kernel"
            );
        }
    }

    /// <summary>Whether a result comes from a sample of a signal and those before it: it is filtered while it arrives.</summary>
    private static bool IsCausal(ConvolutionModel model) =>
        model.Form.Axes == 1 && model.Horizontal.Before == model.Horizontal.EffectiveSize - 1;

    private static string Anchor(ConvolutionModel model, (int First, int Last) down, (int First, int Last) along)
    {
        string column = MessageText.Text((along.First + along.Last + 1) / 2);
        return model.Form.Axes == 1 ? column : MessageText.Text((down.First + down.Last + 1) / 2) + ", " + column;
    }

    /// <summary>As in <c>1 row down and 1/2 column left</c>, from twice as much.</summary>
    private static string Shift(int down, int right, int axes)
    {
        string Part(int twice, string noun, string forwards, string backwards)
        {
            string count =
                twice % 2 == 0 ? MessageText.Count(Math.Abs(twice) / 2, noun) : MessageText.Text(Math.Abs(twice)) + "/2 " + noun + "s";
            return count + " " + (twice > 0 ? forwards : backwards);
        }

        string along =
            right == 0 ? ""
            : axes == 1 ? Part(right, "sample", "later", "earlier")
            : Part(right, "column", "right", "left");
        string vertical = down == 0 ? "" : Part(down, "row", "down", "up");
        return vertical + (vertical.Length > 0 && along.Length > 0 ? " and " : "") + along;
    }
}
