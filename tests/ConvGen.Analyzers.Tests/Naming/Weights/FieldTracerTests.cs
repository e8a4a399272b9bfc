namespace ConvGen.Analyzers.Tests.Naming.Weights;

/// <summary>Kernels that live longer than the member that uses them.</summary>
public class FieldTracerTests
{
    [Theory]
    [InlineData("private readonly float[] k; public Filters(float[] k) { this.k = k; } void M() { Use(k); }", "AsWritten")]
    [InlineData(
        "private readonly float[] k; public Filters(float[] k) => this.k = k ?? throw new ArgumentNullException(nameof(k)); void M() { Use(k); }",
        "AsWritten"
    )]
    [InlineData("private readonly float[] k; public Filters(float[] k) { this.k = (float[])k.Clone(); } void M() { Use(k); }", "AsWritten")]
    [InlineData(
        "private readonly float[] k; public Filters(float[] k) { this.k = Enumerable.Reverse(k).ToArray(); } void M() { Use(k); }",
        "Unknown"
    )]
    [InlineData("private readonly float[] k; public Filters(float[] k) { Array.Reverse(k); this.k = k; } void M() { Use(k); }", "Unknown")]
    [InlineData(
        "private readonly float[] k; public Filters(float[] k) { this.k = k; Array.Reverse(this.k); } void M() { Use(k); }",
        "Unknown"
    )]
    [InlineData(
        "private readonly float[] k; public Filters(float[] k) { this.k = Helper(k); } static float[] Helper(float[] k) => k; void M() { Use(k); }",
        "Unknown"
    )]
    [InlineData(
        "private readonly float[] k; public Filters(int n) { k = Make(5); } static float[] Make(int n) => new float[n]; void M() { Use(k); }",
        "AsWritten"
    )]
    [InlineData(
        "private readonly float[] k = new float[3]; public Filters(float[] x) { for (int i = 0; i < 3; i++) k[i] = x[2 - i]; } void M() { Use(k); }",
        "Unknown"
    )]
    [InlineData(
        "private readonly float[] k = new float[3]; public Filters() { for (int i = 0; i < 3; i++) k[i] = MathF.Exp(i); } void M() { Use(k); }",
        "AsWritten"
    )]
    [InlineData("private readonly float[] k = { 1, 2, 3 }; void M() { Array.Reverse(k); Use(k); }", "Unknown")]
    [InlineData("private readonly float[] k = { 1, 2, 3 }; void M() { var r = Enumerable.Reverse(k).ToArray(); Use(r); }", "Reversed")]
    [InlineData("private readonly float[] k = { 1, 2, 3 }; void M() { var r = k.ToArray(); Array.Reverse(r); Use(r); }", "Reversed")]
    [InlineData("private readonly float[] k = { 1, 2, 3 }; void N() { k.AsSpan().Reverse(); } void M() { Use(k); }", "Unknown")]
    [InlineData("private readonly float[] rotatedKernel = { 1, 2, 3 }; void M() { Use(rotatedKernel); }", "Unknown")]
    [InlineData("public float[] K { get; set; } void M() { Use(K); }", "AsWritten")]
    [InlineData(
        "private float[] k; public float[] K { get => k; set => k = Turn(value); } static float[] Turn(float[] x) => x; void M() { Use(K); }",
        "Unknown"
    )]
    [InlineData("public float[] K { get { return k; } } private float[] k = { 1, 2, 3 }; void M() { Use(K); }", "AsWritten")]
    [InlineData(
        "void M(Other o) { Use(o.Kernel); } } public class Other(float[] kernel) { public float[] Kernel { get; } = kernel;",
        "AsWritten"
    )]
    [InlineData("} public class Other(float[] kernel) { static void Use(object o) { } void M() { Use(kernel); }", "AsWritten")]
    [InlineData(
        "} public class Other(float[] kernel) { static void Use(object o) { } void N() { Array.Reverse(kernel); } void M() { Use(kernel); }",
        "Unknown"
    )]
    public void All_mentions_in_the_type_count(string members, string expected) =>
        Assert.Equal(expected, KernelProbe.ReadMembers("#nullable disable\n" + members).Orientation.ToString());

    [Theory]
    [InlineData("public partial class Filters { static Filters() { System.Array.Reverse(K); } }", "Unknown")]
    [InlineData("public partial class Filters { static Filters() { K[0] = 5; } }", "Unknown")]
    [InlineData("public partial class Filters { static float First => K[0]; }", "AsWritten")]
    public void Mentions_in_other_files_count(string file, string expected) =>
        Assert.Equal(
            expected,
            KernelProbe
                .ReadMembers("private static readonly float[] K = { 1, 2, 3 }; void M() { Use(K); }", files: "namespace Tests;\n" + file)
                .Orientation.ToString()
        );
}
