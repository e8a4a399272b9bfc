using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class MalformedKernelTextTests
{
    private const string Method =
        "public static partial void M(ReadOnlySpan<float> source, int width, int height, Span<float> destination);";

    [Theory]
    [InlineData("\"1 2 1; 2.5 -1e-3 1/16\\n0,0,0\"")]
    [InlineData("Weights")]
    [InlineData("\"1 2 1;\" + \"1 2 1; 0 1 0\"")]
    [InlineData("@\"1 2 1\"")]
    [InlineData("\"\"\"1 2 1\"\"\"")]
    public Task A_readable_text(string text) =>
        Rule.VerifyAsync<MalformedKernelTextAnalyzer>($"private const string Weights = \"1 2 1\";\n[Correlation, Kernel({text})] {Method}");

    [Fact]
    public Task The_message_counts_characters_from_one() =>
        Rule.VerifyAsync<MalformedKernelTextAnalyzer>(
            $"[Correlation, Kernel(\"1 [|x|] 1\")] {Method}",
            "The kernel text cannot be read at character 3: 'x' is not a number; write an integer, a decimal, an exponent form or a fraction such as 1/16"
        );

    [Fact]
    public Task Both_readings_of_a_decimal_comma_are_shown() =>
        Rule.VerifyAsync<MalformedKernelTextAnalyzer>(
            $"[Correlation, Kernel(\"0 0 0; [|0,25 0,5 0,25|]\")] {Method}",
            "The kernel text cannot be read at character 8: commas and white space split this row differently: white space into 3 values (0,25 | 0,5 | 0,25), "
                + "commas into 4 values (0 | 25 0 | 5 0 | 25); write the decimal sign as a point, as in 0.25, and the same between all values"
        );

    [Theory]
    [InlineData("\"1 2 [|two|]\"")]
    [InlineData("\"[|,|] 1 2\"")]
    [InlineData("\"1 2 [|1/|]\"")]
    [InlineData("\"[|1'000|]\"")]
    [InlineData("\"1 \\u2212 2\"", "\\u2212")]
    public Task A_regular_literal(string text, string? part = null) => VerifyAsync(part is null ? text : Mark(text, part));

    [Theory]
    [InlineData("\"1\\t2\\r\\n3 [|x|]\"")]
    [InlineData("\"1\\x9 \\u0031 [|x\\u0079|] 2\"")]
    [InlineData("\"1 [|\\U0001F600|] 2\"")]
    [InlineData("\"1 \\x31\\x20\\0\"", "\\0")]
    [InlineData("\"1 \\\"\"", "\\\"")]
    public Task A_literal_with_escapes(string text, string? part = null) => VerifyAsync(part is null ? text : Mark(text, part));

    [Theory]
    [InlineData("@\"1 2\n3 [|x|]\"")]
    [InlineData("@\"1 [|\"\"2\"\"|] 3 [y]\"")]
    public Task A_verbatim_literal(string text) => VerifyAsync(text);

    [Theory]
    [InlineData("\"\"\"1 [|\"x\"|] 2\"\"\"")]
    [InlineData("\"\"\"\"1 [|x|] 2\"\"\"\"")]
    public Task A_raw_literal_on_one_line(string text) => VerifyAsync(text);

    [Theory]
    [InlineData("\"\"\"\n        1 2 1\n        0 [|x|] 0\n        \"\"\"")]
    [InlineData("\"\"\"\r\n        1 2 1\r\n\r\n        0 [|x|] 0\r\n        \"\"\"")]
    [InlineData("\"\"\"\n1 2 1\n\n  \n  [|-|] 2 1\n\"\"\"")]
    [InlineData("\"\"\"\n      1 2 1\n   \n        \n      1 2 [|--1|]\n\n      \"\"\"")]
    public Task A_raw_literal_on_several_lines(string text) => VerifyAsync(text);

    [Theory]
    [InlineData("[|\"\"|]")]
    [InlineData("\"[|   |]\"")]
    [InlineData("(\"1 [|x|]\")")]
    [InlineData("weights: \"1 [|x|]\"")]
    [InlineData("\"1 [|x|]\", Divisor = 2")]
    public Task Other_places(string text) => VerifyAsync(text);

    [Theory]
    [InlineData("[|Weights|]")]
    [InlineData("[|\"1 2 \" + \"x\"|]")]
    [InlineData("[|$\"1 2 {Weights}\"|]")]
    [InlineData("weights: [|Weights|]")]
    public Task A_text_without_characters_of_its_own_is_underlined_whole(string text)
    {
        // A named argument is underlined with its name.
        string marked = text.StartsWith("weights: [|", StringComparison.Ordinal) ? "[|weights: " + text["weights: [|".Length..] : text;
        return VerifyAsync(marked);
    }

    private static string Mark(string text, string part) => text.Replace(part, $"[|{part}|]", StringComparison.Ordinal);

    private static Task VerifyAsync(string text) =>
        Rule.VerifyAsync<MalformedKernelTextAnalyzer>($"private const string Weights = \"1 2 x\";\n[Correlation, Kernel({text})] {Method}");
}
