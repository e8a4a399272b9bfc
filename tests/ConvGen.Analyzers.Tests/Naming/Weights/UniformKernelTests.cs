using ConvGen.Analyzers.Tests.Naming.Execution;

namespace ConvGen.Analyzers.Tests.Naming.Weights;

/// <summary>A kernel that a loop fills with one weight is its own reverse, and nothing is said of its direction.</summary>
public class UniformKernelTests
{
    private const string Sum =
        "var y = new double[x.Length]; for (int n = 0; n + h.Length <= x.Length; n++) { double s = 0; for (int k = 0; k < h.Length; k++) s += x[n + k] * h[k]; y[n] = s; } return y;";

    private const string InPlace =
        "for (int n = 0; n + h.Length <= x.Length; n++) { double s = 0; for (int k = 0; k < h.Length; k++) s += x[n + k] * h[k]; x[n] = s; } return x;";

    [Theory]
    [InlineData("for (int k = 0; k < h.Length; k++) h[k] = 1;")]
    [InlineData("for (int k = 0; k < h.Length; k++) { h[k] = 1.0 / h.Length; }")]
    [InlineData("double weight = 1.0 / taps; for (int k = 0; k < taps; k++) h[k] = weight;")]
    [InlineData("int j = 0; while (j < taps) { h[j] = 1.0 / taps; j++; }")]
    public async Task One_weight_everywhere_is_symmetric(string fill)
    {
        Assert.Empty(await IdsAsync(fill, Sum));
        Assert.Empty(await IdsAsync(fill, InPlace));
    }

    [Theory]
    [InlineData("for (int k = 0; k < h.Length; k++) h[k] = k;")]
    [InlineData("double weight = 1; for (int k = 0; k < h.Length; k++) { h[k] = weight; weight *= 0.5; }")]
    [InlineData("for (int k = 0; k < h.Length; k++) { double weight = Math.Exp(-k); h[k] = weight; }")]
    [InlineData("h[0] = 1; h[1] = 2; h[2] = 4;")]
    [InlineData("for (int k = 0; k < h.Length; k++) h[k] = 1; h[0] = 3;")]
    public async Task Weights_that_differ_are_not(string fill) => Assert.Equal(["CONV103"], await IdsAsync(fill, Sum));

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) h[i] = 1.0 / n;", false)]
    [InlineData("for (int i = 0; i < n; i++) h[i] = i;", true)]
    public async Task A_field_is_judged_by_what_its_type_writes(string fill, bool isReported)
    {
        string code =
            $$"""class C { private readonly double[] h; public C(int n) { h = new double[n]; {{fill}} } public double[] Convolve(double[] x) { {{Sum}} } }""";

        Assert.Equal(isReported ? ["CONV103"] : [], await RunSampleTests.IdsAsync(code));
    }

    private static Task<IEnumerable<string>> IdsAsync(string fill, string sum) =>
        RunSampleTests.IdsAsync(
            $$"""static class C { public static double[] Convolve(double[] x, int taps) { var h = new double[3]; {{fill}} {{sum}} } }"""
        );
}
