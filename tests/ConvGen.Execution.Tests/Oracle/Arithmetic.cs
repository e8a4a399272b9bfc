using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Oracle;

/// <summary>Which type a declaration's sums are formed in.</summary>
internal static class Arithmetic
{
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
            bool isNarrow = declared.Source.Bits() <= 16 && (declared.Kernel is null || declared.Kernel.Value.Bits() <= 16);
            return isNarrow && declared.Destination == Element.Single ? Element.Single : Element.Double;
        }

        return Any(declared, static part => part == Element.Double) ? Element.Double : Element.Single;
    }

    private static bool Any(Declared declared, Func<Element, bool> isSo) =>
        isSo(declared.Source) || isSo(declared.Destination) || (declared.Kernel is { } kernel && isSo(kernel));
}
