namespace ConvGen.Analyzers.Naming.Loops.Subscripts;

/// <summary>What a subscript is.</summary>
/// <param name="Polynomial">Its value away from the border.</param>
/// <param name="Folds">What was looked through.</param>
internal sealed record IndexValue(IndexPolynomial Polynomial, IndexFolds Folds)
{
    /// <summary>A plain value.</summary>
    public IndexValue(IndexPolynomial polynomial)
        : this(polynomial, IndexFolds.None) { }
}
