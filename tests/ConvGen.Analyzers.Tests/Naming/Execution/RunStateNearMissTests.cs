using ConvGen.Analyzers.Tests.Naming.Loops;

namespace ConvGen.Analyzers.Tests.Naming.Execution;

/// <summary>
/// Beside filters that keep something, and kernels that are made: those of which nothing may be said, as something unknown, or a sample,
/// says where taps lie, or as both operations agree.
/// </summary>
public class RunStateNearMissTests
{
    private const string Compass =
        "{ new int[,] { { 5, 5, 5 }, { -3, 0, -3 }, { -3, -3, -3 } }, new int[,] { { 5, 5, -3 }, { 5, 0, -3 }, { -3, -3, -3 } }, "
        + "new int[,] { { 5, -3, -3 }, { 5, 0, -3 }, { 5, -3, -3 } }, new int[,] { { -3, -3, -3 }, { 5, 0, -3 }, { 5, 5, -3 } }, "
        + "new int[,] { { -3, -3, -3 }, { -3, 0, -3 }, { 5, 5, 5 } }, new int[,] { { -3, -3, -3 }, { -3, 0, 5 }, { -3, 5, 5 } }, "
        + "new int[,] { { -3, -3, 5 }, { -3, 0, 5 }, { -3, -3, 5 } }, new int[,] { { -3, 5, 5 }, { -3, 0, 5 }, { -3, -3, -3 } } }";

