namespace NAudio.Dsp;

public class ImpulseResponseConvolution
{
    public float[] Convolve(float[] input, float[] impulseResponse) => throw null!;
}
