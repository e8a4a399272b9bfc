namespace ConvGen.Generator.Model;

/// <summary>What is computed.</summary>
internal enum OperationKind
{
    /// <summary>The kernel is reversed on every spatial axis.</summary>
    Convolution,

    /// <summary>The kernel is used as written.</summary>
    Correlation,

    /// <summary>No sum: the windows of an image are written as the rows of a matrix.</summary>
    Unfold,

    /// <summary>The adjoint of <see cref="Unfold"/>: the rows of a matrix are added to an image.</summary>
    Fold,
}
