namespace ConvGen.Analyzers.Tests.Naming.Loops;

/// <summary>Code that looks like a sliding sum, or does what its name says, and must not be reported.</summary>
internal static class NearMisses
{
    /// <summary>The members by what they are.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        Right
            .Concat(Unproven)
            .Concat(Otherwise)
            .Concat(Statistics)
            .Concat(Designs)
            .Concat(Passes)
            .ToDictionary(miss => miss.Name, miss => miss.Code, StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Code)> Right =>
        [
            (
                "a full convolution between computed bounds",
                "public static double[] Convolve(double[] x, double[] h) { var y = new double[x.Length + h.Length - 1]; for (int n = 0; n < y.Length; n++) { int first = n >= h.Length - 1 ? n - (h.Length - 1) : 0; int last = n < x.Length - 1 ? n : x.Length - 1; for (int k = first; k <= last; k++) y[n] += x[k] * h[n - k]; } return y; }"
            ),
            (
                "interleaved samples around a centre",
                "public static double[] Convolve(double[] pairs, double[] taps) { int count = pairs.Length / 2, centre = taps.Length / 2; var y = new double[pairs.Length]; for (int s = 0; s < count; s++) { double re = 0, im = 0; for (int t = 0; t < taps.Length; t++) { int at = s + centre - t; if (at < 0 || at >= count) continue; re += taps[t] * pairs[2 * at]; im += taps[t] * pairs[2 * at + 1]; } y[2 * s] = re; y[2 * s + 1] = im; } return y; }"
            ),
            (
                "a correlation over signed lags",
                "public static double[] Correlate(double[] x, double[] y) { var r = new double[x.Length + y.Length - 1]; for (int lag = -(y.Length - 1); lag < x.Length; lag++) { double sum = 0; for (int n = 0; n < y.Length; n++) { int m = n + lag; if (m >= 0 && m < x.Length) sum += x[m] * y[n]; } r[lag + y.Length - 1] = sum; } return r; }"
            ),
            (
                "a circular convolution with a double remainder",
                "public static double[] Convolve(double[] x, double[] h) { int n = x.Length; var y = new double[n]; for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) y[i] += x[j] * h[((i - j) % n + n) % n]; return y; }"
            ),
            (
                "a causal filter whose inner loop asks for the past",
                "public static double[] Convolve(double[] x, double[] h) { var y = new double[x.Length]; for (int n = 0; n < x.Length; n++) { for (int k = 0; k < h.Length && k <= n; k++) y[n] += h[k] * x[n - k]; } return y; }"
            ),
            (
                "a sample that runs back while the tap runs on",
                "public static double[] Convolve(double[] x, double[] h) { var y = new double[x.Length]; for (int n = 0; n < x.Length; n++) { double sum = 0; int k = 0; for (int m = n; m > n - h.Length && m >= 0; m--) sum += x[m] * h[k++]; y[n] = sum; } return y; }"
            ),
            (
                "two pointers that run towards each other",
                "public static unsafe void Convolve(float* source, float* destination, float* kernel, int length, int taps) { for (int i = 0; i < length; i++) { float sum = 0; float* p = source + i; float* k = kernel + taps - 1; for (int t = 0; t < taps; t++) sum += *p++ * *k--; destination[i] = sum; } }"
            ),
            (
                "an image read against the kernel",
                "public static double[,] Convolve(double[,] image, double[,] kernel) { int r = kernel.GetLength(0) / 2; var y = (double[,])image.Clone(); for (int i = r; i < image.GetLength(0) - r; i++) for (int j = r; j < image.GetLength(1) - r; j++) { double sum = 0; for (int u = -r; u <= r; u++) for (int v = -r; v <= r; v++) sum += kernel[u + r, v + r] * image[i - u, j - v]; y[i, j] = sum; } return y; }"
            ),
            (
                "a clamped correlation",
                "public static double[] Correlate(double[] x, double[] h) { int r = h.Length / 2; var y = new double[x.Length]; for (int i = 0; i < x.Length; i++) { double sum = 0; for (int j = -r; j <= r; j++) { int p = Math.Clamp(i + j, 0, x.Length - 1); sum += x[p] * h[j + r]; } y[i] = sum; } return y; }"
            ),
            (
                "a symmetric kernel",
                "public static double[] Convolve(double[] x) { double[] h = { 1, 2, 1 }; var y = new double[x.Length - 2]; for (int n = 0; n < y.Length; n++) for (int k = 0; k < 3; k++) y[n] += x[n + k] * h[k]; return y; }"
            ),
            (
                "a kernel reversed in place",
                "public static double[] Convolve(double[] x, double[] taps) { Array.Reverse(taps); var y = new double[x.Length - taps.Length + 1]; for (int n = 0; n < y.Length; n++) for (int k = 0; k < taps.Length; k++) y[n] += x[n + k] * taps[k]; return y; }"
            ),
            (
                "a reversed list and a decimating loop",
                "public static double[] Convolve(double[] x, double[] taps, int decimation) { var turned = new List<double>(taps); turned.Reverse(); var y = new double[x.Length / decimation]; for (int n = 0; n < y.Length; n++) for (int k = 0; k < turned.Count; k++) y[n] += x[n * decimation + k] * turned[k]; return y; }"
            ),
            (
                "a filtered range of taps",
                "public static double[] Convolve(List<double> x, List<double> h) => Enumerable.Range(0, x.Count + h.Count - 1).Select(n => Enumerable.Range(0, h.Count).Where(k => n - k >= 0 && n - k < x.Count).Sum(k => h[k] * x[n - k])).ToArray();"
            ),
        ];

