using ConvGen.Analyzers.Declarations;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Tests.Declarations;

public class UnknownSignatureTests
{
    [Theory]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<byte> source, Span<short> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial float[] M(float[] source);""")]
    [InlineData(
        """[Correlation, Kernel("1 2 1")] public static partial void M(Span<float> destination, int batch, ReadOnlyMemory<float> source, int length);"""
    )]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial float[,] M(float[,] source);""")]
    [InlineData(
        """[Correlation, KernelShape(3, 3)] public static partial void M(float[] source, int sourcePitch, int width, int height, float[] kernel, float[] destination, int destinationPitch);"""
    )]
    public Task An_accepted_form(string member) => Rule.VerifyAsync<UnknownSignatureAnalyzer>(member);

    [Fact]
    public Task A_parameter_without_role() =>
        Rule.VerifyAsync<UnknownSignatureAnalyzer>(
            """
            [Correlation, Kernel(1, 3, 1, 2, 1)]
            public static partial void M([|ReadOnlySpan<float> src|], Span<float> destination);
            """,
            "'M' has no accepted signature: parameter 'src' has no role; did you mean 'source'? (accepted here: "
                + "'void M(ReadOnlySpan<T> source, Span<U> destination)' or 'U[] M(T[] source)', "
                + "each with 'int batch' and 'int length' where wanted, for a part of a signal with 'Region region', for one that comes in blocks with 'Span<T> history', or in place with 'Span<T> image' for source and destination)"
        );

    /// <summary>All that is wrong stands in one message, at the place of the first.</summary>
    [Theory]
    [InlineData(
        "[Correlation, Kernel(1, 1, 1)] public static partial void M([|float[,,,] src|], List<int> destination, string width, ref int height);",
        "(1) parameter 'src' has no role; remove it (2) parameter 'width' is of type 'string'; make it an 'int' (3) parameter 'height' is passed by reference; pass it by value "
            + "(4) there is no parameter 'source' (5) parameter 'destination' is of type 'List<int>', which is no buffer of fixed size; "
            + "take 'Span<int>' or 'ReadOnlySpan<int>' and hand over CollectionsMarshal.AsSpan(list)"
    )]
    [InlineData(
        "[Correlation, Kernel(1, 1, 1)] public static partial void M([|ReadOnlySpan<float> src|], Span<float> dst);",
        "(1) parameter 'src' has no role; did you mean 'source'? (2) parameter 'dst' has no role; did you mean 'destination'?"
    )]
    [InlineData(
        "[Unfold, KernelShape(3)] public static partial void M(ReadOnlySpan<float> source, [|float[] kernel|], float[] bias, Span<float> destination);",
        "(1) parameter 'kernel' has no role, because windows are not weighted; remove it (2) parameter 'bias' has no role, because windows are not weighted; remove it"
    )]
    [InlineData(
        "[Correlation, Kernel(1, 1, 1)] public static partial void M(float[] source, [|int width|], int sourcePitch, float[] destination);",
        "there is 'width' and no 'height'"
    )]
    public Task All_that_is_wrong(string member, string problems) => VerifyProblemsAsync(member, problems);

    [Theory]
    [InlineData(
        "float[,,,]",
        "an array of 4 axes; arrays may have one, two or three, so take 'T[,,]', or a flat array or span, with 'int batch' or channels for the others"
    )]
    [InlineData(
        "System.Buffers.ReadOnlySequence<byte>",
        "which may lie in several pieces; take 'ReadOnlySpan<byte>' and hand over one that holds all of it (sequence.ToArray())"
    )]
    [InlineData("IEnumerable<byte>", "whose elements need not lie side by side; take 'ReadOnlySpan<byte>', and hand over an array")]
    [InlineData("ArraySegment<byte>", "which is handed over as a span; take 'ReadOnlySpan<byte>' or 'Span<byte>' and call AsSpan()")]
    [InlineData(
        "string",
        "which holds no samples; take a span, an array or a memory of numbers, 'T[,]' or 'T[,,]', a Span2D or a TensorSpan"
    )]
    public Task A_type_that_is_no_buffer(string type, string problem) =>
        VerifyProblemsAsync(
            "[Correlation, Kernel(1, 1, 1)] public static partial void M([|" + type + " source|], Span<float> destination);",
            "parameter 'source' is of type '" + type.Replace("System.Buffers.", "", StringComparison.Ordinal) + "', " + problem
        );

    [Fact]
    public Task A_type_parameter() =>
        VerifyProblemsAsync(
            "[Correlation, Kernel(1, 1, 1)] public static partial void M<T>([|T source|], Span<float> destination);",
            "parameter 'source' is of type 'T', and 'T' may stand for any type; code is made for one type of numbers, so declare a method for each, as in 'ReadOnlySpan<byte>' and 'ReadOnlySpan<float>'"
        );

    private static async Task VerifyProblemsAsync(string member, string problems)
    {
        string[] parts = member.Split(["[|", "|]"], StringSplitOptions.None);
        Assert.Equal(3, parts.Length);
        string code = "using System.Collections.Generic;\nusing System.Buffers;\n" + Rule.File(string.Concat(parts));
        GeneratorRun run = GeneratorRun.Create(code);

        Diagnostic reported = Assert.Single(await Analysis.DiagnosticsAsync(run.Output));
        Assert.Equal("CONV002", reported.Id);
        Assert.Equal(
            parts[1],
            reported.Location.SourceTree!.ToString().Substring(reported.Location.SourceSpan.Start, reported.Location.SourceSpan.Length)
        );
        Assert.StartsWith(
            "'M' has no accepted signature: " + problems + " (accepted here: ",
            reported.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        """[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, [|float bias|], Span<float> destination);"""
    )]
    [InlineData(
        """[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, [|ReadOnlySpan<float> destination|]);"""
    )]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M([|ref Span<float> source|], Span<float> destination);""")]
    [InlineData(
        """[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, [|long length|], Span<float> destination);"""
    )]
    [InlineData(
        """[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, [|int width|], Span<float> destination);"""
    )]
    [InlineData(
        """[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, [|ReadOnlySpan<float> kernel|], Span<float> destination);"""
    )]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial [|int|] M(ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial [|Span<float>|] M(ReadOnlySpan<float> source);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void [|M|](Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void [|M|](ReadOnlySpan<float> source);""")]
    [InlineData("""[Correlation, KernelShape(3)] public static partial void [|M|](ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M(float[,] source, [|Span<float> destination|]);""")]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void M<T>([|T source|], Span<float> destination);""")]
    public Task A_refused_form(string member) => Rule.VerifyAsync<UnknownSignatureAnalyzer>(member);
}
