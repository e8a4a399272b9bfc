using System.Collections.Immutable;
using System.Globalization;
using ConvGen.CodeFixes.Lifting.Nests;
using ConvGen.Generator.Model;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.CodeFixes.Lifting.Writing;

/// <summary>Writes the attributes of a declaration.</summary>
internal static class DeclarationWriter
{
    private const int LongLine = 140;

    /// <summary>The attribute lists, a line each.</summary>
    public static ImmutableArray<string> Attributes(LoopSolution solution, OperationKind operation)
    {
        string options = string.Join(", ", Options(solution));
        string first = operation + (options.Length == 0 ? "" : "(" + options + ")");
        string second = Kernel(solution);
        return first.Length + second.Length > LongLine ? ["[" + first + "]", "[" + second + "]"] : ["[" + first + ", " + second + "]"];
    }

    private static IEnumerable<string> Options(LoopSolution solution)
    {
        if (solution.Mode != OutputMode.Same)
        {
            yield return "Mode = OutputMode." + solution.Mode;
        }

        if (solution.Border != BorderMode.Constant && solution.Mode != OutputMode.Valid)
        {
            yield return "Border = BorderMode." + solution.Border;
        }

        ImmutableArray<LiftedAxis> axes = solution.Axes;
        if (solution.Mode == OutputMode.Same && axes.Any(static axis => axis.Before / axis.Dilation != axis.Size / 2))
        {
            yield return "Anchor = [" + string.Join(", ", axes.Select(static axis => Text(axis.Before / axis.Dilation))) + "]";
        }

        foreach (
            (string one, string several, int[] steps) in new[]
            {
                ("Stride", "Strides", axes.Select(static axis => axis.Stride).ToArray()),
                ("Dilation", "Dilations", axes.Select(static axis => axis.Dilation).ToArray()),
            }
        )
        {
            if (steps.Any(static step => step != 1))
            {
                yield return steps.Distinct().Count() == 1
                    ? one + " = " + Text(steps[0])
                    : several + " = [" + string.Join(", ", steps.Select(Text)) + "]";
            }
        }

        if (solution.Sum is not null)
        {
            yield return "FloatingPoint = FloatingPointMode.Strict";
        }
    }

    private static string Kernel(LoopSolution solution)
    {
        if (solution.Kernel is not null)
        {
            return "KernelShape(" + string.Join(", ", solution.Axes.Select(static axis => Text(axis.Size))) + ")";
        }

        int columns = solution.Axes[solution.Axes.Length - 1].Size;
        IEnumerable<string> rows = Enumerable
            .Range(0, solution.Weights.Length / columns)
            .Select(row => string.Join(" ", solution.Weights.Skip(row * columns).Take(columns).Select(static weight => weight.Text)));
        return "Kernel(\""
            + string.Join("; ", rows)
            + "\""
            + (solution.Divisor == 1 ? "" : ", Divisor = " + solution.Divisor.ToString(CultureInfo.InvariantCulture))
            + ")";
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
