using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Analyzers.Tests.Naming.Catalogue;

/// <summary>CONV113: rows that cannot be used.</summary>
public class CatalogueRowRuleTests
{
    private const string Library =
        "namespace Acme { public class Filters { public static void Convolve(float[] source, float[] taps) { } } }";

    [Theory]
    [InlineData(
        "name,operation\n",
        "name",
        "'name' is no column; the first line names some of symbol, assembly, versions, operation, use, when, kernel, anchor, sibling, deviation, evidence"
    )]
    [InlineData("symbol,symbol\n", "symbol", "The column 'symbol' is named twice; leave one out")]
    [InlineData("symbol,kernel\n", "symbol,kernel", "The first line names no column 'operation'; every row needs one")]
    [InlineData("operation\n", "operation", "The first line names no column 'symbol'; every row needs one")]
    [InlineData(
        "symbol,operation\nM:A.B,Convolution,",
        "",
        "The row has 3 values and the first line names 2 columns; put a value with a comma in quotes"
    )]
    [InlineData(
        "symbol,operation\n\"M:A.B,Convolution",
        "\"M:A.B,Convolution",
        "The row cannot be read, because a quote is opened and never closed; double the quotes inside a value in quotes"
    )]
    [InlineData(
        "symbol,operation\nA.B,Convolution",
        "A.B",
        "'A.B' is no documentation-comment id of a member; write it as in 'M:Namespace.Type.Method', with '#ctor' for a constructor, 'P:' for a property or 'T:' for a type"
    )]
    [InlineData(
        "symbol,operation\nF:A.B,Convolution",
        "F:A.B",
        "'F:A.B' is no documentation-comment id of a member; write it as in 'M:Namespace.Type.Method', with '#ctor' for a constructor, 'P:' for a property or 'T:' for a type"
    )]
    [InlineData(
        "symbol,operation\nM:A.B,Folding",
        "Folding",
        "'Folding' is no operation; write one of Convolution, Correlation, TransposedConvolution, Distance, NormalizedScore, Statistic or Unspecified"
    )]
    [InlineData(
        "symbol,operation\nM:A.B,1",
        "1",
        "'1' is no operation; write one of Convolution, Correlation, TransposedConvolution, Distance, NormalizedScore, Statistic or Unspecified"
    )]
    [InlineData(
        "symbol,operation\nM:A.B",
        "M:A.B",
        "'' is no operation; write one of Convolution, Correlation, TransposedConvolution, Distance, NormalizedScore, Statistic or Unspecified"
    )]
    [InlineData(
        "symbol,operation,use\nM:A.B,Convolution,Blur",
        "Blur",
        "'Blur' is no use; leave it empty for a routine that is given its kernel, or write one of Routine, Layer, SymmetricFilter, AntisymmetricFilter, Filter or SymmetricKernel"
    )]
    [InlineData(
        "symbol,operation,versions\nM:A.B,Convolution,1.2",
        "1.2",
        "'1.2' is no range of versions; write it as in '[1.2,)' or '[1.0,2.0)'"
    )]
    [InlineData(
        "symbol,operation,when\nM:A.B,Convolution,flip",
        "flip",
        "'flip' is no condition; write it as in 'parameter=value', several split by ';'"
    )]
    public void A_row_that_cannot_be_read_is_shown_where_it_stands(string file, string place, string message)
    {
        CatalogueProblem problem = Assert.Single(Problems(file));

        Assert.Equal(message, problem.Message);
        Assert.Equal("/src/ConvGen.Catalogue.csv", problem.Location.GetLineSpan().Path);
        Assert.Equal(place, file.Substring(problem.Location.SourceSpan.Start, problem.Location.SourceSpan.Length));
        Assert.Equal(
            file[..problem.Location.SourceSpan.Start].Count(character => character == '\n'),
            problem.Location.GetLineSpan().StartLinePosition.Line
        );
    }

    [Theory]
    [InlineData(
        "M:Acme.Filters.Convolv",
        "TestProject",
        "'Acme.Filters' has no method 'Convolv', so the row is never used; mend the name, or take the row out"
    )]
    [InlineData(
        "M:Acme.Filters.Convolv",
        "",
        "'Acme.Filters' has no method 'Convolv', so the row is never used; mend the name, or take the row out"
    )]
    [InlineData(
        "M:Acme.Filters.Convolve(System.Single[])",
        "",
        "'Acme.Filters' has no method 'Convolve' with these parameters, so the row is never used; mend the name, or take the row out"
    )]
    [InlineData(
        "P:Acme.Filters.Convolve",
        "",
        "'Acme.Filters' has no property 'Convolve', so the row is never used; mend the name, or take the row out"
    )]
    [InlineData(
        "M:Acme.Filter.Convolve",
        "TestProject",
        "No type 'Acme.Filter' is found in TestProject, so the row is never used; mend the name, or take the row out"
    )]
    [InlineData("M:Acme.Filter.Convolve", "", null)]
    [InlineData("M:Acme.Filter.Convolve", "Acme", null)]
    [InlineData("M:Acme.Filters.Convolve", "TestProject", null)]
    public void A_row_that_names_nothing_in_a_referenced_assembly_is_shown(string id, string assembly, string? message) =>
        Assert.Equal(message, Problems($"symbol,assembly,operation\n\"{id}\",{assembly},Convolution").SingleOrDefault()?.Message);

