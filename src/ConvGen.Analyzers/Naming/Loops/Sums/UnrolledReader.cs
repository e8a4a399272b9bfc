using System.Collections.Immutable;
using System.Numerics;
using ConvGen.Analyzers.Naming.Loops.Elements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops.Sums;

/// <summary>
/// Reads a sum that is written out tap by tap: <c>x[i - 1, j - 1] * k[0, 0] + x[i - 1, j] * k[0, 1] + ...</c>. Only with two axes: a
/// written-out row may as
/// well be the three colours of a pixel and their shares.
/// </summary>
internal sealed class UnrolledReader(LoopBody body)
{
    private const int FewestTaps = 4;
    private const int MostTaps = 128;
    private const int Axes = 2;

    /// <summary>One product of the sum.</summary>
    private sealed record Tap(IOperation Product, ElementAccess Source, ElementAccess Kernel);

    /// <summary>
    /// The first product and its elements, and whether each axis of the kernel runs opposite to the source's; null where that is not
    /// proven.
    /// </summary>
    public (IOperation Product, ElementAccess Source, ElementAccess Kernel, ImmutableArray<(int InSource, bool IsOpposite)> Axes)? Read(
        IOperation operation
    )
    {
        IOperation? value = operation switch
        {
            ISimpleAssignmentOperation assignment => assignment.Value,
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } assignment => assignment.Value,
            IVariableDeclaratorOperation declarator => declarator.GetVariableInitializer()?.Value,
            IReturnOperation result => result.ReturnedValue,
            _ => null,
        };
        if (Unwrapped.Of(value) is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum)
        {
            return null;
        }

        List<Tap> taps = [];
        if (!Collect(sum, taps) || taps.Count < FewestTaps)
        {
            return null;
        }

        Tap first = taps[0];
        bool areAlike =
            first.Kernel.Indices.Length == Axes
            && first.Source.Indices.Length == Axes
            && !first.Source.IsOf(first.Kernel)
            && taps.TrueForAll(tap =>
                tap.Source.IsOf(first.Source)
                && tap.Kernel.IsOf(first.Kernel)
                && tap.Source.Indices.Length == Axes
                && tap.Kernel.Indices.Length == Axes
            );
        return areAlike && Solve(taps) is { } axes ? (first.Product, first.Source, first.Kernel, axes) : null;
    }

    private bool Collect(IOperation expression, List<Tap> taps)
    {
        // Sums lean to the left, and generated ones are long: the spine is walked and not descended.
        IOperation operation = Unwrapped.Of(expression)!;
        for (int terms = 0; operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null } sum; terms++)
        {
            if (terms > MostTaps || taps.Count > MostTaps || !Collect(sum.RightOperand, taps))
            {
                return false;
            }

            operation = Unwrapped.Of(sum.LeftOperand)!;
        }

        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply, OperatorMethod: null } product
                when body.Elements.Read(product.LeftOperand) is { } left && body.Elements.Read(product.RightOperand) is { } right:
                bool isLeftKernel = IsConstant(left);
                if (isLeftKernel == IsConstant(right))
                {
                    return false;
                }

                taps.Add(isLeftKernel ? new Tap(product, right, left) : new Tap(product, left, right));
                return true;
            default:
                return false;
        }
    }

    private static bool IsConstant(ElementAccess element) => element.Indices.All(index => index.Polynomial.Constant is not null);

    /// <summary>
    /// For every axis of the kernel the source's axis that moves by the same steps, or by the opposite ones; null where none or several do.
    /// </summary>
    private static ImmutableArray<(int InSource, bool IsOpposite)>? Solve(List<Tap> taps)
    {
        ImmutableArray<(int InSource, bool IsOpposite)>.Builder axes = ImmutableArray.CreateBuilder<(int InSource, bool IsOpposite)>();
        for (int axis = 0; axis < Axes; axis++)
        {
            List<(int InSource, bool IsOpposite)> found = [];
            for (int inSource = 0; inSource < Axes; inSource++)
            {
                if (Sign(taps, axis, inSource) is { } isOpposite)
                {
                    found.Add((inSource, isOpposite));
                }
            }

            if (found.Count != 1)
            {
                return null;
            }

            axes.Add(found[0]);
        }

        return axes[0].InSource != axes[1].InSource ? axes.ToImmutable() : null;
    }

    private static bool? Sign(List<Tap> taps, int axis, int inSource)
    {
        bool isSame = true;
        bool isOpposite = true;
        foreach (Tap tap in taps)
        {
            if ((tap.Source.Indices[inSource].Polynomial - taps[0].Source.Indices[inSource].Polynomial).Constant is not { } moved)
            {
                return null;
            }

            BigInteger step = tap.Kernel.Indices[axis].Polynomial.Constant!.Value - taps[0].Kernel.Indices[axis].Polynomial.Constant!.Value;
            isSame &= moved == step;
            isOpposite &= moved == -step;
        }

        return isSame == isOpposite ? null : isOpposite;
    }
}
