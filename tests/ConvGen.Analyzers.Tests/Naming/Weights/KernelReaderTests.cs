using ConvGen.Analyzers.Naming.Weights;

namespace ConvGen.Analyzers.Tests.Naming.Weights;

/// <summary>Where weights come from, and what happened to them on the way.</summary>
public class KernelReaderTests
{
    /// <summary>Statements, and how the weights lie at <c>Use</c>.</summary>
    public static TheoryData<string, string> Orientations =>
        new()
        {
            { "Use(kernel);", "AsWritten" },
            { "Use((object)kernel!);", "AsWritten" },
            { "Use(kernel.ToArray());", "AsWritten" },
            { "Use(kernel.AsSpan(), 0);", "AsWritten" },
            { "Use(kernel.AsSpan(1), 0);", "Unknown" },
            { "Use(kernel[..]);", "AsWritten" },
            { "Use(kernel[1..]);", "Unknown" },
            { "Use((float[])kernel.Clone());", "AsWritten" },
            { "Use(kernel ?? throw new ArgumentNullException(nameof(kernel)));", "AsWritten" },
            { "Use(choice ? kernel : new float[] { 1, 2 });", "AsWritten" },
            { "float[] k = [.. kernel]; Use(k);", "AsWritten" },
            { "fixed (float* p = kernel) { Use(p); }", "AsWritten" },
            { "fixed (float* p = &kernel[0]) { Use(p); }", "AsWritten" },
            { "Use(new List<float>(kernel));", "AsWritten" },
            { "Use(new Lazy<int>());", "AsWritten" },
            { "Use(new float[][] { new float[] { 1, 2 }, new float[] { 3 } });", "Unknown" },
            // Reversed, in place and as a copy.
            { "Array.Reverse(kernel); Use(kernel);", "Reversed" },
            { "Use(kernel); Array.Reverse(kernel);", "AsWritten" },
            { "Array.Reverse(kernel); Array.Reverse(kernel); Use(kernel);", "AsWritten" },
            { "kernel.AsSpan().Reverse(); Use(kernel);", "Reversed" },
            { "MemoryExtensions.Reverse(kernel.AsSpan()); Use(kernel);", "Reversed" },
            { "Span<float> s = kernel; s.Reverse(); Use(kernel);", "Reversed" },
            { "var s = kernel.AsSpan(); s.Reverse(); Use(s, 0);", "Reversed" },
            { "var s = kernel.AsSpan(1); s.Reverse(); Use(kernel);", "Unknown" },
            { "kernel.AsSpan(0, 3).Reverse(); Use(kernel);", "Unknown" },
            { "Array.Reverse(kernel, 0, 2); Use(kernel);", "Unknown" },
            { "list.Reverse(); Use(list);", "Reversed" },
            { "list.Reverse(0, 2); Use(list);", "Unknown" },
            { "Use(Enumerable.Reverse(kernel).ToArray());", "Reversed" },
            { "Enumerable.Reverse(kernel); Use(kernel);", "AsWritten" },
            { "Use(list.AsEnumerable().Reverse().ToList());", "Reversed" },
            { "var r = Enumerable.Reverse(kernel).ToArray(); Use(r);", "Reversed" },
            { "float[] r; r = Enumerable.Reverse(kernel).ToArray(); Use(r);", "Reversed" },
            { "kernel = Enumerable.Reverse(kernel).ToArray(); Use(kernel);", "Reversed" },
            { "var flipped = Enumerable.Reverse(kernel).ToArray(); Use(flipped);", "Reversed" },
            { "var r = Enumerable.Reverse(kernel).ToArray(); Array.Reverse(r); Use(r);", "AsWritten" },
            { "var c = (float[])kernel.Clone(); Array.Reverse(c); Use(c);", "Reversed" },
            { "var c = (float[])kernel.Clone(); Array.Reverse(c); Use(kernel);", "AsWritten" },
            { "Use(kernel.Select((w, i) => kernel[kernel.Length - 1 - i]).ToArray());", "Reversed" },
            { "Use(kernel.Select((w, i) => kernel[^(i + 1)]).ToArray());", "Reversed" },
            { "Use(Enumerable.Range(0, n).Select(i => kernel[n - i - 1]).ToArray());", "Reversed" },
            { "Use(Enumerable.Range(0, n).Select(i => kernel[i + 1]).ToArray());", "Unknown" },
            { "Use(kernel.Select(w => w / 16f).ToArray());", "AsWritten" },
            { "Use(kernel.Select(w => (double)w).ToArray());", "AsWritten" },
            { "Use(Array.ConvertAll(kernel, w => (double)w));", "AsWritten" },
            { "Use(kernel.OrderBy(w => w).ToArray());", "Unknown" },
            { "Use(rows.Select(row => Enumerable.Reverse(row).ToArray()).ToArray());", "Unknown" },
            { "Use(Enumerable.Reverse(rows.Select(row => Enumerable.Reverse(row).ToArray())).ToArray());", "Reversed" },
            // Not on every way, or not once.
            { "if (choice) { Array.Reverse(kernel); } Use(kernel);", "Unknown" },
            { "if (choice) { Array.Reverse(kernel); Use(kernel); }", "Reversed" },
            { "if (choice) { Array.Reverse(kernel); } else { Use(kernel); }", "AsWritten" },
            { "for (int i = 0; i < n; i++) { Array.Reverse(kernel); Use(kernel); }", "Unknown" },
            { "for (int i = 0; i < n; i++) { Use(kernel); Array.Reverse(kernel); }", "Unknown" },
            { "for (int i = 0; i < n; i++) { var c = kernel.ToArray(); Array.Reverse(c); Use(c); }", "Reversed" },
            { "Array.Reverse(kernel); for (int i = 0; i < n; i++) { Use(kernel); }", "Reversed" },
            { "choice = choice && Flip(); Use(kernel); bool Flip() { Array.Reverse(kernel); return true; }", "Unknown" },
            { "Array.Reverse(kernel); Action a = () => Use(kernel);", "Reversed" },
            { "Action a = () => Use(kernel); Array.Reverse(kernel);", "Unknown" },
            { "Action a = () => { Array.Reverse(kernel); Use(kernel); };", "Unknown" },
            { "var k = kernel; if (choice) { k = Enumerable.Reverse(kernel).ToArray(); } Use(k);", "Unknown" },
            { "switch (n) { case 1: Array.Reverse(kernel); break; case 2: Use(kernel); break; }", "AsWritten" },
            { "try { Array.Reverse(kernel); } catch (Exception) { } Use(kernel);", "Reversed" },
            // Written, or handed to somebody.
            { "kernel[0] = 1; Use(kernel);", "AsWritten" },
            { "kernel[0] = kernel[2]; Use(kernel);", "Unknown" },
            { "(kernel[0], kernel[2]) = (kernel[2], kernel[0]); Use(kernel);", "Unknown" },
            { "float s = kernel.Sum(); for (int i = 0; i < kernel.Length; i++) { kernel[i] /= s; } Use(kernel);", "AsWritten" },
            { "var k = new float[n]; for (int i = 0; i < n; i++) { k[i] = MathF.Exp(-i * i); } Use(k);", "AsWritten" },
            { "var k = new float[n]; for (int i = 0; i < n; i++) { k[i] = list[n - i - 1]; } Use(k);", "Reversed" },
            { "var k = new float[n]; int j = n; foreach (float w in list) { k[--j] = w; } Use(k);", "Reversed" },
            { "var k = new List<float>(); foreach (float w in list) { k.Insert(0, w); } Use(k);", "Unknown" },
            { "float[] k; k = new float[n]; Use(k);", "AsWritten" },
            { "Array.Sort(kernel); Use(kernel);", "Unknown" },
            { "Array.Copy(kernel, new float[3], 3); Use(kernel);", "AsWritten" },
            { "Console.WriteLine(kernel); Use(kernel);", "AsWritten" },
            { "Look(kernel); Use(kernel); static void Look(float[] k) { Console.WriteLine(k[0]); }", "AsWritten" },
            { "Turn(kernel); Use(kernel); static void Turn(float[] k) { float t = k[0]; k[0] = k[2]; k[2] = t; }", "Unknown" },
            { "Use(Turn(kernel)); static float[] Turn(float[] k) => k;", "Unknown" },
            { "Use(Make(5)); static float[] Make(int n) => new float[n];", "AsWritten" },
            { "Use(MakeReversed(5)); static float[] MakeReversed(int n) => new float[n];", "Unknown" },
            { "Get(out var k); Use(k); static void Get(out float[] k) => k = new float[3];", "AsWritten" },
            { "foreach (float[] k in rows) { Use(k); }", "AsWritten" },
            { "foreach (float[] k in Enumerable.Reverse(rows)) { Use(k); }", "Unknown" },
            { "foreach (float[] k in rows) { Array.Reverse(k); Use(k); }", "Unknown" },
            { "foreach (float[] row in rows) { Array.Reverse(row); } Use(rows);", "Unknown" },
            { "Array.Reverse(rows); Use(rows);", "Unknown" },
            { "goto end; end: Use(kernel);", "AsWritten" },
            // Names.
            { "float[] flippedKernel = { 3, 2, 1 }; Use(flippedKernel);", "Unknown" },
            { "float[] rev_kernel = { 3, 2, 1 }; Use(rev_kernel);", "Unknown" },
            { "float[] previous = { 3, 2, 1 }; Use(previous);", "AsWritten" },
        };

