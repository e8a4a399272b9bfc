using System;

namespace ConvGen;

/// <summary>
/// The kernel is slid over the source as written: <c>y[n] = sum over j of K[j] * x[n * stride + j * dilation - before]</c>.
/// </summary>
/// <remarks>
/// Goes on a partial method, beside <see cref="KernelAttribute"/>, <see cref="KernelShapeAttribute"/> or <see cref="KernelFileAttribute"/>;
/// the body is generated.
/// OpenCV's <c>filter2D</c> and the "convolution" layers of deep-learning libraries compute this.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class CorrelationAttribute : OperationAttribute { }
