using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Parsing.Weights;
using ConvGen.Generator.Refusals;
using ConvGen.Testing;

namespace ConvGen.Generator.Tests.Parsing;

/// <summary>A shape in a kernel file may count channels.</summary>
public class KernelFileChannelTests
{
    private const string Plane =
        "public static partial void M(ReadOnlySpan<float> source, int width, int height, Span<float> destination);";

    private const string Volume =
        "public static partial void M(ReadOnlySpan<float> source, int width, int height, int depth, Span<float> destination);";

    private const string Line = "public static partial void M(ReadOnlySpan<float> source, Span<float> destination);";

    [Theory]
    [InlineData(Plane, "", "# shape: (1, 2, 2, 3)", "", "Rows = 1, Columns = 2, InputChannels = 2, OutputChannels = 3")]
    [InlineData(
        Plane,
        "(KernelLayout = KernelLayout.OutputFirst)",
        "# shape: 3 2 1 2",
        "",
        "Rows = 1, Columns = 2, InputChannels = 2, OutputChannels = 3"
    )]
    [InlineData(Plane, "", "# shape: 2 3 1 2", ", Groups = 2", "Rows = 2, Columns = 3, InputChannels = 2, OutputChannels = 2, Groups = 2")]
    [InlineData(
        Plane,
        "",
        "# shape: 2 3 2 1",
        ", Divisor = 4",
        "Rows = 2, Columns = 3, InputChannels = 2, OutputChannels = 1, Divisor = 4"
    )]
    [InlineData(Line, "", "# shape: 2 2 3", "", "Columns = 2, InputChannels = 2, OutputChannels = 3")]
    [InlineData(Volume, "", "# shape: (2, 1, 2, 3, 1)", "", "Planes = 2, Rows = 1, Columns = 2, InputChannels = 3, OutputChannels = 1")]
    [InlineData(
        Volume,
        "(KernelLayout = KernelLayout.OutputFirst)",
        "# shape: 3 2 2 1 1",
        ", Groups = 3",
        "Planes = 2, Rows = 1, Columns = 1, InputChannels = 6, OutputChannels = 3, Groups = 3"
    )]
    [InlineData(
        Line,
        "(KernelLayout = KernelLayout.OutputFirst)",
        "# shape: 3 2 2",
        "",
        "Columns = 2, InputChannels = 2, OutputChannels = 3"
    )]
    public void As_the_same_kernel_written_in_the_source(string method, string operation, string shape, string options, string written)
    {
        ParseResult fromFile = Parse(
            $"[Correlation{operation}, KernelFile(\"k.txt\"{options})]\n{method}",
            shape + "\n1 2 3 4\n5 6 7 8\n9 10 11 12\n"
        );
        ParseResult fromSource = Compilations.Parse(
            $"[Correlation{operation}, Kernel(\"1 2 3 4 5 6 7 8 9 10 11 12\", {written})]\n{method}"
        );
        Assert.NotNull(fromSource.Model);
        Assert.Equal(fromSource, fromFile);
    }

    [Theory]
    [InlineData("# shape: 1 2 2 3", ", Groups = 2", "CONV017")]
    [InlineData("# shape: 1 2 2 3", ", Groups = 0", "CONV015")]
    [InlineData("# shape: 2 6", ", Groups = 2", "CONV017")]
    [InlineData("# shape: 1 2 2 2", "", "CONV021")]
    [InlineData("# shape: 2 2 3", "", "CONV021")]
    public void Refused(string shape, string options, string id) =>
        Assert.Equal(
            id,
            Parse($"[Correlation, KernelFile(\"k.txt\"{options})]\n{Plane}", shape + "\n1 2 3 4\n5 6 7 8\n9 10 11 12\n").Refusal?.Rule.Id
        );

    private static ParseResult Parse(string member, string text)
    {
        KernelFiles files = new([new TestAdditionalText("/project/k.txt", text)], "/project/");
        return DeclarationParser.Parse(files.Attach(Compilations.ReadMember(member), CancellationToken.None), Compilations.Target);
    }
}
