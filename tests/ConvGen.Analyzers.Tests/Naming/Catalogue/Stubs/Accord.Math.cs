using System.Numerics;

namespace Accord.Math
{
    public static partial class Matrix
    {
        public static double[] Convolve(this double[] a, double[] kernel) => throw null!;

        public static double[] Convolve(this double[] a, double[] kernel, bool trim) => throw null!;
    }
}

namespace Accord.Math.Transforms
{
    public static class FourierTransform2
    {
        public static void Convolve(double[] x, double[] y, double[] result) => throw null!;

        public static void Convolve(Complex[] x, Complex[] y, Complex[] result) => throw null!;

        public static void Convolve(double[] xreal, double[] ximag, double[] yreal, double[] yimag, double[] outreal, double[] outimag) =>
            throw null!;
    }
}
