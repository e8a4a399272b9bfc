using System.Collections.Immutable;
using ConvGen.Analyzers.Naming;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Tests.Naming.Execution;

/// <summary>Loops that leave a part of their work to a library, of which the names are known and no code.</summary>
public class RunLibraryTests
{
    private const string Library = """
        using System;
        namespace System.Numerics.Tensors
        {
            public static class TensorPrimitives
            {
                public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y) => 0;
                public static void MultiplyAdd(ReadOnlySpan<float> x, float y, ReadOnlySpan<float> addend, Span<float> destination) { }
            }
        }
        namespace MathNet.Numerics.LinearAlgebra
        {
            public abstract class Matrix<T>
            {
                public int RowCount => 1; public int ColumnCount => 1;
                public T At(int row, int column) => default!;
                public Matrix<T> SubMatrix(int row, int rows, int column, int columns) => this;
            }
            public abstract class Vector<T>
            {
                public int Count => 1;
                public T this[int index] => default!;
                public Vector<T> SubVector(int start, int count) => this;
            }
        }
        namespace System.Drawing
        {
            public class Bitmap
            {
                public int Width => 1; public int Height => 1;
                public object Clone() => this;
                public Imaging.BitmapData LockBits(Rectangle part, Imaging.ImageLockMode mode, Imaging.PixelFormat format) => new();
                public void UnlockBits(Imaging.BitmapData data) { }
            }
        }
        namespace System.Drawing.Imaging
        {
            public enum ImageLockMode { ReadOnly, ReadWrite }
            public enum PixelFormat { Format24bppRgb }
            public class BitmapData { public int Width, Height, Stride; public IntPtr Scan0; }
        }
        """;

    private static readonly Lazy<MetadataReference> Compiled = new(Compile);

