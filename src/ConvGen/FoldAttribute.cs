using System;

namespace ConvGen;

/// <summary>
/// Adds the rows of a window matrix back to where <see cref="UnfoldAttribute"/> with the same options takes them from (elsewhere called
/// col2im): each sample of the image becomes
/// the sum of all places in the matrix that show it, and 0 where none does.
/// </summary>
/// <remarks>
/// <para>
/// Goes on a partial method, beside a <see cref="KernelShapeAttribute"/> that gives the size of a window and, as <c>InputChannels</c>, the
/// channels of the image; the body is
/// generated. <c>void Image(ReadOnlySpan&lt;T&gt; source, int width, int height, Span&lt;T&gt; destination)</c> takes the matrix as its
/// source; width and height are the image's. A method with one
/// axis takes <c>int length</c>. <c>sourcePitch</c> counts elements from one row of the matrix to the next, <c>destinationPitch</c> from
/// one row of the image to the next.
/// </para>
/// <para>
/// It is the adjoint of unfolding: the inner product of <c>Unfold(x)</c> with M equals that of x with <c>Fold(M)</c>. A border that takes
/// its values from the image adds to the
/// samples that it takes them from; what a constant border stands for is added to nothing, whatever its value.
/// </para>
/// <para>
/// Each sum starts at 0 and is taken in one order on every machine: rows of the window from the first to the last, for each of them the
/// windows that show the sample there
/// from top to bottom, then columns of the window and windows from left to right in the same way; away from edges that is the row-major
/// order of the places in a window.
/// Sums of <c>float</c> and <c>double</c> are rounded after each addition, sums of <c>Half</c> are formed in <c>float</c> and rounded once
/// more at the end. Sums of integers are exact, and limited to what the
/// destination's type holds.
/// </para>
/// <para>
/// The name is PyTorch's, whose matrix is the transpose, channels outermost.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class FoldAttribute : WindowAttribute { }
