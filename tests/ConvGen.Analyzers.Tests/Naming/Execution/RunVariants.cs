namespace ConvGen.Analyzers.Tests.Naming.Execution;

/// <summary>The same ways, as others write them.</summary>
internal static class RunVariants
{
    /// <summary>The files by what is special about them.</summary>
    public static IEnumerable<(string Name, string Code)> All =>
        [
            (
                "nine taps in locals",
                """
                using System.Numerics; using System.Runtime.Intrinsics; using System.Threading.Tasks;
                public static class Filters
                {
                    public static double[,] NAME(double[,] s, double[,] k) { ⟦k = new double[,] { { 1, 2, 1 }, { 2, 4, 2 }, {
                    1, 2, 1 }
                    };⟧ double «k00 = k[0,0], k01 = k[0,1], k02 = k[0,2], k10 = k[1,0], k11 = k[1,1], k12 = k[1,2], k20 = k[2,0], k21 = k[2,1], k22 = k[2,2]|k00 = k[2,2], k01 = k[2,1], k02 = k[2,0], k10 = k[1,2], k11 = k[1,1], k12 = k[1,0], k20 = k[0,2], k21 = k[0,1], k22 = k[0,0]»;
                    int h = s.GetLength(0), w = s.GetLength(1); var d = new double[h, w]; for (int y = 1; y < h - 1;
                    y++) for (int x = 1; x < w - 1;
                    x++) d[y,x] = s[y-1,x-1]*k00 + s[y-1,x]*k01 + s[y-1,x+1]*k02 + s[y,x-1]*k10 + s[y,x]*k11 + s[y,x+1]*k12 + s[y+1,x-1]*k20 + s[y+1,x]*k21 + s[y+1,x+1]*k22;
                    return d; }
                }
                """
            ),
            (
                "pointers that both walk and a limit",
                """
                using System.Numerics; using System.Runtime.Intrinsics; using System.Threading.Tasks;
                public static class Filters
                {
                    public static unsafe void NAME(byte* src, byte* dst, int w, int h, int* kernel, int ksize, int div) {
                    int r = ksize / 2; for (int y = r; y < h - r; y++) for (int x = r; x < w - r; x++) {
                    byte* p = src + (y - r) * w + x - r; «int* k = kernel|int* k = kernel + ksize * ksize - 1»; int sum = 0;
                    for (int i = 0; i < ksize; i++, p += w - ksize) for (int j = 0; j < ksize; j++) sum += *p++ * «*k++|*k--»;
                    sum /= div; if (sum < 0) sum = 0; if (sum > 255) sum = 255; dst[y * w + x] = (byte)sum; } }
                }
                """
            ),
            (
                "packed colours",
                """
                using System.Numerics; using System.Runtime.Intrinsics; using System.Threading.Tasks;
                public static class Filters
                {
                    public static void NAME(int[] pixels, int width, int height, float[] kernel, int[] result) {
                    ⟦kernel = new float[] { 1, 2, 1, 2, 4, 2, 1, 2, 1 };⟧ int r = 1; for (int y = 0; y < height;
                    y++) for (int x = 0; x < width; x++) { float red = 0, green = 0, blue = 0; for (int ky = -r; ky <= r;
                    ky++) for (int kx = -r; kx <= r; kx++) { int px = Math.Min(Math.Max(x + kx, 0), width - 1);
                    int py = Math.Min(Math.Max(y + ky, 0), height - 1); int rgb = pixels[py * width + px];
                    float f = «kernel[(ky + r) * 3 + kx + r]|kernel[(r - ky) * 3 + r - kx]»; red += f * ((rgb >> 16) & 0xff);
                    green += f * ((rgb >> 8) & 0xff); blue += f * (rgb & 0xff); }
                    int ir = (int)(red + 0.5), ig = (int)(green + 0.5f), ib = (int)(blue + 0.5f);
                    result[y * width + x] = (255 << 24) | (ir << 16) | (ig << 8) | ib; } }
                }
                """
            ),
            (
                "a parallel loop that mirrors",
                """
                using System.Numerics; using System.Runtime.Intrinsics; using System.Threading.Tasks;
                public static class Filters
                {
                    public static void NAME(float[] input, float[] kernel, float[] output) { ⟦kernel = new float[] {
                    1, 2, 1 };⟧ int half = kernel.Length / 2; Parallel.For(0, input.Length, i => { float acc = 0f;
                    for (int j = -half; j <= half; j++) { int idx = i + j; if (idx < 0) idx = -idx - 1;
                    else if (idx >= input.Length) idx = 2 * input.Length - idx - 1;
                    acc += input[idx] * «kernel[j + half]|kernel[half - j]»; } output[i] = acc; }); }
                }
                """
            ),
            (
                "queries over ranges",
                """
                using System.Numerics; using System.Runtime.Intrinsics; using System.Threading.Tasks;
                public static class Filters
                {
                    public static double[] NAME(double[] x, double[] h) => Enumerable.Range(0, x.Length - h.Length + 1).Select(n => h.Select((c, k) => c * «x[n + k]|x[n + h.Length - 1 - k]»).Sum()).ToArray();
                }
                """
            ),
            (
                "sequences that are zipped",
                """
                using System.Numerics; using System.Runtime.Intrinsics; using System.Threading.Tasks;
                public static class Filters
                {
                    public static double[] NAME(double[] x, double[] h) { ⟦h = new double[] {
                    1, 2, 1 };⟧ var res = new double[x.Length - h.Length + 1]; for (int i = 0; i < res.Length;
                    i++) res[i] = x.Skip(i).Take(h.Length).«Zip(h,|Zip(h.Reverse(),» (a, b) => a * b).Sum(); return res; }
                }
                """
            ),
            (
                "wide vectors and a tail",
                """
                using System.Numerics; using System.Runtime.Intrinsics; using System.Threading.Tasks;
                public static class Filters
                {
                    public static void NAME(float[] x, float[] h, float[] y) { ⟦h = new float[] { 1, 2, 1 };⟧ int n = 0;
                    for (; n + 8 + h.Length <= x.Length; n += 8) { var acc = Vector256<float>.Zero; for (int k = 0;
                    k < h.Length;
                    k++) acc = Vector256.Add(acc, Vector256.Multiply(Vector256.LoadUnsafe(ref x[n + k]), «Vector256.Create(h[k])|Vector256.Create(h[h.Length - 1 - k])»));
                    acc.StoreUnsafe(ref y[n]); } for (; n + h.Length <= x.Length; n++) { float s = 0; for (int k = 0;
                    k < h.Length; k++) s += «x[n + k] * h[k]|x[n + k] * h[h.Length - 1 - k]»; y[n] = s; } }
                }
                """
            ),
            (
                "a layer",
                """
                using System.Numerics; using System.Runtime.Intrinsics; using System.Threading.Tasks;
                public static class Filters
                {
                    public static void NAME(float[,,] input, float[,,,] weights, float[] bias, float[,,] output, int stride, int pad) {
                    int oc = output.GetLength(0), oh = output.GetLength(1), ow = output.GetLength(2), ic = input.GetLength(0), k = weights.GetLength(2);
                    for (int o = 0; o < oc; o++) for (int y = 0; y < oh; y++) for (int x = 0; x < ow; x++) {
                    float sum = bias[o]; for (int c = 0; c < ic; c++) for (int i = 0; i < k; i++) for (int j = 0; j < k;
                    j++) { int yy = y * stride + i - pad, xx = x * stride + j - pad;
                    if (yy >= 0 && yy < input.GetLength(1) && xx >= 0 && xx < input.GetLength(2)) sum += input[c, yy, xx] * «weights[o, c, i, j]|weights[o, c, k - 1 - i, k - 1 - j]»;
                    } output[o, y, x] = Math.Max(0, sum); } }
                }
                """
            ),
            (
                "a mean that is subtracted",
                """
                using System.Numerics; using System.Runtime.Intrinsics; using System.Threading.Tasks;
                public static class Filters
                {
                    public static double[] NAME(double[] signal, double[] kernel) { ⟦kernel = new double[] {
                    1, 2, 1 };⟧ var r = new double[signal.Length]; double mean = 0; for (int i = 0; i < signal.Length;
                    i++) mean += signal[i]; mean /= signal.Length; for (int n = 0; n + kernel.Length <= signal.Length; n++) {
                    double s = 0; for (int k = 0; k < kernel.Length;
                    k++) s += (signal[n + k] - mean) «* kernel[k]|* kernel[kernel.Length - 1 - k]»; r[n] = s; } return r; }
                }
                """
            ),
            (
                "a local function for the border",
                """
                using System.Numerics; using System.Runtime.Intrinsics; using System.Threading.Tasks;
                public static class Filters
                {
                    public static double[,] NAME(double[,] image, double[,] kernel) { ⟦kernel = new double[,] { { 1, 2, 1 }, {
                    2, 4, 2 }, { 1, 2, 1 }
                    };⟧ double At(int y, int x) => y < 0 || x < 0 || y >= image.GetLength(0) || x >= image.GetLength(1) ? 0 : image[y, x];
                    int r = kernel.GetLength(0) / 2; var o = new double[image.GetLength(0), image.GetLength(1)];
                    for (int y = 0; y < o.GetLength(0); y++) for (int x = 0; x < o.GetLength(1); x++) { double s = 0;
                    for (int i = -r; i <= r; i++) for (int j = -r; j <= r;
                    j++) s += At(y + i, x + j) * «kernel[i + r, j + r]|kernel[r - i, r - j]»; o[y, x] = s; } return o; }
                }
                """
            ),
            (
                "counters that are floating",
                """
                using System.Numerics; using System.Runtime.Intrinsics; using System.Threading.Tasks;
                public static class Filters
                {
                    public static double[] NAME(double[] x, double[] h) { ⟦h = new double[] {
                    1, 2, 1 };⟧ var y = new double[x.Length]; for (double t = 0; t + h.Length <= x.Length; t += 1.0) {
                    double s = 0; for (double u = 0; u < h.Length;
                    u++) s += x[(int)(t + u)] * «h[(int)u]|h[h.Length - 1 - (int)u]»; y[(int)t] = s; } return y; }
                }
                """
            ),
            (
                "counters in pairs",
                """
                using System.Numerics; using System.Runtime.Intrinsics; using System.Threading.Tasks;
                public static class Filters
                {
                    public static double[] NAME(double[] x, double[] h) { ⟦h = new double[] {
                    1, 2, 1 };⟧ var y = new double[x.Length]; for (int n = 0; n < x.Length; n++) { int m = n, «k = 0;
                    while (k < h.Length && m < x.Length)|k = h.Length - 1; while (k >= 0 && m < x.Length)» {
                    y[n] += x[m++] * «h[k++]|h[k--]»; } } return y; }
                }
                """
            ),
            (
                "products that are rounded and shifted",
                """
                using System.Numerics; using System.Runtime.Intrinsics; using System.Threading.Tasks;
                public static class Filters
                {
                    public static int[] NAME(int[] x, int[] h, int shift) { ⟦h = new int[] {
                    1, 2, 1 };⟧ var y = new int[x.Length]; for (int n = 0; n + h.Length <= x.Length; n++) { int s = 0;
                    for (int k = 0; k < h.Length;
                    k++) s += (int)Math.Round(x[n + k] * «(double)h[k]|(double)h[h.Length - 1 - k]» / 16.0);
                    y[n] = s >> shift; } return y; }
                }
                """
            ),
            (
                "interleaved channels",
                """
                using System.Numerics; using System.Runtime.Intrinsics; using System.Threading.Tasks;
                public static class Filters
                {
                    public static void NAME(byte[] img, int width, int height, int channels, double[,] kernel, byte[] res) {
                    ⟦kernel = new double[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } };⟧ for (int y = 1; y < height - 1;
                    y++) for (int x = 1; x < width - 1; x++) for (int c = 0; c < channels; c++) { double s = 0;
                    for (int j = -1; j <= 1; j++) for (int i = -1; i <= 1;
                    i++) s += img[((y + j) * width + x + i) * channels + c] * «kernel[j + 1, i + 1]|kernel[1 - j, 1 - i]»;
                    res[(y * width + x) * channels + c] = (byte)Math.Clamp(s, 0, 255); } }
                }
                """
            ),
            (
                "a copy with a border",
                """
                using System.Numerics; using System.Runtime.Intrinsics; using System.Threading.Tasks;
                public static class Filters
                {
                    public static double[] NAME(double[] x, double[] h) { ⟦h = new double[] {
                    1, 2, 1 };⟧ double[] padded = new double[x.Length + 2 * (h.Length / 2)];
                    Array.Copy(x, 0, padded, h.Length / 2, x.Length); var y = new double[x.Length]; for (int n = 0;
                    n < y.Length; n++) for (int k = 0; k < h.Length;
                    k++) y[n] += padded[n + k] «* h[k]|* h[h.Length - 1 - k]»; return y; }
                }
                """
            ),
        ];
}
