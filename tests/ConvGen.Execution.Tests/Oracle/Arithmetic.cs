using System.Numerics;
using System.Runtime.CompilerServices;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Oracle;

/// <summary>Which type a declaration's sums are formed in.</summary>
internal static class Arithmetic
{
    /// <summary>Answers about written weights, which are asked for with every sample.</summary>
    private static readonly ConditionalWeakTable<Declared, StrongBox<bool>> Narrow = [];

    /// <summary>Whether source, weights and destination are all integers, so that the result is exact.</summary>
    public static bool IsExact(Declared declared) =>
        !declared.Source.IsFloating() && !declared.Destination.IsFloating() && declared.Kernel?.IsFloating() != true;

    /// <summary>The accumulator of a declaration that is not exact.</summary>
    public static Element Accumulator(Declared declared)
    {
        if (!declared.Destination.IsFloating())
        {
            return Any(declared, static part => part == Element.Double || (!part.IsFloating() && part.Bits() >= 32))
                ? Element.Double
                : Element.Single;
        }

        if (!declared.Source.IsFloating())
        {
            return declared.Destination == Element.Single && declared.Source.Bits() <= 16 && HasNarrowKernel(declared)
                ? Element.Single
                : Element.Double;
        }

        return Any(declared, static part => part == Element.Double) ? Element.Double : Element.Single;
    }

    /// <summary>Whether weights have at most 16 bits: those of run time by their type, written ones by what they are where they are whole.</summary>
    private static bool HasNarrowKernel(Declared declared) =>
        declared.Kernel is { } kernel
            ? kernel.Bits() <= 16
            : Narrow.GetValue(declared, static written => new StrongBox<bool>(written.ExactWeights().All(IsNarrow))).Value;

    private static bool IsNarrow(Fraction weight) => !weight.Denominator.IsOne || BigInteger.Abs(weight.Numerator) <= ushort.MaxValue;

    private static bool Any(Declared declared, Func<Element, bool> isSo) =>
        isSo(declared.Source) || isSo(declared.Destination) || (declared.Kernel is { } kernel && isSo(kernel));
}
