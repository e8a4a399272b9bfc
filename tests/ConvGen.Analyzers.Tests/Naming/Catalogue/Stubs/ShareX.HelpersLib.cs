namespace System.Drawing
{
    public class Bitmap { }
}

namespace ShareX.HelpersLib
{
    using System.Drawing;

    public class ConvolutionMatrix { }

    public static class ConvolutionMatrixManager
    {
        public static Bitmap Apply(this ConvolutionMatrix kernel, Bitmap bmp) => throw null!;
    }
}
