namespace ConvGen.Analyzers.Tests.Naming.Execution;

/// <summary>Two or three more forms of each way to write a loop.</summary>
internal static class RunForms
{
    /// <summary>The members by what is special about them, each in a class of its own.</summary>
    public static IEnumerable<(string Name, string Code)> All =>
        Members.Select(member => (member.Name, "public class Forms { " + member.Code + " }"));

    private static IEnumerable<(string Name, string Code)> Members =>
        [
            (
                "taps in a structure",
                "public struct Mask { public float Left, Center, Right; } public static float[] NAME(float[] x, Mask taps) { var y = new float[x.Length]; for (int i = 1; i + 1 < x.Length; i++) y[i] = «x[i - 1] * taps.Left + x[i] * taps.Center + x[i + 1] * taps.Right|x[i - 1] * taps.Right + x[i] * taps.Center + x[i + 1] * taps.Left»; return y; }"
            ),
            (
                "taps in three locals",
                "public static double[] NAME(double[] signal, double[] kernel) { double first = kernel[0], middle = kernel[1], last = kernel[2]; var y = new double[signal.Length]; for (int n = 1; n < signal.Length - 1; n++) y[n] = «first * signal[n - 1] + middle * signal[n] + last * signal[n + 1]|last * signal[n - 1] + middle * signal[n] + first * signal[n + 1]»; return y; }"
            ),
            (
                "a kernel in an object with rows",
                "public class Mask { public double[,] Rows = new double[3, 3]; public double Divisor = 1; } public static double[,] NAME(double[,] image, Mask mask) { var y = new double[image.GetLength(0), image.GetLength(1)]; for (int r = 1; r < image.GetLength(0) - 1; r++) for (int c = 1; c < image.GetLength(1) - 1; c++) { double s = 0; for (int i = -1; i < 2; i++) for (int j = -1; j < 2; j++) s += image[r + i, c + j] * «mask.Rows[i + 1, j + 1]|mask.Rows[1 - i, 1 - j]»; y[r, c] = s / mask.Divisor; } return y; }"
            ),
            (
                "arrays of channels",
                "public static float[][,] NAME(float[][,] planes, float[,] kernel) { ⟦kernel = new float[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } };⟧ var results = new float[planes.Length][,]; for (int p = 0; p < planes.Length; p++) { float[,] plane = planes[p]; var made = new float[plane.GetLength(0) - 2, plane.GetLength(1) - 2]; for (int y = 0; y < made.GetLength(0); y++) for (int x = 0; x < made.GetLength(1); x++) for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) made[y, x] += plane[y + i, x + j] * «kernel[i, j]|kernel[2 - i, 2 - j]»; results[p] = made; } return results; }"
            ),
            (
                "a pointer that walks to its end",
                "public static unsafe void NAME(float* source, float* destination, float* kernel, int width, int taps) { for (int n = 0; n < width; n++) { float sum = 0; float* s = source + n; «float* k = kernel; float* end = kernel + taps; while (k < end) { sum += *s++ * *k++; }|float* k = kernel + taps; while (k > kernel) { sum += *s++ * *--k; }» *destination++ = sum; } }"
            ),
            (
                "rows that start at offsets",
                "public static void NAME(double[] image, double[] kernel, double[] result, int width, int height) { ⟦kernel = new double[] { 1, 2, 1, 2, 4, 2, 1, 2, 1 };⟧ int target = 0; for (int y = 0; y < height - 2; y++) { int start = y * width; for (int x = 0; x < width - 2; x++, start++) { double sum = 0; int row = start; for (int i = 0; i < 3; i++, row += width) for (int j = 0; j < 3; j++) sum += image[row + j] * «kernel[i * 3 + j]|kernel[8 - i * 3 - j]»; result[target++] = sum; } } }"
            ),
            (
                "a helper that hands three sums out",
                "static void Add(double[,] image, double[,] kernel, int y, int x, out double sum, out double weight) { sum = weight = 0; for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) { double tap = «kernel[i, j]|kernel[2 - i, 2 - j]»; sum += image[y + i, x + j] * tap; weight += tap; } } public static double[,] NAME(double[,] image, double[,] kernel) { var r = new double[image.GetLength(0), image.GetLength(1)]; for (int y = 0; y + 2 < image.GetLength(0); y++) for (int x = 0; x + 2 < image.GetLength(1); x++) { Add(image, kernel, y, x, out double sum, out double weight); r[y, x] = Math.Max(0, Math.Min(255, sum)); } return r; }"
            ),
            (
                "a whole sum by a helper's helper",
                "static double Weighted(double[] x, double[] h, int at) { double s = 0; for (int k = 0; k < h.Length; k++) s += Sample(x, at + k) * «h[k]|h[h.Length - 1 - k]»; return s; } static double Sample(double[] x, int i) => Inside(x, i) ? x[i] : 0.0; static bool Inside(double[] x, int i) => i >= 0 && i < x.Length; public static double[] NAME(double[] x, double[] h) { ⟦h = new double[] { 1, 2, 1 };⟧ var y = new double[x.Length]; for (int n = 0; n < x.Length; n++) y[n] = Weighted(x, h, n - h.Length / 2); return y; }"
            ),
            (
                "an index by a switch",
                "public static double[] NAME(double[] x, double[] h, int mode) { ⟦h = new double[] { 1, 2, 1 };⟧ int At(int i) => mode switch { 0 => Math.Clamp(i, 0, x.Length - 1), 1 => ((i % x.Length) + x.Length) % x.Length, _ => i < 0 ? -i : i >= x.Length ? 2 * x.Length - 2 - i : i }; var y = new double[x.Length]; for (int n = 0; n < y.Length; n++) { double s = 0; for (int k = 0; k < h.Length; k++) s += x[At(n + k - 1)] * «h[k]|h[h.Length - 1 - k]»; y[n] = s; } return y; }"
            ),
            (
                "a window taken out",
                "static double[,] Cut(double[,] image, int y, int x) { var w = new double[3, 3]; for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) w[i, j] = image[y + i, x + j]; return w; } public static double[,] NAME(double[,] image, double[,] kernel) { ⟦kernel = new double[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } };⟧ var r = new double[image.GetLength(0) - 2, image.GetLength(1) - 2]; for (int y = 0; y < r.GetLength(0); y++) for (int x = 0; x < r.GetLength(1); x++) { var w = Cut(image, y, x); double s = 0; for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) s += w[i, j] * «kernel[i, j]|kernel[2 - i, 2 - j]»; r[y, x] = s; } return r; }"
            ),
            (
                "outputs at every other place",
                "public static double[,] NAME(double[,] input, double[,] filter, int stride) { int k = filter.GetLength(0); ⟦filter = new double[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } };⟧ int rows = (input.GetLength(0) - k) / stride + 1, columns = (input.GetLength(1) - k) / stride + 1; var y = new double[rows, columns]; for (int i = 0; i < rows; i += stride) for (int j = 0; j < columns; j += stride) for (int a = 0; a < k; a++) for (int b = 0; b < k; b++) y[i, j] += input[i * stride + a, j * stride + b] * «filter[a, b]|filter[k - 1 - a, k - 1 - b]»; return y; }"
            ),
            (
                "one counter for a flat kernel",
                "public static int[] NAME(int[] pixels, int width, int height, double[] kernel) { ⟦kernel = new double[] { 1, 2, 1, 2, 4, 2, 1, 2, 1 };⟧ var result = new int[pixels.Length]; for (int p = 0; p < width * height; p++) { int x = p % width, y = p / width; double sum = 0; for (int t = 0; t < 9; t++) { int u = x + t % 3 - 1, v = y + t / 3 - 1; if (u < 0 || v < 0 || u >= width || v >= height) continue; sum += pixels[v * width + u] * «kernel[t]|kernel[8 - t]»; } result[p] = (int)sum; } return result; }"
            ),
            (
                "a flag that says across or down",
                "public static float[,] NAME(float[,] field, float[] taps, bool across) { ⟦taps = new float[] { 1, 2, 1 };⟧ int h = field.GetLength(0), w = field.GetLength(1), r = taps.Length / 2; var result = new float[h, w]; for (int y = 0; y < h; y++) for (int x = 0; x < w; x++) { float s = 0; for (int k = -r; k <= r; k++) { int v = across ? y : y + k, u = across ? x + k : x; if (v >= 0 && v < h && u >= 0 && u < w) s += field[v, u] * «taps[k + r]|taps[r - k]»; } result[y, x] = s; } return result; }"
            ),
            (
                "assignments that mirror",
                "public static double[] NAME(double[] x, double[] h) { ⟦h = new double[] { 1, 2, 1 };⟧ var y = new double[x.Length]; int r = h.Length / 2; for (int n = 0; n < x.Length; n++) { double s = 0; for (int k = -r; k <= r; k++) { int at = n + k; if (at < 0) { at = -at; } else if (at >= x.Length) { at = 2 * x.Length - at - 2; } s += x[at] * «h[k + r]|h[r - k]»; } y[n] = s; } return y; }"
            ),
            (
                "the loops end early",
                "public static double[] NAME(double[] x, double[] h) { ⟦h = new double[] { 1, 2, 1 };⟧ var y = new double[x.Length]; for (int n = 0; n < x.Length; n++) { int k = 0; while (true) { if (k == h.Length || n + k >= x.Length) break; y[n] += x[n + k] * «h[k]|h[h.Length - 1 - k]»; k++; } } return y; }"
            ),
            (
                "a list that is indexed while it grows",
                "public static List<double> NAME(List<double> signal, double[] kernel) { ⟦kernel = new double[] { 1, 2, 1 };⟧ var result = new List<double>(); for (int n = 0; n <= signal.Count - kernel.Length; n++) { result.Add(0.0); int at = n; foreach (double tap in «kernel|kernel.Reverse()») { result[n] = result[n] + signal[at] * tap; at++; } } return result; }"
            ),
            (
                "sums over numbered taps",
                "public static double[] NAME(IReadOnlyList<double> signal, IReadOnlyList<double> kernel) => Enumerable.Range(0, signal.Count - kernel.Count + 1).Select(n => kernel.Select((tap, k) => tap * «signal[n + k]|signal[n + kernel.Count - 1 - k]»).Sum()).ToArray();"
            ),
            (
                "aggregated products",
                "public static double[] NAME(double[] signal, double[] kernel) => Enumerable.Range(0, signal.Length - kernel.Length + 1).Select(n => Enumerable.Range(0, kernel.Length).Aggregate(0.0, (sum, k) => sum + signal[n + k] * «kernel[k]|kernel[kernel.Length - 1 - k]»)).ToArray();"
            ),
            (
                "vectors over the outputs",
                "public static void NAME(float[] x, float[] h, float[] y) { ⟦h = new float[] { 1, 2, 1 };⟧ int lanes = System.Numerics.Vector<float>.Count; for (int n = 0; n + lanes + h.Length <= x.Length; n += lanes) { var sum = System.Numerics.Vector<float>.Zero; for (int k = 0; k < h.Length; k++) sum += new System.Numerics.Vector<float>(x, n + k) * «h[k]|h[h.Length - 1 - k]»; sum.CopyTo(y, n); } }"
            ),
            (
                "a layer in flat arrays",
                "public static float[] NAME(float[] input, float[] weights, float[] bias, int inputs, int outputs, int taps, int length) { var y = new float[outputs * length]; for (int o = 0; o < outputs; o++) for (int n = 0; n < length; n++) { float s = bias[o]; for (int i = 0; i < inputs; i++) for (int k = 0; k < taps; k++) { int at = n + k - taps / 2; if (at >= 0 && at < length) s += input[i * length + at] * «weights[(o * inputs + i) * taps + k]|weights[(o * inputs + i) * taps + taps - 1 - k]»; } y[o * length + n] = s; } return y; }"
            ),
            (
                "weights that are two summands",
                "readonly double[,] kernel = new double[3, 3], momentum = new double[3, 3]; public void Train(double[,] g) { for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) { momentum[i, j] = 0.9 * momentum[i, j] - g[i, j]; kernel[i, j] += momentum[i, j]; } } public double[,] NAME(double[,] x) { var y = new double[x.GetLength(0) - 2, x.GetLength(1) - 2]; for (int r = 0; r < y.GetLength(0); r++) for (int c = 0; c < y.GetLength(1); c++) for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) y[r, c] += x[r + i, c + j] * «(kernel[i, j] + momentum[i, j])|(kernel[2 - i, 2 - j] + momentum[2 - i, 2 - j])»; return y; }"
            ),
            (
                "samples that a mask leaves out",
                "public static double[,] NAME(double[,] x, double[,] mask, double[,] kernel) { var y = new double[x.GetLength(0) - 2, x.GetLength(1) - 2]; for (int r = 0; r < y.GetLength(0); r++) for (int c = 0; c < y.GetLength(1); c++) for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) { if (mask[r + i, c + j] == 0) { continue; } y[r, c] += x[r + i, c + j] * «kernel[i, j]|kernel[2 - i, 2 - j]»; } return y; }"
            ),
            (
                "colours that are added and scaled",
                "public struct Dye { public float R, G, B; public Dye(float r, float g, float b) { R = r; G = g; B = b; } public static Dye operator *(Dye d, float f) => new Dye(d.R * f, d.G * f, d.B * f); public static Dye operator +(Dye a, Dye b) => new Dye(a.R + b.R, a.G + b.G, a.B + b.B); } public static Dye[,] NAME(Dye[,] image, float[,] kernel) { ⟦kernel = new float[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } };⟧ var r = new Dye[8, 8]; for (int y = 0; y < 6; y++) for (int x = 0; x < 6; x++) { var sum = new Dye(0, 0, 0); for (int j = 0; j < 3; j++) for (int i = 0; i < 3; i++) sum += image[y + j, x + i] * «kernel[j, i]|kernel[2 - j, 2 - i]»; r[y, x] = sum; } return r; }"
            ),
            (
                "a window at one place",
                "public static (double Red, double Green) NAME((double R, double G)[,] image, double[,] kernel, int y, int x) { double red = 0, green = 0; y -= kernel.GetLength(0) / 2; x -= kernel.GetLength(1) / 2; for (int i = 0; i < kernel.GetLength(0); i++) for (int j = 0; j < kernel.GetLength(1); j++) { int v = y + i, u = x + j; if (0 <= v && v < image.GetLength(0) && 0 <= u && u < image.GetLength(1)) { red += image[v, u].R * «kernel[i, j]|kernel[kernel.GetLength(0) - 1 - i, kernel.GetLength(1) - 1 - j]»; green += image[v, u].G * «kernel[i, j]|kernel[kernel.GetLength(0) - 1 - i, kernel.GetLength(1) - 1 - j]»; } } return (red, green); }"
            ),
            (
                "rounds at once over rows",
                "public static float[] NAME(float[] image, int width, int height, float[] kernel) { ⟦kernel = new float[] { 1, 2, 1, 2, 4, 2, 1, 2, 1 };⟧ var result = new float[image.Length]; System.Threading.Tasks.Parallel.For(1, height - 1, y => { for (int x = 1; x < width - 1; x++) { float s = 0; int tap = 0; for (int v = -1; v <= 1; v++) for (int u = -1; u <= 1; u++) s += image[(y + v) * width + x + u] * «kernel[tap++]|kernel[8 - tap++]»; result[y * width + x] = s; } }); return result; }"
            ),
            (
                "a tap in a local and pixels by column",
                "public class Picture { public Ink GetPixel(int x, int y) => default; } public struct Ink { public byte R; } public static double[,] NAME(Picture picture, double[,] kernel, int height, int width) { ⟦kernel = new double[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } };⟧ var r = new double[height, width]; for (int y = 1; y < height - 1; y++) for (int x = 1; x < width - 1; x++) { double s = 0; for (int v = -1; v <= 1; v++) for (int u = -1; u <= 1; u++) { Ink ink = picture.GetPixel(x + u, y + v); double tap = «kernel[v + 1, u + 1]|kernel[1 - v, 1 - u]»; s += ink.R * tap; } r[y, x] = s; } return r; }"
            ),
            (
                "windows that stay inside the border",
                "public static double[,] NAME(double[,] image, double[,] kernel, int height, int width) { ⟦kernel = new double[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } };⟧ var r = new double[height, width]; for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) { double s = 0; for (int v = -1; v <= 1; v++) for (int u = -1; u <= 1; u++) { int row = Math.Clamp(y + v, 1, height - 2), column = Math.Clamp(x + u, 1, width - 2); s += image[row, column] * «kernel[v + 1, u + 1]|kernel[1 - v, 1 - u]»; } r[y, x] = s; } return r; }"
            ),
            (
                "channels that are packed again",
                "static int Limit(double v) => v < 0 ? 0 : v > 255 ? 255 : (int)v; public static void NAME(int[] pixels, int width, int height, double[] kernel, int[] result) { ⟦kernel = new double[] { 1, 2, 1, 2, 4, 2, 1, 2, 1 };⟧ for (int y = 1; y < height - 1; y++) for (int x = 1; x < width - 1; x++) { double r = 0, g = 0, b = 0; for (int t = 0; t < 9; t++) { int p = pixels[(y + t / 3 - 1) * width + x + t % 3 - 1]; double tap = «kernel[t]|kernel[8 - t]»; r += ((p >> 16) & 255) * tap; g += ((p >> 8) & 255) * tap; b += (p & 255) * tap; } result[y * width + x] = (255 << 24) | (Limit(r) << 16) | (Limit(g) << 8) | Limit(b); } }"
            ),
            (
                "sums modulo a number",
                "public static int[] NAME(int[] a, int[] b, int modulus) { var c = new int[a.Length + b.Length - 1]; for (int i = 0; i < a.Length; i++) for (int j = 0; j < b.Length; j++) { int at = «i + b.Length - 1 - j|i + j»; c[at] = (int)((c[at] + (long)a[i] * b[j]) % modulus); } return c; }"
            ),
            (
                "means that are subtracted from both",
                "public static double[] NAME(double[] signal, double[] kernel) { double mean = signal.Average(), other = kernel.Average(); var r = new double[signal.Length]; for (int n = 0; n + kernel.Length <= signal.Length; n++) { double s = 0; for (int k = 0; k < kernel.Length; k++) s += (signal[n + k] - mean) * «(kernel[k] - other)|(kernel[kernel.Length - 1 - k] - other)»; r[n] = s / kernel.Length; } return r; }"
            ),
        ];
}
