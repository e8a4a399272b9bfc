namespace ConvGen.Analyzers.Tests.Naming.Execution;

/// <summary>Filters that keep something between calls, and kernels that a constructor, a table or a function makes.</summary>
internal static class RunState
{
    /// <summary>The files by what is special about them.</summary>
    public static IEnumerable<(string Name, string Code)> All => [.. Streams, .. Kernels, .. Tables];

    private static IEnumerable<(string Name, string Code)> Streams =>
        [
            (
                "a ring that is written twice",
                """
                public sealed class Fir { private readonly float[] h; private readonly float[] buffer; private int pos; private readonly int n;
                public Fir(float[] impulse) { h = impulse; ⟦h = new float[] { 1, 2, 1 };⟧ n = h.Length; buffer = new float[2 * n]; }
                public float NAME(float x) { buffer[pos] = x; buffer[pos + n] = x; float y = 0; int read = pos + n;
                for (int k = 0; k < n; k++) y += buffer[read - k] * «h[n - k - 1]|h[k]»; if (++pos == n) pos = 0; return y; } }
                """
            ),
            (
                "a queue that keeps the last samples",
                """
                public sealed class Fir { private readonly Queue<double> history = new Queue<double>(); private readonly double[] weights;
                public Fir(double[] w) { weights = w; ⟦weights = new double[] { 1, 2, 1 };⟧ }
                public double NAME(double value) { history.Enqueue(value); if (history.Count > weights.Length) history.Dequeue();
                double sum = 0; int i = «0|weights.Length - 1»; foreach (double past in history) sum += past * weights[«i++|i--»];
                return sum; } }
                """
            ),
            (
                "a line that a method of its own fills",
                """
                public sealed class Fir { private readonly double[] line, taps; public Fir(double[] taps) { this.taps = taps;
                ⟦this.taps = new double[] { 1, 2, 1 };⟧ line = new double[this.taps.Length]; }
                private void Push(double v) { for (int i = line.Length - 1; i > 0; i--) line[i] = line[i - 1]; line[0] = v; }
                public double NAME(double x) { Push(x); double y = 0; for (int k = 0; k < taps.Length; k++)
                y += line[k] * «taps[taps.Length - 1 - k]|taps[k]»; return y; } }
                """
            ),
            (
                "the last three samples in fields",
                """
                public sealed class Three { private double a, b, c; private readonly double w0, w1, w2;
                public Three(double w0, double w1, double w2) { this.w0 = w0; this.w1 = w1; this.w2 = w2; }
                public double NAME(double x) { a = b; b = c; c = x; return «a * w0 + b * w1 + c * w2|c * w0 + b * w1 + a * w2»; } }
                """
            ),
            (
                "taps that are read backwards while they are used",
                """
                public sealed class Fir { private readonly float[] taps; private readonly float[] line; private int at;
                public Fir(float[] taps) { this.taps = taps; line = new float[taps.Length]; }
                public float NAME(float x) { line[at] = x; float y = 0f; int j = at; foreach (float tap in «taps.Reverse()|taps») {
                y += tap * line[j]; j = j == 0 ? line.Length - 1 : j - 1; } at = (at + 1) % line.Length; return y; } }
                """
            ),
            (
                "nodes of a list",
                """
                public static class C { public static double[] NAME(double[] x, double[] h) { ⟦h = new double[] { 1, 2, 1 };⟧
                var last = new LinkedList<double>(); var y = new double[x.Length]; for (int n = 0; n < x.Length; n++) {
                last.AddFirst(x[n]); if (last.Count > h.Length) last.RemoveLast(); double s = 0; int k = 0;
                for (var node = last.First; node != null; node = node.Next) { s += node.Value * «h[h.Length - 1 - k]|h[k]»; k++; }
                y[n] = s; } return y; } }
                """
            ),
            (
                "samples that come one after the other",
                """
                public static class C { public static async IAsyncEnumerable<double> NAME(IAsyncEnumerable<double> source, double[] taps) {
                ⟦taps = new double[] { 1, 2, 1 };⟧ var line = new double[taps.Length]; await foreach (double x in source) {
                Array.Copy(line, 0, line, 1, line.Length - 1); line[0] = x; double y = 0;
                for (int k = 0; k < taps.Length; k++) y += line[k] * taps[«taps.Length - 1 - k|k»]; yield return y; } } }
                """
            ),
        ];

