using ConvGen.Testing;
using Xunit.Abstractions;

namespace ConvGen.Generator.Tests.Pipeline;

/// <summary>The generated text of whole projects, the helper file included, so that it does not grow unnoticed.</summary>
public class ProjectTextTests(ITestOutputHelper output)
{
    /// <summary>
    /// Of the same declarations, when every file held all that it calls and every value was a statement of its own. The samples have grown
    /// since by what finishes a gradient in one pass.
    /// </summary>
    private const int HundredKernelsAlone = 5_197_848,
        SamplesAlone = 2_123_938;

    [Fact]
    public void Of_a_hundred_kernels_is_a_seventh_less_than_if_each_stood_alone()
    {
        GeneratorRun run = GeneratorRun.Create(HundredKernels.Source);
        Assert.Equal(100, HundredKernels.Count);
        AssertGenerated(run, HundredKernels.Count);
        AssertLength(run, HundredKernelsAlone / 2, HundredKernelsAlone / 7 * 6);
    }

    [Fact]
    public void Of_the_samples_is_less_than_if_each_kernel_stood_alone()
    {
        string samples = Path.Combine(Snapshot.RepositoryDirectory, "samples");
        string[] files =
        [
            .. Directory.EnumerateFiles(samples, "*.cs", SearchOption.AllDirectories).Where(IsDeclaring).Order(StringComparer.Ordinal),
        ];
        Assert.True(files.Length >= 4, string.Join(", ", files));
        (string, string)[] kernels =
        [
            .. Directory
                .EnumerateFiles(samples, "*.txt", SearchOption.AllDirectories)
                .Where(path => path.Contains("Kernels", StringComparison.Ordinal))
                .Select(path => ("/project/Kernels/" + Path.GetFileName(path), File.ReadAllText(path))),
        ];
        const string Usings =
            "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;";
        GeneratorRun run = GeneratorRun.Create(
            TestCompilation.Create([Usings, .. files.Select(File.ReadAllText)]),
            files: kernels,
            configuration: [("/.globalconfig", "is_global = true\nbuild_property.ProjectDir = /project/\n")]
        );
        AssertGenerated(run, fewest: 25);
        AssertLength(run, SamplesAlone / 2, SamplesAlone / 25 * 24);
    }

    /// <summary>Tiles, whose methods compute parts of images by several threads, are no part of the number that is compared with.</summary>
    private static bool IsDeclaring(string path) =>
        !path.Contains("GigapixelTiles", StringComparison.Ordinal)
        && !path.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        && File.ReadAllText(path).Contains("static partial ", StringComparison.Ordinal);

    private static void AssertGenerated(GeneratorRun run, int fewest)
    {
        Assert.InRange(run.MethodSources.Count, fewest, int.MaxValue);
        Assert.All(run.MethodSources, file => Assert.DoesNotContain("NotSupportedException", file.Value, StringComparison.Ordinal));
    }

    private void AssertLength(GeneratorRun run, int fewest, int most)
    {
        int length = run.GeneratedSources.Values.Sum(text => text.Length);
        output.WriteLine($"{run.MethodSources.Count} kernels, {length} characters");
        Assert.InRange(length, fewest, most);
    }
}
