namespace Microsoft.Graphics.Canvas.Effects;

public sealed class ConvolveMatrixEffect
{
    public ConvolveMatrixEffect() => throw null!;

    public float[] KernelMatrix { get; set; } = null!;
    public int KernelWidth { get; set; }
    public int KernelHeight { get; set; }
}
