using System.Collections.Immutable;
using ConvGen.Analyzers.Catalogue;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Analyzers.Tests.Naming.Catalogue;

/// <summary>
/// The table that comes with the analyzer: every row can be read, has its evidence and is found where its library is referenced.
/// </summary>
public class EmbeddedRowTests
{
    private static readonly CSharpCompilation Everything = TestCompilation.Create(["class C;"], references: CatalogueStubs.All);

    private static readonly OperationCatalogue Catalogue = OperationCatalogue.Read(Everything, [], CancellationToken.None);

    /// <summary>The rows by position.</summary>
    public static TheoryData<int, string> Rows
    {
        get
        {
            TheoryData<int, string> data = [];
            for (int index = 0; index < CatalogueFile.Embedded.Length; index++)
            {
                CatalogueRow row = CatalogueFile.Embedded[index];
                data.Add(
                    index,
                    $"{row.Member} {string.Join("; ", row.Conditions.Select(condition => $"{condition.Name}={condition.Value}"))}"
                );
            }

            return data;
        }
    }

    [Fact]
    public void Every_row_can_be_read()
    {
        List<CatalogueProblem> problems = [];
        ImmutableArray<CatalogueRow> rows = CatalogueFile.Read(
            CatalogueFile.Resource("catalogue.csv"),
            "",
            _ => Location.None,
            false,
            problems.Add
        );

        Assert.Empty(problems);
        Assert.Equal(rows.Length, CatalogueFile.Embedded.Length);
        Assert.True(rows.Length > 100);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_says_whose_method_it_is_and_how_that_is_known(int index, string name)
    {
        CatalogueRow row = CatalogueFile.Embedded[index];

        Assert.NotEmpty(name);
        Assert.NotEmpty(row.Assemblies);
        Assert.NotEmpty(row.Evidence);
        Assert.All(row.Evidence.Split(';'), word => Assert.Contains(word, (string[])["source", "run", "documentation"]));
        Assert.DoesNotMatch("^(it|is it) |[.]$", row.Deviation ?? "");
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_names_methods_of_its_library_and_their_parameters(int index, string name)
    {
        CatalogueRow row = CatalogueFile.Embedded[index];
        IMethodSymbol[] methods = [.. Methods(row)];

        Assert.True(methods.Length > 0, name);
        Assert.True(row.Kernels.IsEmpty || methods.Any(method => row.Kernels.Any(kernel => BoundRow.HasSlot(method, kernel))), name);
        Assert.All(row.Conditions, condition => Assert.Contains(methods, method => BoundRow.HasSlot(method, condition.Name)));
        Assert.All(
            row.Anchor is null ? Array.Empty<string>() : [row.Anchor],
            anchor => Assert.Contains(methods, method => BoundRow.HasSlot(method, anchor))
        );
        Assert.All(methods, method => Assert.True(HasSibling(row, method), $"{method} has no sibling '{row.Sibling}'"));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_is_found_for_its_constants_only(int index, string name)
    {
        CatalogueRow row = CatalogueFile.Embedded[index];
        foreach (IMethodSymbol method in Methods(row))
        {
            CatalogueEntry? entry = Catalogue.Find(
                method,
                parameter =>
                    row.Conditions.Where(condition => condition.Name == parameter).Select(condition => condition.Value).FirstOrDefault()
            );
            Assert.NotNull(entry);
            Assert.Equal(
                (row.Operation, row.Use, row.Sibling, row.Deviation, "catalogue"),
                (entry.Operation, entry.Use, entry.Sibling, entry.Deviation, entry.Origin)
            );
            Assert.Equal(row.Kernels.Any(kernel => BoundRow.HasSlot(method, kernel)), entry.Kernel is not null);
            if (!row.Conditions.IsEmpty)
            {
                Assert.Null(Catalogue.Find(method, _ => null));
                Assert.Null(Catalogue.Find(method, _ => "something else"));
            }
        }

        Assert.NotEmpty(name);
    }

    [Theory]
    [InlineData("SkiaSharp", true)]
    [InlineData("TestProject", false)]
    public void A_row_holds_in_the_assembly_that_it_names_and_in_no_other(string assembly, bool isFound)
    {
        CSharpCompilation compilation = TestCompilation
            .Create(["namespace SkiaSharp { public class SKImageFilter { public static void CreateMatrixConvolution() { } } }"])
            .WithAssemblyName(assembly);
        IMethodSymbol method = compilation
            .GetTypeByMetadataName("SkiaSharp.SKImageFilter")!
            .GetMembers("CreateMatrixConvolution")
            .OfType<IMethodSymbol>()
            .Single();

        Assert.Equal(isFound, OperationCatalogue.Read(compilation, [], CancellationToken.None).Find(method, _ => null) is not null);
    }

    [Fact]
    public void A_separable_kernel_has_two_names_and_a_renamed_parameter_one()
    {
        Assert.Equal("kernelX|kernelY", Catalogue.Find(Method("OpenCvSharp.Cv2", "SepFilter2D"), _ => null)!.Kernel);
        Assert.Equal("v", Catalogue.Find(Method("NumSharp.NDArray", "convolve"), _ => null)!.Kernel);
    }

    [Fact]
    public void An_extension_that_is_called_on_its_receiver_is_found()
    {
        IMethodSymbol method = Method("Accord.Math.Matrix", "Convolve");
        IMethodSymbol reduced = method.ReduceExtensionMethod(method.Parameters[0].Type)!;

        Assert.Equal(ComputedOperation.Convolution, Catalogue.Find(reduced, _ => null)!.Operation);
    }

    [Fact]
    public void A_constructed_method_is_found()
    {
        IMethodSymbol method = Method("Numerics.NET.SignalMath", "Convolve")
            .Construct(Everything.GetSpecialType(SpecialType.System_Double));

        Assert.Equal(ComputedOperation.Convolution, Catalogue.Find(method, _ => null)!.Operation);
    }

    [Fact]
    public void An_override_and_an_implementation_do_what_they_override_and_implement()
    {
        const string Source = """
            public class Filter(double[] taps) : MathNet.Filtering.FIR.OnlineFirFilter(taps) { public override double ProcessSample(double sample) => base.ProcessSample(sample); }

            public class Layers : Tensorflow.Keras.Layers.ILayersApi
            {
                public Tensorflow.Keras.ILayer Conv1D(int filters, Tensorflow.Shape kernel_size, int strides = 1, string padding = "valid") => null!;
                public Tensorflow.Keras.ILayer Conv2D(int filters, Tensorflow.Shape? kernel_size = null, Tensorflow.Shape? strides = null, string padding = "valid") => null!;
                public Tensorflow.Keras.ILayer Conv2DTranspose(int filters, Tensorflow.Shape? kernel_size = null, Tensorflow.Shape? strides = null, string output_padding = "valid") => null!;
                public void Conv2D() { }
            }
            """;
        CSharpCompilation compilation = TestCompilation.Create([Source], references: CatalogueStubs.All);
        OperationCatalogue catalogue = OperationCatalogue.Read(compilation, [], CancellationToken.None);
        INamedTypeSymbol layers = compilation.GetTypeByMetadataName("Layers")!;

        Assert.Equal(
            ComputedOperation.Convolution,
            catalogue
                .Find(compilation.GetTypeByMetadataName("Filter")!.GetMembers("ProcessSample").OfType<IMethodSymbol>().Single(), _ => null)!
                .Operation
        );
        Assert.Equal(
            [CatalogueUse.Layer, null],
            layers.GetMembers("Conv2D").OfType<IMethodSymbol>().Select(method => catalogue.Find(method, _ => null)?.Use)
        );
    }

    [Fact]
    public void The_version_of_the_library_is_asked()
    {
        static CatalogueEntry? Find(string version)
        {
            CSharpCompilation library = CSharpCompilation.Create(
                "Magick.NET-Q8-x64",
                [
                    CSharpSyntaxTree.ParseText(
                        $$"""[assembly: System.Reflection.AssemblyVersion("{{version}}")] namespace ImageMagick { public class MagickImage { public void Convolve(object matrix) { } } }"""
                    ),
                ],
                ReferenceAssemblies.Net.Net80.References,
                TestCompilation.DefaultOptions
            );
            CSharpCompilation compilation = TestCompilation.Create(["class C;"], references: [library.ToMetadataReference()]);
            return OperationCatalogue
                .Read(compilation, [], CancellationToken.None)
                .Find(
                    compilation.GetTypeByMetadataName("ImageMagick.MagickImage")!.GetMembers("Convolve").OfType<IMethodSymbol>().Single(),
                    _ => null
                );
        }

        Assert.Null(Find("6.7.0.0"));
        Assert.Equal(ComputedOperation.Convolution, Find("7.0.0.0")!.Operation);
    }

    [Fact]
    public void Every_border_constant_is_found_in_its_library() =>
        Assert.All(
            BorderTable.ConstantIds,
            id =>
            {
                IFieldSymbol? field = DocumentationCommentId.GetFirstSymbolForDeclarationId(id, Everything) as IFieldSymbol;
                Assert.True(field is not null, id);
                Assert.EndsWith("." + Catalogue.Borders.Find(field)!.Word, id, StringComparison.OrdinalIgnoreCase);
            }
        );

    private static IMethodSymbol Method(string type, string name) =>
        Everything.GetTypeByMetadataName(type)!.GetMembers(name).OfType<IMethodSymbol>().First();

    private static IEnumerable<IMethodSymbol> Methods(CatalogueRow row)
    {
        MemberId id = MemberId.Read(row.Member)!;
        return Everything
            .SourceModule.ReferencedAssemblySymbols.Where(assembly => row.Concerns(assembly.Identity))
            .SelectMany(assembly => MemberResolver.Types(id, Everything, assembly))
            .SelectMany(type => MemberResolver.Methods(id, type));
    }

    /// <summary>A sibling takes the same parameter types, or is another value of a parameter.</summary>
    private static bool HasSibling(CatalogueRow row, IMethodSymbol method)
    {
        if (row.Sibling is not { } sibling)
        {
            return true;
        }

        int equals = sibling.IndexOf('=', StringComparison.Ordinal);
        return equals >= 0
            ? row.Conditions.Any(condition => condition.Name == sibling[..equals] && condition.Value != sibling[(equals + 1)..])
            : method
                .ContainingType.GetMembers(sibling)
                .OfType<IMethodSymbol>()
                .Any(other =>
                    other
                        .Parameters.Select(parameter => parameter.Type.ToDisplayString())
                        .SequenceEqual(method.Parameters.Select(parameter => parameter.Type.ToDisplayString()))
                );
    }
}
