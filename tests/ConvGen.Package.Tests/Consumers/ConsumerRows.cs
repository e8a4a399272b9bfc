namespace ConvGen.Package.Tests.Consumers;

/// <summary>The projects that every build tries, and those that only long runs have time for.</summary>
internal static class ConsumerRows
{
    /// <summary>
    /// Every rule of the SDK; the consumer's own assembly is not marked as CLS-compliant, which is no business of the package.
    /// </summary>
    private const string Strict =
        Errors + "<AnalysisMode>All</AnalysisMode><AnalysisLevel>latest-all</AnalysisLevel><NoWarn>$(NoWarn);CA1014</NoWarn>";

    private const string Errors = "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>";

    private const string Nullable = "<Nullable>enable</Nullable>";

    private const string CSharp12 = "<LangVersion>12</LangVersion>";

    private const string FromFile = """
        using System;
        using ConvGen;

        Console.WriteLine(string.Join(' ', Filters.Slide([3, 1, 4, 1, 5])));

        internal static partial class Filters
        {
            [Correlation(Mode = OutputMode.Valid), KernelFile("Größen und Gewichte/drei Gewichte.txt")]
            public static partial int[] Slide(int[] source);
        }
        """;

    /// <summary>The rows of every build.</summary>
    public static IReadOnlyList<ConsumerRow> Usual { get; } =
    [
        new("Net8", "net8.0", Strict + Nullable + CSharp12 + "<CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>"),
        new("Hostile", "net10.0", Errors + Nullable) { Source = ConsumerSources.Hostile, Output = ConsumerSources.HostileOutput },
        new("Umlauts", "net10.0", Errors + Nullable)
        {
            Directory = "Ein Projekt für Größen",
            Source = FromFile,
            Output = "314 141 415\n",
            Files =
            [
                ("Größen und Gewichte/drei Gewichte.txt", "100 10 1\n"),
                ("Directory.Build.targets", """<Project><ItemGroup><AdditionalFiles Include="Gr*/*.txt" /></ItemGroup></Project>"""),
            ],
        },
    ];

    /// <summary>
    /// The rows of long runs: frameworks by nullability by checked arithmetic, old and new languages, and settings of teams.
    /// </summary>
    public static IReadOnlyList<ConsumerRow> AtLength { get; } =
    [
        .. from framework in new[] { "net8.0", "net9.0", "net10.0" }
        from nullable in new[] { "enable", "disable" }
        from isChecked in new[] { "true", "false" }
        select new ConsumerRow(
            $"{framework}-{nullable}-{isChecked}",
            framework,
            Strict + CSharp12 + $"<Nullable>{nullable}</Nullable><CheckForOverflowUnderflow>{isChecked}</CheckForOverflowUnderflow>"
        ),
        new("Preview", "net10.0", Strict + Nullable + "<LangVersion>preview</LangVersion>"),
        new("Documented", "net10.0", Strict + Nullable + "<GenerateDocumentationFile>true</GenerateDocumentationFile>"),
        new("Unsafe", "net9.0", Strict + Nullable + "<AllowUnsafeBlocks>true</AllowUnsafeBlocks><DebugType>embedded</DebugType>"),
        new("Central", "net10.0", Strict + Nullable)
        {
            Files =
            [
                (
                    "Directory.Packages.props",
                    """
                    <Project>
                      <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
                      <ItemGroup><PackageVersion Include="ConvGen" Version="$(CentralVersion)" /></ItemGroup>
                    </Project>
                    """
                ),
            ],
        },
    ];

    /// <summary>The row with a name.</summary>
    public static ConsumerRow Named(string name) => Usual.Concat(AtLength).Single(row => row.Name == name);

    /// <summary>The names of rows, for a theory.</summary>
    public static TheoryData<string> Names(IEnumerable<ConsumerRow> rows) => [.. rows.Select(static row => row.Name)];
}
