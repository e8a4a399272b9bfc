using System.Collections.Immutable;
using ConvGen.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Tests.Naming.Catalogue;

/// <summary>The values of a row: versions, ids, conditions.</summary>
public class RowTests
{
    [Theory]
    [InlineData("", "0.0.0.0", true)]
    [InlineData("[6.8,)", "6.7.9", false)]
    [InlineData("[6.8,)", "6.8", true)]
    [InlineData("[6.8,)", "6.8.0.0", true)]
    [InlineData("(6.8,)", "6.8.0.0", false)]
    [InlineData("[6.8,)", "14.0", true)]
    [InlineData("[1,2)", "1.9.9.9", true)]
    [InlineData("[1,2)", "2.0", false)]
    [InlineData("(, 3.1]", "3.1.0", true)]
    [InlineData("(, 3.1]", "3.2", false)]
    [InlineData("[2.0]", "2.0.0.0", true)]
    [InlineData("[2.0]", "2.0.0.1", false)]
    public void A_range_contains_its_versions(string range, string version, bool isContained) =>
        Assert.Equal(isContained, VersionRange.Read(range)!.Contains(Version.Parse(version)));

    [Theory]
    [InlineData("6.8")]
    [InlineData("[6.8")]
    [InlineData("[a,b]")]
    [InlineData("[1,2,3]")]
    [InlineData("(2.0)")]
    [InlineData("[]")]
    public void Other_texts_are_no_range(string range) => Assert.Null(VersionRange.Read(range));

    [Theory]
    [InlineData("M:A.B.C", "A.B", "C", null, false)]
    [InlineData("M:A.B.#ctor", "A.B", ".ctor", null, false)]
    [InlineData("M:A.B`1.C``2(System.Int32,A.D{System.String})", "A.B`1", "C", 2, true)]
    [InlineData("P:A.B.C", "A.B", "C", null, false)]
    [InlineData("T:A.B", "A.B", "", null, false)]
    [InlineData("F:A.B.C", "A.B", "C", null, false)]
    public void An_id_is_taken_apart(string text, string type, string name, int? arity, bool hasParameters)
    {
        MemberId id = MemberId.Read(text)!;

        Assert.Equal((type, name, arity, hasParameters), (id.Type, id.Name, id.Arity, id.HasParameters));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A.B.C")]
    [InlineData("M:")]
    [InlineData("M:C")]
    [InlineData("M:A..C")]
    [InlineData("M:A.B.C(")]
    [InlineData("M:A.B C")]
    [InlineData("M:A.B.C``x")]
    [InlineData("N:A.B")]
    public void Other_texts_are_no_id(string text) => Assert.Null(MemberId.Read(text));

    [Theory]
    [InlineData("method=CCorr", "CCorr", true)]
    [InlineData("method=CCorr", "CCoeff", false)]
    [InlineData("method=CCorr", "ccorr", false)]
    [InlineData(" method = True ; ", true, true)]
    [InlineData("method=true", false, false)]
    [InlineData("method=1", 1, true)]
    [InlineData("method=1", 1L, true)]
    [InlineData("method=0.5", 0.5, true)]
    [InlineData("method=1;other=2", 1, null)]
    [InlineData("method=2;other=2", 1, false)]
    [InlineData("method=1", null, null)]
    [InlineData("", null, true)]
    public void A_condition_compares_constants(string text, object? value, bool? holds)
    {
        CatalogueRow row = Row() with { Conditions = RowCondition.Read(text)!.Value };

        Assert.Equal(holds, row.Holds(name => name == "method" ? value : null));
    }

    [Theory]
    [InlineData("method")]
    [InlineData("method=")]
    [InlineData("=1")]
    public void Other_texts_are_no_condition(string text) => Assert.Null(RowCondition.Read(text));

    [Theory]
    [InlineData("", "Anything", true)]
    [InlineData("A|B", "B", true)]
    [InlineData("A|B", "b", true)]
    [InlineData("A|B", "AB", false)]
    [InlineData("Magick.NET-*", "Magick.NET-Q8-x64", true)]
    [InlineData("Magick.NET-*", "Magick.NET.Core", false)]
    public void A_row_concerns_its_assemblies(string patterns, string assembly, bool isConcerned)
    {
        CatalogueRow row = Row() with { Assemblies = [.. patterns.Split('|', StringSplitOptions.RemoveEmptyEntries)] };

        Assert.Equal(isConcerned, row.Concerns(new AssemblyIdentity(assembly)));
    }

    private static CatalogueRow Row() =>
        new(
            "M:A.B.C",
            [],
            VersionRange.All,
            ComputedOperation.Correlation,
            CatalogueUse.Routine,
            ImmutableArray<RowCondition>.Empty,
            [],
            null,
            null,
            null,
            "",
            "test",
            Location.None,
            false
        );
}
