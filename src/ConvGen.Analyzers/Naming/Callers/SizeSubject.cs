using ConvGen.Analyzers.Naming.Execution.Spots;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Callers;

/// <summary>A size of an argument: the number itself, or the extent of an array along a dimension.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Dimension">The dimension, or <see cref="Itself"/>.</param>
internal readonly record struct SizeSubject(IParameterSymbol Parameter, int Dimension)
{
    /// <summary>The argument is a number.</summary>
    public const int Itself = -1;

    /// <summary>How many extents an argument has; none where it is no array and no span.</summary>
    public static int RankOf(IParameterSymbol parameter) =>
        parameter.Type is IArrayTypeSymbol array ? array.Rank
        : ObjectModel.IsSpan(parameter.Type) ? 1
        : 0;
}
