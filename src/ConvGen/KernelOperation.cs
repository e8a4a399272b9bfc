namespace ConvGen;

/// <summary>What a method does with its kernel: the argument of <see cref="KernelOperationAttribute"/>.</summary>
public enum KernelOperation
{
    /// <summary>It reverses the kernel on every spatial axis: <c>y[n] = sum over k of x[n - k] * h[k]</c>.</summary>
    Convolution = 0,

    /// <summary>It uses the kernel as written: <c>y[n] = sum over k of x[n + k] * h[k]</c>.</summary>
    Correlation = 1,
}
