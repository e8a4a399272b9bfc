using System.Globalization;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Signatures;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Execution.Tests.Compilation;

/// <summary>Generated code compiles without a warning wherever it may be compiled, and is the same text in every culture.</summary>
public sealed class CompilationTests
{
    private static readonly Declared[] Declarations = DeclarationGenerator.Any.Sample(24, Seed.Start, 50);

    public static TheoryData<bool, LanguageVersion, NullableContextOptions, bool> Settings => new()
    {
        { true, LanguageVersion.CSharp12, NullableContextOptions.Disable, true },
        { true, LanguageVersion.Latest, NullableContextOptions.Enable, false },
        { false, LanguageVersion.CSharp12, NullableContextOptions.Enable, false },
        { false, LanguageVersion.Preview, NullableContextOptions.Disable, true },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Without_a_warning(bool isOldest, LanguageVersion language, NullableContextOptions nullable, bool checksOverflow)
    {
        BatchSettings settings = new()
        {
            References = isOldest ? Framework.Oldest : Framework.Running,
            Language = language,
            Nullable = nullable,
            ChecksOverflow = checksOverflow,
        };
        string members = string.Join('\n', Declarations.Select((d, i) => d.ToSource("N" + i.ToString(CultureInfo.InvariantCulture))));
        string source = SignatureFixture.Source + "\nnamespace Others { internal static partial class Declarations\n{\n" + members + "} }\n";
        Assert.NotEmpty(Batch.Emit(source, settings));
    }

    /// <summary>Arithmetic wraps on purpose in places, also in a project that checks it.</summary>
    [Fact]
    public void Numbers_stay_the_same_where_the_project_checks_overflow()
    {
        using Trials.TrialBatch batch = new(Declarations, new BatchSettings { ChecksOverflow = true, References = Framework.Oldest });
        Trials.TrialBatch.AssertAll(batch.Trials, trial =>
            from width in new[] { 0, 1, 3, 17, 40, 67 }
            select trial.Run(new Trials.Circumstances(width, trial.Declared.Axes == 1 ? 1 : 5, 2, 1, width)));
    }

    [Fact]
    public void Text_is_the_same_in_a_culture_with_other_signs()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.GetCultureInfo("de-DE").Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        string source = Batch.Wrap(Declarations.Select((d, i) => d.ToSource("M" + i.ToString(CultureInfo.InvariantCulture))));
        IReadOnlyDictionary<string, string> expected = Batch.Generate(source, new BatchSettings());
        IReadOnlyDictionary<string, string> actual = Batch.Generate(source, new BatchSettings { Culture = culture });
        Assert.Equal(Declarations.Length, expected.Count);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, file => Assert.Equal(file.Value, actual[file.Key]));
        Assert.All(expected.Values, text => Assert.DoesNotContain('\r', text));
    }
}
