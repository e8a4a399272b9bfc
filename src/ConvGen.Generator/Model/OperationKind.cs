namespace ConvGen.Generator.Model;

/// <summary>What is computed with the kernel.</summary>
internal enum OperationKind
{
    /// <summary>The kernel is reversed on every spatial axis.</summary>
    Convolution,

    /// <summary>The kernel is used as written.</summary>
    Correlation,
}
