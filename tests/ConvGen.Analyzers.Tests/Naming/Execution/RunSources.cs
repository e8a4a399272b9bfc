namespace ConvGen.Analyzers.Tests.Naming.Execution;

/// <summary>Where samples and weights may come from: readers, stacks, tables, objects, and memory that nothing is known of.</summary>
internal static class RunSources
{
    /// <summary>The files by what is special about them.</summary>
    public static IEnumerable<(string Name, string Code)> All => [.. First, .. Others];

    private static IEnumerable<(string Name, string Code)> First =>
        [
            (
                "a row and a column by division",
                """
                public static class Nf {
                public static float[] NAME(float[] m, int rows, int cols, float[] k, int kr, int kc) {
                ⟦kr = 3; kc = 3; k = new float[] { 1, 2, 1, 2, 4, 2, 1, 2, 1 };⟧
                var o = new float[rows * cols];
                for (int p = 0; p < o.Length; p++) {
                int r = Math.DivRem(p, cols, out int c); float s = 0;
                for (int q = 0; q < kr * kc; q++) { int rr = r + q / kc - kr / 2, cc = c + q % kc - kc / 2;
                s += (rr < 0 || rr >= rows || cc < 0 || cc >= cols ? 0f : m[rr * cols + cc]) * k[«q|kr * kc - 1 - q»]; }
                o[p] = s;
                }
                return o;
                }
                }
                """
            ),
            (
                "a function for each tap",
                """
                public static class Al {
                public static double[] NAME(double[] x, double[] h) {
                ⟦h = new double[] { 1, 2, 1 };⟧
                var y = new double[x.Length];
                for (int n = h.Length - 1; n < x.Length; n++) { double sum = 0;
                Array.ForEach(Enumerable.Range(0, h.Length).ToArray(), k => sum += x[n - k] * h[«h.Length - 1 - k|k»]); y[n] = sum;
                }
                return y;
                }
                }
                """
            ),
            (
                "a frame among others by its number",
                """
                public sealed class Temporal {
                private readonly List<float[]> frames = new(); private readonly float[] weights;
                public Temporal(float[] weights) { this.weights = weights; }
                public float[] NAME(float[][] clip, int frame) {
                var o = new float[clip[0].Length]; int r = weights.Length / 2;
                for (int t = -r; t <= r; t++) { int at = Math.Clamp(frame + t, 0, clip.Length - 1);
                float w = weights[«t + r|r - t»]; for (int p = 0; p < o.Length; p++) o[p] += clip[at][p] * w; }
                return o;
                }
                }
                """
            ),
            (
                "a reader and a writer",
                """
                public static class Sm {
                public static void NAME(System.IO.BinaryReader input, System.IO.BinaryWriter output, float[] taps, int count) {
                ⟦taps = new float[] { 1, 2, 1 };⟧
                var line = new float[taps.Length];
                for (int n = 0; n < count; n++) {
                for (int i = line.Length - 1; i > 0; i--) line[i] = line[i - 1];
                line[0] = input.ReadSingle(); float s = 0;
                for (int k = 0; k < taps.Length; k++) s += line[k] * taps[«taps.Length - 1 - k|k»];
                output.Write(s);
                }
                }
                }
                """
            ),
            (
                "a method of the kernel that asks for pixels",
                """
                public sealed class Mask {
                private readonly float[,] m; public Mask(float[,] m) { this.m = m; } public int Size => m.GetLength(0);
                public float Apply(Func<int, int, float> pixel, int x, int y) { float s = 0; int r = Size / 2; for (int j = 0;
                j < Size; j++) for (int i = 0; i < Size;
                i++) s += pixel(x + i - r, y + j - r) * m[«j, i|Size - 1 - j, Size - 1 - i»]; return s; }
                }
                public static class Ma {
                public static float[,] NAME(float[,] img, Mask mask) {
                int h = img.GetLength(0), w = img.GetLength(1); var o = new float[h, w];
                float P(int x, int y) => img[Math.Clamp(y, 0, h - 1), Math.Clamp(x, 0, w - 1)];
                for (int y = 0; y < h; y++) for (int x = 0; x < w; x++) o[y, x] = mask.Apply(P, x, y);
                return o;
                }
                }
                """
            ),
            (
                "objects in an array",
                """
                public sealed class Cell { public double Value { get; set; } public double Next { get; set; } }
                public sealed class Board {
                private readonly Cell[,] cells; private readonly double[,] weights;
                public Board(Cell[,] cells, double[,] weights) { this.cells = cells; this.weights = weights; }
                public void NAME() {
                for (int r = 1; r < cells.GetLength(0) - 1; r++) for (int c = 1; c < cells.GetLength(1) - 1; c++) {
                double s = 0; for (int i = -1; i <= 1; i++) for (int j = -1; j <= 1;
                j++) s += cells[r + i, c + j].Value * weights[«i + 1, j + 1|1 - i, 1 - j»];
                cells[r, c].Next = s;
                }
                }
                }
                """
            ),
            (
                "kernels in a table by their names",
                """
                public static class A { static double[,] Of(Dictionary<string, double[,]> all, string name) => all[name];
                public static double[,] NAME(double[,] a, string name) { var kernels = new Dictionary<string, double[,]> {
                ["emboss"] = new double[,] { { -2, -1, 0 }, { -1, 1, 1 }, { 0, 1, 2 } }, ["ramp"] = new double[,] { { 1, 2, 3 }, {
                4, 5, 6 }, { 7, 8, 9 } } };
                ⟦kernels = new Dictionary<string, double[,]> { { "a", new double[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } } },
                { "b", new double[,] { { 3, 2, 1 }, { 2, 4, 2 }, { 1, 2, 3 } } } };⟧
                double[,] k = Of(kernels, name); int h = a.GetLength(0), w = a.GetLength(1); var o = new double[h, w];
                for (int y = 1; y < h - 1; y++)
                for (int x = 1; x < w - 1; x++) { double s = 0; for (int i = -1; i <= 1; i++) for (int j = -1; j <= 1; j++)
                s += a[y + i, x + j] * k[«1 + i, 1 + j|1 - i, 1 - j»]; o[y, x] = s; } return o; } }
                """
            ),
        ];