    [Theory]
    [InlineData("tap", "", "")]
    [InlineData("", "tap=1", "")]
    [InlineData("", "", "tap")]
    [InlineData("taps|tap", "source=1", "taps")]
    public void A_parameter_that_no_overload_has_is_shown(string kernel, string when, string anchor) =>
        Assert.Equal(
            "No overload of 'M:Acme.Filters.Convolve' has a parameter 'tap', and no property of that name can be set when it is constructed, so the row is never used; mend the name, or take the row out",
            Assert
                .Single(Problems($"symbol,operation,kernel,when,anchor\nM:Acme.Filters.Convolve,Convolution,{kernel},{when},{anchor}"))
                .Message
        );

    [Fact]
    public async Task A_row_of_a_file_is_reported()
    {
        CSharpAnalyzerTest<NamingAnalyzer, DefaultVerifier> test = new() { TestCode = Library };
        test.TestState.AdditionalFiles.Add(("/src/Acme.ConvGen.Catalogue.csv", "symbol,operation\nM:Acme.Filters.Convolve,Folding"));
        test.TestState.AdditionalFiles.Add(("/src/Other.csv", "not,a,catalogue"));
        test.ExpectedDiagnostics.Add(
            Rule.Naming("CONV113")
                .WithSpan("/src/Acme.ConvGen.Catalogue.csv", 2, 25, 2, 32)
                .WithSeverity(DiagnosticSeverity.Warning)
                .WithMessage(
                    "'Folding' is no operation; write one of Convolution, Correlation, TransposedConvolution, Distance, NormalizedScore, Statistic or Unspecified"
                )
        );
        await test.RunAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData(
        """{|#0:"Acme.Filters.Convolve"|}, KernelOperation.Convolution""",
        "'Acme.Filters.Convolve' is no documentation-comment id of a member; write it as in 'M:Namespace.Type.Method', with '#ctor' for a constructor, 'P:' for a property or 'T:' for a type"
    )]
    [InlineData(
        """{|#0:"M:Acme.Filters.Convolv"|}, KernelOperation.Convolution""",
        "'Acme.Filters' has no method 'Convolv', so the row is never used; mend the name, or take the row out"
    )]
    [InlineData(
        """{|#0:"M:Acme.Filter.Convolve"|}, KernelOperation.Convolution""",
        "No type 'Acme.Filter' is found in any referenced assembly, so the row is never used; mend the name, or take the row out"
    )]
    [InlineData(
        """ "M:Acme.Filters.Convolve", {|#0:(KernelOperation)7|}""",
        "'7' is no operation; write one of Convolution, Correlation, TransposedConvolution, Distance, NormalizedScore, Statistic or Unspecified"
    )]
    [InlineData(
        """ "M:Acme.Filters.Convolve", KernelOperation.Convolution, When = {|#0:"taps"|}""",
        "'taps' is no condition; write it as in 'parameter=value', several split by ';'"
    )]
    [InlineData(
        """{|#0:"M:Acme.Filters.Convolve"|}, KernelOperation.Convolution, Kernel = "tap" """,
        "No overload of 'M:Acme.Filters.Convolve' has a parameter 'tap', and no property of that name can be set when it is constructed, so the row is never used; mend the name, or take the row out"
    )]
    public async Task An_attribute_is_reported_where_it_is_wrong(string arguments, string message)
    {
        CSharpAnalyzerTest<NamingAnalyzer, DefaultVerifier> test = new()
        {
            TestCode = $"using ConvGen;\n[assembly: KernelOperation({arguments})]\n{Library}",
        };
        test.ExpectedDiagnostics.Add(Rule.Naming("CONV113").WithLocation(0).WithMessage(message));
        await test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public async Task An_attribute_that_is_right_shows_nothing() =>
        await CSharpAnalyzerVerifier<NamingAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync(
            $"using ConvGen;\n[assembly: KernelOperation(\"M:Acme.Filters.Convolve\", KernelOperation.Convolution, Kernel = \"taps\")]\n{Library}"
        );

    [Fact]
    public void A_malformed_attribute_of_a_referenced_assembly_is_not_ours_to_mend()
    {
        CSharpCompilation library = TestCompilation
            .Create([$"[assembly: ConvGen.KernelOperation(\"nonsense\", 0)]\n{Library}"])
            .WithAssemblyName("Acme");
        CSharpCompilation compilation = TestCompilation.Create(["class C;"], references: [library.ToMetadataReference()]);

        Assert.Empty(OperationCatalogue.Read(compilation, [], CancellationToken.None).Problems);
    }

    private static System.Collections.Immutable.ImmutableArray<CatalogueProblem> Problems(string file) =>
        OperationCatalogue
            .Read(TestCompilation.Create([Library]), [new CatalogueText("/src/ConvGen.Catalogue.csv", file)], CancellationToken.None)
            .Problems;
}
