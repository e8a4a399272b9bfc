using System.Collections.Generic;

namespace MathNet.Numerics
{
    public class Polynomial
    {
        public Polynomial(params double[] coefficients) => throw null!;

        public static Polynomial Multiply(Polynomial a, Polynomial b) => throw null!;

        public static Polynomial Multiply(Polynomial a, double k) => throw null!;

        public static Polynomial operator *(Polynomial a, Polynomial b) => throw null!;

        public static Polynomial operator *(Polynomial a, double k) => throw null!;
    }
}

namespace MathNet.Numerics.Statistics
{
    public static class Correlation
    {
        public static double[] Auto(double[] x) => throw null!;

        public static double[] Auto(double[] x, int kMax, int kMin = 0) => throw null!;

        public static double Pearson(IEnumerable<double> dataA, IEnumerable<double> dataB) => throw null!;

        public static double Spearman(IEnumerable<double> dataA, IEnumerable<double> dataB) => throw null!;

        public static double WeightedPearson(IEnumerable<double> dataA, IEnumerable<double> dataB, IEnumerable<double> weights) =>
            throw null!;
    }
}
