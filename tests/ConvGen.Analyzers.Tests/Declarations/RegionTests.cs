using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Tests.Declarations;

/// <summary>Regions: what is accepted, and what is refused with its remedy.</summary>
public class RegionTests
{
    private const string Blur = "[Correlation, Kernel(\"1 2 1; 2 4 2; 1 2 1\", Divisor = 16)] ";

    private const string Smooth =
        Blur + "public static partial void Smooth(byte[] source, int width, int height, Region held, Region region, byte[] destination);\n";

    [Theory]
    [InlineData(Smooth)]
    [InlineData(Smooth + "[InputOf(nameof(Smooth))] public static partial Region M(Region region, int width, int height);")]
    [InlineData(Smooth + "[InputOf(\"Smooth\")] internal static partial Region M(int height, Region region, int width);")]
    [InlineData("[Correlation, Kernel(\"1 2 1\")] public static partial int[] M(int[] source, Region region);")]
    [InlineData(Blur + "public static partial byte[] M(byte[] source, int batch, int width, int height, Region held, Region region);")]
    [InlineData(Blur + "public static partial void M(byte[,] source, Region region, byte[,] destination);")]
    [InlineData(
        Blur
            + "public static partial byte[,] M(byte[,] source, int width, int height, Region held, Region region);\n"
            + "[InputOf(nameof(M))] public static partial Region I(Region region, int width, int height);"
    )]
    [InlineData(
        "[Correlation, Kernel(\"1 2 1\")] public static partial void M(int[] source, int length, Region held, Region region, int[] destination);"
    )]
    public async Task An_accepted_form(string members) =>
        Assert.Empty(await Analysis.DiagnosticsAsync(GeneratorRun.Create(Rule.File(members)).Output));

    [Theory]
    [InlineData(
        Blur + "public static partial void M(byte[] source, int width, int height, [|int region|], byte[] destination);",
        "parameter 'region' is of type 'int'; make it a 'ConvGen.Region'"
    )]
    [InlineData(
        Blur + "public static partial void M(byte[] source, int width, int height, [|Region held|], byte[] destination);",
        "parameter 'held' says what a source holds of an image; it needs 'Region region', which says what is computed"
    )]
    [InlineData(
        Blur + "public static partial void M(byte[] source, int width, int height, [|Region roi|], byte[] destination);",
        "parameter 'roi' has no role; did you mean 'region'?"
    )]
    [InlineData(
        Blur + "public static partial void M(byte[,] source, [|Region held|], Region region, byte[,] destination);",
        "parameter 'held' needs 'int width' and 'int height', those of the whole image"
    )]
    [InlineData(
        Blur + "public static partial void M(byte[,] source, [|int length|], Region held, Region region, byte[,] destination);",
        "parameter 'length' is that of a signal, and 'byte[,]' has two axes; take 'int width' and 'int height', those of the whole image"
    )]
    [InlineData(
        Blur + "public static partial void M(byte[,] source, [|int width|], int height, Region region, byte[,] destination);",
        "(1) parameter 'width' has no role beside 'byte[,]', which knows its own size; remove it "
            + "(2) parameter 'height' has no role beside 'byte[,]', which knows its own size; remove it"
    )]
    [InlineData(
        Blur + "public static partial void M(byte[,] source, [|int width|], Region held, Region region, byte[,] destination);",
        "there is 'width' and no 'height'"
    )]
    [InlineData(
        "[Correlation, Kernel(\"1 2 | 3 4\")] public static partial void M(byte[,,] source, [|Region region|], byte[,,] destination);",
        "parameter 'region' cannot stand beside a third axis, because regions are rectangles; remove it, and compute the whole volume"
    )]
    [InlineData(
        "[Correlation, Kernel(\"1 2 1\")] public static partial void M(int[] source, [|Region held|], Region region, int[] destination);",
        "parameter 'held' needs 'int length', that of the whole signal, or 'int width' and 'int height'"
    )]
    [InlineData(
        "[Convolution, Kernel(\"1 2 1\")] public static partial void M(int[] source, int[] history, [|Region region|], int[] destination);",
        "parameter 'region' cannot stand beside 'history'; a block of a signal is computed whole"
    )]
    [InlineData(
        Smooth + "[InputOf(\"Smoth\")] public static partial Region [|M|](Region region, int width, int height);",
        "[InputOf(\"Smoth\")] names no method of this type that is a convolution or a correlation; write the name of one, as in [InputOf(nameof(Smooth))]"
    )]
    [InlineData(
        Smooth + "[InputOf(nameof(Smooth))] public static partial Region M(Region region, int width, int height, [|int depth|]);",
        "parameter 'depth' has no role; remove it"
    )]
    [InlineData(
        Smooth + "[InputOf(nameof(Smooth))] public static partial Region [|M|](Region region, int width);",
        "there is no parameter 'height'"
    )]
    [InlineData(
        Smooth + "[InputOf(nameof(Smooth))] public static partial [|int|] M(Region region, int width, int height);",
        "the rectangle is returned; make the return type 'ConvGen.Region'"
    )]
    [InlineData(
        Smooth
            + Blur
            + "public static partial byte[] Smooth(byte[] source, int width, int height);\n"
            + "[Correlation(Border = BorderMode.Wrap), Kernel(\"1 2 1\")] public static partial float[] Smooth(float[] source, int width, int height);\n"
            + "[InputOf(nameof(Smooth))] public static partial Region [|M|](Region region, int width, int height);",
        "the methods that [InputOf(\"Smooth\")] names see different rectangles; give the one that is meant a name of its own"
    )]
    public async Task What_is_refused(string members, string problem)
    {
        string[] parts = members.Split(["[|", "|]"], StringSplitOptions.None);
        Assert.Equal(3, parts.Length);
        GeneratorRun run = GeneratorRun.Create(Rule.File(string.Concat(parts)));
        Diagnostic reported = Assert.Single(await Analysis.DiagnosticsAsync(run.Output));
        Assert.Equal("CONV002", reported.Id);
        Assert.Equal(
            parts[1],
            reported.Location.SourceTree!.ToString().Substring(reported.Location.SourceSpan.Start, reported.Location.SourceSpan.Length)
        );
        Assert.StartsWith(
            "'M' has no accepted signature: " + problem + " (accepted here: ",
            reported.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "[Correlation, InputOf(nameof(Smooth))]",
        "[Correlation] cannot be combined with [InputOf]; [InputOf] computes a rectangle and no samples, so give it a method of its own"
    )]
    [InlineData(
        "[Kernel(\"1 2 1\"), InputOf(nameof(Smooth))]",
        "[Kernel] cannot be combined with [InputOf]; remove it: the kernel is that of the method which [InputOf] names"
    )]
    public async Task Attributes_beside_InputOf(string attributes, string message)
    {
        GeneratorRun run = GeneratorRun.Create(
            Rule.File(Smooth + attributes + " public static partial Region M(Region region, int width, int height);")
        );
        Diagnostic reported = Assert.Single(await Analysis.DiagnosticsAsync(run.Output));
        Assert.Equal("CONV007", reported.Id);
        Assert.Equal(message, reported.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