    private static IEnumerable<(string Name, string Code)> Unproven =>
        [
            (
                "a kernel that a helper prepares",
                "public static double[] Convolve(double[] x, double[] taps) { var prepared = Prepare(taps); var y = new double[x.Length - taps.Length + 1]; for (int n = 0; n < y.Length; n++) for (int k = 0; k < prepared.Length; k++) y[n] += x[n + k] * prepared[k]; return y; } static double[] Prepare(double[] t) { var r = (double[])t.Clone(); Array.Reverse(r); return r; }"
            ),
            (
                "a field that the constructor reverses",
                "readonly double[] taps; public Filters(double[] h) { taps = h.Reverse().ToArray(); } public double Convolve(double[] x, int n) { double sum = 0; for (int k = 0; k < taps.Length; k++) sum += x[n + k] * taps[k]; return sum; }"
            ),
            (
                "a field that the constructor fills from the end",
                "readonly double[] taps; public Filters(double[] h) { taps = new double[h.Length]; for (int i = 0; i < h.Length; i++) taps[i] = h[h.Length - 1 - i]; } public double Convolve(double[] x, int n) { double sum = 0; for (int k = 0; k < taps.Length; k++) sum += x[n + k] * taps[k]; return sum; }"
            ),
            (
                "a kernel whose name says that it lies reversed",
                "public static double[] Convolve(double[] x, double[] flippedKernel) { var y = new double[x.Length - flippedKernel.Length + 1]; for (int n = 0; n < y.Length; n++) for (int k = 0; k < flippedKernel.Length; k++) y[n] += x[n + k] * flippedKernel[k]; return y; }"
            ),
            (
                "a delay line that is shifted",
                "readonly double[] line = new double[16]; readonly double[] taps = new double[16]; public double Convolve(double sample) { for (int i = line.Length - 1; i > 0; i--) line[i] = line[i - 1]; line[0] = sample; double sum = 0; for (int i = 0; i < taps.Length; i++) sum += taps[i] * line[i]; return sum; }"
            ),
            (
                "a circular delay line",
                "readonly double[] line = new double[16]; readonly double[] taps = new double[16]; int place; public double Convolve(double sample) { line[place] = sample; double sum = 0; int index = place; for (int i = 0; i < taps.Length; i++) { sum += taps[i] * line[index]; if (--index < 0) index = line.Length - 1; } if (++place >= line.Length) place = 0; return sum; }"
            ),
            (
                "a window that was gathered before",
                "public static double Convolve(double[,] window, double[,] kernel) { double sum = 0; for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) sum += window[i, j] * kernel[i, j]; return sum; }"
            ),
            (
                "a source that was reversed first",
                "public static double[] Convolve(double[] x, double[] h) { double[] back = x.Reverse().ToArray(); var y = new double[x.Length - h.Length + 1]; for (int n = 0; n < y.Length; n++) for (int k = 0; k < h.Length; k++) y[n] += back[n + k] * h[k]; return y; }"
            ),
            (
                "a result that is written from its end",
                "public static double[] Convolve(double[] x, double[] h) { var y = new double[x.Length]; for (int n = 0; n < x.Length - h.Length; n++) for (int k = 0; k < h.Length; k++) y[x.Length - 1 - n] += x[n - k + h.Length] * h[k]; return y; }"
            ),
            (
                "taps in an order of their own",
                "public static double[] Convolve(double[] x, double[] h, int[] order) { var y = new double[x.Length - h.Length + 1]; for (int n = 0; n < y.Length; n++) for (int k = 0; k < h.Length; k++) y[n] += x[n + order[k]] * h[k]; return y; }"
            ),
        ];

