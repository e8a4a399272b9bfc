namespace ConvGen.Package.Tests;

/// <summary>Fresh projects that know ConvGen only as a package.</summary>
[Collection(PackageFeedTests.Name)]
public sealed class ConsumerTests(PackageFeed feed)
{
    private const string Strict = """
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
        <AnalysisLevel>latest-all</AnalysisLevel>
        <GenerateDocumentationFile>true</GenerateDocumentationFile>
        <LangVersion>12</LangVersion>
        <!-- The consumer's own assembly is neither signed nor marked as CLS-compliant, which is no business of the package. -->
        <NoWarn>$(NoWarn);CA1014</NoWarn>
        """;

    private const string Library = """
        using System;
        using ConvGen;

        namespace Consumer;

        /// <summary>Filters.</summary>
        public static partial class Filters
        {
            /// <summary>Smooths an image.</summary>
            /// <param name="source">The image.</param>
            /// <param name="width">Pixels per row.</param>
            /// <param name="height">Rows.</param>
            /// <param name="destination">The smoothed image.</param>
            [Convolution(Border = BorderMode.Reflect101)]
            [Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
            public static partial void Smooth(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

            /// <summary>Filters a signal.</summary>
            /// <param name="source">The signal.</param>
            /// <param name="kernel">Three weights.</param>
            /// <param name="destination">The result.</param>
            [Correlation(Mode = OutputMode.Valid)]
            [KernelShape(3)]
            public static partial void Filter(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);
        }
        """;

    private const string Refused = """
        using System;
        using ConvGen;

        public static partial class Filters
        {
            [Convolution, Kernel("1 2 x; 2 4 2; 1 2 1")]
            public static partial void Smooth(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);
        }
        """;

    private const string Arrays = """
        using ConvGen;

        public static partial class Filters
        {
            [Convolution, Kernel("1 2 1")]
            public static partial float[] Smooth(float[] source);
        }
        """;

    [Fact]
    public async Task A_console_prints_the_right_numbers()
    {
        string consumer = feed.Consumer(
            "Console",
            "net10.0",
            "<OutputType>Exe</OutputType>",
            """
            using System;
            using ConvGen;

            int[] source = [1, 2, 2, 1, 0, 3, 3, 3, 3, 0, 3, 0, 0, 2, 2, 0, 3, 0, 3, 3, 2, 2, 2, 3, 2];
            int[] result = new int[9];
            Filters.Correlate(source, 5, 5, result);
            Console.WriteLine(string.Join(' ', result));
            Filters.Convolve(source, 5, 5, result);
            Console.WriteLine(string.Join(' ', result));

            internal static partial class Filters
            {
                [Correlation(Mode = OutputMode.Valid), Kernel("0 1 2; 3 4 5; 6 7 8")]
                public static partial void Correlate(ReadOnlySpan<int> source, int width, int height, Span<int> destination);

                [Convolution(Mode = OutputMode.Valid), Kernel("0 1 2; 3 4 5; 6 7 8")]
                public static partial void Convolve(ReadOnlySpan<int> source, int width, int height, Span<int> destination);
            }
            """
        );

        (await PackageFeed.Build(consumer, "-c", "Release")).Succeeded();
        Cli.Result run = await Cli.Dotnet(consumer, Path.Combine("bin", "Release", "net10.0", "Console.dll"));

        Assert.Equal("60 56 52 39 61 66 54 78 82\n76 72 52 81 75 62 42 42 54\n", run.Succeeded().Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_kernel_is_read_from_a_file_of_the_project()
    {
        string consumer = feed.Consumer(
            "KernelFile",
            "net10.0",
            "<OutputType>Exe</OutputType>",
            """
            using System;
            using ConvGen;

            int[] result = new int[3];
            Filters.Slide([3, 1, 4, 1, 5], 5, 1, result);
            Console.WriteLine(string.Join(' ', result));

            internal static partial class Filters
            {
                [Correlation(Mode = OutputMode.Valid), KernelFile(@"Kernels\weights.txt")]
                public static partial void Slide(ReadOnlySpan<int> source, int width, int height, Span<int> destination);
            }
            """
        );
        PackageFeed.AddFile(
            consumer,
            "Directory.Build.targets",
            """<Project><ItemGroup><AdditionalFiles Include="Kernels/*.txt" /></ItemGroup></Project>"""
        );

        // As numpy.savetxt writes it.
        PackageFeed.AddFile(
            consumer,
            "Kernels/weights.txt",
            "# three weights\n1.000000000000000000e+02 1.000000000000000000e+01 1.000000000000000000e+00\n"
        );
        (await PackageFeed.Build(consumer)).Succeeded();
        Assert.Equal(
            "314 141 415\n",
            (await Cli.Dotnet(consumer, Path.Combine("bin", "Debug", "net10.0", "KernelFile.dll")))
                .Succeeded()
                .Output.ReplaceLineEndings("\n")
        );

        PackageFeed.AddFile(consumer, "Kernels/weights.txt", "1 10 100\n1 10\n");
        Cli.Result malformed = await PackageFeed.Build(consumer);
        Assert.Equal(["CONV021"], malformed.Codes);
        Assert.Contains("at line 2, column 1", malformed.Output, StringComparison.Ordinal);

        PackageFeed.AddFile(consumer, "Kernels/weights.txt", "1 10 100\n");
        (await PackageFeed.Build(consumer)).Succeeded();
        Assert.Equal(
            "413 141 514\n",
            (await Cli.Dotnet(consumer, Path.Combine("bin", "Debug", "net10.0", "KernelFile.dll")))
                .Succeeded()
                .Output.ReplaceLineEndings("\n")
        );
    }

    [Theory]
    [InlineData("Nullable", "enable")]
    [InlineData("Oblivious", "disable")]
    public async Task A_strict_library_has_no_warnings(string name, string nullable)
    {
        string consumer = feed.Consumer(name, "net8.0", Strict + $"<Nullable>{nullable}</Nullable>", Library);

        Cli.Result build = (await PackageFeed.Build(consumer)).Succeeded();

        Assert.Empty(build.Codes);
    }

    [Fact]
    public async Task A_refused_declaration_has_one_error()
    {
        string consumer = feed.Consumer("Refused", "net10.0", "", Refused);

        Cli.Result build = await PackageFeed.Build(consumer);

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(["CONV003"], build.Codes);
    }

    [Fact]
    public async Task A_framework_without_spans_and_vectors_is_refused_by_name()
    {
        string consumer = feed.Consumer("Standard", "netstandard2.0", "<LangVersion>12</LangVersion>", Arrays);

        Cli.Result build = await PackageFeed.Build(consumer);

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(["CONV012"], build.Codes);
    }

    [Fact]
    public async Task An_old_compiler_is_named_as_the_cause()
    {
        string consumer = feed.Consumer("Old", "net10.0", "", Arrays);

        Cli.Result build = await PackageFeed.Build(consumer, "-p:CompilerApiVersion=roslyn4.7");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(["CONVGEN001"], build.Codes);
        Assert.Contains("8.0.100", build.Output, StringComparison.Ordinal);
    }
}
