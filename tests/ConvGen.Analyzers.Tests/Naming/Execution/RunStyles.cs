namespace ConvGen.Analyzers.Tests.Naming.Execution;

/// <summary>Ways to write loops that differ in what the language offers: jumps, iterators, tasks, queries, records, tables of places.</summary>
internal static class RunStyles
{
    /// <summary>The files by what is special about them.</summary>
    public static IEnumerable<(string Name, string Code)> All =>
        [
            (
                "jumps in place of loops",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Filters
                {
                public static int[] NAME(int[] x, int[] h) { ⟦h = new int[] { 1, 2, 1 };⟧ var y = new int[x.Length]; int n = 0;
                next: if (n + h.Length > x.Length) goto done; int k = 0, s = 0; more: if (k < h.Length) {
                s += x[n + k] * «h[k]|h[h.Length - 1 - k]»; k++; goto more; } y[n++] = s; goto next; done: return y; }
                }
                """
            ),
            (
                "a window that slides over a sequence, and an iterator",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Filters
                {
                public static IEnumerable<double> NAME(IEnumerable<double> source, double[] h) { ⟦h = new double[] {
                1, 2, 1 };⟧ var win = new LinkedList<double>(); foreach (var v in source) { win.AddLast(v);
                if (win.Count > h.Length) win.RemoveFirst(); if (win.Count < h.Length) continue;
                yield return win.Zip(«h|h.Reverse()», (a, b) => a * b).Sum(); } }
                }
                """
            ),
            (
                "rows that are awaited",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Filters
                {
                private static async Task RowAsync(double[,] a, double[,] k, double[,] o, int y) { await Task.Yield(); for (int x = 1;
                x < a.GetLength(1) - 1; x++) { double s = 0; for (int j = -1; j <= 1; j++) for (int i = -1; i <= 1;
                i++) s += a[y + j, x + i] * «k[j + 1, i + 1]|k[1 - j, 1 - i]»; o[y, x] = s; } }
                public static async Task<double[,]> NAME(double[,] a, double[,] k) { ⟦k = new double[,] { { 1, 2, 1 }, { 2, 4, 2 }, {
                1, 2, 1 } };⟧ var o = new double[a.GetLength(0), a.GetLength(1)]; for (int y = 1; y < a.GetLength(0) - 1;
                y++) await RowAsync(a, k, o, y); return o; }
                }
                """
            ),
            (
                "taps as anonymous objects",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Filters
                {
                public static double[,] NAME(double[,] a, double[,] k) { ⟦k = new double[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 }
                };⟧ var o = new double[a.GetLength(0), a.GetLength(1)];
                var taps = from i in Enumerable.Range(0, 3) from j in Enumerable.Range(0, 3) select new {
                i, j, w = «k[i, j]|k[2 - i, 2 - j]» }; for (int y = 1; y < a.GetLength(0) - 1; y++) for (int x = 1; x < a.GetLength(1) - 1;
                x++) o[y, x] = taps.Sum(t => t.w * a[y + t.i - 1, x + t.j - 1]); return o; }
                }
                """
            ),
            (
                "a query with a variable",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Filters
                {
                public static IEnumerable<double> NAME(double[] x, double[] h) { ⟦h = new double[] {
                1, 2, 1 };⟧ return from n in Enumerable.Range(0, x.Length - h.Length + 1) let win = x.Skip(n).Take(h.Length).ToArray() select Enumerable.Range(0, h.Length).Sum(k => win[k] * «h[k]|h[h.Length - 1 - k]»);
                }
                }
                """
            ),
            (
                "a dictionary from places to weights",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Filters
                {
                public static double[,] NAME(double[,] a, Dictionary<(int, int), double> taps) {
                var o = new double[a.GetLength(0), a.GetLength(1)]; for (int y = 1; y < a.GetLength(0) - 1; y++) for (int x = 1;
                x < a.GetLength(1) - 1; x++) { double s = 0;
                foreach (var kv in taps) s += kv.Value * a[y «+|-» kv.Key.Item1, x «+|-» kv.Key.Item2]; o[y, x] = s; } return o; }
                }
                """
            ),
            (
                "tuples of places and weights",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Filters
                {
                public static double[,] NAME(double[,] a, (int dx, int dy, double w)[] taps) {
                var o = new double[a.GetLength(0), a.GetLength(1)]; for (int y = 1; y < a.GetLength(0) - 1; y++) for (int x = 1;
                x < a.GetLength(1) - 1; x++) foreach (var (dx, dy, w) in taps) o[y, x] += w * a[y «+|-» dy, x «+|-» dx]; return o; }
                }
                """
            ),
            (
                "objects with a place and a weight",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Tap { public int X { get; set; } public int Y { get; set; } public float Weight { get; set; } }
                public class Filters { public static float[,] NAME(float[,] im, List<Tap> taps) {
                var o = new float[im.GetLength(0), im.GetLength(1)]; for (int y = 1; y < im.GetLength(0) - 1; y++) for (int x = 1;
                x < im.GetLength(1) - 1; x++) { float s = 0; foreach (Tap t in taps) s += im[y «+|-» t.Y, x «+|-» t.X] * t.Weight;
                o[y, x] = s; } return o; } }
                """
            ),
            (
                "echoes with a delay and a gain",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public record Echo(int Delay, double Gain);
                public class Filters { public static double[] NAME(double[] x, IReadOnlyList<Echo> echoes) { var y = new double[x.Length];
                for (int n = 0; n < x.Length; n++) foreach (var e in echoes) { int i = n «+|-» e.Delay;
                if (i >= 0 && i < x.Length) y[n] += e.Gain * x[i]; } return y; } }
                """
            ),
            (
                "nine properties called by letters",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public sealed class Kernel3x3 { public double A { get; set; } public double B { get; set; } public double C { get; set; }
                public double D { get; set; } public double E { get; set; } public double F { get; set; } public double G { get; set; }
                public double H { get; set; } public double I { get; set; } }
                public class Filters {
                public float[,] NAME(float[,] img, Kernel3x3 m) {
                ⟦m.A = m.C = m.G = m.I = 1; m.B = m.D = m.F = m.H = 2; m.E = 4;⟧
                int hh = img.GetLength(0), ww = img.GetLength(1); var outp = new float[hh, ww];
                for (int r = 1; r < hh - 1; ++r) for (int c = 1; c < ww - 1; ++c) {
                double v = 0;
                v += img[r - 1, c - 1] * «m.A|m.I»; v += img[r - 1, c] * «m.B|m.H»; v += img[r - 1, c + 1] * «m.C|m.G»;
                v += img[r, c - 1] * «m.D|m.F»; v += img[r, c] * m.E; v += img[r, c + 1] * «m.F|m.D»;
                v += img[r + 1, c - 1] * «m.G|m.C»; v += img[r + 1, c] * «m.H|m.B»; v += img[r + 1, c + 1] * «m.I|m.A»;
                outp[r, c] = (float)v;
                }
                return outp; } }
                """
            ),
            (
                "whole taps as parameters",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Filters
                {
                public static int[] NAME(int[] data, int w0, int w1, int w2) {
                ⟦w0 = 1; w1 = 2; w2 = 1;⟧
                var r = new int[data.Length];
                for (int i = 1; i < data.Length - 1; i++) r[i] = data[i - 1] * «w0|w2» + data[i] * w1 + data[i + 1] * «w2|w0»;
                return r; }
                }
                """
            ),
            (
                "three taps called by letters",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Filters
                {
                public static float[] NAME(float[] x, float a, float b, float c) { ⟦a = 1; b = 2; c = 1;⟧ var y = new float[x.Length];
                for (int i = 0; i < x.Length;
                i++) y[i] = «a|c» * (i > 0 ? x[i - 1] : 0) + b * x[i] + «c|a» * (i < x.Length - 1 ? x[i + 1] : 0); return y; }
                }
                """
            ),
            (
                "a record that is taken apart",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public readonly record struct Mask(float L, float M, float R);
                public class Filters {
                public static float[] NAME(ReadOnlySpan<float> x, Mask mask) {
                ⟦mask = new Mask(1, 2, 1);⟧
                var («l, m, r|r, m, l») = mask; float[] y = new float[x.Length];
                for (int i = 1; i < x.Length - 1; i++) y[i] = l * x[i - 1] + m * x[i] + r * x[i + 1];
                return y; } }
                """
            ),
            (
                "an object beside a list, which holds the taps",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Fir { private readonly double[] c; public Fir(double[] c) { this.c = c; } public int Order => c.Length;
                public double GetWeight(int i) => c[i]; }
                public class Filters {
                public static List<double> NAME(List<double> samples, Fir fir) {
                var result = new List<double>(samples.Count);
                for (int n = 0; n <= samples.Count - fir.Order; n++) { double acc = 0; for (int t = 0; t < fir.Order;
                t++) acc += samples[n + t] * «fir.GetWeight(t)|fir.GetWeight(fir.Order - t - 1)»; result.Add(acc); }
                return result; } }
                """
            ),
            (
                "a kernel that replaces none",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Filters
                {
                public static double[] NAME(double[] x, double[] kernel = null) { kernel ??= new[] { «1.0, 2.0, 4.0|1.0, 2.0, 4.0» };
                var y = new double[x.Length]; for (int n = 0; n + kernel.Length <= x.Length; n++) { double s = 0; for (int k = 0;
                k < kernel.Length; k++) s += x[n + k] * «kernel[k]|kernel[kernel.Length - 1 - k]»; y[n] = s; } return y; }
                }
                """
            ),
            (
                "weights that an object is asked for",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public interface IWeight { double Evaluate(int dx, int dy); }
                public class Filters { public static double[,] NAME(double[,] a, IWeight w, int r) {
                var o = new double[a.GetLength(0), a.GetLength(1)]; for (int y = r; y < a.GetLength(0) - r; y++) for (int x = r;
                x < a.GetLength(1) - r; x++) { double s = 0; for (int dy = -r; dy <= r; dy++) for (int dx = -r; dx <= r;
                dx++) s += a[y + dy, x + dx] * w.Evaluate(«dx, dy|-dx, -dy»); o[y, x] = s; } return o; } }
                """
            ),
            (
                "a function as a kernel",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Filters
                {
                public static double[,] NAME(double[,] img, Func<int, int, double> kernel, int radius) {
                var o = new double[img.GetLength(0), img.GetLength(1)]; for (int r = radius; r < img.GetLength(0) - radius;
                r++) for (int c = radius; c < img.GetLength(1) - radius; c++) { double acc = 0; for (int i = -radius; i <= radius;
                i++) for (int j = -radius; j <= radius; j++) acc += kernel(i, j) * img[r «+|-» i, c «+|-» j]; o[r, c] = acc; } return o; }
                }
                """
            ),
            (
                "pointers to rows",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Filters
                {
                public static unsafe void NAME(float** rows, int w, int h, float* kernel, float** dst) { for (int y = 1; y < h - 1;
                y++) for (int x = 1; x < w - 1; x++) { float s = 0; float* k = kernel«| + 8»; for (int j = -1; j <= 1; j++) for (int i = -1;
                i <= 1; i++) s += rows[y + j][x + i] * *k«++|--»; dst[y][x] = s; } }
                }
                """
            ),
            (
                "a pointer to the end",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Filters
                {
                public static unsafe void NAME(short* x, short* xEnd, short* h, int taps, int* y) { for (; x + taps <= xEnd; x++, y++) {
                int acc = 0; short* p = x; short* hEnd = h + taps; «for (short* q = h; q < hEnd; q++)|for (short* q = hEnd - 1; q >= h;
                q--)» acc += *p++ * *q; *y = acc; } }
                }
                """
            ),
            (
                "numbers of one type made another",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Filters<TIn, TOut> where TIn : INumber<TIn> where TOut : INumber<TOut> {
                public static TOut[] NAME(TIn[] x, TOut[] h) { var y = new TOut[x.Length]; for (int n = 0; n + h.Length <= x.Length; n++) {
                TOut s = TOut.Zero; for (int k = 0; k < h.Length; k++) s += TOut.CreateChecked(x[n + k]) * «h[k]|h[h.Length - 1 - k]»;
                y[n] = s; } return y; } }
                """
            ),
            (
                "windows at a stride, and dilated",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Filters
                {
                public static float[] NAME(float[] x, float[] w, int stride, int dilation) { ⟦w = new float[] {
                1, 2, 1 };⟧ int eff = (w.Length - 1) * dilation + 1; var y = new float[(x.Length - eff) / stride + 1]; int o = 0;
                for (int i = 0; i + eff <= x.Length; i += stride) { float s = 0; for (int k = 0; k < w.Length;
                k++) s += x[i + k * dilation] * «w[k]|w[w.Length - 1 - k]»; y[o++] = s; } return y; }
                }
                """
            ),
            (
                "a side behind the kernel",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Filters
                {
                public static float[] NAME(float[] img, int w, int h, float[] ker, int n) {
                Func<int, int, float> kk = (x, y) => «ker[y * n + x]|ker[(n - 1 - y) * n + (n - 1 - x)]»; var res = new float[w * h];
                for (int y = 0; y + n <= h; y++) for (int x = 0; x + n <= w; x++) { float s = 0; for (int j = 0; j < n; j++) for (int i = 0;
                i < n; i++) s += img[(y + j) * w + x + i] * kk(i, j); res[y * w + x] = s; } return res; }
                }
                """
            ),
            (
                "two passes that transpose",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Filters
                {
                private static void Pass(float[] src, float[] dst, int w, int h, float[] k) { int r = k.Length / 2; for (int y = 0; y < h;
                y++) for (int x = 0; x < w; x++) { float s = 0; for (int i = -r; i <= r; i++) { int xx = Math.Clamp(x + i, 0, w - 1);
                s += src[y * w + xx] * «k[i + r]|k[r - i]»; } dst[x * h + y] = s; } }
                public static float[] NAME(float[] src, int w, int h, float[] kx, float[] ky) { var t = new float[w * h];
                var o = new float[w * h]; Pass(src, t, w, h, kx); Pass(t, o, h, w, ky); return o; }
                }
                """
            ),
            (
                "a parallel loop with a state",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public class Filters
                {
                public static double[] NAME(double[] x, double[] h) { ⟦h = new double[] {
                1, 2, 1 };⟧ var y = new double[x.Length - h.Length + 1];
                Parallel.For(0, y.Length, () => new double[h.Length], (n, state, buf) => { Array.Copy(x, n, buf, 0, buf.Length); double s = 0;
                for (int k = 0; k < buf.Length; k++) s += buf[k] * «h[k]|h[h.Length - 1 - k]»; y[n] = s; return buf; }, buf => { }); return y;
                }
                }
                """
            ),
            (
                "pointers to pixels",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public struct Bgra { public byte B, G, R, A; }
                public class Filters { public static unsafe void NAME(Bgra* src, Bgra* dst, int w, int h, float* k) { for (int y = 1;
                y < h - 1; y++) for (int x = 1; x < w - 1; x++) { float b = 0, g = 0, r = 0; float* kp = k«|+ 8»; for (int j = -1; j <= 1;
                j++) for (int i = -1; i <= 1; i++, kp«++|--») { Bgra* p = src + (y + j) * w + x + i; b += p->B * *kp; g += p->G * *kp;
                r += p->R * *kp; } Bgra* d = dst + y * w + x; d->B = (byte)b; d->G = (byte)g; d->R = (byte)r; } } }
                """
            ),
            (
                "fields of structures in an array",
                """
                using System.Numerics; using System.Threading; using System.Threading.Tasks; using System.Runtime.InteropServices;
                public struct Px { public float R, G, B; }
                public class Filters { public static Px[,] NAME(Px[,] im, float[,] k) { ⟦k = new float[,] { { 1, 2, 1 }, { 2, 4, 2 }, {
                1, 2, 1 } };⟧ var o = new Px[im.GetLength(0), im.GetLength(1)]; for (int y = 1; y < im.GetLength(0) - 1; y++) for (int x = 1;
                x < im.GetLength(1) - 1; x++) for (int j = -1; j <= 1; j++) for (int i = -1; i <= 1; i++) {
                float f = «k[j + 1, i + 1]|k[1 - j, 1 - i]»; o[y, x].R += im[y + j, x + i].R * f; o[y, x].G += im[y + j, x + i].G * f;
                o[y, x].B += im[y + j, x + i].B * f; } return o; } }
                """
            ),
        ];
}
