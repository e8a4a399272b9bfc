using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Hints;

/// <summary>
/// CONV213: an even number of taps, which has no middle one, and no anchor that says which lies on the output sample. Libraries choose differently. Whoever brings weights at run time brings the anchor that they are made for as well; with a stride that a size of two or more goes with, as in
/// pooling, all mean the same windows.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EvenAnchorAnalyzer() : HintAnalyzer(
    "CONV213",
    "An even kernel has no middle tap",
    "The kernel of '{0}' has {1} taps {2}, so its result lies half a sample off; tap {3} is taken for the middle, which Anchor = new[] {{ {4} }} says openly")
{
    private protected override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, ConvolutionModel model)
    {
        OperationDeclaration operation = analysis.Declaration.Operations[0];
        if (model.Mode != OutputMode.Same || operation.Anchor is not null || model.Layer is not null || model.Kernel.Weights is null)
        {
            return;
        }

        bool isEvenDown = model.Kernel.Rows % 2 == 0 && model.Vertical.Stride == 1, isEvenAlong = model.Kernel.Columns % 2 == 0 && model.Horizontal.Stride == 1;
        if (!isEvenDown && !isEvenAlong)
        {
            return;
        }

        int taps = isEvenAlong ? model.Kernel.Columns : model.Kernel.Rows;
        string anchors = Refusals.Text(model.Kernel.Columns / 2);
        string anchor = model.Form.Axes == 1 ? anchors : Refusals.Text(model.Kernel.Rows / 2) + ", " + anchors;
        string axis = model.Form.Axes == 1 ? "" : isEvenAlong ? "along a row" : "down a column";
        ReportAt(context, analysis, RefusalSite.Operation(0), anchor, Refusals.Text(taps), axis.Length == 0 ? "on its only axis" : axis, Refusals.Text(taps / 2), anchor);
    }
}
