using ConvGen.Analyzers.Catalogue;

namespace ConvGen.Analyzers.Tests.Naming.Catalogue;

/// <summary>Comma-separated values.</summary>
public class CsvReaderTests
{
    [Theory]
    [InlineData("a,b", "a|b")]
    [InlineData("a, b ,\tc", "a|b|c")]
    [InlineData(",", "|")]
    [InlineData("a,\"b,c\",d", "a|b,c|d")]
    [InlineData("\" a \"", " a ")]
    [InlineData("\"say \"\"x\"\"\",\"\"", "say \"x\"|")]
    [InlineData("\"two\nlines\",b", "two\nlines|b")]
    [InlineData("a\"b,c", "a\"b|c")]
    public void Values_are_read(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Assert.Single(CsvReader.Read(text)).Values.Select(value => value.Text)));

    [Theory]
    [InlineData("a,b\nc,d")]
    [InlineData("a,b\r\nc,d\r\n")]
    [InlineData("\n# a comment, with a comma\na,b\n  \n  # another\n\nc,d\n\n")]
    public void Records_end_with_their_line_and_comments_are_skipped(string text)
    {
        Assert.Equal(["a,b", "c,d"], CsvReader.Read(text).Select(record => string.Join(',', record.Values.Select(value => value.Text))));
        Assert.Equal(["a,b", "c,d"], CsvReader.Read(text).Select(record => text.Substring(record.Span.Start, record.Span.Length)));
    }

    [Fact]
    public void A_value_knows_where_it_stands()
    {
        const string Text = "# x\n a , \"b\"\"c\" ,d";

        Assert.Equal(
            ["a", "\"b\"\"c\"", "d"],
            Assert.Single(CsvReader.Read(Text)).Values.Select(value => Text.Substring(value.Span.Start, value.Span.Length))
        );
    }

    [Theory]
    [InlineData("a,\"b", "a quote is opened and never closed")]
    [InlineData("a,\"b\nc,d", "a quote is opened and never closed")]
    [InlineData("a,\"b\"c,d", "text follows a closing quote")]
    [InlineData("a,\"b\",c", null)]
    public void A_slip_in_the_quotes_is_said(string text, string? error) => Assert.Equal(error, CsvReader.Read(text)[0].Error);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# only\r\n# comments")]
    public void A_text_without_values_has_no_records(string text) => Assert.Empty(CsvReader.Read(text));
}
