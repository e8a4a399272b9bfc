using ConvGen.Analyzers.Naming.Loops.Elements;
using ConvGen.Analyzers.Naming.Loops.Subscripts;
using ConvGen.Analyzers.Naming.Loops.Sums;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Loops.Solving;

/// <summary>Solves the axes of a scattered sum: <c>y[i + k] += x[i] * h[k]</c> is a convolution, <c>y[i - k]</c> a correlation.</summary>
internal static class ScatterSolver
{
    /// <summary>Adds the axes that the result's subscripts join; false where a direction is not proven.</summary>
    public static bool TrySolve(LoopBody body, Accumulation sum, List<AxisSign> axes)
    {
        if (sum.Targets.Length != 1)
        {
            return true;
        }

        foreach (IOperation loop in sum.Outer)
        {
            IndexAtom second = body.CounterOf(loop);
            if (!sum.Second.Varies(loop) || sum.First.Varies(loop))
            {
                continue;
            }

            foreach (IOperation other in sum.Outer)
            {
                IndexAtom first = body.CounterOf(other);
                if (
                    other == loop
                    || !sum.First.Varies(other)
                    || sum.Second.Varies(other)
                    || JoinedIn(sum.Targets[0], first, second) is not { } index
                )
                {
                    continue;
                }

                if (Solve(sum, first, second, index) is not { } axis)
                {
                    return false;
                }

                axes.Add(axis);
            }
        }

        return true;
    }

    /// <summary>The subscript in which two counters stand with the same step.</summary>
    private static IndexPolynomial? JoinedIn(ElementAccess target, IndexAtom first, IndexAtom second) =>
        target
            .Indices.Select(index => index.Polynomial)
            .FirstOrDefault(index =>
                index.CoefficientOf(first)?.RatioTo(index.CoefficientOf(second) ?? IndexPolynomial.Zero) is { Unit: 1 or -1 }
            );

    private static AxisSign? Solve(Accumulation sum, IndexAtom first, IndexAtom second, IndexPolynomial target)
    {
        if (
            AxisSolver.DimensionOf(sum.First, first) is not (>= 0 and { } firstDimension)
            || AxisSolver.DimensionOf(sum.Second, second) is not (>= 0 and { } secondDimension)
            || sum.Targets[0].Folds is not (IndexFolds.None or IndexFolds.Wrap or IndexFolds.Clamp)
        )
        {
            return null;
        }

        int one =
            OutputFinder.SignOf(sum.First.Indices[firstDimension].Polynomial.CoefficientOf(first)!)
            * OutputFinder.SignOf(target.CoefficientOf(first)!);
        int two =
            OutputFinder.SignOf(sum.Second.Indices[secondDimension].Polynomial.CoefficientOf(second)!)
            * OutputFinder.SignOf(target.CoefficientOf(second)!);
        return (one, two) switch
        {
            (1, 1) => new AxisSign(second, true, true, firstDimension, secondDimension),
            (1, -1) => new AxisSign(second, false, true, firstDimension, secondDimension),
            (-1, 1) => new AxisSign(first, false, false, firstDimension, secondDimension),
            _ => null,
        };
    }
}
