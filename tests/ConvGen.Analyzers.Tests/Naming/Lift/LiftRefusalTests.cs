using ConvGen.Testing;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Tests.Naming.Lift;

/// <summary>Loops for which nothing may be offered, each for one reason. The first is the loop that they all differ from.</summary>
public class LiftRefusalTests
{
    private const string Floats = """
        public static float[] Convolve(float[] x)
        {
            float[] k = { 1, 2, 3 };
            float[] y = new float[x.Length - 2];
            for (int n = 0; n < x.Length - 2; n++)
            {
                float sum = 0;
                for (int j = 0; j < 3; j++)
                {
                    sum += [|x[n + j] * k[j]|];
                }

                y[n] = sum;
            }

            return y;
        }
        """;

    private const string Bytes = """
        public static byte[] Convolve(byte[] x)
        {
            int[] k = { 1, -2, 3 };
            byte[] y = new byte[x.Length];
            for (int n = 0; n < x.Length; n++)
            {
                int sum = 0;
                for (int j = 0; j < 3; j++)
                {
                    int q = Math.Clamp(n + j - 1, 0, x.Length - 1);
                    sum += [|x[q] * k[j]|];
                }

                y[n] = (byte)Math.Clamp(sum, 0, 255);
            }

            return y;
        }
        """;

    private const string Image = """
        public static float[] Convolve(float[] x, int w, int h)
        {
            float[,] k = { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 } };
            float[] y = new float[w * h];
            for (int v = 0; v < h; v++)
            {
                for (int u = 0; u < w; u++)
                {
                    float sum = 0;
                    for (int i = 0; i < 3; i++)
                    {
                        for (int j = 0; j < 3; j++)
                        {
                            int p = v + i - 1, q = u + j - 1;
                            if (p >= 0 && p < h && q >= 0 && q < w) sum += [|x[p * w + q] * k[i, j]|];
                        }
                    }

                    y[v * w + u] = sum;
                }
            }

            return y;
        }
        """;

    [Theory]
    [InlineData(Floats)]
    [InlineData(Bytes)]
    [InlineData(Image)]
    public async Task The_loops_themselves_are_offered(string loop) => Assert.Equal(2, await CountAsync(loop));

    [Theory]
    [InlineData("taps in falling order", "for (int j = 0; j < 3; j++)", "for (int j = 2; j >= 0; j--)")]
    [InlineData("a sum that does not start at zero", "float sum = 0;", "float sum = 1;")]
    [InlineData("a sum in double", "float sum = 0;", "double sum = 0;", "y[n] = sum", "y[n] = (float)sum")]
    [InlineData("a fused product", "sum += [|x[n + j] * k[j]|];", "sum = MathF.FusedMultiplyAdd(x[n + j], [|k[j]|], sum);")]
    [InlineData("a scaled product", "[|x[n + j] * k[j]|]", "[|x[n + j] * k[j]|] * 0.5f")]
    [InlineData("a scaled sum", "y[n] = sum", "y[n] = sum / 6")]
    [InlineData("a bias", "y[n] = sum", "y[n] = sum + 1")]
    [InlineData("a difference", "sum +=", "sum -=")]
    [InlineData("a limited sum", "y[n] = sum", "y[n] = Math.Clamp(sum, 0, 1)")]
    [InlineData("a tap that is left out", "int j = 0; j < 3", "int j = 0; j < 2")]
    [InlineData("a tap too many", "int j = 0; j < 3", "int j = 0; j < 4")]
    [InlineData("every other tap", "j++", "j += 2")]
    [InlineData("a zero weight that is skipped", "sum += [|", "if (k[j] != 0) sum += [|")]
    [InlineData("an early exit", "sum += [|", "if (sum > 100) break; sum += [|")]
    [InlineData("a return from within", "y[n] = sum;", "y[n] = sum; if (sum > 100) return y;")]
    [InlineData("a call in the loop", "y[n] = sum;", "y[n] = sum; Console.WriteLine(sum);")]
    [InlineData("a call before the loop", "float[] y", "Console.WriteLine(x); float[] y")]
    [InlineData("a call after the loop", "return y;", "Array.Reverse(y); return y;")]
    [InlineData("a kernel that is changed", "float[] y", "k[0] = x.Length; float[] y")]
    [InlineData("a kernel that is handed on", "float[] y", "Array.Reverse(k); float[] y")]
    [InlineData("a kernel that is no constant", "{ 1, 2, 3 }", "{ 1, 2, x.Length }")]
    [InlineData("a weight that is no number", "{ 1, 2, 3 }", "{ 1, 2, float.NaN }")]
    [InlineData("a source that is replaced", "float[] y", "x = new float[9]; float[] y")]
    [InlineData("a source that is written", "y[n] = sum;", "y[n] = sum; x[n] = sum;")]
    [InlineData("a result in place", "y[n] = sum;", "x[n] = sum;", "return y", "return x")]
    [InlineData("outputs in another order of places", "y[n] = sum", "y[y.Length - 1 - n] = sum")]
    [InlineData("outputs that are left out", "int n = 0", "int n = 1")]
    [InlineData("every other output", "n < x.Length - 2; n++", "n < x.Length - 2; n += 2")]
    [InlineData("a subscript that is squared", "x[n + j]", "x[n + j * j]")]
    [InlineData("a matrix product", "x[n + j]", "x[n * 3 + j]", "n < x.Length - 2", "n < x.Length / 3")]
    [InlineData("a sum that goes on over outputs", "float[] y", "float sum = 0; float[] y", "    float sum = 0;\n", "")]
    [InlineData("two products", "sum += [|x[n + j] * k[j]|];", "sum += [|x[n + j] * k[j]|]; sum += x[n + j];")]
    [InlineData("a second sum", "sum += [|x[n + j] * k[j]|];", "sum += [|x[n + j] * k[j]|]; y[n] += k[j];")]
    [InlineData("a lambda", "float[] y", "Func<int> count = () => x.Length; float[] y")]
    [InlineData("a loop variable that is changed", "sum += [|", "n += 0; sum += [|")]
    [InlineData("unknown parameters by reference", "float[] x", "ref float[] x")]
    public async Task Floating_loops_are_not_offered_with(
        string reason,
        string from,
        string to,
        string? otherFrom = null,
        string otherTo = ""
    ) => Assert.True(await CountAsync(Replace(Replace(Floats, from, to), otherFrom, otherTo)) == 0, reason);

