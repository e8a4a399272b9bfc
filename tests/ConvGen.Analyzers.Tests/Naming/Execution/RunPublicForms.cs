namespace ConvGen.Analyzers.Tests.Naming.Execution;

/// <summary>Ways to write a loop that public code has; see <see cref="RunSampleTests"/> for the marks.</summary>
internal static class RunPublicForms
{
    /// <summary>What is special about each, and its text.</summary>
    public static (string Name, string Code)[] All { get; } =
    [
        (
            "a query over ranges in its own syntax",
            """
            static class C { public static double[] NAME(double[] x, double[] h) { ⟦h = new double[] { 1, 2, 1 };⟧
            return (from n in Enumerable.Range(0, x.Length - h.Length + 1)
            select (from i in Enumerable.Range(0, h.Length) select x[n + i] * «h[i]|h[h.Length - 1 - i]»).Sum()).ToArray(); } }
            """
        ),
        (
            "the widest vectors",
            """
            static class C { public static unsafe void NAME(float* x, float* h, float* y, int n, int taps) {
            for (int i = 0; i + 16 + taps <= n; i += 16) { var acc = System.Runtime.Intrinsics.Vector512<float>.Zero;
            for (int t = 0; t < taps; t++) acc = System.Runtime.Intrinsics.Vector512.Add(acc,
            System.Runtime.Intrinsics.Vector512.Multiply(System.Runtime.Intrinsics.Vector512.Load(x + i + t),
            System.Runtime.Intrinsics.Vector512.Create(«h[t]|h[taps - 1 - t]»)));
            System.Runtime.Intrinsics.Vector512.Store(acc, y + i); } } }
            """
        ),
        (
            "elements that are returned by reference",
            """
            public class Map { readonly float[] d; public int W, H; public Map(int w, int h) { W = w; H = h; d = new float[w * h]; }
            public ref float At(int y, int x) => ref d[y * W + x]; }
            static class C { public static void NAME(Map a, Map k, Map o) { for (int y = 0; y + k.H <= a.H; y++)
            for (int x = 0; x + k.W <= a.W; x++) { float s = 0; for (int i = 0; i < k.H; i++) for (int j = 0; j < k.W; j++)
            s += a.At(y + i, x + j) * «k.At(i, j)|k.At(k.H - 1 - i, k.W - 1 - j)»; o.At(y, x) = s; } } }
            """
        ),
        (
            "an indexer that returns references",
            """
            public class Map { readonly float[] d; public int W, H; public Map(int w, int h) { W = w; H = h; d = new float[w * h]; }
            public ref float this[int y, int x] { get { return ref d[y * W + x]; } } }
            static class C { public static void NAME(Map a, Map k, Map o) { for (int y = 0; y + k.H <= a.H; y++)
            for (int x = 0; x + k.W <= a.W; x++) for (int i = 0; i < k.H; i++) for (int j = 0; j < k.W; j++)
            o[y, x] += a[y + i, x + j] * «k[i, j]|k[k.H - 1 - i, k.W - 1 - j]»; } }
            """
        ),
        (
            "a delay line that is moved on",
            """
            public class Fir { readonly double[] taps; readonly double[] line; public Fir(double[] t) { taps = t; line = new double[t.Length]; }
            public void NAME(double[] x, double[] y) { ⟦double[] taps = { 1, 2, 1 };⟧ for (int n = 0; n < x.Length; n++) {
            for (int i = line.Length - 1; i > 0; i--) line[i] = line[i - 1]; line[0] = x[n]; double s = 0;
            for (int i = 0; i < taps.Length; i++) s += line[i] * «taps[taps.Length - 1 - i]|taps[i]»; y[n] = s; } } }
            """
        ),
        (
            "a queue of the last samples",
            """
            static class C { public static List<double> NAME(double[] x, double[] h) { ⟦h = new double[] { 1, 2, 1 };⟧
            var last = new Queue<double>(); var y = new List<double>(); foreach (double v in x) { last.Enqueue(v);
            if (last.Count > h.Length) last.Dequeue(); if (last.Count == h.Length) { int i = 0; double s = 0;
            foreach (double z in last) { s += z * «h[i]|h[h.Length - 1 - i]»; i++; } y.Add(s); } } return y; } }
            """
        ),
        (
            "a linked list of the last samples",
            """
            static class C { public static List<double> NAME(double[] x, double[] h) { ⟦h = new double[] { 1, 2, 1 };⟧
            var last = new LinkedList<double>(); var y = new List<double>(); foreach (double v in x) { last.AddFirst(v);
            if (last.Count > h.Length) last.RemoveLast(); double s = 0; int i = 0;
            foreach (double z in last) s += z * «h[h.Length - 1 - i++]|h[i++]»; y.Add(s); } return y; } }
            """
        ),
        (
            "products that helpers saturate",
            """
            static class C { static int Mult(short a, short b) { int p = a * b; return p != 0x40000000 ? p * 2 : int.MaxValue; }
            static int Plus(int a, int b) { long s = (long)a + b; if (s > int.MaxValue) s = int.MaxValue;
            if (s < int.MinValue) s = int.MinValue; return (int)s; }
            static int Mac(int a, short b, short c) => Plus(a, Mult(b, c));
            public static void NAME(short[] x, short[] h, short[] y) { ⟦h = new short[] { 1, 2, 1 };⟧
            for (int n = 0; n + h.Length <= x.Length; n++) { int s = 0;
            for (int i = 0; i < h.Length; i++) s = Mac(s, x[n + i], «h[i]|h[h.Length - 1 - i]»); y[n] = (short)((s + 0x8000) >> 16); } } }
            """
        ),
        (
            "a sum for each place in a method of the object",
            """
            public class Layer { float[][,] input = new float[1][,]; readonly float[][,] filter; readonly int kernelSize, depth;
            public Layer(int d, int k) { depth = d; kernelSize = k; filter = new float[d][,]; for (int i = 0; i < d; i++) filter[i] = new float[k, k]; }
            public float[,] NAME(float[][,] given) { input = given; int n = given[0].GetLength(0) - (kernelSize - 1); var o = new float[n, n];
            for (int x = 0; x < n; x++) for (int y = 0; y < n; y++) o[x, y] = Sum(x, y); return o; }
            float Sum(int x, int y) { float s = 0; for (int d = 0; d < depth; d++) for (int i = 0; i < kernelSize; i++)
            for (int j = 0; j < kernelSize; j++) s += input[d][x + i, y + j] * «filter[d][i, j]|filter[d][kernelSize - 1 - i, kernelSize - 1 - j]»;
            return s; } }
            """
        ),
        (
            "a border that the caller handles",
            """
            static class C { public static double[] NAME(double[] x, double[] h, Func<int, int, int> clampIndex) {
            ⟦h = new double[] { 1, 2, 1 };⟧ int r = h.Length / 2; var y = new double[x.Length]; for (int n = 0; n < x.Length; n++) {
            double s = 0; for (int i = 0; i < h.Length; i++) s += x[clampIndex(n + i - r, x.Length)] * «h[i]|h[h.Length - 1 - i]»;
            y[n] = s; } return y; } }
            """
        ),
        (
            "a border behind a pointer to a function",
            """
            static class C { public static unsafe void NAME(float[] a, float[] k, float[] o, delegate*<int, int, int> handleEdges) {
            ⟦k = new float[] { 1, 2, 1 };⟧ int r = k.Length / 2; for (int n = 0; n < a.Length; n++) { float s = 0;
            for (int i = 0; i < k.Length; i++) s += a[handleEdges(n + i - r, a.Length)] * «k[i]|k[k.Length - 1 - i]»; o[n] = s; } } }
            """
        ),
        (
            "work for a pool of threads",
            """
            static class C { public static void NAME(float[] a, float[] k, float[] o) { ⟦k = new float[] { 1, 2, 1 };⟧
            for (int first = 0; first + k.Length <= a.Length; first++) { int n = first;
            System.Threading.ThreadPool.QueueUserWorkItem(_ => { float s = 0;
            for (int i = 0; i < k.Length; i++) s += a[n + i] * «k[i]|k[k.Length - 1 - i]»; o[n] = s; }); } } }
            """
        ),
        (
            "products in a window of their own, at steps of any name",
            """
            public class Layer { public int Rank, Index; public double[,] Elements = new double[1, 1]; }
            static class C { public static double[,] NAME(Layer ly, double[,] k, int pace) { ⟦k = new double[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } };⟧
            int n = k.GetLength(0); var o = new double[(ly.Rank - n) / pace + 1, (ly.Index - n) / pace + 1]; var p = new double[n, n];
            for (int y = 0; y <= ly.Rank - n; y += pace) for (int x = 0; x <= ly.Index - n; x += pace) {
            for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) p[i, j] = ly.Elements[y + i, x + j] * «k[i, j]|k[n - 1 - i, n - 1 - j]»;
            double c = 0; for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) c += p[i, j]; o[y / pace, x / pace] = c; } return o; } }
            """
        ),
        (
            "bytes out of memory, held at the border by a helper",
            """
            static class C { static int Inside(int at, int low, int high) { return at < low ? low : (at > high ? high : at); }
            static byte[] Bytes(IntPtr from, int count) { var read = new byte[count];
            System.Runtime.InteropServices.Marshal.Copy(from, read, 0, read.Length); return read; }
            public static byte[] NAME(IntPtr scan, int width, int height, float[] k) { ⟦k = new float[] { 1, 2, 1, 2, 4, 2, 1, 2, 1 };⟧
            byte[] s = Bytes(scan, width * height); var d = new byte[s.Length]; for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) {
            float sum = 0; for (int v = -1; v <= 1; v++) for (int u = -1; u <= 1; u++)
            sum += s[Inside(y + v, 0, height - 1) * width + Inside(x + u, 0, width - 1)] * «k[(v + 1) * 3 + u + 1]|k[(1 - v) * 3 + 1 - u]»;
            d[y * width + x] = (byte)Inside((int)sum, 0, 255); } return d; } }
            """
        ),
        (
            "channels whose number is checked first",
            """
            static class C { public static float[,,] NAME(float[,,,] kernel, float[,,] source) {
            int rows = kernel.GetLength(0), columns = kernel.GetLength(1), depth = source.GetLength(2), count = kernel.GetLength(3);
            if (kernel.GetLength(2) != depth) throw new ArgumentException("channels");
            var made = new float[source.GetLength(0) - rows + 1, source.GetLength(1) - columns + 1, count];
            System.Threading.Tasks.Parallel.For(0, made.GetLength(0), y => { for (int x = 0; x < made.GetLength(1); x++) for (int f = 0; f < count; f++) {
            float sum = 0; for (int i = 0; i < rows; i++) for (int j = 0; j < columns; j++) for (int c = 0; c < depth; c++)
            sum += source[y + i, x + j, c] * «kernel[i, j, c, f]|kernel[rows - 1 - i, columns - 1 - j, c, f]»; made[y, x, f] = sum; } }); return made; } }
            """
        ),
    ];
}
