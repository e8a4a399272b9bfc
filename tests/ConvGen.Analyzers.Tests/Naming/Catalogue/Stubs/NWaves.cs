using System.Collections.Generic;

namespace NWaves.Signals
{
    public class DiscreteSignal
    {
        public DiscreteSignal(int samplingRate, float[] samples, bool allocateNew = false) => throw null!;

        public DiscreteSignal(int samplingRate, IEnumerable<float> samples) => throw null!;
    }

    public class ComplexDiscreteSignal
    {
        public ComplexDiscreteSignal(int samplingRate, double[] real, double[]? imag = null, bool allocateNew = false) => throw null!;
    }
}

namespace NWaves.Filters.Base
{
    public enum FilteringMethod
    {
        Auto,
        DifferenceEquation,
        OverlapAdd,
        OverlapSave,
    }
}

namespace NWaves.Operations
{
    using NWaves.Filters.Base;
    using NWaves.Signals;

    public static class Operation
    {
        public static DiscreteSignal Convolve(DiscreteSignal signal, DiscreteSignal kernel) => throw null!;

        public static ComplexDiscreteSignal Convolve(ComplexDiscreteSignal signal, ComplexDiscreteSignal kernel) => throw null!;

        public static double[] Convolve(double[] input, double[] kernel) => throw null!;

        public static DiscreteSignal CrossCorrelate(DiscreteSignal signal1, DiscreteSignal signal2) => throw null!;

        public static ComplexDiscreteSignal CrossCorrelate(ComplexDiscreteSignal signal1, ComplexDiscreteSignal signal2) => throw null!;

        public static DiscreteSignal BlockConvolve(
            DiscreteSignal signal,
            DiscreteSignal kernel,
            int fftSize,
            FilteringMethod method = FilteringMethod.OverlapSave
        ) => throw null!;
    }
}

namespace NWaves.Operations.Convolution
{
    using NWaves.Signals;

    public class Convolver
    {
        public Convolver(int fftSize = 0) => throw null!;

        public DiscreteSignal Convolve(DiscreteSignal signal, DiscreteSignal kernel) => throw null!;

        public void Convolve(float[] input, float[] kernel, float[] output) => throw null!;

        public DiscreteSignal CrossCorrelate(DiscreteSignal signal1, DiscreteSignal signal2) => throw null!;

        public void CrossCorrelate(float[] input1, float[] input2, float[] output) => throw null!;
    }

    public class ComplexConvolver
    {
        public ComplexDiscreteSignal Convolve(ComplexDiscreteSignal signal, ComplexDiscreteSignal kernel, int fftSize = 0) => throw null!;

        public ComplexDiscreteSignal CrossCorrelate(ComplexDiscreteSignal signal1, ComplexDiscreteSignal signal2, int fftSize = 0) =>
            throw null!;
    }

    public class OlaBlockConvolver
    {
        public OlaBlockConvolver(IEnumerable<float> kernel, int fftSize) => throw null!;
    }

    public class OlaBlockConvolver64
    {
        public OlaBlockConvolver64(IEnumerable<double> kernel, int fftSize) => throw null!;
    }

    public class OlsBlockConvolver
    {
        public OlsBlockConvolver(IEnumerable<float> kernel, int fftSize) => throw null!;
    }

    public class OlsBlockConvolver64
    {
        public OlsBlockConvolver64(IEnumerable<double> kernel, int fftSize) => throw null!;
    }
}