    /// <summary>Expressions, their symmetry, their weights and their extents.</summary>
    public static TheoryData<string, string, string?, string?> Literals =>
        new()
        {
            { "new float[] { 1, 2, 3 }", "Asymmetric", "1 2 3", "3" },
            { "new[] { 1, 2, 1 }", "Symmetric", "1 2 1", "3" },
            { "new[] { -1, 0, 1 }", "Antisymmetric", "-1 0 1", "3" },
            { "new[] { 1f / 3, 1f / 9, 1f / 3 }", "Symmetric", null, "3" },
            { "new[] { 1 - 2f, +3f, 2 * 2 }", "Asymmetric", "-1 3 4", "3" },
            { "new[] { 0, 0, 0 }", "Symmetric", "0 0 0", "3" },
            { "new[] { 7 }", "Symmetric", "7", "1" },
            { "new float[,] { { -2, -1, 0 }, { -1, 1, 1 }, { 0, 1, 2 } }", "Asymmetric", "-2 -1 0 -1 1 1 0 1 2", "3 3" },
            { "new float[,] { { -1, 0, 1 }, { -2, 0, 2 }, { -1, 0, 1 } }", "Antisymmetric", "-1 0 1 -2 0 2 -1 0 1", "3 3" },
            { "new float[,] { { 1, 2 }, { 2, 1 } }", "Symmetric", "1 2 2 1", "2 2" },
            { "new float[][] { new float[] { 1, 2 }, new float[] { 3, 4 } }", "Asymmetric", "1 2 3 4", "2 2" },
            { "new List<float> { 1, 2, 4 }", "Asymmetric", "1 2 4", "3" },
            { "new ReadOnlyMemory<float>(new float[] { 1, 2, 4 })", "Asymmetric", "1 2 4", "3" },
            { "ImmutableArray.Create(new[] { 1, 2, 4 })", "Asymmetric", "1 2 4", "3" },
            { "new[] { a, b, a }", "Symmetric", null, "3" },
            { "new[] { -a, 0, a }", "Antisymmetric", null, "3" },
            { "new[] { a, b, b }", "Unknown", null, "3" },
            { "new[] { Next(), 1f, Next() }", "Unknown", null, "3" },
            { "new[] { C, 2f, 3f }", "Asymmetric", "0.5 2 3", "3" },
            { "new float[1, 1, 2, 2] { { { { 1, 2 }, { 3, 4 } } } }", "Asymmetric", "1 2 3 4", "1 1 2 2" },
            { "new float[2, 1, 1, 2] { { { { 1, 2 } } }, { { { 3, 4 } } } }", "Unknown", "1 2 3 4", "2 1 1 2" },
            { "new Matrix(new float[,] { { 1, 2 }, { 3, 4 } })", "Asymmetric", "1 2 3 4", "2 2" },
            { "new Matrix(2, 1f, 2f, 3f, 4f)", "Asymmetric", "1 2 3 4", "2 2" },
            { "new Matrix(2, new[] { 1f, 2f, 3f, 4f })", "Asymmetric", "1 2 3 4", "2 2" },
            { "new Matrix(1, 4, new[] { 1f, 2f, 3f, 4f })", "Asymmetric", "1 2 3 4", "1 4" },
            { "new Matrix(new Matrix(new float[,] { { 1, 2 }, { 3, 4 } }))", "Asymmetric", "1 2 3 4", "2 2" },
            { "Matrix.FromArray(new float[,] { { 1, 2 }, { 3, 4 } })", "Asymmetric", "1 2 3 4", "2 2" },
            { "(Matrix)new float[,] { { 1, 2 }, { 3, 4 } }", "Asymmetric", "1 2 3 4", "2 2" },
            { "new Matrix(new float[,] { { 1, 2 }, { 3, 4 } }) / 9f", "Asymmetric", "1 2 3 4", "2 2" },
            { "Matrix.FromArray(Readonly)", "Asymmetric", "1 2 4", "3" },
            { "Private", "Asymmetric", "1 2 5", "3" },
            { "Public", "Unknown", null, null },
            { "Computed.ToArray()", "Asymmetric", "1 2 6", "3" },
            { "GetOnly", "Asymmetric", "1 2 7", "3" },
            { "Elsewhere.Kernel", "Asymmetric", "0.5 2 -8", "3" },
            { "Elsewhere.Wrapped", "Asymmetric", "1 2 3 4", "2 2" },
            { "kind switch { 0 => new[] { 1, 2 }, _ => new[] { 3, 4 } }", "Unknown", null, null },
        };

