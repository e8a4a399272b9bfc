namespace Vorcyc.Mathematics.SignalProcessing.Signals
{
    public class DiscreteSignal
    {
        public DiscreteSignal(int samplingRate, float[] samples) => throw null!;
    }
}

namespace Vorcyc.Mathematics.SignalProcessing.Operations
{
    using Vorcyc.Mathematics.SignalProcessing.Signals;

    public static class Operation
    {
        public static DiscreteSignal Convolve(DiscreteSignal signal, DiscreteSignal kernel) => throw null!;

        public static DiscreteSignal CrossCorrelate(DiscreteSignal signal1, DiscreteSignal signal2) => throw null!;

        public static DiscreteSignal BlockConvolve(DiscreteSignal signal, DiscreteSignal kernel, int fftSize) => throw null!;
    }
}
