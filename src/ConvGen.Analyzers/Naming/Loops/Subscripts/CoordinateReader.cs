using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Loops.Solving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops.Subscripts;

/// <summary>
/// Finds the sums that a body keeps from falling below zero, such as <c>n * stride - padding + k</c> in <c>if (at &lt; 0) continue;</c>.
/// What is added up there
/// lies on one axis: a step over rows and a place in a row are never negative together.
/// </summary>
internal sealed class CoordinateReader(LoopBody body)
{
    private ImmutableArray<IndexPolynomial>? coordinates;

    /// <summary>
    /// Whether two unknowns of a subscript are added up to such a coordinate, and whether they have the same sign there; null where they
    /// are not.
    /// </summary>
    public bool? IsSameWay(IndexPolynomial index, IndexAtom one, IndexAtom other)
    {
        IndexPolynomial ofOne = index.CoefficientOf(one)!;
        IndexPolynomial ofOther = index.CoefficientOf(other)!;
        foreach (IndexPolynomial coordinate in coordinates ??= Find())
        {
            if (
                coordinate.CoefficientOf(one) is not { IsZero: false } stepOfOne
                || coordinate.CoefficientOf(other) is not { IsZero: false } stepOfOther
                || ofOne.RatioTo(stepOfOne) is not { } pitch
                || ofOther.RatioTo(stepOfOther) is not { } same
                || !pitch.Equals(same)
            )
            {
                continue;
            }

            int sign = OutputFinder.SignOf(stepOfOne) * OutputFinder.SignOf(stepOfOther);
            return sign == 0 ? null : sign > 0;
        }

        return null;
    }

    private ImmutableArray<IndexPolynomial> Find() =>
        body
            .Tree.All.OfType<IBinaryOperation>()
            .Select(Bounded)
            .OfType<IOperation>()
            .Select(bounded => body.Indices.Read(bounded).Polynomial)
            .Where(MayBeNegative)
            .ToImmutableArray();

    /// <summary>The side of a comparison that is asked whether it lies below zero.</summary>
    private static IOperation? Bounded(IBinaryOperation comparison) =>
        comparison.OperatorKind
            is not (
                BinaryOperatorKind.LessThan
                or BinaryOperatorKind.LessThanOrEqual
                or BinaryOperatorKind.GreaterThan
                or BinaryOperatorKind.GreaterThanOrEqual
            )
            ? null
        : comparison.RightOperand.ConstantValue is { HasValue: true, Value: 0 or -1 } || IsUnsigned(comparison.LeftOperand)
            ? comparison.LeftOperand
        : comparison.LeftOperand.ConstantValue is { HasValue: true, Value: 0 or -1 } || IsUnsigned(comparison.RightOperand)
            ? comparison.RightOperand
        : null;

    /// <summary><c>(uint)at &lt; (uint)length</c> asks both ends at once.</summary>
    private static bool IsUnsigned(IOperation operand) =>
        operand
            is IConversionOperation
            {
                IsImplicit: false,
                Type.SpecialType: SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_UIntPtr,
                Operand.Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_IntPtr,
            };

    /// <summary>
    /// Whether something is taken away that no loop counts; without that a place is not negative, and the question is only caution.
    /// </summary>
    private static bool MayBeNegative(IndexPolynomial polynomial) =>
        polynomial.Terms.Any(term =>
            term.Factor.Sign < 0 && term.Atoms.All(atom => atom.Kind is IndexAtomKind.Fixed or IndexAtomKind.Parameter)
        );
}