    private const string LiteralMembers = """
        private const float C = 0.5f;
        private static readonly float[] Readonly = { 1, 2, 4 };
        private static float[] Private = new float[] { 1, 2, 5 };
        public static float[] Public = new float[] { 1, 2, 5 };
        private static ReadOnlySpan<float> Computed => new float[] { 1, 2, 6 };
        private float[] GetOnly { get; } = [1, 2, 7];
        private static float Next() => 1;

        private sealed class Matrix
        {
            public Matrix(float[,] weights) { }
            public Matrix(int order, params float[] weights) { }
            public Matrix(int rows, int columns, float[] weights) { }
            public Matrix(Matrix other) { }
            public static Matrix FromArray(float[,] weights) => new(weights);
            public static Matrix FromArray(float[] weights) => new(1, weights);
            public static explicit operator Matrix(float[,] weights) => new(weights);
            public static Matrix operator /(Matrix left, float right) => left;
        }
        """;

    private const string OtherFile = """
        namespace Tests;

        internal static class Elsewhere
        {
            private const float Half = 1f / 2;
            public static readonly float[] Kernel = { Half, (float)2.0, -(4 + 4) };
            public static readonly object Wrapped = new System.Tuple<float[,]>(new float[,] { { 1, 2 }, { 3, 4 } });
        }
        """;