    [Theory]
    [InlineData("weights that may overflow the sum", "{ 1, -2, 3 }", "{ 1, -2, 20000000 }")]
    [InlineData("a source that may overflow the sum", "byte[] x", "int[] x")]
    [InlineData("a result that is cut off", "(byte)Math.Clamp(sum, 0, 255)", "(byte)sum")]
    [InlineData("a result that is limited elsewhere", "Math.Clamp(sum, 0, 255)", "Math.Clamp(sum, 0, 254)")]
    [InlineData("a result that is limited at one end", "Math.Clamp(sum, 0, 255)", "Math.Max(sum, 0)")]
    [InlineData("a division that truncates", "Math.Clamp(sum, 0, 255)", "Math.Clamp(sum / 4, 0, 255)")]
    [InlineData("a division that rounds away from zero below zero", "Math.Clamp(sum, 0, 255)", "Math.Clamp((sum + 2) / 4, 0, 255)")]
    [InlineData("a shift that rounds down", "Math.Clamp(sum, 0, 255)", "Math.Clamp(sum >> 2, 0, 255)")]
    [InlineData("a shift with another half", "Math.Clamp(sum, 0, 255)", "Math.Clamp((sum + 3) >> 2, 0, 255)")]
    [InlineData("an offset", "Math.Clamp(sum, 0, 255)", "Math.Clamp(sum + 128, 0, 255)")]
    [InlineData("a magnitude", "Math.Clamp(sum, 0, 255)", "Math.Clamp(Math.Abs(sum), 0, 255)")]
    [InlineData("a limit before the division", "Math.Clamp(sum, 0, 255)", "Math.Clamp((Math.Clamp(sum, 0, 255) + 2) >> 2, 0, 255)")]
    [InlineData("a border at another place", "x.Length - 1);", "x.Length - 2);")]
    [InlineData("a border that starts at another place", "Math.Clamp(n + j - 1, 0,", "Math.Clamp(n + j - 1, 1,")]
    [InlineData("a reflected border", "Math.Clamp(n + j - 1, 0, x.Length - 1)", "Math.Abs(n + j - 1)")]
    [InlineData("floating weights", "int[] k", "float[] k", "int sum", "float sum")]
    public async Task Integer_loops_are_not_offered_with(
        string reason,
        string from,
        string to,
        string? otherFrom = null,
        string otherTo = ""
    ) => Assert.True(await CountAsync(Replace(Replace(Bytes, from, to), otherFrom, otherTo)) == 0, reason);