    [Theory]
    [InlineData(
        "a queue that samples turn round",
        "readonly Queue<double> past = new(); readonly double[] w = new double[3]; public double NAME(double v) { past.Enqueue(v); if (v > 0) past.Enqueue(past.Dequeue()); double s = 0; int i = 0; foreach (double p in past) s += p * w[i++]; return s; }"
    )]
    [InlineData(
        "a kernel that a function from elsewhere prepares in the constructor",
        "readonly double[] w; public Filters(Func<double[], double[]> prepare, double[] k) { w = prepare(k); } public double[] NAME(double[] x) { var y = new double[x.Length]; for (int n = 0; n + w.Length <= x.Length; n++) for (int i = 0; i < w.Length; i++) { double t = x[n + i] * w[i]; y[n] += t; } return y; }"
    )]
    [InlineData(
        "a kernel that another method reverses",
        "readonly double[] w; public Filters(double[] k) { w = k; } public void Turn() => Array.Reverse(w); public double[] NAME(double[] x) { var y = new double[x.Length]; for (int n = 0; n + w.Length <= x.Length; n++) for (int i = 0; i < w.Length; i++) y[n] += x[n + i] * w[i]; return y; }"
    )]
    [InlineData(
        "a kernel that is reversed through a span elsewhere",
        "readonly double[] w; public Filters(double[] k) { w = k; } public void Turn() => w.AsSpan().Reverse(); public double[] NAME(double[] x) { var y = new double[x.Length]; for (int n = 0; n + w.Length <= x.Length; n++) for (int i = 0; i < w.Length; i++) y[n] += x[n + i] * w[i]; return y; }"
    )]
    [InlineData(
        "two constructors whose kernels are symmetric",
        "readonly double[] w; public Filters() { w = new double[] { 1, 2, 1 }; } public Filters(int n) { w = new double[] { 1, 5, 1 }; } public double[] NAME(double[] x) { var y = new double[x.Length]; for (int n = 0; n + 3 <= x.Length; n++) for (int i = 0; i < 3; i++) y[n] += x[n + i] * w[i]; return y; }"
    )]
    [InlineData(
        "a dictionary that a function from elsewhere fills",
        "public static double[,] NAME(double[,] a, Action<Dictionary<(int, int), double>> fill) { var taps = new Dictionary<(int, int), double>(); fill(taps); var o = new double[a.GetLength(0), a.GetLength(1)]; for (int y = 1; y < a.GetLength(0) - 1; y++) for (int x = 1; x < a.GetLength(1) - 1; x++) { double s = 0; foreach (var kv in taps) s += kv.Value * a[y + kv.Key.Item1, x + kv.Key.Item2]; o[y, x] = s; } return o; }"
    )]
    [InlineData(
        "a dictionary of both a place and its opposite",
        "public static double[,] NAME(double[,] a) { var taps = new Dictionary<(int R, int C), double>(); taps[(0, 1)] = 2; taps.Add((0, -1), 2); taps.Add((0, 0), 7); var o = new double[a.GetLength(0), a.GetLength(1)]; for (int y = 1; y < a.GetLength(0) - 1; y++) for (int x = 1; x < a.GetLength(1) - 1; x++) { double s = 0; foreach (var kv in taps) s += kv.Value * a[y + kv.Key.R, x + kv.Key.C]; o[y, x] = s; } return o; }"
    )]
    [InlineData(
        "tuples whose places are negated where a sample says",
        "static readonly (int dx, double w)[] Taps = { (-1, 1), (0, 2), (1, 5) }; public static double[] NAME(double[] x) { var y = new double[x.Length]; for (int n = 1; n < x.Length - 1; n++) foreach (var (dx, w) in Taps) y[n] += w * x[x[n] > 0 ? n + dx : n - dx]; return y; }"
    )]
    [InlineData(
        "weights of a choice that something unknown turns",
        "static double Weight(int d, bool back) => d switch { -1 => back ? 5 : 1, 0 => 2, 1 => back ? 1 : 5, _ => 0 }; public static double[] NAME(double[] x, bool back) { var y = new double[x.Length]; for (int n = 1; n < x.Length - 1; n++) for (int d = -1; d <= 1; d++) y[n] += Weight(d, back) * x[back ? n - d : n + d]; return y; }"
    )]
    [InlineData(
        "weights of a function that are the same on both sides",
        "static double Weight(int d) => Math.Exp(-d * d / 2.0); public static double[] NAME(double[] x) { var y = new double[x.Length]; for (int n = 2; n < x.Length - 2; n++) for (int d = -2; d <= 2; d++) y[n] += Weight(d) * x[n + d]; return y; }"
    )]
    [InlineData(
        "nodes of a list that is walked from an end that a sample says",
        "public static double[] NAME(double[] x, double[] h) { var last = new LinkedList<double>(); var y = new double[x.Length]; for (int n = 0; n < x.Length; n++) { last.AddFirst(x[n]); if (last.Count > h.Length) last.RemoveLast(); double s = 0; int k = 0; bool up = x[n] > 0; for (var node = up ? last.First : last.Last; node != null; node = up ? node.Next : node.Previous) s += node.Value * h[k++]; y[n] = s; } return y; }"
    )]
    [InlineData(
        "the largest of a whole compass over a large image",
        "static readonly int[][,] Masks = COMPASS; public static int[,] NAME(int[,] image) { var o = new int[200, 200]; for (int y = 1; y < 199; y++) for (int x = 1; x < 199; x++) { int best = int.MinValue; for (int m = 0; m < 8; m++) { int t = 0; for (int i = -1; i <= 1; i++) for (int j = -1; j <= 1; j++) t += image[y + i, x + j] * Masks[m][i + 1, j + 1]; if (t > best) best = t; } o[y, x] = best; } return o; }"
    )]
    [InlineData(
        "the same by the largest of two",
        "static readonly int[][,] Masks = COMPASS; public static int[,] NAME(int[,] image) { var o = new int[200, 200]; for (int y = 1; y < 199; y++) for (int x = 1; x < 199; x++) { int best = int.MinValue; foreach (var mask in Masks) { int t = 0; for (int i = -1; i <= 1; i++) for (int j = -1; j <= 1; j++) t += image[y + i, x + j] * mask[i + 1, j + 1]; best = Math.Max(best, t); } o[y, x] = best; } return o; }"
    )]
    [InlineData(
        "a symmetric kernel on a torus",
        "public static double[,] NAME(double[,] a) { var k = new double[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } }; int h = a.GetLength(0), w = a.GetLength(1); var o = new double[h, w]; for (int y = 0; y < h; y++) for (int x = 0; x < w; x++) { double t = 0; for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) { double v = a[(y - i + 1 + h) % h, (x - j + 1 + w) % w]; t += v * k[i, j]; } o[y, x] = t; } return o; }"
    )]
    [InlineData(
        "a matrix in rows and a vector, from a row on",
        "public static double[] NAME(double[] m, double[] k, int row, int width) { var y = new double[3]; for (int r = 0; r < 3; r++) for (int c = 0; c < k.Length; c++) y[r] += m[(row + r) * width + c] * k[c]; return y; }"
    )]
    [InlineData(
        "one of several symmetric kernels by its number",
        "static readonly double[][] Sets = { new double[] { 1, 2, 1 }, new double[] { 1, 0, 1 } }; public static double[] NAME(double[] x, int which) { double[] k = Sets[which]; var y = new double[x.Length]; for (int n = 1; n < x.Length - 1; n++) for (int i = 0; i < 3; i++) y[n] += x[n + i - 1] * k[i]; return y; }"
    )]
    [InlineData(
        "the same in a table of planes",
        "static readonly int[,,] Sets = { { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } }, { { 0, 1, 0 }, { 1, -4, 1 }, { 0, 1, 0 } } }; public static int[,] NAME(int[,] a, int which) { var o = new int[a.GetLength(0), a.GetLength(1)]; for (int y = 1; y < a.GetLength(0) - 1; y++) for (int x = 1; x < a.GetLength(1) - 1; x++) for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) o[y, x] += a[y + i - 1, x + j - 1] * Sets[which, i, j]; return o; }"
    )]
    [InlineData(
        "a pass forwards and one backwards",
        "static double[] Pass(double[] x, double[] k, bool back) { var y = new double[x.Length]; for (int n = 0; n < x.Length; n++) for (int i = 0; i < k.Length; i++) { int j = back ? n + i : n - i; if (j >= 0 && j < x.Length) y[n] += x[j] * k[i]; } return y; } public static double[] NAME(double[] x, double[] k) => Pass(Pass(x, k, false), k, true);"
    )]
    [InlineData(
        "the larger one of both directions",
        "public static double[] NAME(double[] x, double[] k) { var y = new double[x.Length]; for (int n = 3; n < x.Length - 3; n++) { double f = 0, b = 0; for (int i = 0; i < k.Length; i++) { f += x[n + i] * k[i]; b += x[n + i] * k[k.Length - 1 - i]; } y[n] = Math.Max(f, b); } return y; }"
    )]
    [InlineData(
        "taps that are put into a list on both sides",
        "public static double[] NAME(double[] x, double[] h) { var taps = new List<(int offset, double weight)>(); for (int i = 0; i < h.Length; i++) { taps.Add((i, h[i])); taps.Add((-i, h[i])); } var y = new double[x.Length]; for (int n = 3; n < x.Length - 3; n++) foreach (var (o, w) in taps) y[n] += x[n + o] * w; return y; }"
    )]
    [InlineData(
        "a filter that is fed back",
        "double x1, x2, y1, y2; readonly double b0 = 1, b1 = 2, b2 = 3, a1 = 4, a2 = 5; public double NAME(double x) { double y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2; x2 = x1; x1 = x; y2 = y1; y1 = y; return y; }"
    )]
    [InlineData(
        "half a kernel on both sides of a line",
        "readonly double[] line, half; public Filters(double[] half) { this.half = half; line = new double[2 * half.Length]; } public double NAME(double x) { for (int i = line.Length - 1; i > 0; i--) line[i] = line[i - 1]; line[0] = x; double s = 0; for (int i = 0; i < half.Length; i++) s += half[i] * (line[i] + line[line.Length - 1 - i]); return s; }"
    )]
    [InlineData(
        "a list that is built from both ends",
        "public static double[] NAME(double[] x) { var k = new LinkedList<double>(); k.AddFirst(4); for (int i = 0; i < 3; i++) { k.AddFirst(3 - i); k.AddLast(3 - i); } var y = new double[x.Length]; for (int n = 3; n < x.Length - 3; n++) { int i = 0; foreach (double w in k) { y[n] += x[n + i - 3] * w; i++; } } return y; }"
    )]
    [InlineData(
        "a table of symmetric kernels",
        "static readonly Dictionary<string, double[]> All = new() { [\"a\"] = new double[] { 1, 2, 1 }, [\"b\"] = new double[] { -1, 2, -1 } }; public static double[] NAME(double[] x, string name) { double[] k = All[name]; var y = new double[x.Length]; for (int n = 1; n < x.Length - 1; n++) for (int i = 0; i < 3; i++) y[n] += x[n + i - 1] * k[i]; return y; }"
    )]
    [InlineData(
        "a reader whose samples stay in their slots",
        "public static void NAME(System.IO.BinaryReader r, System.IO.BinaryWriter w, float[] h, int count) { var line = new float[h.Length]; for (int n = 0; n < count; n++) { line[n % h.Length] = r.ReadSingle(); float s = 0; for (int k = 0; k < h.Length; k++) s += line[k] * h[k]; w.Write(s); } }"
    )]
    [InlineData(
        "a gradient whose parts are kept in planes",
        "static readonly int[,] X = { { -1, 0, 1 }, { -2, 0, 2 }, { -1, 0, 1 } }, Y = { { -1, -2, -1 }, { 0, 0, 0 }, { 1, 2, 1 } }; static double[,] Apply(double[,] a, int[,] k) { int h = a.GetLength(0), w = a.GetLength(1); var o = new double[h, w]; for (int y = 1; y < h - 1; y++) for (int x = 1; x < w - 1; x++) for (int i = -1; i <= 1; i++) for (int j = -1; j <= 1; j++) o[y, x] += a[y + i, x + j] * k[i + 1, j + 1]; return o; } public static double[,] NAME(double[,] a) { double[,] gx = Apply(a, X), gy = Apply(a, Y); var o = new double[a.GetLength(0), a.GetLength(1)]; for (int y = 0; y < o.GetLength(0); y++) for (int x = 0; x < o.GetLength(1); x++) o[y, x] = Math.Sqrt(gx[y, x] * gx[y, x] + gy[y, x] * gy[y, x]); return o; }"
    )]
    [InlineData(
        "a kernel that the constructor puts into another order",
        "readonly double[] w; public Filters(double[] k) { w = k.OrderBy(v => v).ToArray(); } public double[] NAME(double[] x) { var y = new double[x.Length]; for (int n = 0; n + w.Length <= x.Length; n++) for (int i = 0; i < w.Length; i++) y[n] += x[n + i] * w[i]; return y; }"
    )]
    [InlineData(
        "both arrays of a recursive filter",
        "public static double[] NAME(double[] x, double[] b, double[] a) { var y = new double[x.Length]; for (int n = 0; n < x.Length; n++) { double s = 0; for (int k = 0; k < b.Length && k <= n; k++) s += b[k] * x[n - k]; for (int k = 1; k < a.Length && k <= n; k++) s -= a[k] * y[n - k]; y[n] = s; } return y; }"
    )]
    public async Task Nothing_is_said(string what, string code)
    {
        Assert.NotEmpty(what);
        code = code.Replace("COMPASS", Compass, StringComparison.Ordinal);
        Assert.Empty(await LoopFile.IdsAsync(code.Replace("NAME", "Convolve", StringComparison.Ordinal)));
        Assert.Empty(await LoopFile.IdsAsync(code.Replace("NAME", "CrossCorrelate", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Convolve", "mask[i + 1, j + 1]")]
    [InlineData("Correlate", "mask[1 - i, 1 - j]")]
    public async Task The_largest_of_one_mask_has_its_direction(string name, string tap) =>
        Assert.Equal(
            ["CONV103"],
            await LoopFile.IdsAsync(
                $"static readonly int[,] mask = {{ {{ 5, 5, 1 }}, {{ -3, 0, -3 }}, {{ -3, -3, -3 }} }}; public static int {name}(int[,] image, int[,] o) {{ int best = int.MinValue; for (int y = 1; y < 199; y++) for (int x = 1; x < 199; x++) {{ int t = 0; for (int i = -1; i <= 1; i++) for (int j = -1; j <= 1; j++) t += image[y + i, x + j] * {tap}; if (t > best) best = t; o[y, x] = t; }} return best; }}"
            )
        );
}