    [Theory]
    [MemberData(nameof(Orientations))]
    public void The_order_of_weights_is_followed(string statements, string expected) =>
        Assert.Equal(expected, KernelProbe.Read(statements).Orientation.ToString());

    [Theory]
    [MemberData(nameof(Literals))]
    public void Weights_are_read(string expression, string symmetry, string? values, string? shape)
    {
        KernelReading reading = KernelProbe.ReadMembers(
            LiteralMembers + "void Convolve(float a, float b, int kind) { Use((object)(" + expression + ")); }",
            files: OtherFile
        );

        Assert.Equal(Orientation.AsWritten, reading.Orientation);
        Assert.Equal(symmetry, reading.Symmetry.ToString());
        if (values is not null)
        {
            Assert.Equal(
                values,
                reading.Values is { } weights ? string.Join(' ', weights.Select(weight => FormattableString.Invariant($"{weight}"))) : null
            );
        }

        Assert.Equal(shape, reading.Shape is { } extents ? string.Join(' ', extents) : null);
    }

    [Theory]
    [InlineData("float[] k = { 1, 2, 4 }; Use(k);")]
    [InlineData("ReadOnlySpan<float> k = stackalloc float[] { 1, 2, 4 }; Use(k, 0);")]
    [InlineData("ReadOnlySpan<float> k = stackalloc[] { 1f, 2, 4 }; Use(k, 0);")]
    [InlineData("ReadOnlySpan<float> k = [1, 2, 4]; Use(k, 0);")]
    [InlineData("List<float> k = new() { 1, 2, 4 }; Use(k);")]
    [InlineData("float[] k; k = new float[] { 1, 2, 4 }; Use(k);")]
    [InlineData("Use(new float[] { 1, 2, 4 }, 0);")]
    [InlineData("fixed (float* p = new float[] { 1, 2, 4 }) { Use(p); }")]
    public void Literals_are_found_behind_locals(string statements)
    {
        KernelReading reading = KernelProbe.Read(statements);

        Assert.Equal(new double[] { 1, 2, 4 }, reading.Values!.Value);
        Assert.Equal(Symmetry.Asymmetric, reading.Symmetry);
        Assert.Equal(
            "1,2,4",
            reading
                .Literal!.ToString()
                .Trim('{', '}', '[', ']')
                .Replace(" ", "", StringComparison.Ordinal)
                .Replace("1f", "1", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("float[] k = { 1, 2, 4 }; k[0] = 3; Use(k);")]
    [InlineData("float[] k = { 1, 2, 4 }; if (choice) { k[n] = 3; } Use(k);")]
    public void Weights_that_are_overwritten_are_not_known(string statements)
    {
        KernelReading reading = KernelProbe.Read(statements);

        Assert.Equal(Symmetry.Unknown, reading.Symmetry);
        Assert.Null(reading.Values);
        Assert.Null(reading.Literal);
    }

    [Fact]
    public void A_reversal_is_reported_with_the_weights_as_written()
    {
        KernelReading reading = KernelProbe.Read("float[] k = { 1, 2, 4 }; var r = Enumerable.Reverse(k).ToArray(); Use(r);");

        Assert.Equal(Orientation.Reversed, reading.Orientation);
        Assert.Equal(new double[] { 1, 2, 4 }, reading.Values!.Value);
        Assert.Equal("k", reading.Symbol!.Name);
        Assert.Equal("Enumerable.Reverse(k)", Assert.Single(reading.Reversals).Syntax.ToString());
    }
}
