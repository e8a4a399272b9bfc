using ConvGen.Analyzers.Naming.Loops.Elements;
using ConvGen.Analyzers.Naming.Loops.Subscripts;
using ConvGen.Analyzers.Naming.Loops.Sums;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Loops.Solving;

/// <summary>
/// Solves an axis where the output stands in both elements, because the loop over the taps begins at a place that depends on it:
/// <c>for (j = n - r; ...) sum += x[j] * h[n - j + r]</c>. One of the elements must be subscripted with the loop's variable alone.
/// </summary>
internal static class LagSolver
{
    /// <summary>The axis, or null where it is not proven.</summary>
    public static AxisSign? Solve(LoopBody body, Accumulation sum, IndexAtom tap, int first, int second)
    {
        IndexPolynomial one = sum.First.Indices[first].Polynomial;
        IndexPolynomial two = sum.Second.Indices[second].Polynomial;
        if (
            one.CoefficientOf(tap) is not { Unit: not 0 } factorOfOne
            || two.CoefficientOf(tap) is not { Unit: not 0 } factorOfTwo
            || (!IsVariable(body, sum.First, first, tap, one) && !IsVariable(body, sum.Second, second, tap, two))
        )
        {
            return null;
        }

        bool isOpposite = factorOfOne.Unit != factorOfTwo.Unit;
        IndexPolynomial rest = isOpposite ? one + two : one - two;
        IndexAtom[] outer =
        [
            .. rest.Atoms.Where(atom =>
                atom.Kind is not (IndexAtomKind.Fixed or IndexAtomKind.Parameter)
                || sum.Targets.Any(target => target.Indices.Any(index => index.Polynomial.Atoms.Contains(atom)))
            ),
        ];
        if (
            outer.Length != 1
            || outer[0].Kind is not (IndexAtomKind.Counter or IndexAtomKind.Parameter)
            || rest.CoefficientOf(outer[0]) is not { Unit: not 0 } factorOfOuter
            || sum.Targets.Length > 1
        )
        {
            return null;
        }

        bool isUp = factorOfOuter.Unit > 0;
        if (sum.Targets.Length == 1)
        {
            IndexPolynomial? target = sum.Targets[0]
                .Indices.Select(index => index.Polynomial)
                .FirstOrDefault(index => index.Atoms.Contains(outer[0]));
            int sign = target?.CoefficientOf(outer[0]) is { } factor ? OutputFinder.SignOf(factor) : 0;
            if (sign == 0)
            {
                return null;
            }

            isUp ^= sign < 0;
        }

        return isOpposite && !isUp ? null : new AxisSign(tap, isOpposite, isOpposite || isUp, first, second, true, true);
    }

    /// <summary>Whether a subscript is nothing but the variable of the loop over the taps, and a constant.</summary>
    private static bool IsVariable(LoopBody body, ElementAccess element, int dimension, IndexAtom tap, IndexPolynomial index)
    {
        SyntaxNode subscript = element.Subscripts[dimension];
        return IndexNames
            .VariablesIn(body, subscript, tap)
            .Any(variable => (body.Variables.Read(variable.Symbol, variable.Place).Polynomial - index).Constant is not null);
    }
}