    private static IEnumerable<(string Name, string Code)> Otherwise =>
        [
            (
                "a matrix product",
                "public static double[,] ConvolveMatrices(double[,] a, double[,] b) { int n = a.GetLength(0); var c = new double[n, n]; for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) for (int k = 0; k < n; k++) c[i, j] += a[i, k] * b[k, j]; return c; }"
            ),
            (
                "a flat matrix product",
                "public static double[] Convolve(double[] a, double[] b, int n) { var c = new double[n * n]; for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) for (int k = 0; k < n; k++) c[i * n + j] += a[i * n + k] * b[k * n + j]; return c; }"
            ),
            (
                "a product with a transposed matrix",
                "public static double[,] Correlate(double[,] a, double[,] b) { int n = a.GetLength(0); var c = new double[n, n]; for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) for (int k = 0; k < n; k++) c[i, j] += a[i, k] * b[j, k]; return c; }"
            ),
            (
                "a jagged matrix product",
                "public static double[][] Convolve(double[][] a, double[][] b) { var c = new double[a.Length][]; for (int i = 0; i < a.Length; i++) { c[i] = new double[b[0].Length]; for (int j = 0; j < b[0].Length; j++) for (int k = 0; k < b.Length; k++) c[i][j] += a[i][k] * b[k][j]; } return c; }"
            ),
            (
                "a matrix times a vector",
                "public static double[] Convolve(double[] a, double[] x, int columns) { var y = new double[a.Length / columns]; for (int i = 0; i < y.Length; i++) for (int k = 0; k < columns; k++) y[i] += a[i * columns + k] * x[k]; return y; }"
            ),
            (
                "a matrix with a row stride times a vector",
                "public static double[] Convolve(double[] a, double[] x, int stride) { var y = new double[a.Length / stride]; for (int i = 0; i < y.Length; i++) for (int k = 0; k < x.Length; k++) y[i] += a[i * stride + k] * x[k]; return y; }"
            ),
            (
                "a colour matrix",
                "public static float[] ConvolveColors(float[] m, float[] c) { var r = new float[3]; for (int i = 0; i < 3; i++) for (int k = 0; k < 3; k++) r[i] += m[i * 3 + k] * c[k]; return r; }"
            ),
            (
                "a sum of layers",
                "public static double[] Convolved(double[] weights, double[][] layers) { var s = new double[layers[0].Length]; for (int i = 0; i < s.Length; i++) for (int l = 0; l < weights.Length; l++) s[i] += weights[l] * layers[l][i]; return s; }"
            ),
            (
                "an exclusive-or convolution",
                "public static long[] Convolve(long[] a, long[] b) { var c = new long[a.Length]; for (int i = 0; i < a.Length; i++) for (int j = 0; j < b.Length; j++) c[i ^ j] += a[i] * b[j]; return c; }"
            ),
            (
                "a Dirichlet convolution",
                "public static long[] Correlate(long[] a, long[] b) { var c = new long[a.Length]; for (int i = 1; i < a.Length; i++) for (int j = 1; i * j < a.Length; j++) c[i * j] += a[i] * b[j]; return c; }"
            ),
            (
                "a Fourier sum",
                "public static double[] Convolve(double[] x, double[] cosines) { var y = new double[x.Length]; for (int k = 0; k < x.Length; k++) for (int n = 0; n < x.Length; n++) y[k] += x[n] * cosines[(n * k) % x.Length]; return y; }"
            ),
            (
                "a Wigner distribution",
                "public static double[] Convolve(double[] x, double[] h) { var y = new double[x.Length]; for (int n = 8; n < x.Length - 8; n++) for (int k = -8; k <= 8; k++) y[n] += x[n + k] * h[n - k]; return y; }"
            ),
            (
                "the gradient of a layer's weights",
                "public static void ConvBackward(float[,] dy, float[,] x, float[,] dw) { for (int k = 0; k < 3; k++) for (int l = 0; l < 3; l++) for (int i = 0; i < dy.GetLength(0); i++) for (int j = 0; j < dy.GetLength(1); j++) dw[k, l] += dy[i, j] * x[i + k, j + l]; }"
            ),
            (
                "a transposed layer",
                "public static void ConvTranspose(float[] x, float[] w, float[] y) { for (int i = 0; i < x.Length; i++) for (int k = 0; k < w.Length; k++) y[i + k] += x[i] * w[k]; }"
            ),
            (
                "a recursive filter",
                "public static double[] Convolve(double[] x, double[] a) { var y = new double[x.Length]; for (int n = a.Length; n < x.Length; n++) { y[n] = x[n]; for (int k = 0; k < a.Length; k++) y[n] += y[n - a.Length + k] * a[k]; } return y; }"
            ),
            (
                "a sum of squared differences",
                "public static double[] Convolve(double[] x, double[] h) { var y = new double[x.Length - h.Length + 1]; for (int n = 0; n < y.Length; n++) for (int k = 0; k < h.Length; k++) y[n] += (x[n + k] - h[k]) * (x[n + k] - h[k]); return y; }"
            ),
            (
                "a sum of absolute differences",
                "public static int[] Convolve(int[] x, int[] h) { var y = new int[x.Length - h.Length + 1]; for (int n = 0; n < y.Length; n++) for (int k = 0; k < h.Length; k++) y[n] += Math.Abs(x[n + k] - h[k]); return y; }"
            ),
            (
                "a dilation of grey values",
                "public static int[] Convolve(int[] x, int[] h) { var y = new int[x.Length - h.Length + 1]; for (int n = 0; n < y.Length; n++) for (int k = 0; k < h.Length; k++) y[n] = Math.Max(y[n], x[n + k] + h[k]); return y; }"
            ),
            (
                "a stencil without a kernel",
                "public static double[] Convolve(double[] x) { var y = new double[x.Length]; for (int n = 1; n < x.Length - 1; n++) y[n] = 0.25 * x[n - 1] + 0.5 * x[n] + 0.1 * x[n + 1]; return y; }"
            ),
            (
                "a moving average",
                "public static double[] Convolve(double[] x, int width) { var y = new double[x.Length - width + 1]; for (int n = 0; n < y.Length; n++) { for (int k = 0; k < width; k++) y[n] += x[n + k]; y[n] /= width; } return y; }"
            ),
            (
                "an integral image",
                "public static int[,] Convolve(byte[,] x) { var s = new int[x.GetLength(0) + 1, x.GetLength(1) + 1]; for (int i = 0; i < x.GetLength(0); i++) for (int j = 0; j < x.GetLength(1); j++) s[i + 1, j + 1] = x[i, j] + s[i, j + 1] + s[i + 1, j] - s[i, j]; return s; }"
            ),
            (
                "prefix sums",
                "public static double[] Convolve(double[] x, double[] w) { var s = new double[x.Length + 1]; for (int i = 0; i < x.Length; i++) s[i + 1] = s[i] + x[i] * w[i]; return s; }"
            ),
            (
                "Horner's rule",
                "public static double Convolve(double[] a, double x) { double r = 0; for (int i = a.Length - 1; i >= 0; i--) r = r * x + a[i]; return r; }"
            ),
            (
                "a polynomial by its powers",
                "public static double Correlate(double[] a, double[] powers) { double r = 0; for (int i = 0; i < a.Length; i++) r += a[i] * powers[i]; return r; }"
            ),
            (
                "bilinear interpolation",
                "public static double Convolve(double[,] x, double[] wy, double[] wx, int i, int j) { double s = 0; for (int a = 0; a < 2; a++) for (int b = 0; b < 2; b++) s += x[i + a, j + b] * wy[a] * wx[b]; return s; }"
            ),
            (
                "a median",
                "public static double[] Convolve(double[] x) { var y = new double[x.Length]; for (int n = 1; n < x.Length - 1; n++) { var w = new[] { x[n - 1], x[n], x[n + 1] }; Array.Sort(w); y[n] = w[1]; } return y; }"
            ),
            (
                "an outer product",
                "public static double[,] Convolve(double[] a, double[] b) { var c = new double[a.Length, b.Length]; for (int i = 0; i < a.Length; i++) for (int j = 0; j < b.Length; j++) c[i, j] += a[i] * b[j]; return c; }"
            ),
            (
                "text",
                "public static string Convolve(string[] x, int[] h) { string s = \"\"; for (int n = 0; n < x.Length; n++) for (int k = 0; k < h.Length; k++) s += x[(n + k) % x.Length] + h[k]; return s; }"
            ),
        ];

