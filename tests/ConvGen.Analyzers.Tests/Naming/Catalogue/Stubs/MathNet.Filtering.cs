using System.Collections.Generic;

namespace MathNet.Filtering
{
    public abstract class OnlineFilter
    {
        public abstract double ProcessSample(double sample);

        public virtual double[] ProcessSamples(double[] samples) => throw null!;
    }
}

namespace MathNet.Filtering.FIR
{
    public class OnlineFirFilter : OnlineFilter
    {
        public OnlineFirFilter(IList<double> coefficients) => throw null!;

        public override double ProcessSample(double sample) => throw null!;
    }
}
