namespace ConvGen.Package.Tests;

/// <summary>
/// The fixes of the packed package as <c>dotnet format</c> applies them in a project that knows nothing else: what is written, and what it
/// computes.
/// </summary>
[Collection(PackageFeedTests.Name)]
public sealed class CodeFixTests(PackageFeed feed)
{
    private const string Declared = """
        using System;
        using ConvGen;

        int[] image = [0, 0, 0, 1, 1, 2, 1, 3, 0];
        int[] result = new int[1];
        Filters.Convolve(image, 3, 3, result);
        Console.WriteLine(result[0]);

        internal static partial class Filters
        {
            [Correlation(Mode = OutputMode.Valid), Kernel("4 1 1; 0 3 3; 2 1 2")]
            public static partial void Convolve(ReadOnlySpan<int> source, int width, int height, Span<int> destination);
        }
        """;

    private const string Called = """
        using System;
        using ConvGen;

        Console.WriteLine(string.Join(' ', Filters.Convolve([3, 1, 4, 1, 5])));

        internal static partial class Filters
        {
            // One place for the comment, whatever the order.
            private static readonly short[] Weights = [100, 10, /* last */ 1];

            public static int[] Convolve(int[] signal)
            {
                int[] result = new int[3];
                Slide(signal, Weights, result);
                return result;
            }

            [Correlation(Mode = OutputMode.Valid), KernelShape(3)]
            private static partial void Slide(ReadOnlySpan<int> source, ReadOnlySpan<short> kernel, Span<int> destination);
        }
        """;

    [Fact]
    public async Task A_declaration_gets_the_attribute_that_its_name_says() =>
        await FormatAsync(
            "Declared",
            Declared,
            "CONV101",
            [],
            Declared.Replace("[Correlation", "[Convolution", StringComparison.Ordinal),
            "14\n",
            "10\n"
        );

    [Fact]
    public async Task A_kernel_is_reversed_and_named_so() =>
        await FormatAsync(
            "Called",
            Called,
            "CONV102",
            ["--severity", "info"],
            Called
                .Replace("Weights", "ReversedWeights", StringComparison.Ordinal)
                .Replace("[100, 10, /* last */ 1]", "[1, 10, /* last */ 100]", StringComparison.Ordinal),
            "314 141 415\n",
            "413 141 514\n"
        );

    private async Task FormatAsync(
        string name,
        string before,
        string id,
        string[] more,
        string after,
        string outputBefore,
        string outputAfter
    )
    {
        string consumer = feed.Consumer(name, "net10.0", "<OutputType>Exe</OutputType>", before);
        Cli.Result first = (await PackageFeed.Build(consumer)).Succeeded();
        Assert.Contains(id, first.Output, StringComparison.Ordinal);
        Assert.Equal(outputBefore, await RunAsync(consumer, name));

        (await Cli.Dotnet(consumer, ["format", "analyzers", "--no-restore", "--diagnostics", id, .. more])).Succeeded();

        Assert.Equal(after, (await File.ReadAllTextAsync(Path.Combine(consumer, "Code.cs"))).ReplaceLineEndings("\n"));
        Cli.Result second = (await PackageFeed.Build(consumer)).Succeeded();
        Assert.DoesNotContain("CONV", second.Output, StringComparison.Ordinal);
        Assert.Equal(outputAfter, await RunAsync(consumer, name));

        // Nothing is left to fix, so that a second run must not turn anything back.
        (await Cli.Dotnet(consumer, ["format", "analyzers", "--no-restore", "--diagnostics", id, .. more])).Succeeded();
        Assert.Equal(after, (await File.ReadAllTextAsync(Path.Combine(consumer, "Code.cs"))).ReplaceLineEndings("\n"));
    }

    private static async Task<string> RunAsync(string consumer, string name) =>
        (await Cli.Dotnet(consumer, Path.Combine("bin", "Debug", "net10.0", name + ".dll"))).Succeeded().Output.ReplaceLineEndings("\n");
}