    private static IEnumerable<(string Name, string Code)> Statistics =>
        [
            (
                "a covariance",
                "public static double Correlate(double[] a, double[] b) { double ma = a.Average(), mb = b.Average(), s = 0; for (int i = 0; i < a.Length; i++) s += (a[i] - ma) * (b[i] - mb); return s / a.Length; }"
            ),
            (
                "Pearson's coefficient",
                "public static double Correlation(double[] a, double[] b) { double x = 0, y = 0, xy = 0; for (int i = 0; i < a.Length; i++) { x += a[i] * a[i]; y += b[i] * b[i]; xy += a[i] * b[i]; } return xy / Math.Sqrt(x * y); }"
            ),
            (
                "an autocorrelation",
                "public static double[] Convolve(double[] x) { var r = new double[x.Length]; for (int lag = 0; lag < x.Length; lag++) for (int n = 0; n + lag < x.Length; n++) r[lag] += x[n] * x[n + lag]; return r; }"
            ),
            (
                "a histogram",
                "public static int[] Correlation(byte[] x, int[] weights) { var h = new int[256]; for (int i = 0; i < x.Length; i++) h[x[i]] += weights[i]; return h; }"
            ),
            (
                "ids of requests",
                "public static Dictionary<string, int> CorrelationIds(string[] ids, int[] weights) { var d = new Dictionary<string, int>(); for (int i = 0; i < ids.Length; i++) d[ids[i]] = weights[i] * i; return d; }"
            ),
            (
                "a portfolio",
                "public static double CorrelationRisk(double[] w, double[,] c) { double s = 0; for (int i = 0; i < w.Length; i++) for (int j = 0; j < w.Length; j++) s += w[i] * c[i, j]; return s; }"
            ),
            (
                "a conversion",
                "public static int[] ConvertAll(int[] x, int[] h) { var y = new int[x.Length]; for (int n = 0; n < x.Length - h.Length; n++) for (int k = 0; k < h.Length; k++) y[n] += x[n + k] * h[k]; return y; }"
            ),
            (
                "a deconvolution",
                "public static double[] Deconvolve(double[] x, double[] h) { var y = new double[x.Length]; for (int n = 0; n < x.Length - h.Length; n++) for (int k = 0; k < h.Length; k++) y[n] += x[n + k] * h[k]; return y; }"
            ),
            (
                "a polynomial product",
                "public static double[] Multiply(double[] a, double[] b) { var c = new double[a.Length + b.Length - 1]; for (int i = 0; i < a.Length; i++) for (int j = 0; j < b.Length; j++) c[i + j] += a[i] * b[j]; return c; }"
            ),
        ];