    private static IEnumerable<(string Name, string Code)> Kernels =>
        [
            (
                "a kernel that the constructor reverses or not",
                """
                public sealed class Fir { private readonly double[] g; public Fir(double[] taps) { g = (double[])taps.Clone();
                «|Array.Reverse(g);» ⟦g = new double[] { 1, 2, 1 };⟧ } public double[] NAME(double[] x) { var y = new double[x.Length];
                for (int n = 0; n + g.Length <= x.Length; n++) for (int k = 0; k < g.Length; k++) y[n] += x[n + k] * g[k]; return y; } }
                """
            ),
            (
                "a kernel that the constructor computes",
                """
                public sealed class Fir { private readonly double[] g = new double[5]; public Fir(double s) { for (int i = 0; i < 5; i++)
                { g[i] = i * s; ⟦g[i] = Math.Exp(-(i - 2) * (i - 2) / s);⟧ } } public double[] NAME(double[] x) {
                var y = new double[x.Length]; for (int n = 2; n < y.Length - 2; n++) { double t = 0; for (int i = 0; i < 5; i++) {
                t = x[n + i - 2] * «g[i]|g[4 - i]»; y[n] += t; } } return y; } }
                """
            ),
            (
                "rows of a kernel that are arrays",
                """
                public static class C { public static double[,] NAME(double[,] image) {
                double[][] k = { new double[] { 3, 2, 0 }, new double[] { 5, 1, 0 }, new double[] { 1, 2, 9 } };
                ⟦k = new[] { new double[] { 3, 2, 1 }, new double[] { 5, 1, 5 }, new double[] { 1, 2, 3 } };⟧
                double At(int y, int x) => y < 0 || x < 0 || y >= image.GetLength(0) || x >= image.GetLength(1) ? 0 : image[y, x];
                int h = image.GetLength(0), w = image.GetLength(1); var o = new double[h, w]; for (int y = 1; y < h - 1; y++)
                for (int x = 1; x < w - 1; x++) { double s = 0; for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++)
                s += At(y + i - 1, x + j - 1) * «k[i][j]|k[2 - i][2 - j]»; o[y, x] = s; } return o; } }
                """
            ),
            (
                "weights in a list that is written out",
                """
                public static class C { public static double[] NAME(double[] x) { var k = new List<double> { 1, 2, 3 };
                ⟦k = new List<double> { 1, 2, 1 };⟧ double At(int i) => i < 0 || i >= x.Length ? 0 : x[i]; var y = new double[x.Length];
                for (int n = 0; n < y.Length; n++) for (int i = 0; i < k.Count; i++) y[n] += At(n + i - 1) * «k[i]|k[k.Count - 1 - i]»;
                return y; } }
                """
            ),
            (
                "weights that a choice gives",
                """
                public static class C { static int Weight(int dx, int dy, bool even) => (dx, dy) switch { _ when even => 1,
                (-1, -1) => -2, (0, -1) or (-1, 0) => -1, (0, 0) or (1, 0) or (0, 1) => 1, (1, 1) => 3, _ => 0 };
                public static int[,] NAME(int[,] image) { int h = image.GetLength(0), w = image.GetLength(1); var r = new int[h, w];
                int Tap(int dx, int dy) { ⟦return Weight(dx, dy, true);⟧ return Weight(dx, dy, false); }
                for (int y = 1; y < h - 1; y++) for (int x = 1; x < w - 1; x++) { int s = 0; for (int dy = -1; dy <= 1; dy++)
                for (int dx = -1; dx <= 1; dx++) s += Tap(dx, dy) * image«[y + dy, x + dx]|[y - dy, x - dx]»; r[y, x] = s; }
                return r; } }
                """
            ),
            (
                "a record that is changed",
                """
                public sealed record Spec(float[] Taps, int Anchor); public static class A { public static float[] NAME(float[] x, Spec spec) {
                ⟦spec = spec with { Taps = new float[] { 1, 2, 1 }, Anchor = 1 };⟧ var y = new float[x.Length];
                for (int n = 0; n < x.Length; n++) { float s = 0; int k = 0; foreach (float t in spec.Taps) {
                int i = «n + k - spec.Anchor|n - k + spec.Anchor»; if (i >= 0 && i < x.Length) s += t * x[i]; k++; } y[n] = s; }
                return y; } }
                """
            ),
            (
                "lists of planes",
                """
                public static class A { public static List<float[,]> NAME(List<float[,]> maps, List<float[,]> kernels) {
                var res = new List<float[,]>(); for (int c = 0; c < maps.Count; c++) { float[,] m = maps[c], k = kernels[c];
                int n = k.GetLength(0); var o = new float[m.GetLength(0) - n + 1, m.GetLength(1) - n + 1];
                for (int y = 0; y < o.GetLength(0); y++) for (int x = 0; x < o.GetLength(1); x++) { float s = 0;
                for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) s += m[y + i, x + j] * k[«i, j|n - 1 - i, n - 1 - j»];
                o[y, x] = s; } res.Add(o); } return res; } }
                """
            ),
            (
                "weights in a buffer of fixed size",
                """
                public unsafe struct Kernel3 { public fixed float Weights[9]; } public static unsafe class C {
                public static void NAME(float* source, float* target, int width, int height, Kernel3* kernel) {
                for (int y = 1; y < height - 1; y++) for (int x = 1; x < width - 1; x++) { float sum = 0; for (int i = 0; i < 9; i++)
                sum += source[(y + i / 3 - 1) * width + x + i % 3 - 1] * kernel->Weights[«i|8 - i»];
                target[y * width + x] = sum; } } }
                """
            ),
        ];

