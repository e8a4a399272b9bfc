using NAudio.Dsp;

namespace AudioFir;

/// <summary>Power of a signal over time and frequency: squared magnitudes of transforms of overlapping Hann windows.</summary>
internal sealed class Spectrogram
{
    private const int LogSize = 9;
    private const int Size = 1 << LogSize;
    private const int Step = Size / 4;

    private readonly double[,] power;

    /// <summary>Transforms a signal; one that is shorter than a window is taken as followed by silence.</summary>
    public Spectrogram(float[] samples, int rate)
    {
        Rate = rate;
        int frames = 1 + (Math.Max(samples.Length - Size, 0) / Step);
        power = new double[(Size / 2) + 1, frames];
        Complex[] window = new Complex[Size];
        for (int frame = 0; frame < frames; frame++)
        {
            for (int i = 0; i < Size; i++)
            {
                int at = (frame * Step) + i;
                float sample = at < samples.Length ? samples[at] : 0;
                window[i] = new Complex { X = sample * (float)FastFourierTransform.HannWindow(i, Size) };
            }

            FastFourierTransform.FFT(true, LogSize, window);
            for (int bin = 0; bin <= Size / 2; bin++)
            {
                power[bin, frame] = ((double)window[bin].X * window[bin].X) + ((double)window[bin].Y * window[bin].Y);
            }
        }
    }

    /// <summary>Samples per second.</summary>
    public int Rate { get; }

    /// <summary>Decibels, a row for each frequency from zero up, a column for each moment.</summary>
    public double[,] ToDecibels(double least)
    {
        double[,] result = new double[power.GetLength(0), power.GetLength(1)];
        for (int bin = 0; bin < result.GetLength(0); bin++)
        {
            for (int frame = 0; frame < result.GetLength(1); frame++)
            {
                result[bin, frame] = Math.Max(least, Decibels(power[bin, frame]));
            }
        }

        return result;
    }

    /// <summary>Decibels of the mean power between two frequencies, over the whole time.</summary>
    public double Level(double low, double high)
    {
        double sum = 0;
        int count = 0;
        for (int bin = (int)Math.Ceiling(low * Size / Rate); bin <= Math.Min(high * Size / Rate, Size / 2); bin++)
        {
            for (int frame = 0; frame < power.GetLength(1); frame++)
            {
                sum += power[bin, frame];
                count++;
            }
        }

        return Decibels(sum / Math.Max(count, 1));
    }

    private static double Decibels(double value) => 10 * Math.Log10(Math.Max(value, 1e-30));
}