    private static IEnumerable<(string Name, string Code)> Designs =>
        [
            (
                "a Gaussian in the name",
                "public static float[] GaussianConvolution(float[] x, float sigma) { float[] k = Weights(sigma); int half = k.Length / 2; var y = new float[x.Length]; for (int i = 0; i < x.Length; i++) for (int j = 0; j < k.Length; j++) { int at = i + j - half; if (at >= 0 && at < x.Length) y[i] += x[at] * k[j]; } return y; } static float[] Weights(float s) => new[] { s, 1, s };"
            ),
            (
                "a Gaussian made by a helper",
                "public static float[] Convolve(float[] x, float sigma) { var k = MakeGaussian(sigma); var y = new float[x.Length]; for (int i = 0; i < x.Length - k.Length; i++) for (int j = 0; j < k.Length; j++) y[i] += x[i + j] * k[j]; return y; } static float[] MakeGaussian(float s) => new[] { s, 1, s };"
            ),
            (
                "a parameter called Gaussian",
                "public static float[] Convolve(float[] x, float[] gaussianKernel) { var y = new float[x.Length]; for (int i = 0; i < x.Length - gaussianKernel.Length; i++) for (int j = 0; j < gaussianKernel.Length; j++) y[i] += x[i + j] * gaussianKernel[j]; return y; }"
            ),
            (
                "one sample or another",
                "public static double[] Convolve(double[] x, double[] h, bool ahead) { var y = new double[x.Length]; for (int n = 0; n < y.Length; n++) for (int k = 0; k < h.Length; k++) { double v = 0; if (ahead) v = x[n + k]; else if (n >= k) v = x[n - k]; y[n] += v * h[k]; } return y; }"
            ),
            (
                "the shares of three colours",
                "public static double[] Convolve(double[] x, double[] shares) { var y = new double[x.Length / 3]; for (int n = 0; n < y.Length; n++) y[n] = x[3 * n] * shares[0] + x[3 * n + 1] * shares[1] + x[3 * n + 2] * shares[2]; return y; }"
            ),
            (
                "a matrix of colours written out",
                "public static double[] Convolve(double[] x, double[,] m) { var y = new double[3]; for (int n = 0; n < 1; n++) { y[0] = x[n] * m[0, 0] + x[n + 1] * m[0, 1] + x[n + 2] * m[0, 2]; y[1] = x[n] * m[1, 0] + x[n + 1] * m[1, 1] + x[n + 2] * m[1, 2]; } return y; }"
            ),
            (
                "a diagonal written out",
                "public static double[,] Convolve(double[,] x, double[,] k) { var y = new double[9, 9]; for (int i = 2; i < 7; i++) for (int j = 2; j < 7; j++) y[i, j] = x[i - 1, j - 1] * k[0, 0] + x[i, j] * k[1, 1] + x[i + 1, j + 1] * k[2, 2] + x[i + 2, j + 2] * k[3, 3]; return y; }"
            ),
            (
                "a helper that computes another index",
                "static int Other(int v, int low) => v < low ? low : low - v; public static double[] Convolve(double[] x, double[] h) { var y = new double[x.Length]; for (int n = 0; n < y.Length; n++) for (int k = 0; k < h.Length; k++) y[n] += x[Other(n + k, 0)] * h[k]; return y; }"
            ),
        ];

