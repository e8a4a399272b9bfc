using ConvGen.Analyzers.Catalogue;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Analyzers.Tests.Naming.Catalogue;

/// <summary>What users say of methods: in files, in attributes on assemblies and in the attributes on the methods themselves.</summary>
public class UserRowTests
{
    private const string Library = """
        namespace Acme
        {
            public class Filters
            {
                public Filters(float[] taps) { }
                public float[] Taps { get; set; } = null!;
                public static void Run(float[] source, float[] taps, bool flip = false) { }
                public static void Run(float[] source, float[] taps, int anchor) { }
                public class Inner<T> { public void Go<U>(T[] taps) { } }
            }
        }
        """;

    [Fact]
    public void A_row_of_a_file_says_what_a_method_computes()
    {
        CatalogueEntry? entry = Find(
            "Run",
            "symbol,operation,kernel,sibling,deviation\nM:Acme.Filters.Run,correlation,taps,Walk,\"is circular, too\""
        );

        Assert.Equal(
            new CatalogueEntry(
                ComputedOperation.Correlation,
                CatalogueUse.Routine,
                "taps",
                null,
                "Walk",
                "is circular, too",
                "ConvGen.Catalogue.csv"
            ),
            entry
        );
    }

    [Theory]
    [InlineData("M:Acme.Filters.Run", "Run", true)]
    [InlineData("M:Acme.Filters.Run(System.Single[],System.Single[],System.Int32)", "Run", false)]
    [InlineData("M:Acme.Filters.#ctor", ".ctor", true)]
    [InlineData("P:Acme.Filters.Taps", "set_Taps", true)]
    [InlineData("T:Acme.Filters", "Run", true)]
    [InlineData("T:Acme.Filters", ".ctor", false)]
    [InlineData("M:Acme.Filters.Run``1", "Run", false)]
    public void Ids_name_overloads_constructors_setters_and_types(string id, string member, bool isFound) =>
        Assert.Equal(isFound, Find(member, $"symbol,operation\n\"{id}\",Convolution") is not null);

    [Fact]
    public void A_constructor_that_nobody_wrote_is_found()
    {
        CSharpCompilation compilation = TestCompilation.Create([
            "namespace Acme { public class Effect { public float[] Taps { get; set; } = null!; } }",
        ]);
        OperationCatalogue catalogue = Catalogue(compilation, "symbol,operation,kernel\nM:Acme.Effect.#ctor,Correlation,Taps");

        Assert.Equal(
            "Taps",
            catalogue.Find(compilation.GetTypeByMetadataName("Acme.Effect")!.InstanceConstructors.Single(), _ => null)!.Kernel
        );
        Assert.Empty(catalogue.Problems);
    }

    [Theory]
    [InlineData("M:Acme.Filters.Inner`1.Go")]
    [InlineData("M:Acme.Filters.Inner`1.Go``1")]
    [InlineData("M:Acme.Filters.Inner`1.Go``1(`0[])")]
    public void Nested_and_generic_members_are_found(string id)
    {
        CSharpCompilation compilation = TestCompilation.Create([Library]);
        IMethodSymbol method = compilation.GetTypeByMetadataName("Acme.Filters+Inner`1")!.GetMembers("Go").OfType<IMethodSymbol>().Single();

        Assert.NotNull(Catalogue(compilation, $"symbol,operation\n{id},Convolution").Find(method, _ => null));
    }

    [Theory]
    [InlineData("Other", "", false)]
    [InlineData("TestProject", "", true)]
    [InlineData("Test*|Other", "", true)]
    [InlineData("TestProject", "\"[1,)\"", false)]
    [InlineData("", "\"[1,)\"", false)]
    public void Assembly_and_versions_restrict_a_row(string assembly, string versions, bool isFound) =>
        Assert.Equal(
            isFound,
            Find("Run", $"symbol,assembly,versions,operation\nM:Acme.Filters.Run,{assembly},{versions},Convolution") is not null
        );

    [Theory]
    [InlineData(true, ComputedOperation.Correlation)]
    [InlineData(false, ComputedOperation.Convolution)]
    [InlineData(null, null)]
    public void A_constant_argument_decides(bool? flip, object? operation) =>
        Assert.Equal(
            (ComputedOperation?)operation,
            Find(
                "Run",
                "symbol,operation,when\nM:Acme.Filters.Run,Correlation,flip=true\nM:Acme.Filters.Run,Convolution,flip=false",
                _ => flip
            )?.Operation
        );

