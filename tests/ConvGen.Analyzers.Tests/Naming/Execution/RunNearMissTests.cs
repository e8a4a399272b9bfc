using ConvGen.Analyzers.Tests.Naming.Loops;

namespace ConvGen.Analyzers.Tests.Naming.Execution;

/// <summary>
/// For each way to write a loop a case beside it of which nothing may be said: something unknown, turned round, or both operations at once.
/// </summary>
public class RunNearMissTests
{
    [Theory]
    [InlineData(
        "a function from elsewhere of which no name says that it minds borders",
        "public static double[] NAME(double[] x, double[] h, Func<int, int, int> choose) { var y = new double[x.Length]; for (int n = 0; n < x.Length; n++) { double s = 0; for (int i = 0; i < h.Length; i++) s += x[choose(n + i, x.Length)] * h[i]; y[n] = s; } return y; }"
    )]
    [InlineData(
        "a border function with something else than an index and a size",
        "public static double[] NAME(double[] x, double[] h, Func<double, double> clamp) { var y = new double[x.Length]; for (int n = 0; n < x.Length; n++) { double s = 0; for (int i = 0; i < h.Length; i++) s += x[(int)clamp(n + i)] * h[i]; y[n] = s; } return y; }"
    )]
    [InlineData(
        "one sample at a time into a place that the caller names",
        "readonly double[] line = new double[8]; public double NAME(double v, int at, double[] taps) { line[at] = v; double s = 0; for (int i = 0; i < taps.Length; i++) s += line[i] * taps[i]; return s; }"
    )]
    [InlineData(
        "weights that the member itself turns round each time",
        "readonly double[] weights = new double[5]; public double[] NAME(double[] x) { for (int i = 0; i < 2; i++) { double t = weights[i]; weights[i] = weights[4 - i]; weights[4 - i] = t; } var y = new double[x.Length]; for (int n = 0; n + 5 < x.Length; n++) { double s = 0; for (int i = 0; i < 5; i++) s += x[n + i] * weights[i]; y[n] = s; } return y; }"
    )]
    [InlineData(
        "a list that grows at either end, as samples say",
        "public static List<double> NAME(double[] x, double[] h) { var last = new LinkedList<double>(); var y = new List<double>(); foreach (double v in x) { if (v > 0) last.AddFirst(v); else last.AddLast(v); if (last.Count > h.Length) last.RemoveLast(); double s = 0; int i = 0; foreach (double z in last) s += z * h[i++]; y.Add(s); } return y; }"
    )]
    [InlineData(
        "a kernel that a function from elsewhere prepared",
        "public static double[] NAME(double[] x, double[] h, Func<double[], double[]> prepare) { var k = prepare(h); var y = new double[x.Length]; for (int n = 0; n + k.Length <= x.Length; n++) for (int i = 0; i < k.Length; i++) y[n] += x[n + i] * k[i]; return y; }"
    )]
    [InlineData(
        "a kernel that escapes",
        "public static double[] NAME(double[] x, double[] h, Action<double[]> use) { use(h); var y = new double[x.Length]; for (int n = 0; n + h.Length <= x.Length; n++) for (int i = 0; i < h.Length; i++) { double t = 0; t = x[n + i] * h[i]; y[n] += t; } return y; }"
    )]
    [InlineData(
        "an alias that is reversed, and reversed indices",
        "public static double[] NAME(double[] x, double[] h, int[] order) { var alias = h; Array.Sort(order, alias); var y = new double[x.Length]; for (int n = 0; n + h.Length <= x.Length; n++) for (int i = 0; i < h.Length; i++) { double t = x[n + i]; y[n] += t * h[i]; } return y; }"
    )]
    [InlineData(
        "an index from elsewhere",
        "public static double[] NAME(double[] x, double[] h, Func<int, int> at) { var y = new double[x.Length]; for (int n = 0; n + h.Length <= x.Length; n++) for (int i = 0; i < h.Length; i++) y[n] += x[at(n + i)] * h[i]; return y; }"
    )]
    [InlineData(
        "a sample helper that counts from the end",
        "static double Sample(double[] s, int i) => s[s.Length - 1 - i]; public static double[] NAME(double[] x, double[] h) { var y = new double[x.Length]; for (int n = 0; n + h.Length <= x.Length; n++) for (int i = 0; i < h.Length; i++) y[n] += Sample(x, n + i) * h[i]; return y; }"
    )]
    [InlineData(
        "a window that is copied where a sample says",
        "public static double[] NAME(double[] x, double[] h) { var y = new double[x.Length]; for (int n = 0; n + h.Length <= x.Length; n++) { var w = new double[h.Length]; for (int i = 0; i < w.Length; i++) { if (x[n] > 0) w[i] = x[n + i]; else w[i] = x[n + w.Length - 1 - i]; } for (int i = 0; i < w.Length; i++) y[n] += w[i] * h[i]; } return y; }"
    )]
    [InlineData(
        "branches that run different ways",
        "public static double[] NAME(double[] x, double[] h, bool back) { var y = new double[x.Length]; for (int n = h.Length; n + h.Length <= x.Length; n++) for (int i = 0; i < h.Length; i++) { double t; if (back) t = x[n - i] * h[i]; else t = x[n + i] * h[i]; y[n] += t; } return y; }"
    )]
    [InlineData(
        "a direction that is a number",
        "public static double[] NAME(double[] x, double[] h, int direction) { var y = new double[x.Length]; for (int n = h.Length; n + h.Length <= x.Length; n++) { double s = 0; for (int i = 0; i < h.Length; i++) s += x[n + direction * i] * h[i]; y[n] = s; } return y; }"
    )]
    [InlineData(
        "a list that loses its end",
        "public static List<double> NAME(List<double> x, List<double> h) { var y = new List<double>(); while (x.Count >= h.Count) { double s = 0; for (int i = 0; i < h.Count; i++) s += x[i] * h[i]; y.Add(s); x.RemoveAt(x.Count - 1); } return y; }"
    )]
    [InlineData(
        "an order of its own",
        "public static double[] NAME(double[] x, double[] h, int[] order) { var y = new double[x.Length]; for (int n = 0; n + h.Length <= x.Length; n++) { double s = 0; for (int i = 0; i < h.Length; i++) s += x[n + order[i]] * h[i]; y[n] = s; } return y; }"
    )]
    [InlineData(
        "two halves of a kernel in two statements",
        "public static float[] NAME(float[] x, float[] half) { var y = new float[x.Length]; for (int n = 0; n < x.Length; n++) { float s = x[n] * half[0]; for (int i = 1; i < half.Length; i++) { if (n - i >= 0) s += x[n - i] * half[i]; if (n + i < x.Length) s += x[n + i] * half[i]; } y[n] = s; } return y; }"
    )]
    [InlineData(
        "one half twice at the border",
        "public static double[] NAME(double[] x, double[] half) { int last = x.Length - 1; var y = new double[x.Length]; for (int n = 0; n < x.Length; n++) { double s = x[n] * half[0]; for (int i = 1; i < half.Length; i++) { if (n - i < 0) { s += x[n + i] * half[i]; s += x[n + i] * half[i]; } else if (n + i > last) { s += x[n - i] * half[i]; s += x[n - i] * half[i]; } else { s += x[n - i] * half[i]; s += x[n + i] * half[i]; } } y[n] = s; } return y; }"
    )]
    [InlineData(
        "two kernels, one for each side",
        "public static double[] NAME(double[] x, double[] a, double[] b) { var y = new double[x.Length]; for (int n = 4; n + 4 < x.Length; n++) { double s = 0; for (int i = 0; i < 3; i++) s += x[n - i] * a[i]; for (int i = 0; i < 3; i++) s += x[n + i] * b[i]; y[n] = s; } return y; }"
    )]
    [InlineData(
        "the largest of compass masks",
        "static readonly double[][,] masks = { new double[,] { { 5, 5, 5 }, { -3, 0, -3 }, { -3, -3, -3 } }, new double[,] { { -3, -3, -3 }, { -3, 0, -3 }, { 5, 5, 5 } }, new double[,] { { 5, -3, -3 }, { 5, 0, -3 }, { 5, -3, -3 } }, new double[,] { { -3, -3, 5 }, { -3, 0, 5 }, { -3, -3, 5 } } }; public static double[,] NAME(double[,] image) { var r = new double[8, 8]; for (int y = 1; y < 7; y++) for (int x = 1; x < 7; x++) { double best = 0; foreach (var m in masks) { double s = 0; for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) s += image[y + i - 1, x + j - 1] * m[i, j]; if (s > best) best = s; } r[y, x] = best; } return r; }"
    )]
    [InlineData(
        "a kernel that is filled with one value",
        "public static double[,] NAME(double[,] image, int size) { var k = new double[size, size]; for (int i = 0; i < size; i++) for (int j = 0; j < size; j++) k[i, j] = 1.0 / (size * size); var r = new double[9, 9]; for (int y = 0; y < 4; y++) for (int x = 0; x < 4; x++) for (int i = 0; i < size; i++) for (int j = 0; j < size; j++) r[y, x] += image[y + i, x + j] * k[i, j]; return r; }"
    )]
    [InlineData(
        "a bell that is computed here",
        "public static double[] NAME(double[] x, double width) { var k = new double[7]; double t = 0; for (int i = 0; i < 7; i++) { k[i] = Math.Exp(-(i - 3) * (i - 3) / (2 * width * width)); t += k[i]; } for (int i = 0; i < 7; i++) k[i] /= t; var y = new double[x.Length]; for (int n = 0; n + 7 < x.Length; n++) for (int i = 0; i < 7; i++) y[n] += x[n + i] * k[i]; return y; }"
    )]
    [InlineData(
        "weights that the class shifts",
        "readonly double[] weights = new double[5]; public void Age() { for (int i = 0; i < 4; i++) weights[i] = weights[i + 1]; } public double[] NAME(double[] x) { var y = new double[x.Length]; for (int n = 0; n + 5 < x.Length; n++) { double s = 0; for (int i = 0; i < 5; i++) s += x[n + i] * weights[i]; y[n] = s; } return y; }"
    )]
    [InlineData(
        "lanes that are shuffled",
        "public static void NAME(float[] x, float[] h, float[] y) { for (int n = 0; n + 8 <= x.Length; n += 4) { var s = System.Runtime.Intrinsics.Vector128<float>.Zero; for (int k = 0; k < h.Length; k++) s += System.Runtime.Intrinsics.Vector128.Shuffle(System.Runtime.Intrinsics.Vector128.LoadUnsafe(ref x[n + k]), System.Runtime.Intrinsics.Vector128.Create(3, 2, 1, 0)) * h[k]; System.Runtime.Intrinsics.Vector128.CopyTo(s, y, n); } }"
    )]
    [InlineData(
        "a helper that calls itself",
        "static double Fetch(double[] x, int i) => Fetch(x, i + 1); public static double[] NAME(double[] x, double[] h) { var y = new double[x.Length]; for (int n = 0; n < x.Length; n++) for (int i = 0; i < h.Length; i++) y[n] += Fetch(x, n + i) * h[i]; return y; }"
    )]
    [InlineData(
        "a helper that others may replace",
        "public class Open { protected virtual double Fetch(double[] x, int i) => x[i]; public double[] NAME(double[] x, double[] h) { var y = new double[x.Length]; for (int n = 0; n + h.Length <= x.Length; n++) for (int i = 0; i < h.Length; i++) y[n] += Fetch(x, n + i) * h[i]; return y; } }"
    )]
    [InlineData(
        "a getter that says it turns",
        "public class Turned { readonly float[] cells = new float[9]; public float GetFlipped(int x, int y) => cells[8 - (y * 3) - x]; } public static float[,] NAME(float[,] image, Turned k) { var r = new float[8, 8]; for (int y = 0; y < 5; y++) for (int x = 0; x < 5; x++) for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) r[y, x] += image[y + i, x + j] * k.GetFlipped(j, i); return r; }"
    )]
    [InlineData(
        "kernels rotated on one axis by a helper",
        "static int Mirror(int i, int size) => size - 1 - i; public static double[,] NAME(double[,] image, double[,] k) { var r = new double[8, 8]; for (int y = 0; y < 5; y++) for (int x = 0; x < 5; x++) { double s = 0; for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) s += image[y + i, x + j] * k[Mirror(i, 3), Mirror(j, 3)]; r[y, x] += s * 0; } return r; }"
    )]
    [InlineData(
        "half a kernel on both sides as far as the border lets it",
        "public static float[] NAME(float[] image, int w, int h, float[] half) { var y = new float[image.Length]; System.Threading.Tasks.Parallel.For(0, h, r => { for (int c = 0; c < w; c++) { float s = image[r * w + c] * half[0]; for (int k = 1; k < half.Length; k++) { if (c - k >= 0) s += image[r * w + c - k] * half[k]; if (c + k < w) s += image[r * w + c + k] * half[k]; } y[r * w + c] = s; } }); return y; }"
    )]
    [InlineData(
        "a ring whose head another member moves",
        "readonly double[] ring = new double[8]; int head; public void Push(double x) { if (--head < 0) head = ring.Length - 1; ring[head] = x; } public double NAME(double[] h) { double s = 0; int p = head; for (int i = 0; i < h.Length; i++) { s += ring[p] * h[i]; p++; if (p == ring.Length) p = 0; } return s; }"
    )]
    [InlineData(
        "two channels that run different ways",
        "public struct Dot { public double R, G; } public static double[,] NAME(Dot[] x, double[] k) { var r = new double[9, 2]; for (int n = 0; n < 7; n++) for (int i = 0; i < 3; i++) { Dot d = x[n + i]; r[n, 0] += d.R * k[i]; r[n, 1] += d.G * k[2 - i]; } return r; }"
    )]
    [InlineData(
        "three taps in a structure, both sides alike",
        "public struct Mask { public float A, B, C; } public static float[] NAME(float[] x, Mask taps) { var y = new float[x.Length]; for (int i = 1; i + 1 < x.Length; i++) y[i] = x[i - 1] * taps.A + x[i] * taps.B + x[i + 1] * taps.A; return y; }"
    )]
    [InlineData(
        "weights that are added to themselves, turned",
        "public static double[] NAME(double[] x, double[] k) { var y = new double[x.Length]; for (int n = 0; n + 3 <= x.Length; n++) { double s = 0; for (int i = 0; i < 3; i++) { double w = k[i] + k[2 - i]; s += x[n + i] * w; } y[n] = s; } return y; }"
    )]
    [InlineData(
        "a flag that says which way",
        "public static double[] NAME(double[] x, double[] k, bool forwards) { var y = new double[x.Length]; for (int n = 3; n + 3 <= x.Length; n++) { double s = 0; for (int i = 0; i < 3; i++) { int at = forwards ? n + i : n - i; s += x[at] * k[i]; } y[n] = s; } return y; }"
    )]
    [InlineData(
        "a number that says which way",
        "public static double[] NAME(double[] x, double[] k, int mode) { int At(int i) => mode switch { 0 => Math.Clamp(i, 0, x.Length - 1), _ => x.Length - 1 - Math.Clamp(i, 0, x.Length - 1) }; var y = new double[x.Length]; for (int n = 0; n < y.Length; n++) { double s = 0; for (int i = 0; i < k.Length; i++) s += x[At(n + i - 1)] * k[i]; y[n] = s; } return y; }"
    )]
    [InlineData(
        "an operator that nobody reads",
        "public static decimal[] NAME(decimal[] x, TimeSpan[] k) { var y = new decimal[x.Length]; for (int n = 0; n + 3 <= x.Length; n++) for (int i = 0; i < 3; i++) y[n] += x[n + i] * (k[i] > k[2 - i] ? 1 : 2); return y; }"
    )]
    [InlineData(
        "colours whose product turns what it is given",
        "public struct Ring { public double[] All; public int At; public static double operator *(Ring r, double f) => r.All[r.All.Length - 1 - r.At] * f; } public static double[] NAME(double[] x, double[] k) { var y = new double[x.Length]; for (int n = 0; n + 3 <= x.Length; n++) { double s = 0; for (int i = 0; i < 3; i++) s += new Ring { All = x, At = n + i } * k[i]; y[n] = s * 0; } return y; }"
    )]
    [InlineData(
        "magnitudes of two masks of which each is the other one turned",
        "private static readonly int[,] A = { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 10 } }; private static readonly int[,] B = { { 10, 8, 7 }, { 6, 5, 4 }, { 3, 2, 1 } }; public static double[,] NAME(double[,] s) { var o = new double[s.GetLength(0), s.GetLength(1)]; for (int y = 1; y < s.GetLength(0) - 1; y++) for (int x = 1; x < s.GetLength(1) - 1; x++) { double a = 0, b = 0; for (int j = 0; j < 3; j++) for (int i = 0; i < 3; i++) { a += s[y + j - 1, x + i - 1] * A[j, i]; b += s[y + j - 1, x + i - 1] * B[j, i]; } o[y, x] = Math.Sqrt(a * a + b * b); } return o; }"
    )]
    [InlineData(
        "absolute values of both parts of a gradient",
        "private static readonly int[,] Gx = { { -1, 0, 1 }, { -2, 0, 2 }, { -1, 0, 1 } }, Gy = { { -1, -2, -1 }, { 0, 0, 0 }, { 1, 2, 1 } }; public static double[,] NAME(double[,] s) { var o = new double[s.GetLength(0), s.GetLength(1)]; for (int y = 1; y < s.GetLength(0) - 1; y++) for (int x = 1; x < s.GetLength(1) - 1; x++) { double a = 0, b = 0; for (int j = 0; j < 3; j++) for (int i = 0; i < 3; i++) { a += s[y + j - 1, x + i - 1] * Gx[j, i]; b += s[y + j - 1, x + i - 1] * Gy[j, i]; } o[y, x] = Math.Abs(a) + Math.Abs(b); } return o; }"
    )]
    [InlineData(
        "the magnitude of a gradient",
        "private static readonly int[,] Gx = { { -1, 0, 1 }, { -2, 0, 2 }, { -1, 0, 1 } }, Gy = { { -1, -2, -1 }, { 0, 0, 0 }, { 1, 2, 1 } }; public static byte[,] NAME(byte[,] s) { var o = new byte[s.GetLength(0), s.GetLength(1)]; for (int y = 1; y < s.GetLength(0) - 1; y++) for (int x = 1; x < s.GetLength(1) - 1; x++) { int a = 0, b = 0; for (int j = -1; j <= 1; j++) for (int i = -1; i <= 1; i++) { a += s[y + j, x + i] * Gx[j + 1, i + 1]; b += s[y + j, x + i] * Gy[j + 1, i + 1]; } o[y, x] = (byte)Math.Min(255, Math.Sqrt(a * a + b * b)); } return o; }"
    )]
    [InlineData(
        "absolute values of two masks that a half turn exchanges",
        "private static readonly int[,] A = { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 10 } }; private static readonly int[,] B = { { 10, 8, 7 }, { 6, 5, 4 }, { 3, 2, 1 } }; public static double[,] NAME(double[,] s) { var o = new double[s.GetLength(0), s.GetLength(1)]; for (int y = 1; y < s.GetLength(0) - 1; y++) for (int x = 1; x < s.GetLength(1) - 1; x++) { double a = 0, b = 0; for (int j = 0; j < 3; j++) for (int i = 0; i < 3; i++) { a += s[y + j - 1, x + i - 1] * A[j, i]; b += s[y + j - 1, x + i - 1] * B[j, i]; } o[y, x] = Math.Abs(a) + Math.Abs(b); } return o; }"
    )]
    [InlineData(
        "a jump that samples decide, to loops that run different ways",
        "public static int[] NAME(int[] x, int[] h) { var y = new int[x.Length]; for (int n = 3; n + 3 < x.Length; n++) { int k = 0; if (x[n] > 0) goto back; for (k = 0; k < 3; k++) y[n] += x[n + k] * h[k]; continue; back: for (k = 0; k < 3; k++) y[n] += x[n - k] * h[k]; } return y; }"
    )]
    [InlineData(
        "a dictionary of places that are read on both sides",
        "public static double[,] NAME(double[,] a, Dictionary<(int, int), double> taps) { var o = new double[a.GetLength(0), a.GetLength(1)]; for (int y = 1; y < a.GetLength(0) - 1; y++) for (int x = 1; x < a.GetLength(1) - 1; x++) { double s = 0; foreach (var kv in taps) { s += kv.Value * a[y - kv.Key.Item1, x - kv.Key.Item2]; s += kv.Value * a[y + kv.Key.Item1, x + kv.Key.Item2]; } o[y, x] = s; } return o; }"
    )]
    [InlineData(
        "tuples of places, each read on both sides",
        "public static double[] NAME(double[] x, (int offset, double weight)[] half) { var y = new double[x.Length]; for (int n = 2; n < x.Length - 2; n++) foreach (var (o, w) in half) y[n] += w * (x[n + o] + x[n - o]); return y; }"
    )]
    [InlineData(
        "nine letters that are used symmetrically",
        "public class M { public double A, B, C, D, E, F, G, H, I; } public static double[,] NAME(double[,] s, M m) { var o = new double[s.GetLength(0), s.GetLength(1)]; for (int y = 1; y < s.GetLength(0) - 1; y++) for (int x = 1; x < s.GetLength(1) - 1; x++) o[y, x] = m.A * (s[y - 1, x - 1] + s[y + 1, x + 1]) + m.B * (s[y - 1, x] + s[y + 1, x]) + m.C * (s[y - 1, x + 1] + s[y + 1, x - 1]) + m.D * (s[y, x - 1] + s[y, x + 1]) + m.E * s[y, x]; return o; }"
    )]
    [InlineData(
        "three letters that mix colours",
        "public class ColorMatrix { public float A, B, C; } public static float[] NAME(float[] rgb, ColorMatrix m) { var y = new float[rgb.Length / 3]; for (int n = 0; n < y.Length; n++) y[n] = rgb[3 * n] * m.A + rgb[3 * n + 1] * m.B + rgb[3 * n + 2] * m.C; return y; }"
    )]
    [InlineData(
        "two results, one each way",
        "public static (double[], double[]) NAME(double[] x, double[] h) { var a = new double[x.Length]; var b = new double[x.Length]; for (int n = 3; n + 3 < x.Length; n++) for (int k = 0; k < h.Length; k++) { a[n] += x[n + k] * h[k]; b[n] += x[n - k] * h[k]; } return (a, b); }"
    )]
    [InlineData(
        "a matrix with padded rows and a vector",
        "public static double[] NAME(double[] m, double[] k, int stride, int rows, int pad) { var y = new double[rows]; for (int r = 0; r < rows; r++) for (int c = 0; c < k.Length; c++) y[r] += m[r * (stride + pad) + c] * k[c]; return y; }"
    )]
    [InlineData(
        "a sum that is negated where it is negative",
        "private static readonly int[] G = { -1, 0, 1 }; public static int[] NAME(int[] x) { var y = new int[x.Length]; for (int n = 1; n < x.Length - 1; n++) { int s = 0; for (int k = -1; k <= 1; k++) s += x[n + k] * G[k + 1]; if (s < 0) s = -s; y[n] = s; } return y; }"
    )]
    [InlineData(
        "a sum, or its opposite",
        "private static readonly int[] G = { -1, 0, 1 }; public static int[] NAME(int[] x) { var y = new int[x.Length]; for (int n = 1; n < x.Length - 1; n++) { int s = 0; for (int k = -1; k <= 1; k++) s += x[n + k] * G[k + 1]; y[n] = s < 0 ? -s : s; } return y; }"
    )]
    [InlineData(
        "a gradient whose parts a helper computes",
        "private static readonly double[,] Kx = { { 1, 0, -1 }, { 2, 0, -2 }, { 1, 0, -1 } }, Ky = { { 1, 2, 1 }, { 0, 0, 0 }, { -1, -2, -1 } }; private static double Apply(double[,] a, double[,] k, int y, int x) { double s = 0; for (int j = 0; j < 3; j++) for (int i = 0; i < 3; i++) s += a[y + j - 1, x + i - 1] * k[j, i]; return s; } public static double[,] NAME(double[,] a) { var o = new double[a.GetLength(0), a.GetLength(1)]; for (int y = 1; y < a.GetLength(0) - 1; y++) for (int x = 1; x < a.GetLength(1) - 1; x++) { double gx = Apply(a, Kx, y, x), gy = Apply(a, Ky, y, x); o[y, x] = Math.Sqrt(Math.Pow(gx, 2) + Math.Pow(gy, 2)); } return o; }"
    )]
    [InlineData(
        "tuples of places and a flag that says which way",
        "public static double[] NAME(double[] x, (int offset, double weight)[] taps, bool back) { var y = new double[x.Length]; for (int n = 2; n < x.Length - 2; n++) foreach (var (o, w) in taps) y[n] += w * x[back ? n - o : n + o]; return y; }"
    )]
    public async Task Nothing_is_said(string what, string code)
    {
        Assert.NotEmpty(what);
        Assert.Empty(await LoopFile.IdsAsync(code.Replace("NAME", "Convolve", StringComparison.Ordinal)));
        Assert.Empty(await LoopFile.IdsAsync(code.Replace("NAME", "CrossCorrelate", StringComparison.Ordinal)));
    }
}
