namespace SharpDX.Direct2D1
{
    public class DeviceContext { }
}

namespace SharpDX.Direct2D1.Effects
{
    public class ConvolveMatrix
    {
        public ConvolveMatrix(DeviceContext context) => throw null!;

        public float[] KernelMatrix { get; set; } = null!;
    }
}