    private static IEnumerable<(string Name, string Code)> Passes =>
        [
            (
                "a flag that chooses the direction",
                "public static double[] Convolve(double[] x, double[] h, bool ahead) { var y = new double[x.Length]; for (int n = 0; n < y.Length; n++) for (int k = 0; k < h.Length; k++) { int at = ahead ? n + k : n - k; if (at >= 0 && at < x.Length) y[n] += x[at] * h[k]; } return y; }"
            ),
            (
                "a flag that turns the kernel around",
                "public static double[] Convolve(double[] x, double[] h, bool turned) { var y = new double[x.Length - h.Length + 1]; for (int n = 0; n < y.Length; n++) for (int k = 0; k < h.Length; k++) y[n] += x[n + k] * h[turned ? h.Length - 1 - k : k]; return y; }"
            ),
            (
                "a flag that chooses the axis and changes meanwhile",
                "public static double[,] Convolve(double[,] x, double[] h, bool down) { var y = new double[9, 9]; for (int i = 0; i < 5; i++) for (int j = 0; j < 5; j++) for (int k = 0; k < 4; k++) { y[i, j] += x[down ? i + k : i, down ? j : j + k] * h[k]; down = !down; } return y; }"
            ),
            (
                "a flag without which nothing slides",
                "public static double[,] Convolve(double[,] x, double[] h, bool down) { var y = new double[9, 9]; for (int i = 0; i < 5; i++) for (int j = 0; j < 5; j++) for (int k = 0; k < 4; k++) y[i, j] += x[down ? i + k : k, j] * h[k]; return y; }"
            ),
            (
                "an axis that runs the other way",
                "public static double[,] Convolve(double[,] x, double[] h, int axis) { var y = new double[9, 9]; for (int i = 4; i < 9; i++) for (int j = 4; j < 9; j++) for (int k = 0; k < 4; k++) { int r = axis == 0 ? i + k : i, c = axis == 0 ? j : j - k; if (r < 9) y[i, j] += x[r, c] * h[k]; } return y; }"
            ),
            (
                "a flag for both axes and a Gaussian",
                "public static float[] Convolve(float[] x, int w, int h, float[] gaussian, bool down) { var y = new float[x.Length]; for (int i = 0; i < h; i++) for (int j = 0; j < w; j++) for (int k = 0; k < gaussian.Length; k++) { int r = down ? Math.Min(h - 1, i + k) : i, c = down ? j : Math.Min(w - 1, j + k); y[i * w + j] += x[r * w + c] * gaussian[k]; } return y; }"
            ),
            (
                "a kernel that is folded in its middle",
                "public static double[] Convolve(double[] x, double[] half) { var y = new double[x.Length]; for (int n = 4; n < x.Length - 4; n++) for (int k = -4; k <= 4; k++) y[n] += x[n + k] * half[Math.Min(k + 4, 4)]; return y; }"
            ),
            (
                "a kernel's place that stays behind at the border",
                "public static double[] Convolve(double[] x, int w, int h, double[] kernel) { var y = new double[x.Length]; for (int i = 0; i < h; i++) for (int j = 0; j < w; j++) { int place = 0; for (int a = -1; a <= 1; a++) for (int b = -1; b <= 1; b++) { if (i + a < 0 || i + a >= h || j + b < 0 || j + b >= w) continue; y[i * w + j] += x[(i + a) * w + j + b] * kernel[place++]; } } return y; }"
            ),
            (
                "weights of their own for every sample",
                "public static double[] Convolve(double[] x, int w, int h, double[] weights) { var y = new double[x.Length]; int place = 0; for (int i = 1; i < h - 1; i++) for (int j = 1; j < w - 1; j++) for (int a = -1; a <= 1; a++) for (int b = -1; b <= 1; b++) y[i * w + j] += x[(i + a) * w + j + b] * weights[place++]; return y; }"
            ),
            (
                "a triangle of weights",
                "public static double[] Convolve(double[] x, int w, int h, double[] weights) { var y = new double[x.Length]; for (int i = 0; i < h - 4; i++) for (int j = 0; j < w - 4; j++) { int place = 0; for (int a = 0; a < 4; a++) for (int b = 0; b <= a; b++) { y[i * w + j] += x[(i + a) * w + j + b] * weights[place]; place++; } } return y; }"
            ),
            (
                "rows of weights that end early",
                "public static double[] Convolve(double[] x, int w, int h, double[] weights) { var y = new double[x.Length]; for (int i = 0; i < h - 4; i++) for (int j = 0; j < w - 4; j++) { int place = 0; for (int a = 0; a < 4; a++) for (int b = 0; b < 4; b++) { if (x[b] < 0) break; y[i * w + j] += x[(i + a) * w + j + b] * weights[place]; place++; } } return y; }"
            ),
            (
                "a symmetric kernel that is read on",
                "public static double[] Convolve(double[] x, int w, int h) { double[] kernel = { 1, 2, 1, 2, 4, 2, 1, 2, 1 }; var y = new double[x.Length]; for (int i = 1; i < h - 1; i++) for (int j = 1; j < w - 1; j++) { int place = 0; for (int a = -1; a <= 1; a++) for (int b = -1; b <= 1; b++) y[i * w + j] += x[(i + a) * w + j + b] * kernel[place++]; } return y; }"
            ),
            (
                "a matrix times a vector, with a cautious question",
                "public static double[] Convolve(double[] a, double[] x, int columns) { var y = new double[a.Length / columns]; for (int i = 0; i < y.Length; i++) for (int k = 0; k < x.Length; k++) { int at = i * columns + k; if (at >= 0 && at < a.Length) y[i] += a[at] * x[k]; } return y; }"
            ),
            (
                "a matrix times a vector, asked without a sign",
                "public static double[] Convolve(double[] a, double[] x, int columns) { var y = new double[a.Length / columns]; for (int i = 0; i < y.Length; i++) for (int k = 0; k < x.Length; k++) { int at = i * columns + k; if ((uint)at < (uint)a.Length) y[i] += a[at] * x[k]; } return y; }"
            ),
            (
                "a strided sum that runs opposite ways",
                "public static float[] Convolve(float[] x, float[] h, int count, int s, int padding) { var y = new float[count]; for (int n = 0; n < count; n++) for (int k = 0; k < h.Length; k++) { int at = n * s + padding - k; if (at >= 0 && at < x.Length) y[n] += x[at] * h[k]; } return y; }"
            ),
            (
                "a stride of either sign",
                "public static float[] Convolve(float[] x, float[] h, int count, int direction, int padding) { var y = new float[count]; for (int n = 0; n < count; n++) for (int k = 0; k < h.Length; k++) { int at = n + k * direction - padding; if (at >= 0 && at < x.Length) y[n] += x[at] * h[k]; } return y; }"
            ),
            (
                "an overlap with bounds and lags",
                "public static double[] Correlate(double[] a, double[] b) { var r = new double[a.Length + b.Length - 1]; for (int lag = 1 - b.Length; lag < a.Length; lag++) { for (int i = Math.Max(0, lag); i < Math.Min(a.Length, lag + b.Length); i++) r[lag + b.Length - 1] += a[i] * b[i - lag]; } return r; }"
            ),
        ];
}
