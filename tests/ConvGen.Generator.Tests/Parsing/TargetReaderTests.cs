using ConvGen.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Parsing;

public class TargetReaderTests
{
    [Theory]
    [InlineData(LanguageVersion.CSharp11, "11.0", false)]
    [InlineData(LanguageVersion.CSharp12, "12.0", true)]
    [InlineData(LanguageVersion.CSharp13, "13.0", true)]
    [InlineData(LanguageVersion.Preview, "preview", true)]
    public void Reads_the_language_version(LanguageVersion version, string text, bool isSupported) =>
        Assert.Equal(new TargetInfo(text, isSupported, true), TargetReader.Read(Compilations.Of("", version), CancellationToken.None));

    [Fact]
    public void Resolves_versions_that_are_not_numbers()
    {
        TargetInfo target = TargetReader.Read(Compilations.Of("", LanguageVersion.Latest), CancellationToken.None);
        Assert.True(target.IsLanguageSupported);
        Assert.Matches("^[0-9]+\\.0$", target.LanguageVersion);
    }

    [Fact]
    public void An_older_framework_is_not_supported() =>
        Assert.False(TargetReader.Read(Compilations.ForNetStandard(""), CancellationToken.None).IsFrameworkSupported);

    [Fact]
    public void Reading_can_be_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => TargetReader.Read(Compilations.Of(""), new CancellationToken(canceled: true)));
}
