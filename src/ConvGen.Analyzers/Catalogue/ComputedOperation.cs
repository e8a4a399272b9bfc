namespace ConvGen.Analyzers.Catalogue;

/// <summary>What a catalogued method computes.</summary>
internal enum ComputedOperation
{
    /// <summary>The kernel is reversed on every spatial axis.</summary>
    Convolution,

    /// <summary>The kernel is used as written.</summary>
    Correlation,

    /// <summary>The adjoint of a strided correlation; with stride 1 a full convolution.</summary>
    TransposedConvolution,

    /// <summary>A sum of squared differences, or another distance: lower is more alike.</summary>
    Distance,

    /// <summary>A normalised score of two images, from -1 to 1.</summary>
    NormalizedScore,

    /// <summary>A statistic of two samples, such as Pearson's coefficient.</summary>
    Statistic,

    /// <summary>Its documentation does not say which way the kernel runs.</summary>
    Unspecified,
}