    [Fact]
    public void An_argument_that_is_not_constant_is_passed_over_where_it_makes_no_difference()
    {
        Assert.NotNull(Find("Run", "symbol,operation,when\nM:Acme.Filters.Run,Correlation,flip=true\nM:Acme.Filters.Run,Correlation,"));
        Assert.Null(Find("Run", "symbol,operation,when\nM:Acme.Filters.Run,Correlation,flip=true\nM:Acme.Filters.Run,Convolution,"));
    }

    [Fact]
    public void A_row_of_a_user_is_believed_before_the_catalogue()
    {
        CSharpCompilation compilation = TestCompilation.Create(["class C;"], references: CatalogueStubs.All);
        IMethodSymbol method = compilation.GetTypeByMetadataName("OpenCvSharp.Cv2")!.GetMembers("Filter2D").OfType<IMethodSymbol>().First();
        OperationCatalogue catalogue = Catalogue(compilation, "symbol,operation,when\nM:OpenCvSharp.Cv2.Filter2D,Convolution,delta=1");

        Assert.Equal(ComputedOperation.Convolution, catalogue.Find(method, _ => 1.0)!.Operation);
        Assert.Equal(ComputedOperation.Correlation, catalogue.Find(method, _ => 0.0)!.Operation);
        Assert.Null(catalogue.Find(method, _ => null));
    }

