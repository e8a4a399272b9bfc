using System.Diagnostics;

namespace EdgeDetection;

/// <summary>Measures how long a call takes once it is compiled and its data is in the cache.</summary>
internal static class Timing
{
    private const int MeasuredCalls = 51;
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(150);

    /// <summary>The median of repeated calls, after enough calls for the runtime to have compiled its fastest code.</summary>
    public static TimeSpan Median(Action call)
    {
        long start = Stopwatch.GetTimestamp();
        do
        {
            call();
        } while (Stopwatch.GetElapsedTime(start) < WarmUp);

        TimeSpan[] times = new TimeSpan[MeasuredCalls];
        for (int i = 0; i < times.Length; i++)
        {
            start = Stopwatch.GetTimestamp();
            call();
            times[i] = Stopwatch.GetElapsedTime(start);
        }

        Array.Sort(times);
        return times[times.Length / 2];
    }
}
