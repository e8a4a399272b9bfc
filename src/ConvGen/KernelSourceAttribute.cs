using System;

namespace ConvGen;

/// <summary>What the attributes that name a kernel share. Several on one method make several kernels, which read the source once.</summary>
public abstract class KernelSourceAttribute : Attribute
{
    private protected KernelSourceAttribute() { }

    /// <summary>
    /// The name of the parameter that receives this kernel's result, where several kernels have destinations of their own. Default:
    /// <c>destination</c>, or with <see cref="OperationAttribute.Combine"/> what all
    /// kernels make together.
    /// </summary>
    /// <example>
    /// <code>
    /// [Correlation, SobelKernel(Axis.Columns, Output = "slopeX"), SobelKernel(Axis.Rows, Output = "slopeY")]
    /// static partial void Slopes(ReadOnlySpan&lt;byte&gt; source, int width, int height, Span&lt;short&gt; slopeX, Span&lt;short&gt;
    /// slopeY);
    /// </code>
    /// </example>
    public string? Output { get; set; }
}
