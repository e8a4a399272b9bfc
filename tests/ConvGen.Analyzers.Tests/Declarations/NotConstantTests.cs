using ConvGen.Analyzers.Declarations;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Tests.Declarations;

public class NotConstantTests
{
    private const string Fields = """
        private const int Number = 2;
        private const string Text = "2";
        private static readonly string Field = "1 2 1";
        private static readonly double[] Weights = [1, 2, 1];
        private static double Half => 0.5;

        """;

    [Fact]
    public Task The_message() =>
        Rule.VerifyAsync<NotConstantAnalyzer>(
            Fields + """[Correlation, Kernel({|CS0182:[|$"1 {Number} 1"|]|})] """ + Methods.Line,
            "'$\"1 {Number} 1\"' is not a constant, and what is computed must be known when the code is compiled; write the numbers into the text, or interpolate only strings that are 'const'; "
                + "weights that are known only at run time need [KernelShape] and a parameter 'kernel'"
        );

    [Theory]
    [InlineData("[Correlation, Kernel({|CS0182:[|Field|]|})]")]
    [InlineData("[Correlation, Kernel([|1, 3, {|CS0182:Weights|}|])]", "[|{|CS0182:Weights|}|]")]
    [InlineData("[Correlation, Kernel(1, 3, 0.25, {|CS0182:[|Half|]|}, 0.25)]")]
    [InlineData("[Correlation, Kernel(\"1 2 1\", [|Divisor = {|CS0182:Half|}|])]")]
    [InlineData("[Correlation([|BorderValue = {|CS0182:Half|}|]), Kernel(\"1 2 1\")]")]
    [InlineData("[Correlation, KernelFile({|CS0182:[|Field|]|})]")]
    [InlineData("[Correlation, Kernel({|CS0182:[|\"1 2 1\".Trim()|]|})]")]
    public Task An_argument_that_is_computed(string attributes, string? marked = null) =>
        Rule.VerifyAsync<NotConstantAnalyzer>(
            Fields + (marked is null ? attributes : "[Correlation, Kernel(1, 3, " + marked + ")]") + " " + Methods.Line
        );

    [Theory]
    [InlineData("""[Correlation, Kernel($"1 {Text} 1")]""")]
    [InlineData("[Correlation, Kernel(1, 3, Number, 2 * Number, 0.5 / 3)]")]
    [InlineData("[Correlation(Anchor = new[] { Number - 1 }), Kernel(1, 3, new double[] { 1, Number, 1 })]")]
    [InlineData("[Correlation(Anchor = [1]), Kernel(1, 3, [1, Number, 1])]")]
    public Task An_argument_that_is_constant(string attributes) =>
        Rule.VerifyAsync<NotConstantAnalyzer>(Fields + attributes + " " + Methods.Line);

    /// <summary>The compiler says what is wrong, and nothing of ours stands beside it.</summary>
    [Theory]
    [InlineData("[Correlation, Kernel(missing)]", "CS0103")]
    [InlineData("[Correlation, Kernel($\"1 {missing} 1\")]", "CS0103")]
    [InlineData("[Correlation(Mode = Missing.X), Kernel(\"1 2 1\")]", "CS0103")]
    [InlineData("[Correlation(Mode = OutputMode.Sane), Kernel(\"1 2 1\")]", "CS0117")]
    [InlineData("[Correlation(Moode = 1), Kernel(\"1 2 1\")]", "CS0246")]
    [InlineData("[Correlation, Kernel(\"1 2 1 2 1 2\", Row = 2, Columns = 3)]", "CS0246")]
    [InlineData("[Correlation(Stride = \"2\"), Kernel(\"1 2 1\")]", "CS0029")]
    [InlineData("[Correlation, Kernel(1, 3, 1, missing, 1)]", "CS0103")]
    [InlineData("[Correlation, Kernel(1, 3, [1, missing, 1])]", "CS0103")]
    [InlineData("[Correlation, Kernel]", "CS1729")]
    [InlineData("[Correlation, Kernel()]", "CS1729")]
    [InlineData("[Correlation, Kernel(1)]", "CS1503")]
    [InlineData("[Correlation, KernelShape]", "CS1729")]
    [InlineData("[Correlation, KernelShape(3.5)]", "CS1503")]
    [InlineData("[Correlation, KernelShape(missing, 3)]", "CS0103")]
    [InlineData("[Correlation, KernelFile(missing)]", "CS0103")]
    [InlineData("[Unfold(Padding = missing), KernelShape(3)]", "CS0103")]
    [InlineData("[Correlation(Anchor = new[] { missing }), Kernel(\"1 2 1\")]", "CS0103")]
    [InlineData("[Correlation(Divisor = missing), Kernel(\"1 2 1\")]", "CS0103")]
    [InlineData("[Correlation, Kernel(\"1 2 1)]", "CS1010")]
    [InlineData("[Correlation, Kernel(\"1 2 1\", ]", "CS")]
    [InlineData("[Correlation(Stride = ), Kernel(\"1 2 1\")]", "CS")]
    public async Task Errors_of_the_compiler_stand_alone(string attributes, string id)
    {
        GeneratorRun run = GeneratorRun.Create(Rule.File(attributes + "\n" + Methods.Line));

        Assert.Empty(run.Diagnostics);
        Assert.Empty(await Analysis.IdsAsync(run.Output));
        string[] errors =
        [
            .. run
                .Output.GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(diagnostic => diagnostic.Id),
        ];
        Assert.Contains(errors, error => error.StartsWith(id, StringComparison.Ordinal));
        Assert.DoesNotContain("CS8795", errors);
    }
}
