namespace ConvGen.Analyzers.Naming.Loops.Subscripts;

/// <summary>A spatial axis as it was solved.</summary>
/// <param name="Tap">The counter that runs over the taps.</param>
/// <param name="IsOpposite">Whether it runs opposite ways in both elements.</param>
/// <param name="IsFirstSource">Whether the first element is the source.</param>
/// <param name="FirstDimension">The subscript of the first element.</param>
/// <param name="SecondDimension">The subscript of the second element.</param>
/// <param name="IsCertain">False where a moving pointer alone ties the axis to the result; another axis must be certain.</param>
/// <param name="IsLag">Whether the output stands in both elements, and cancels.</param>
internal sealed record AxisSign(
    IndexAtom Tap,
    bool IsOpposite,
    bool IsFirstSource,
    int FirstDimension,
    int SecondDimension,
    bool IsCertain = true,
    bool IsLag = false
);
