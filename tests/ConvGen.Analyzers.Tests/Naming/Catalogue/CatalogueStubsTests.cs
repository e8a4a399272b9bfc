using ConvGen.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Analyzers.Tests.Naming.Catalogue;

/// <summary>What stands in for the libraries.</summary>
public class CatalogueStubsTests
{
    /// <summary>The names of the assemblies.</summary>
    public static TheoryData<string> Names => [.. CatalogueStubs.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stub_compiles_and_bears_the_name_of_the_library(string name)
    {
        CSharpCompilation compilation = TestCompilation.Create(["class C;"], references: CatalogueStubs.WithReferences(name));

        Assert.Contains(compilation.ReferencedAssemblyNames, identity => identity.Name == name);
        Assert.Empty(compilation.GetDiagnostics());
    }

    [Fact]
    public void All_stubs_can_be_referenced_together() =>
        Assert.Empty(TestCompilation.Create(["class C;"], references: CatalogueStubs.All).GetDiagnostics());
}
