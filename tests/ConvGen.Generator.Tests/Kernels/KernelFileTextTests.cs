using ConvGen.Generator.Kernels;

namespace ConvGen.Generator.Tests.Kernels;

public class KernelFileTextTests
{
    [Theory]
    [InlineData("1 2\n3 4", "1 2|3 4", null)]
    [InlineData(
        "1.000000000000000000e+00 2.500000000000000000e-01\r\n-3.000000000000000000e+00 0.000000000000000000e+00\r\n",
        "1 1/4|-3 0",
        null
    )]
    [InlineData("1,2\n3,4\n", "1 2|3 4", null)]
    [InlineData("1, 2 ,\t3", "1 2 3", null)]
    [InlineData("# a comment\n\n1 2 # and another\n   # one more\n3 4", "1 2|3 4", null)]
    [InlineData("1/16 1e-3 .5", "1/16 1/1000 1/2", null)]
    [InlineData("\r1\r2\r", "1|2", null)]
    [InlineData("# shape: 2 2\n1 2 3 4", "1 2 3 4", "2 2")]
    [InlineData("#shape:(2,2)\n1\n2\n3\n4", "1|2|3|4", "2 2")]
    [InlineData("## Shape: 3\n1 2 3", "1 2 3", "3")]
    [InlineData("# shape: (3,)\n1 2 3", "1 2 3", "3")]
    [InlineData("# the shape: 3\n1", "1", null)]
    [InlineData("1 2\n# shape: 2", "1 2", "2")]
    public void Reads_rows_and_shape(string text, string rows, string? shape)
    {
        KernelFileText read = KernelFileText.Read(text);
        Assert.Null(read.Error);
        int first = 0;
        List<string> lines = [];
        foreach (KernelFileRow row in read.Rows)
        {
            lines.Add(string.Join(" ", read.Values.Skip(first).Take(row.Count)));
            first += row.Count;
        }

        Assert.Equal(rows, string.Join("|", lines));
        Assert.Equal(read.Values.Count, first);
        Assert.Equal(shape, read.Shape is { } found ? string.Join(" ", found.Sizes) : null);
    }

    [Theory]
    [InlineData("", 1, 1, "no value")]
    [InlineData("# only a comment\n", 1, 1, "no value")]
    [InlineData("1 2\n3 x4", 2, 3, "'x4' is not a number")]
    [InlineData("1 2\n\n# c\n  nan 1", 4, 3, "'nan' is not a number")]
    [InlineData("1 2;3 4", 1, 3, "'2;3' is not a number")]
    [InlineData("(1+2j) 1", 1, 1, "weights of a file are real")]
    [InlineData("1,,2", 1, 3, "no value before this ','")]
    [InlineData("1 2\n,3", 2, 1, "no value before this ','")]
    [InlineData("# shape: 2 x\n1 2", 1, 12, "whole numbers")]
    [InlineData("# shape: 0 2\n1 2", 1, 10, "whole numbers")]
    [InlineData("# shape: 99999999999\n1", 1, 10, "whole numbers")]
    [InlineData("# shape:\n1 2", 1, 3, "no number")]
    [InlineData("# shape: 1\n# shape: 1\n1", 2, 9, "twice")]
    public void Says_where_the_first_mistake_is(string text, int line, int column, string reason)
    {
        KernelFileError error = KernelFileText.Read(text).Error!;
        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_read_without_end()
    {
        string line = string.Join(' ', Enumerable.Repeat("1", 2048));
        Assert.Contains(
            "more than 1048576 values",
            KernelFileText.Read(string.Join('\n', Enumerable.Repeat(line, 513))).Error!.Reason,
            StringComparison.Ordinal
        );
        Assert.Null(KernelFileText.Read(string.Join('\n', Enumerable.Repeat(line, 512))).Error);
    }

    /// <summary>What <c>numpy.savetxt</c> writes with delimiters and widths, where no comma can be a decimal sign.</summary>
    [Theory]
    [InlineData("0.25,0.5,0.25\n1,2,1\n", 6)]
    [InlineData("2.500000000000000000e-01, 5.000000000000000000e-01, 2.500000000000000000e-01\n", 3)]
    [InlineData("  1.0,  2.0,-12.5\n-11.5,-12.5,  3.0\n", 6)]
    [InlineData("  1,-12,  3\n", 3)]
    [InlineData("1/16, 2/16,\n3/16, 4/16,\n", 4)]
    [InlineData("1 2 1 # a, b, c\n", 3)]
    public void Columns_split_by_commas_are_read(string text, int count)
    {
        KernelFileText read = KernelFileText.Read(text);
        Assert.Null(read.Error);
        Assert.Equal(count, read.Values.Count);
    }

    [Theory]
    [InlineData(
        "1 2 1\n0,25 0,5 0,25\n",
        2,
        1,
        "white space into 3 values (0,25 | 0,5 | 0,25), commas into 4 values (0 | 25 0 | 5 0 | 25)"
    )]
    [InlineData("  0,5; 1\n", 1, 3, "not a number")]
    [InlineData("  0,5\t1 # one, two\n", 1, 3, "white space into 2 values (0,5 | 1)")]
    [InlineData("2,500e-01 5,000e-01\n", 1, 1, "white space into 2 values (2,500e-01 | 5,000e-01)")]
    public void Lines_with_decimal_commas_are_refused(string text, int line, int column, string reason)
    {
        KernelFileError error = Assert.IsType<KernelFileError>(KernelFileText.Read(text).Error);
        Assert.Equal(line, error.Line);
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
        Assert.Equal(reason == "not a number" ? 5 : column, error.Column);
    }
}
