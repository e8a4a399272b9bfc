using ConvGen.Generator.Kernels;

namespace ConvGen.Generator.Tests.Kernels;

public class KernelTextTests
{
    [Theory]
    [InlineData("1 2 1", "1 2 1")]
    [InlineData("1 2;3 4", "1 2|3 4")]
    [InlineData("1 2; 3 4;", "1 2|3 4")]
    [InlineData("1 2;3 4;\n", "1 2|3 4")]
    [InlineData("1, 2, 3", "1 2 3")]
    [InlineData("1,2\n3,4", "1 2|3 4")]
    [InlineData("1, 2,\n3, 4,\n", "1 2|3 4")]
    [InlineData("1, 2,;3, 4", "1 2|3 4")]
    [InlineData("1 ,2", "1 2")]
    [InlineData("0.25, 0.5, 0.25", "1/4 1/2 1/4")]
    [InlineData("0.25 , 0.5 ,\t0.25,", "1/4 1/2 1/4")]
    [InlineData("  1/16,2/16  ", "1/16 1/8")]
    [InlineData("1/16, 2/16, ; 3/16, 4/16,", "1/16 1/8|3/16 1/4")]
    [InlineData("1 2 1; 1, 2, 1\n1,2,1", "1 2 1|1 2 1|1 2 1")]
    [InlineData("\n\n  1 2  \r\n\r\n\t3 4\r\n", "1 2|3 4")]
    [InlineData("1 2\r3 4", "1 2|3 4")]
    [InlineData("1\u20282\u20293\u00854", "1|2|3|4")]
    [InlineData("1\u00a02\u30003", "1 2 3")]
    [InlineData("1 2\n;3 4", "1 2|3 4")]
    [InlineData("1;\n\n;2", null)]
    [InlineData("0 0;0 0", "0 0|0 0")]
    [InlineData("1 2;3", "1 2|3")]
    [InlineData("7", "7")]
    public void Splits_rows_and_values(string text, string? expected)
    {
        KernelText read = KernelText.Read(text);
        Assert.Equal(expected is null, read.Error is not null);
        Assert.Equal(expected ?? "", string.Join("|", read.Rows.Select(row => string.Join(" ", row.Values))));
    }