    [Theory]
    [InlineData("a guard that lacks an end", "p >= 0 && p < h && q >= 0 && q < w", "p >= 0 && p < h && q >= 0")]
    [InlineData("a guard on one axis", "p >= 0 && p < h && q >= 0 && q < w", "p >= 0 && p < h")]
    [InlineData("a guard that is too strict", "q < w)", "q < w - 1)")]
    [InlineData("a guard that is too lax", "q < w)", "q <= w)")]
    [InlineData("guards of the wrong axis", "p < h && q >= 0 && q < w", "p < w && q >= 0 && q < h")]
    [InlineData("a guard on the flat subscript", "p >= 0 && p < h && q >= 0 && q < w", "p * w + q >= 0 && p * w + q < x.Length")]
    [InlineData("a condition on something else", "q < w)", "q < w && x[0] > 0)")]
    [InlineData(
        "columns before rows",
        "(int i = 0; i < 3; i++)",
        "(columns)",
        "(int j = 0; j < 3; j++)",
        "(int i = 0; i < 3; i++)",
        "(columns)",
        "(int j = 0; j < 3; j++)"
    )]
    [InlineData("a transposed kernel", "k[i, j]", "k[j, i]")]
    [InlineData("a kernel reversed on one axis", "k[i, j]", "k[2 - i, j]")]
    [InlineData("a transposed result", "y[v * w + u]", "y[u * h + v]")]
    [InlineData("a border that is left as it is", "int v = 0; v < h; v++", "int v = 1; v < h - 1; v++")]
    [InlineData("rows that are as far apart as they are many", "x[p * w + q]", "x[p * h + q]")]
    [InlineData(
        "a kernel as an array of two dimensions that comes at run time",
        "int w",
        "float[,] k, int w",
        "float[,] k = { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 } };",
        ""
    )]
    [InlineData(
        "floating weights at run time with taps that are left out",
        "int w",
        "float[] k, int w",
        "float[,] k = { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 } };",
        "",
        "k[i, j]",
        "k[i * 3 + j]"
    )]
    [InlineData(
        "a kernel whose size is not known",
        "int w",
        "float[] k, int w",
        "float[,] k = { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 } };",
        "",
        "k[i, j]",
        "k[i * 3 + j]",
        "j < 3",
        "j < k.Length / 3"
    )]
    public async Task Images_are_not_offered_with(string reason, params string[] replacements)
    {
        string text = Image;
        for (int index = 0; index < replacements.Length; index += 2)
        {
            text = Replace(text, replacements[index], replacements[index + 1]);
        }

        Assert.True(await CountAsync(text) == 0, reason);
    }

    [Fact]
    public async Task A_field_that_something_else_writes_is_no_constant()
    {
        string loop = Replace(Floats, "float[] k = { 1, 2, 3 };", "");

        Assert.Equal(2, await CountAsync("private static readonly float[] k = { 1, 2, 3 };\n" + loop));
        Assert.Equal(0, await CountAsync("private static float[] k = { 1, 2, 3 };\n" + loop));
        Assert.Equal(0, await CountAsync("internal static readonly float[] k = { 1, 2, 3 };\n" + loop));
        Assert.Equal(
            0,
            await CountAsync("private static readonly float[] k = { 1, 2, 3 };\npublic static void Set() => k[0] = 2;\n" + loop)
        );
        Assert.Equal(0, await CountAsync("private static readonly float[] k = { 1, 2, 3 };\npublic static float[] Get() => k;\n" + loop));
        Assert.Equal(
            0,
            await CountAsync("private static readonly float[] k = { 1, 2, 3 };\npublic static ref float Get() => ref k[0];\n" + loop)
        );
    }

    [Fact]
    public async Task A_narrow_flat_image_must_not_be_wrapped_into_another_row()
    {
        string Wrapped(int radius) =>
            Replace(
                Replace(Image, "if (p >= 0 && p < h && q >= 0 && q < w) sum", "sum"),
                "int p = v + i - 1, q = u + j - 1;",
                $"int p = (v + i - 1 + h) % h, q = (u + j - {radius} + w) % w;"
            );

        Assert.Equal(2, await CountAsync(Wrapped(1)));
        Assert.Equal(0, await CountAsync(Wrapped(2)));
    }

    [Fact]
    public async Task An_older_language_is_not_offered_what_it_cannot_compile() =>
        Assert.Empty(
            await LiftHarness.OfferAsync(File(Floats), OperationKind.Correlation, Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp11)
        );

    [Fact]
    public async Task A_type_that_nothing_can_be_generated_for_is_not_offered() =>
        Assert.Empty(
            await LiftHarness.OfferAsync(
                File(Floats).Replace("public static class Filters", "file static class Filters", StringComparison.Ordinal),
                OperationKind.Correlation
            )
        );

    [Fact]
    public async Task A_diagnostic_that_says_otherwise_is_not_believed() =>
        Assert.Empty(await LiftHarness.OfferAsync(File(Floats), OperationKind.Convolution));

    /// <summary>How many fixes are offered for a loop that compiles; what does not compile would be refused for that.</summary>
    private static async Task<int> CountAsync(string members)
    {
        Assert.Empty(
            TestCompilation
                .Create([File(members).Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)])
                .GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
        );
        return (await LiftHarness.OfferAsync(File(members), OperationKind.Correlation)).Length;
    }

    private static string File(string members) => "using System;\n\npublic static class Filters\n{\n" + members + "\n}\n";

    /// <summary>A replacement that replaces nothing would test nothing.</summary>
    private static string Replace(string text, string? from, string to)
    {
        if (from is null)
        {
            return text;
        }

        Assert.Contains(from, text, StringComparison.Ordinal);
        int at = text.IndexOf(from, StringComparison.Ordinal);
        return text[..at] + to + text[(at + from.Length)..];
    }
}