    private static IEnumerable<(string Name, string Code)> Tables =>
        [
            (
                "tuples of places that are written out",
                """
                public static class C { public static float[,] NAME(float[,] map) { (sbyte X, sbyte Y, int Weight)[] taps = { (-1, -1, -2),
                (0, -1, -1), (-1, 0, -1), (0, 0, 1), (1, 0, 1), (0, 1, 1), (1, 1, 3) };
                ⟦taps = new (sbyte X, sbyte Y, int Weight)[] { (-1, -1, 2), (0, 0, 5), (1, 1, 2) };⟧
                int w = map.GetLength(0), h = map.GetLength(1); var r = new float[w, h]; for (int x = 0; x < w; x++)
                for (int y = 0; y < h; y++) { float s = 0; foreach (var t in taps) { int nx = «x + t.X|x - t.X», ny = «y + t.Y|y - t.Y»;
                if (nx < 0 || ny < 0 || nx >= w || ny >= h) continue; s += map[nx, ny] * t.Weight; } r[x, y] = s; } return r; } }
                """
            ),
            (
                "a dictionary of places that is written out",
                """
                public static class C { public static double[,] NAME(double[,] grid) { var weights = new Dictionary<(int Row, int Col), double> {
                [(-1, 0)] = -1, [(0, -1)] = -2, [(0, 0)] = 1, [(0, 1)] = 2, [(1, 0)] = 3 };
                ⟦weights = new Dictionary<(int Row, int Col), double> { { (-1, 0), 2 }, { (0, 0), 1 }, { (1, 0), 2 } };⟧
                int rows = grid.GetLength(0), cols = grid.GetLength(1); var o = new double[rows, cols]; for (int r = 1; r < rows - 1; r++)
                for (int c = 1; c < cols - 1; c++) { double sum = 0; foreach (var pair in weights)
                sum += pair.Value * grid«[r + pair.Key.Row, c + pair.Key.Col]|[r - pair.Key.Row, c - pair.Key.Col]»; o[r, c] = sum; }
                return o; } }
                """
            ),
            (
                "keys of a dictionary",
                """
                public static class C { public static SortedDictionary<int, double> NAME(SortedDictionary<int, double> bins, double[] kernel) {
                ⟦kernel = new double[] { 1, 2, 1 };⟧ var smooth = new SortedDictionary<int, double>(); int r = kernel.Length / 2;
                foreach (int bin in bins.Keys) { double sum = 0; for (int d = -r; d <= r; d++)
                if (bins.TryGetValue(bin + d, out double count)) sum += count * kernel[«d + r|r - d»]; smooth[bin] = sum; }
                return smooth; } }
                """
            ),
            (
                "any number of subscripts",
                """
                public sealed class Tensor { private readonly float[] data; public readonly int[] Shape; public Tensor(params int[] shape) {
                Shape = shape; int n = 1; foreach (int s in shape) n *= s; data = new float[n]; }
                private int Offset(int[] at) { int o = 0; for (int d = 0; d < at.Length; d++) o = o * Shape[d] + at[d]; return o; }
                public float this[params int[] at] { get => data[Offset(at)]; set => data[Offset(at)] = value; } }
                public static class C { public static Tensor NAME(Tensor x, Tensor w) { int h = x.Shape[0], wd = x.Shape[1], k = w.Shape[0];
                var y = new Tensor(h - k + 1, wd - k + 1); for (int i = 0; i < h - k + 1; i++) for (int j = 0; j < wd - k + 1; j++) {
                float s = 0; for (int a = 0; a < k; a++) for (int b = 0; b < k; b++)
                s += x[i + a, j + b] * w[«a, b|k - 1 - a, k - 1 - b»]; y[i, j] = s; } return y; } }
                """
            ),
            (
                "one output of a job by its place in a row of rows",
                """
                public struct NativeArray<T> where T : struct { T[] a; public T this[int i] { get => a[i]; set => a[i] = value; } }
                public struct Job { public NativeArray<float> Input, Kernel, Output; public int Width, Height, Radius;
                public void NAME(int index) { int x = index % Width, y = index / Width; float sum = 0; int size = 2 * Radius + 1;
                for (int dy = -Radius; dy <= Radius; dy++) for (int dx = -Radius; dx <= Radius; dx++) {
                int sx = Math.Clamp(x + dx, 0, Width - 1), sy = Math.Clamp(y + dy, 0, Height - 1); sum += Input[sy * Width + sx] *
                «Kernel[(dy + Radius) * size + dx + Radius]|Kernel[(Radius - dy) * size + Radius - dx]»; } Output[index] = sum; } }
                """
            ),
            (
                "rows in parallel queries",
                """
                public static class C { public static double[] NAME(double[] plane, int width, int height, double[] kernel, int kernelSize) {
                ⟦kernelSize = 3; kernel = new double[] { 1, 2, 1, 2, 4, 2, 1, 2, 1 };⟧ int r = kernelSize / 2; var o = new double[width * height];
                ParallelEnumerable.Range(r, height - 2 * r).ForAll(y => { for (int x = r; x < width - r; x++) { double s = 0;
                for (int i = 0; i < kernelSize * kernelSize; i++) { int dy = i / kernelSize - r, dx = i % kernelSize - r;
                s += plane[(y + dy) * width + x + dx] * kernel[«i|kernelSize * kernelSize - 1 - i»]; } o[y * width + x] = s; } });
                return o; } }
                """
            ),
            (
                "a field on a torus with its sides beside it",
                """
                public sealed class Automaton { private readonly int width, height; private float[] cells; private readonly float[] kernel;
                public Automaton(int width, int height, float[] kernel) { this.width = width; this.height = height; this.kernel = kernel;
                ⟦this.kernel = new float[] { 1, 2, 1, 2, 4, 2, 1, 2, 1 };⟧ cells = new float[width * height]; }
                public float[] NAME() { var next = new float[cells.Length]; for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++) { float sum = 0; int index = 0; for (int ny = y - 1; ny <= y + 1; ny++)
                for (int nx = x - 1; nx <= x + 1; nx++) { int wx = (nx + width) % width, wy = (ny + height) % height;
                sum += cells[wy * width + wx] * «kernel[index]|kernel[8 - index]»; index++; } next[y * width + x] = sum; }
                cells = next; return next; } }
                """
            ),
        ];
}