    [Theory]
    [InlineData("/src/ConvGen.Catalogue.csv", true)]
    [InlineData("C:\\src\\Acme.convgen.catalogue.csv", true)]
    [InlineData("/src/MyConvGen.Catalogue.csv", false)]
    [InlineData("/src/catalogue.csv", false)]
    [InlineData("/ConvGen.Catalogue.csv/other.txt", false)]
    public void A_file_is_recognised_by_its_name(string path, bool isCatalogue) =>
        Assert.Equal(isCatalogue, CatalogueFile.IsCatalogue(path));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_attribute_on_an_assembly_says_it_here_and_where_it_is_referenced(bool isReferenced)
    {
        const string Row =
            """[assembly: ConvGen.KernelOperation("M:Acme.Filters.Run", ConvGen.KernelOperation.Correlation, Kernel = "taps", When = "flip=true", Anchor = "anchor", Sibling = "flip=false")]""";
        CSharpCompilation compilation = TestCompilation.Create([Row + Library]);
        if (isReferenced)
        {
            compilation = TestCompilation.Create(["class C;"], references: [Emit(compilation, "Acme")]);
        }

        OperationCatalogue catalogue = OperationCatalogue.Read(compilation, [], CancellationToken.None);
        CatalogueEntry entry = catalogue.Find(Method(compilation, "Run"), name => name == "flip")!;

        Assert.Equal(
            (ComputedOperation.Correlation, "taps", "flip=false", $"the attribute in {(isReferenced ? "Acme" : "TestProject")}"),
            (entry.Operation, entry.Kernel, entry.Sibling, entry.Origin)
        );
        Assert.Null(catalogue.Find(Method(compilation, "Run"), _ => false));
        Assert.Empty(catalogue.Problems);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_declared_method_says_it_itself(bool isReferenced)
    {
        GeneratorRun run = GeneratorRun.Create(
            """
            using System;
            using ConvGen;
            namespace Acme;
            public static partial class Filters
            {
                [Convolution, Kernel("1 2 3; 4 5 6", Divisor = 2)]
                public static partial void Known(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

                [Correlation, KernelShape(3)]
                public static partial void RunTime(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);

                [Correlation, Kernel(1, 2, 0.5, -0.5)]
                public static partial void Numbers(ReadOnlySpan<float> source, Span<float> destination);

                [Convolution, Correlation, Kernel("1 2")]
                public static partial void Both(ReadOnlySpan<float> source, Span<float> destination);

                public static void Neither() { }
            }
            """
        );
        Compilation compilation = run.Output;
        if (isReferenced)
        {
            compilation = TestCompilation.Create(["class C;"], references: [((CSharpCompilation)compilation).ToMetadataReference()]);
        }

        OperationCatalogue catalogue = OperationCatalogue.Read(compilation, [], CancellationToken.None);
        CatalogueEntry known = catalogue.Find(Method(compilation, "Known"), _ => null)!;
        CatalogueEntry runTime = catalogue.Find(Method(compilation, "RunTime"), _ => null)!;
        CatalogueEntry numbers = catalogue.Find(Method(compilation, "Numbers"), _ => null)!;

        Assert.Equal((ComputedOperation.Convolution, null, "the attribute [Convolution]"), (known.Operation, known.Kernel, known.Origin));
        Assert.Equal("0.5 1 1.5 2 2.5 3", string.Join(" ", known.Weights!.Value));
        Assert.Equal("2 3", string.Join(" ", known.Shape!.Value));
        Assert.Equal(
            (ComputedOperation.Correlation, "kernel", "the attribute [Correlation]"),
            (runTime.Operation, runTime.Kernel, runTime.Origin)
        );
        Assert.Null(runTime.Weights);
        Assert.Equal(3, Assert.Single(runTime.Shape!.Value));
        Assert.Equal("0.5 -0.5", string.Join(" ", numbers.Weights!.Value));
        Assert.Null(catalogue.Find(Method(compilation, "Both"), _ => null));
        Assert.Null(catalogue.Find(Method(compilation, "Neither"), _ => null));
    }

    /// <summary>Whatever says which kernel; what says something else stands anywhere among the attributes.</summary>
    [Theory]
    [InlineData("SeparableKernel(\"1 2 1\", \"-1 0 1\")", "-1 0 1 -2 0 2 -1 0 1")]
    [InlineData("SobelKernel(Axis.Columns)", "-1 0 1 -2 0 2 -1 0 1")]
    [InlineData("PixelMask(Keep = \"0\"), Kernel(\"1 2 3; 4 5 6\")", "1 2 3 4 5 6")]
    [InlineData("BoxKernel(2, 2), PixelMask(Keep = \"0\")", "0.25 0.25 0.25 0.25")]
    [InlineData("KernelFile(\"edge.txt\")", null)]
    [InlineData("SeparableKernel, MovingAverageKernel(3), GaussianKernel(1)", "none")]
    [InlineData("SobelKernel(Axis.Columns), SobelKernel(Axis.Rows)", "none")]
    [InlineData("InputOf(\"Other\")", "none")]
    public void A_declared_method_says_it_with_any_kernel(string attributes, string? weights)
    {
        Compilation compilation = TestCompilation.Create([
            $$"""
            using System;
            using ConvGen;
            namespace Acme;
            public static partial class Filters
            {
                [Correlation(PixelChannels = 2), {{attributes}}]
                public static partial void Run(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
            }
            """,
        ]);
        CatalogueEntry? entry = OperationCatalogue
            .Read(compilation, [], CancellationToken.None)
            .Find(Method(compilation, "Run"), _ => null);

        Assert.Equal(weights == "none" ? null : ComputedOperation.Correlation, entry?.Operation);
        Assert.Equal(weights == "none" ? null : weights, entry?.Weights is { } known ? string.Join(" ", known) : null);
    }

    [Fact]
    public void A_declared_method_says_it_itself_in_a_project_for_another_framework()
    {
        CSharpCompilation library = TestCompilation
            .Create(
                [
                    "namespace Acme { public static partial class Filters { [ConvGen.Convolution, ConvGen.Kernel(\"1 2 3\")] public static partial float[] Run(float[] source); public static partial float[] Run(float[] source) => source; } }",
                ],
                ReferenceAssemblies.NetStandard.NetStandard20
            )
            .WithAssemblyName("Acme");
        CSharpCompilation compilation = TestCompilation.Create(["class C;"], references: [library.ToMetadataReference()]);
        IMethodSymbol method = Method(compilation, "Run");

        Assert.False(method.IsPartialDefinition);
        Assert.Equal(
            ComputedOperation.Convolution,
            OperationCatalogue.Read(compilation, [], CancellationToken.None).Find(method, _ => null)!.Operation
        );
    }

    private static CatalogueEntry? Find(string member, string file, Func<string, object?>? arguments = null)
    {
        CSharpCompilation compilation = TestCompilation.Create([Library]);
        return Catalogue(compilation, file).Find(Method(compilation, member), arguments ?? (_ => null));
    }

    private static IMethodSymbol Method(Compilation compilation, string name) =>
        compilation.GetTypeByMetadataName("Acme.Filters")!.GetMembers(name).OfType<IMethodSymbol>().First();

    private static OperationCatalogue Catalogue(Compilation compilation, string file) =>
        OperationCatalogue.Read(compilation, [new CatalogueText("/src/ConvGen.Catalogue.csv", file)], CancellationToken.None);

    private static PortableExecutableReference Emit(CSharpCompilation compilation, string name)
    {
        using MemoryStream image = new();
        Assert.True(compilation.WithAssemblyName(name).Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
