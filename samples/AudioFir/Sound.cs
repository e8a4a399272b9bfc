using NAudio.Wave;

namespace AudioFir;

/// <summary>Samples from -1 to 1; the channels of a moment lie side by side.</summary>
/// <param name="Rate">Moments per second.</param>
/// <param name="Channels">Samples per moment.</param>
/// <param name="Samples">All samples.</param>
internal sealed record Sound(int Rate, int Channels, float[] Samples)
{
    /// <summary>How long it is.</summary>
    public double Seconds => (double)Samples.Length / Channels / Rate;

    /// <summary>Reads a WAV file of PCM or floating-point samples.</summary>
    /// <exception cref="InvalidDataException">It is no such file; the message names it.</exception>
    public static Sound Load(string path)
    {
        try
        {
            using WaveFileReader reader = new(path);
            ISampleProvider provider = reader.ToSampleProvider();
            List<float> samples = [];
            float[] block = new float[provider.WaveFormat.SampleRate * provider.WaveFormat.Channels];
            for (int count; (count = provider.Read(block, 0, block.Length)) > 0; )
            {
                samples.AddRange(block.AsSpan(0, count));
            }

            return new(provider.WaveFormat.SampleRate, provider.WaveFormat.Channels, [.. samples]);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"there is no file '{path}'", exception);
        }
        catch (Exception exception) when (exception is FormatException or EndOfStreamException or ArgumentException)
        {
            throw new InvalidDataException($"'{path}' is no WAV file that can be read: {exception.Message}", exception);
        }
    }

    /// <summary>Writes a WAV file with 16 bits a sample.</summary>
    public void Save(string path)
    {
        using WaveFileWriter writer = new(path, new WaveFormat(Rate, 16, Channels));
        writer.WriteSamples(Samples, 0, Samples.Length);
    }

    /// <summary>A tone that rises evenly from 50 Hz to half the rate, in white noise; the same in every run.</summary>
    public static Sound SweepInNoise(int rate, double seconds)
    {
        const double Start = 50;
        const double ToneLevel = 0.5;
        const double NoiseLevel = 0.05;
        float[] samples = new float[(int)(rate * seconds)];
        Random random = new(1);
        double rise = ((rate / 2.0) - Start) / seconds;
        for (int i = 0; i < samples.Length; i++)
        {
            double time = (double)i / rate;
            double tone = Math.Sin(2 * Math.PI * time * (Start + (rise * time / 2)));
            double noise = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            samples[i] = (float)((ToneLevel * tone) + (NoiseLevel * noise));
        }

        return new(rate, 1, samples);
    }

    /// <summary>The mean of the channels.</summary>
    public float[] ToMono()
    {
        float[] mono = new float[Samples.Length / Channels];
        for (int i = 0; i < mono.Length; i++)
        {
            for (int channel = 0; channel < Channels; channel++)
            {
                mono[i] += Samples[(i * Channels) + channel] / Channels;
            }
        }

        return mono;
    }
}
