using System;

namespace ConvGen;

/// <summary>
/// Writes the window matrix of an image (elsewhere called im2col): one row a window, and in a row the window's samples from left to right
/// and top to bottom, channels innermost.
/// The product of that matrix with a matrix of kernels is the correlation of the image with each of them.
/// </summary>
/// <remarks>
/// <para>
/// Goes on a partial method, beside a <see cref="KernelShapeAttribute"/> that gives the size of a window and, as <c>InputChannels</c>, the
/// channels of the image; the body is
/// generated. <c>void Windows(ReadOnlySpan&lt;T&gt; source, int width, int height, Span&lt;T&gt; destination)</c> writes, for an image of
/// one channel,
/// <c>destination[(i * outputWidth + j) * (rows * columns) + r * columns + c] = source[i * stride + r * dilation - before, j * stride + c *
/// dilation - before]</c>.
/// There are as many windows as <see cref="CorrelationAttribute"/> with the same options has outputs, in the same order. <c>sourcePitch</c>
/// counts elements from one row of
/// the image to the next, <c>destinationPitch</c> from one row of the matrix to the next. A kernel in <see cref="KernelLayout.InputFirst"/>
/// is, as it stands, the second factor.
/// </para>
/// <para>
/// The name is PyTorch's, whose matrix is the transpose, channels outermost: <c>torch.nn.functional.unfold</c> makes one column a window,
/// and in a column all places of the first channel come first.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class UnfoldAttribute : WindowAttribute
{
    /// <summary>
    /// The value outside the image for <see cref="BorderMode.Constant"/>; the source type must be able to hold it. Default: 0.
    /// </summary>
    public double BorderValue { get; set; }
}