    [Theory]
    [InlineData("0,25 0,5 0,25", 0, 13, "white space into 3 values (0,25 | 0,5 | 0,25), commas into 4 values (0 | 25 0 | 5 0 | 25)")]
    [InlineData("1 2 1; 0,5 1", 7, 5, "white space into 2 values (0,5 | 1), commas into 2 values (0 | 5 1)")]
    [InlineData("0,25, 0,5, 0,25", 0, 15, "white space into 3 values (0,25 | 0,5 | 0,25), commas into 6 values (0 | 25 | 0 | 5 | 0 | 25)")]
    [InlineData("1, 2,1", 0, 6, "white space into 2 values (1 | 2,1), commas into 3 values (1 | 2 | 1)")]
    [InlineData("1 2, 1", 0, 6, "white space into 3 values (1 | 2 | 1), commas into 2 values (1 2 | 1)")]
    [InlineData("1 2 1\n-0,5\t+0,5 1", 6, 11, "white space into 3 values (-0,5 | +0,5 | 1)")]
    [InlineData("1/16 2/16,3/16", 0, 14, "commas into 2 values (1/16 2/16 | 3/16)")]
    [InlineData("0,1\u00a00,2", 0, 7, "white space into 2 values (0,1 | 0,2), commas into 3 values (0 | 1\u00a00 | 2)")]
    [InlineData(
        "1,1 1,1 1,1 1,1 1,1 1,1 1,1 1,1 1,1 1,1 1,1 1,1 1,1",
        0,
        51,
        "white space into 13 values (1,1 | 1,1 | 1,1 | 1,1 | 1,1 | 1,1 | 1,1 | 1,1 | 1,1 | 1,1 | 1,1 | 1,1 | ...)"
    )]
    public void Rows_that_commas_and_white_space_split_differently_are_refused(string text, int start, int length, string readings)
    {
        KernelTextError error = Assert.IsType<KernelTextError>(KernelText.Read(text).Error);

        Assert.Equal((start, length), (error.Start, error.Length));
        Assert.Contains(readings, error.Reason, StringComparison.Ordinal);
        Assert.EndsWith(
            "; write the decimal sign as a point, as in 0.25, and the same between all values",
            error.Reason,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("3", "3")]
    [InlineData("+3", "3")]
    [InlineData("-3", "-3")]
    [InlineData("-0", "0")]
    [InlineData("007", "7")]
    [InlineData("0.1", "1/10")]
    [InlineData(".5", "1/2")]
    [InlineData("5.", "5")]
    [InlineData("-.25", "-1/4")]
    [InlineData("1e3", "1000")]
    [InlineData("1E+3", "1000")]
    [InlineData("25e-2", "1/4")]
    [InlineData("1.5e0", "3/2")]
    [InlineData("1e0000000001", "10")]
    [InlineData("1/16", "1/16")]
    [InlineData("-1/2", "-1/2")]
    [InlineData("2/4", "1/2")]
    [InlineData("1.5/4", "3/8")]
    [InlineData("1/0.5", "2")]
    [InlineData("1e2/1e3", "1/10")]
    [InlineData("0/5", "0")]
    public void Reads_numbers_exactly(string text, string expected)
    {
        KernelText read = KernelText.Read(text);
        Assert.Null(read.Error);
        Assert.Equal(expected, read.Rows[0].Values[0].ToString());
    }

    [Theory]
    [InlineData("", 0, 0, "no value")]
    [InlineData("  \n ", 0, 4, "no value")]
    [InlineData("1 x 3", 2, 1, "'x' is not a number")]
    [InlineData("1 2;3 four", 6, 4, "'four' is not a number")]
    [InlineData("1,,2", 2, 1, "no value before this ','")]
    [InlineData(",1", 0, 1, "no value before this ','")]
    [InlineData("1;,2", 2, 1, "no value before this ','")]
    [InlineData("1;;2", 2, 1, "no value before this ';'")]
    [InlineData("; 1", 0, 1, "no value before this ';'")]
    [InlineData("1 ; ; 2", 4, 1, "no value before this ';'")]
    [InlineData("1 / 16", 2, 1, "without spaces")]
    [InlineData("1/ 16", 0, 2, "without spaces")]
    [InlineData("1 /16", 2, 3, "without spaces")]
    [InlineData("1/0", 0, 3, "denominator is zero")]
    [InlineData("1/0.0", 0, 5, "denominator is zero")]
    [InlineData("1/-2", 0, 4, "'1/-2' is not a number")]
    [InlineData("1/2/3", 0, 5, "'1/2/3' is not a number")]
    [InlineData("\u22121", 0, 2, "write '-'")]
    [InlineData("1 \u20132", 2, 2, "write '-'")]
    [InlineData("--1", 0, 3, "not a number")]
    [InlineData("-", 0, 1, "not a number")]
    [InlineData(".", 0, 1, "not a number")]
    [InlineData("1e", 0, 2, "not a number")]
    [InlineData("1e+", 0, 3, "not a number")]
    [InlineData("e5", 0, 2, "not a number")]
    [InlineData("1.2.3", 0, 5, "not a number")]
    [InlineData("0x10", 0, 4, "not a number")]
    [InlineData("1f", 0, 2, "not a number")]
    [InlineData("NaN", 0, 3, "not a number")]
    [InlineData("\u0661", 0, 1, "not a number")]
    [InlineData("1e401", 0, 5, "exponent")]
    [InlineData("1e-401", 0, 6, "exponent")]
    [InlineData("1e99999999999999999999", 0, 22, "exponent")]
    [InlineData("1#2", 0, 3, "not a number")]
    public void Says_where_and_why_it_cannot_be_read(string text, int start, int length, string reason)
    {
        KernelTextError? error = KernelText.Read(text).Error;
        Assert.NotNull(error);
        Assert.Equal((start, length), (error.Start, error.Length));
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_number_of_too_many_digits_and_shortens_what_it_quotes()
    {
        Assert.Contains("digits", KernelText.Read(new string('1', 401)).Error!.Reason, StringComparison.Ordinal);
        Assert.Null(KernelText.Read(new string('1', 400)).Error);
        Assert.True(KernelText.Read(new string('x', 5000)).Error!.Reason.Length < 200);
    }

    [Fact]
    public void Rows_know_where_they_stand()
    {
        KernelText read = KernelText.Read(" 1 2 ;\n 30 40, ");
        Assert.Equal([(1, 3), (8, 5)], read.Rows.Select(row => (row.Start, row.Length)));
    }

    [Fact]
    public void Never_throws_on_any_text()
    {
        const string alphabet = "0123456789+-.eE/,; \n\rx\u2212\0";
        Random random = new(11);
        int readable = 0;
        for (int trial = 0; trial < 20_000; trial++)
        {
            string text = new(Enumerable.Range(0, random.Next(12)).Select(_ => alphabet[random.Next(alphabet.Length)]).ToArray());
            KernelText read = KernelText.Read(text);
            Assert.True(read.Error is null ? read.Rows.Count > 0 : read.Error.Start + read.Error.Length <= text.Length);
            readable += read.Error is null ? 1 : 0;
        }

        Assert.InRange(readable, 100, 19_900);
    }
}
