namespace Vortice.Direct2D1
{
    public class ID2D1DeviceContext { }
}

namespace Vortice.Direct2D1.Effects
{
    public class ConvolveMatrix
    {
        public ConvolveMatrix(ID2D1DeviceContext context) => throw null!;

        public float[] KernelMatrix { get; set; } = null!;
    }
}
