using System.Collections.Immutable;
using System.Numerics;
using ConvGen.Analyzers.Naming.Loops.Elements;
using ConvGen.Analyzers.Naming.Loops.Subscripts;
using ConvGen.Analyzers.Naming.Loops.Sums;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops.Solving;

/// <summary>
/// Finds what places the window: the variable that stands beside a tap's counter in a subscript and chooses the element of the result.
/// </summary>
internal sealed class OutputFinder(LoopBody body, Accumulation sum)
{
    /// <summary>The outputs beside a counter in a subscript.</summary>
    /// <param name="index">The subscript.</param>
    /// <param name="tap">The counter.</param>
    /// <param name="dimensions">How many subscripts the element has.</param>
    public IEnumerable<Output> Beside(IndexPolynomial index, IndexAtom tap, int dimensions)
    {
        IndexPolynomial tapFactor = index.CoefficientOf(tap)!;
        List<Output> found = [];
        foreach (IndexAtom atom in index.Atoms)
        {
            if (
                atom == tap
                || index.CoefficientOf(atom) is not { } factor
                || factor.Atoms.Any(other => other.Kind != IndexAtomKind.Fixed && other.Kind != IndexAtomKind.Parameter)
                || DirectionInResult(atom) is not { } direction
            )
            {
                continue;
            }

            IndexTerm? up = factor.RatioTo(tapFactor);
            IndexTerm? down = tapFactor.RatioTo(factor);
            if (up is { Unit: not 0 } unit)
            {
                found.Add(new Output(atom, unit.Unit > 0, SignOf(factor) * direction, true));
            }
            else if (Ratio(up, tap, dimensions, true) is { } stride)
            {
                found.Add(new Output(atom, stride > 0, SignOf(factor) * direction, true));
            }
            else if (Ratio(down, atom, dimensions, false) is { } dilation)
            {
                found.Add(new Output(atom, dilation > 0, SignOf(factor) * direction, true));
            }
            else if (atom.Kind is IndexAtomKind.Moving && factor.Unit == 1)
            {
                found.Add(new Output(atom, SignOf(tapFactor) > 0, direction, false));
            }
        }

        if (found.Count == 0)
        {
            found.AddRange(OnCoordinate(index, tap));
        }

        // What moves places the window; a parameter does where nothing moves.
        bool isMoved = found.Any(output => output.Atom.Kind != IndexAtomKind.Parameter && output.IsCertain);
        return isMoved ? found.Where(output => output.Atom.Kind != IndexAtomKind.Parameter) : found;
    }

    /// <summary>
    /// A stride or a dilation may have any name where the sum of window and tap is asked whether it lies before the beginning.
    /// </summary>
    private IEnumerable<Output> OnCoordinate(IndexPolynomial index, IndexAtom tap)
    {
        foreach (IndexAtom atom in index.Atoms)
        {
            if (
                atom != tap
                && index.CoefficientOf(atom) is { } factor
                && body.Coordinates.IsSameWay(index, tap, atom) is { } isSameWay
                && DirectionInResult(atom) is { } direction
            )
            {
                yield return new Output(atom, isSameWay, SignOf(factor) * direction, true);
            }
        }
    }

    /// <summary>The sign of a factor whose unknowns are sizes; 0 where it is not known.</summary>
    public static int SignOf(IndexPolynomial factor) =>
        factor.IsZero
        || factor.Atoms.Any(atom => BorderWords.IsSign(atom.Name) || atom.Kind is not (IndexAtomKind.Fixed or IndexAtomKind.Parameter))
            ? 0
        : factor.Terms.All(term => term.Factor.Sign > 0) ? 1
        : factor.Terms.All(term => term.Factor.Sign < 0) ? -1
        : 0;

    /// <summary>1 where an unknown runs forwards in the result, -1 where backwards, null where it does not choose the result.</summary>
    private int? DirectionInResult(IndexAtom atom)
    {
        bool isMoving = atom.Kind is IndexAtomKind.Moving or IndexAtomKind.Varying;
        if (
            isMoving
            && (
                atom.DependsOn.IsEmpty
                || sum.Taps.Any(atom.Varies)
                || (
                    atom.Variable is { } variable
                    && body.WritesTo(variable).Any(write => sum.Taps.Any(tap => Order.Contains(tap, write.Operation)))
                )
            )
        )
        {
            return null;
        }

        if (atom.Kind == IndexAtomKind.Fixed || (atom.Scope is { } scope && sum.Taps.Contains(scope)))
        {
            return null;
        }

        if (sum.Targets.IsEmpty)
        {
            return atom.Kind == IndexAtomKind.Parameter ? (IsBound(atom) ? null : 1) : 1;
        }

        int? direction = null;
        foreach (ElementAccess target in sum.Targets)
        {
            IndexPolynomial? explicitly = target
                .Indices.Select(index => index.Polynomial)
                .FirstOrDefault(index => index.Atoms.Contains(atom));
            int? here = explicitly is not null
                ? explicitly.CoefficientOf(atom) is { } factor && SignOf(factor) is var sign and not 0
                    ? sign
                    : null
                : (atom.Scope is not null && target.Varies(atom.Scope)) || (isMoving && atom.DependsOn.Any(target.Varies))
                    ? 1
                    : null;
            if (here is null || (direction is not null && direction != here))
            {
                return null;
            }

            direction = here;
        }

        return direction;
    }

    /// <summary>Whether a parameter only says how long the sum is: <c>k &lt; n</c>.</summary>
    private bool IsBound(IndexAtom atom) =>
        sum
            .Taps.OfType<IForLoopOperation>()
            .Any(loop =>
                loop.Condition
                    is IBinaryOperation
                    {
                        OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan
                    } condition
                && (
                    body.Indices.Read(condition.RightOperand).Polynomial.Equals(IndexPolynomial.Of(atom))
                    || body.Indices.Read(condition.LeftOperand).Polynomial.Equals(IndexPolynomial.Of(atom))
                )
            );

    /// <summary>
    /// Whether a ratio is a stride or a dilation, and its sign. In a flat array a number may as well be the length of a row: there the loop
    /// over the
    /// smaller steps must be known to reach beyond it.
    /// </summary>
    private int? Ratio(IndexTerm? ratio, IndexAtom smaller, int dimensions, bool isStride)
    {
        if (ratio is not { } term)
        {
            return null;
        }

        bool isProven = term.Atoms.IsEmpty
            ? dimensions > 1
                || (
                    smaller.Scope is IForLoopOperation { Condition: IBinaryOperation condition }
                    && body.Indices.Read(condition.RightOperand).Polynomial.Constant is { } bound
                        ? bound > BigInteger.Abs(term.Factor)
                        : !isStride && smaller.Scope is IForLoopOperation
                )
            : term.Atoms.Length == 1
                && BigInteger.Abs(term.Factor).IsOne
                && (dimensions > 1 && isStride ? BorderWords.IsStride(term.Atoms[0].Name) : BorderWords.IsStep(term.Atoms[0].Name));
        return isProven ? term.Factor.Sign : null;
    }
}
