namespace ConvGen.Benchmarks.Measuring;

/// <summary>The times of one contestant, in nanoseconds per call.</summary>
internal sealed class Series
{
    private readonly List<double> times = [];

    /// <summary>The shortest: what the machine does undisturbed, in the placement that suits the contestant best.</summary>
    public double Minimum => times.Min();

    /// <summary>The time that half of the calls keep.</summary>
    public double Median
    {
        get
        {
            double[] sorted = [.. times.Order()];
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }

    /// <summary>Adds a time.</summary>
    public void Add(double nanosecondsPerCall) => times.Add(nanosecondsPerCall);
}
