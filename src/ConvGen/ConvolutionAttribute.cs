using System;

namespace ConvGen;

/// <summary>
/// The kernel is reversed on every spatial axis, then slid over the source: <c>y[n] = sum over j of K[size - 1 - j] * x[n * stride + j *
/// dilation - before]</c>.
/// </summary>
/// <remarks>
/// Goes on a partial method, beside <see cref="KernelAttribute"/>, <see cref="KernelShapeAttribute"/> or <see cref="KernelFileAttribute"/>;
/// the body is generated.
/// SciPy's <c>convolve</c> and MATLAB's <c>conv2</c> compute this.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class ConvolutionAttribute : OperationAttribute { }
