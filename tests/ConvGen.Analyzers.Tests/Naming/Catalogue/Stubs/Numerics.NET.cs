using System;

namespace Numerics.NET
{
    using Numerics.NET.SignalProcessing;

    public class Vector<T> { }

    public static class Vector
    {
        public static Vector<T> Create<T>(params T[] values) => throw null!;
    }

    public static class SignalMath
    {
        public static Vector<T> Convolve<T>(Vector<T> signal, Vector<T> kernel, ConvolutionMode mode = ConvolutionMode.FullLength) =>
            throw null!;

        public static void Convolve<T>(
            ReadOnlySpan<T> signal,
            ReadOnlySpan<T> kernel,
            Span<T> result,
            ConvolutionMode mode = ConvolutionMode.FullLength
        ) => throw null!;

        public static Vector<T> Correlate<T>(Vector<T> signal, Vector<T> kernel, ConvolutionMode mode = ConvolutionMode.FullLength) =>
            throw null!;

        public static void Correlate<T>(
            ReadOnlySpan<T> signal,
            ReadOnlySpan<T> kernel,
            Span<T> result,
            ConvolutionMode mode = ConvolutionMode.FullLength
        ) => throw null!;
    }
}

namespace Numerics.NET.SignalProcessing
{
    public enum ConvolutionMode
    {
        FullLength = 0,
        SameAsSignal = 1,
        NoPadding = 2,
    }

    public abstract class KernelProcessor<T>
    {
        public Vector<T> Convolve(Vector<T> signal) => throw null!;

        public void Convolve(ReadOnlySpan<T> signal, Span<T> result) => throw null!;

        public Vector<T> Correlate(Vector<T> signal) => throw null!;

        public void Correlate(ReadOnlySpan<T> signal, Span<T> result) => throw null!;
    }
}
