using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops.Elements;

/// <summary>An expression without what does not change which element it means: conversions and parentheses.</summary>
internal static class Unwrapped
{
    /// <summary>The expression inside; null stays null.</summary>
    public static IOperation? Of(IOperation? operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }
}
