using System.Globalization;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Trials;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>
/// Generated layers compile without a warning for the oldest framework and language, keep their numbers where a project checks overflow,
/// and are the same text in every culture.
/// </summary>
public sealed class LayerCompilationTests
{
    private static readonly DeclaredLayer[] Layers = LayerGenerator.Any.Sample(24, Seed.Start, 50).ToArray();

    [Fact]
    public void Numbers_stay_the_same_for_the_oldest_framework_where_the_project_checks_overflow()
    {
        using LayerBatch batch = new(Layers, BatchSettings.Oldest);
        LayerBatch.AssertAll(
            batch.Trials,
            trial =>
                from width in new[] { 0, 1, 3, 18, 29 }
                select trial.Run(new LayerRun(width, trial.Layer.Space.Axes == 1 ? 1 : 4, width, Batch: 2, Gap: 1))
        );
    }

    [Fact]
    public void Text_is_the_same_in_a_culture_with_other_signs()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.GetCultureInfo("de-DE").Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        string source = Batch.Wrap(Layers.Select((layer, index) => layer.ToSource(TrialBatch.NameOf(index))));
        IReadOnlyDictionary<string, string> expected = Batch.Generate(source, new BatchSettings());
        IReadOnlyDictionary<string, string> actual = Batch.Generate(source, new BatchSettings { Culture = culture });
        Assert.Equal(Layers.Length + 1, expected.Count);
        Assert.All(expected, file => Assert.Equal(file.Value, actual[file.Key]));
        Assert.All(Batch.GenerateMethods(source, new BatchSettings()).Values, text => Assert.InRange(text.Length, 10_000, 150_000));
    }
}