    private static readonly Dictionary<string, string> Samples = new(StringComparer.Ordinal)
    {
        ["a dot product of slices"] = """
            using System.Numerics.Tensors;
            public class Filters
            {
            public static void NAME(ReadOnlySpan<float> x, ReadOnlySpan<float> h, Span<float> y) {
            Span<float> t = stackalloc float[h.Length]; h.CopyTo(t); «|t.Reverse();» for (int n = 0; n + h.Length <= x.Length;
            n++) y[n] = TensorPrimitives.Dot(x.Slice(n, h.Length), t); }
            }
            """,
        ["rows that are added up, each times a weight"] = """
            using System.Numerics.Tensors;
            public class Filters
            {
            public static void NAME(ReadOnlySpan<float> x, float[] h, Span<float> y) { ⟦h = new float[] {
            1, 2, 1 };⟧ int n = x.Length - h.Length + 1; y.Clear(); for (int k = 0; k < h.Length;
            k++) TensorPrimitives.MultiplyAdd(x.Slice(k, n), «h[k]|h[h.Length - 1 - k]», y.Slice(0, n), y.Slice(0, n)); }
            }
            """,
        ["parts of a matrix"] = """
            using MathNet.Numerics.LinearAlgebra;
            public class Filters
            {
            public static double[,] NAME(Matrix<double> img, Matrix<double> kernel) {
            var o = new double[img.RowCount - kernel.RowCount + 1, img.ColumnCount - kernel.ColumnCount + 1]; for (int r = 0;
            r < o.GetLength(0); r++) for (int c = 0; c < o.GetLength(1); c++) {
            var win = img.SubMatrix(r, kernel.RowCount, c, kernel.ColumnCount); double s = 0; for (int i = 0; i < kernel.RowCount;
            i++) for (int j = 0; j < kernel.ColumnCount;
            j++) s += win.At(i, j) * «kernel.At(i, j)|kernel.At(kernel.RowCount - 1 - i, kernel.ColumnCount - 1 - j)»; o[r, c] = s; }
            return o; }
            }
            """,
        ["parts of a vector"] = """
            using MathNet.Numerics.LinearAlgebra;
            public class Filters
            {
            public static double[] NAME(Vector<double> x, Vector<double> h) { var y = new double[x.Count - h.Count + 1]; for (int n = 0;
            n < y.Length; n++) { double s = 0; var w = x.SubVector(n, h.Count); for (int k = 0; k < h.Count;
            k++) s += w[k] * «h[k]|h[h.Count - 1 - k]»; y[n] = s; } return y; }
            }
            """,
        ["a copy of a bitmap, locked beside it"] = """
            using System.Drawing; using System.Drawing.Imaging;
            public class ConvMatrix { public int TopLeft = 0, TopMid = 0, TopRight = 0; public int MidLeft = 0, Pixel = 1, MidRight = 0;
            public int BottomLeft = 0, BottomMid = 0, BottomRight = 0; public int Factor = 1; public int Offset = 0;
            public void SetAll(int nVal) {
            TopLeft = TopMid = TopRight = MidLeft = Pixel = MidRight = BottomLeft = BottomMid = BottomRight = nVal; } }
            public class Filters {
            public static unsafe bool NAME(Bitmap b, ConvMatrix m) {
            if (0 == m.Factor) return false;
            ⟦m.SetAll(1); m.Pixel = 4;⟧
            Bitmap bSrc = (Bitmap)b.Clone();
            BitmapData bmData = b.LockBits(new Rectangle(0, 0, b.Width, b.Height), ImageLockMode.ReadWrite, PixelFormat.Format24bppRgb);
            BitmapData bmSrc = bSrc.LockBits(new Rectangle(0, 0, bSrc.Width, bSrc.Height), ImageLockMode.ReadWrite, PixelFormat.Format24bppRgb);
            int stride = bmData.Stride; int stride2 = stride * 2;
            IntPtr Scan0 = bmData.Scan0; IntPtr SrcScan0 = bmSrc.Scan0;
            byte* p = (byte*)(void*)Scan0; byte* pSrc = (byte*)(void*)SrcScan0;
            int nOffset = stride - b.Width * 3; int nWidth = b.Width - 2; int nHeight = b.Height - 2; int nPixel;
            for (int y = 0; y < nHeight; ++y) {
            for (int x = 0; x < nWidth; ++x) {
            nPixel = ((((pSrc[2] * «m.TopLeft|m.BottomRight») + (pSrc[5] * «m.TopMid|m.BottomMid») + (pSrc[8] * «m.TopRight|m.BottomLeft») +
            (pSrc[2 + stride] * «m.MidLeft|m.MidRight») + (pSrc[5 + stride] * m.Pixel) + (pSrc[8 + stride] * «m.MidRight|m.MidLeft») +
            (pSrc[2 + stride2] * «m.BottomLeft|m.TopRight») + (pSrc[5 + stride2] * «m.BottomMid|m.TopMid») + (pSrc[8 + stride2] * «m.BottomRight|m.TopLeft»)) / m.Factor) + m.Offset);
            if (nPixel < 0) nPixel = 0; if (nPixel > 255) nPixel = 255;
            p[5 + stride] = (byte)nPixel;
            p += 3; pSrc += 3;
            }
            p += nOffset; pSrc += nOffset;
            }
            b.UnlockBits(bmData); bSrc.UnlockBits(bmSrc); return true; } }
            """,
    };

    /// <summary>What the samples are.</summary>
    public static TheoryData<string> Names => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Both_ways_are_read(string name)
    {
        Assert.Equal(["CONV103"], await IdsAsync(name, "same", "Convolve"));
        Assert.Empty(await IdsAsync(name, "same", "Correlate"));
        Assert.Empty(await IdsAsync(name, "opposite", "Convolve"));
        Assert.Equal(["CONV103"], await IdsAsync(name, "opposite", "CrossCorrelate"));
    }

    private static async Task<IEnumerable<string>> IdsAsync(string name, string way, string member)
    {
        string source = RunSampleTests.WriteCode(Samples[name], way, member, isSymmetric: false);
        CSharpCompilation compilation = TestCompilation.Create([RunSampleTests.Usings + source], references: [Compiled.Value]);
        compilation = compilation.WithOptions(compilation.Options.WithAllowUnsafe(true));
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers([new NamingAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return diagnostics.Select(static diagnostic => diagnostic.Id);
    }

    private static PortableExecutableReference Compile()
    {
        using MemoryStream image = new();
        Assert.True(TestCompilation.Create([Library]).WithAssemblyName("Library").Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
