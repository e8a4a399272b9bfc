using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Parsing.Options;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Hints;

/// <summary>
/// CONV213: an even number of taps, which has no middle one, and no anchor that says which lies on the output sample. Libraries choose
/// differently. Whoever brings weights at run time brings the anchor that they are made for as well; with a stride that a size of two or
/// more goes with, as in
/// pooling, all mean the same windows.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EvenAnchorAnalyzer()
    : HintAnalyzer(
        "CONV213",
        "An even kernel has no middle tap",
        "The kernel of '{0}' has {1} taps {2}, so its result lies half a sample off; tap {3} is taken for the middle, which Anchor "
            + "= new[] {{ {4} }} says openly"
    )
{
    private protected override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, ConvolutionModel model)
    {
        OperationDeclaration operation = analysis.Declaration.Operations[0];
        if (model.Mode != OutputMode.Same || operation.Anchor is not null || model.Layer is not null || model.Kernel.Weights is null)
        {
            return;
        }

        (AxisGeometry Geometry, string Name)[] axes = model.Form.Axes switch
        {
            1 => [(model.Horizontal, "on its only axis")],
            2 => [(model.Vertical, "down a column"), (model.Horizontal, "along a row")],
            _ => [(model.Depth, "through the planes"), (model.Vertical, "down a column"), (model.Horizontal, "along a row")],
        };
        if (!Array.Exists(axes, static axis => IsEven(axis.Geometry)))
        {
            return;
        }

        (AxisGeometry even, string name) = Array.FindLast(axes, static axis => IsEven(axis.Geometry));
        string anchor = string.Join(", ", axes.Select(static axis => MessageText.Text(axis.Geometry.Size / 2)));
        ReportAt(
            context,
            analysis,
            RefusalSite.Operation(0),
            anchor,
            MessageText.Text(even.Size),
            name,
            MessageText.Text(even.Size / 2),
            anchor
        );
    }

    private static bool IsEven(AxisGeometry axis) => axis.Size % 2 == 0 && axis.Stride == 1;
}