    private static IEnumerable<(string Name, string Code)> Others =>
        [
            (
                "a subscript from the end where it lies outside",
                """
                public static class A { public static void NAME(this Span<double> data, ReadOnlySpan<double> w) {
                ⟦w = new double[] { 1, 2, 1 };⟧
                double[] copy = data.ToArray(); for (int n = 0; n < data.Length; n++) { double s = 0; for (int k = 0; k < w.Length;
                k++) { int i = n + k - w.Length / 2; s += copy[i < 0 ? 0 : i > copy.Length - 1 ? ^1 : i] * w[«k|^(k + 1)»]; }
                data[n] = s; } } }
                """
            ),
            (
                "places that are structures of their own",
                """
                public readonly struct Point { public readonly int X, Y; public Point(int x, int y) { X = x; Y = y; }
                public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);
                public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y); }
                public static class A { public static float[,] NAME(float[,] field, Dictionary<Point, float> stencil) {
                int w = field.GetLength(0), h = field.GetLength(1); var o = new float[w, h];
                for (int x = 0; x < w; x++) for (int y = 0; y < h; y++) { float s = 0; foreach (var (offset, weight) in stencil) {
                Point p = new Point(x, y) «+|-» offset;
                if (p.X >= 0 && p.Y >= 0 && p.X < w && p.Y < h) s += field[p.X, p.Y] * weight; } o[x, y] = s; } return o; } }
                """
            ),
            (
                "a stack that turns the kernel round",
                """
                public static class A { public static double[] NAME(double[] x, double[] h) { var stack = new Stack<double>();
                foreach (double v in h) stack.Push(v); double[] k = «h|stack.ToArray()»;
                var y = new double[x.Length - h.Length + 1]; for (int n = 0; n < y.Length; n++) { double s = 0; for (int i = 0;
                i < k.Length; i++) s += x[n + i] * k[i]; y[n] = s; } return y; } }
                """
            ),
            (
                "a window that is moved on by a copy of its part",
                """
                public static class A { public static void NAME(ReadOnlySpan<float> x, ReadOnlySpan<float> h, Span<float> y) {
                Span<float> w = stackalloc float[h.Length]; for (int n = 0; n < x.Length; n++) { w[1..].CopyTo(w); w[^1] = x[n];
                float s = 0; for (int k = 0; k < w.Length; k++) s += w[k] * h[«k|h.Length - 1 - k»]; y[n] = s; } } }
                """
            ),
            (
                "a kernel that is walked through by hand",
                """
                public static class A { public static double[] NAME(double[] x, IReadOnlyList<double> h) {
                var y = new double[x.Length]; for (int n = 0; n + h.Count <= x.Length; n++) {
                using IEnumerator<double> e = h.GetEnumerator(); int i = «n|n + h.Count - 1»; double s = 0; while (e.MoveNext()) {
                s += e.Current * x[i]; «i++|i--»; } y[n] = s; } return y; } }
                """
            ),
            (
                "pairs of a lag and a weight",
                """
                public static class A { public static double[] NAME(double[] x, List<KeyValuePair<int, double>> sparse) {
                var y = new double[x.Length]; for (int n = 0; n < x.Length;
                n++) foreach (KeyValuePair<int, double> tap in sparse) { int i = «n + tap.Key|n - tap.Key»;
                if (i >= 0 && i < x.Length) y[n] += x[i] * tap.Value; } return y; } }
                """
            ),
            (
                "memory behind a pointer that is no pointer",
                """
                public static class A {
                public static void NAME(IntPtr src, IntPtr dst, int width, int height, int stride, int[] kernel) {
                ⟦kernel = new int[] { 1, 2, 1, 2, 4, 2, 1, 2, 1 };⟧ for (int y = 1; y < height - 1; y++) for (int x = 1;
                x < width - 1; x++) { int s = 0; for (int k = 0; k < 9;
                k++) s += System.Runtime.InteropServices.Marshal.ReadByte(src, (y + k / 3 - 1) * stride + x + k % 3 - 1) * kernel[«k|8 - k»];
                System.Runtime.InteropServices.Marshal.WriteByte(dst, y * stride + x, (byte)(s / 16)); } } }
                """
            ),
            (
                "a ring with an indexer",
                """
                public sealed class Ring { readonly double[] b; int head; public Ring(int n) { b = new double[n]; }
                public void Push(double v) { head = (head + 1) % b.Length; b[head] = v; }
                public double this[int age] => b[(head - age + b.Length) % b.Length]; }
                public sealed class F { readonly Ring ring; readonly double[] taps; public F(double[] taps) { this.taps = taps;
                ring = new Ring(taps.Length); } public double NAME(double x) { ring.Push(x); double s = 0; for (int k = 0;
                k < taps.Length; k++) s += ring[k] * taps[«taps.Length - 1 - k|k»]; return s; } }
                """
            ),
        ];
}
