using System.Collections.Immutable;
using ConvGen.Generator.Emission.Files;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ConvGen.Generator.Tests.Pipeline;

/// <summary>What the kernels of an assembly share stands in one file, of which an edit writes no more than it changes.</summary>
public class HelperFileTests
{
    private const string Smooth = """
        [Convolution(Border = BorderMode.Reflect101), Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
        public static partial void Smooth(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);
        """;

    private const string Sharpen = """
        [Convolution(Border = BorderMode.Reflect101), Kernel("0 -1 0; -1 5 -1; 0 -1 0")]
        public static partial void Sharpen(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);
        """;

    private const string Line = """
        [Correlation(Border = BorderMode.Wrap), Kernel("1 2 3")]
        public static partial float[] Line(float[] source);
        """;

    private const string Visible = "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Program\")]\n";

    private const string Refused = """
        [Correlation, Kernel("1 2; 3")]
        public static partial void Ragged(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
        """;

    private static readonly IncrementalStepRunReason[] Reused = [Unchanged, Cached];

    [Fact]
    public void It_holds_what_is_requested_and_no_more()
    {
        string text = HelperText(GeneratorRun.Create(Wrap(Smooth)));
        Assert.Contains(" void RequireLength(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("RequireArray", text, StringComparison.Ordinal);
        Assert.Contains(" void RequireArray(", HelperText(GeneratorRun.Create(Wrap(Smooth, Line))), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_the_same_whatever_the_order_of_the_methods() =>
        Assert.Equal(HelperText(GeneratorRun.Create(Wrap(Smooth, Line))), HelperText(GeneratorRun.Create(Wrap(Line, Smooth))));

    [Theory]
    [InlineData("")]
    [InlineData(Refused)]
    public void There_is_none_where_no_kernel_is(string members) =>
        Assert.DoesNotContain(HelperFile.HintName, GeneratorRun.Create(Wrap(members)).GeneratedSources.Keys);

    [Fact]
    public void A_refused_method_requests_nothing() =>
        Assert.Equal(HelperText(GeneratorRun.Create(Wrap(Smooth))), HelperText(GeneratorRun.Create(Wrap(Smooth, Refused))));

    /// <summary>
    /// The files of the others are not printed again, and neither is that of the helpers where the new kernel requests what is there.
    /// </summary>
    [Theory]
    [InlineData(Sharpen, false)]
    [InlineData(Line, true)]
    public void A_new_kernel_leaves_the_files_of_others_as_they_are(string added, bool isNew)
    {
        IReadOnlyDictionary<string, ImmutableArray<IncrementalStepRunReason>> reasons = GeneratorRun.Edit(
            Wrap(Smooth),
            Wrap(Smooth, added)
        );
        Assert.Equal([New, Cached], reasons[TrackingNames.Files].OrderByDescending(reason => reason == New));
        Assert.Contains(Assert.Single(reasons[TrackingNames.Helpers]), isNew ? [Modified] : Reused);
        Assert.Equal(isNew ? Modified : Cached, Assert.Single(reasons[TrackingNames.HelperFile]));
    }

    [Fact]
    public void An_edit_that_requests_the_same_leaves_it_as_it_is()
    {
        IReadOnlyDictionary<string, ImmutableArray<IncrementalStepRunReason>> reasons = GeneratorRun.Edit(
            Wrap(Smooth),
            Wrap(Smooth.Replace("Divisor = 16", "Divisor = 32", StringComparison.Ordinal))
        );
        Assert.Equal(Modified, Assert.Single(reasons[TrackingNames.Files]));
        Assert.Contains(Assert.Single(reasons[TrackingNames.Helpers]), Reused);
        Assert.Equal(Cached, Assert.Single(reasons[TrackingNames.HelperFile]));
    }

    /// <summary>
    /// An assembly that sees the internals of another has the same generated namespace, and kernels that call what has the same name there.
    /// </summary>
    [Fact]
    public void Assemblies_that_see_each_others_internals_keep_apart()
    {
        Compilation library = GeneratorRun
            .Create(
                Named(
                    "Library",
                    Wrap(Smooth, Line)
                        .Replace("internal static partial class", Visible + "internal static partial class", StringComparison.Ordinal)
                )
            )
            .Output;
        Compilation program = GeneratorRun
            .Create(
                Named("Program", Wrap(Smooth, Line).Replace("class Filters", "class Others", StringComparison.Ordinal))
                    .AddReferences(library.ToMetadataReference())
            )
            .Output;
        AssertClean(library);
        AssertClean(program);
        string[] names = [KernelNames.HelperType("Library"), KernelNames.HelperType("Program")];
        INamedTypeSymbol[] helpers =
        [
            .. names.Select(name => program.GetTypeByMetadataName("ConvGen.Generated." + name)).OfType<INamedTypeSymbol>(),
        ];
        Assert.Equal(["Library", "Program"], helpers.Select(type => type.ContainingAssembly.Name));
        Assert.All(helpers, type => Assert.Equal((Accessibility.Internal, true), (type.DeclaredAccessibility, type.IsStatic)));
        Assert.All(
            helpers.SelectMany(type => type.GetMembers()),
            member => Assert.InRange(member.DeclaredAccessibility, Accessibility.Private, Accessibility.Internal)
        );
    }

    [Fact]
    public void Another_name_of_the_assembly_writes_all_files_again()
    {
        GeneratorRun run = GeneratorRun.Create(Wrap(Smooth, Line));
        GeneratorRun renamed = run.Again(run.Output.RemoveSyntaxTrees(run.Output.SyntaxTrees.Skip(1)).WithAssemblyName("Renamed"));
        Assert.All(renamed.Reasons()[TrackingNames.Files], reason => Assert.Equal(Modified, reason));
        Assert.All(
            renamed.GeneratedSources.Values,
            text => Assert.Contains(KernelNames.HelperType("Renamed"), text, StringComparison.Ordinal)
        );
    }

    /// <summary>Beside kernels of one and of two axes, which assign what they share of data.</summary>
    [Fact]
    public void All_of_it_compiles_as_it_stands()
    {
        GeneratorRun run = GeneratorRun.Create(Wrap(Smooth, Line));
        HelperKey[] keys = [.. Enum.GetValues<HelperKind>().SelectMany(HelperKeys.OfKind)];
        GeneratedFile file = HelperFile.Emit(Model.EquatableArray.ToEquatableArray(keys), "TestProject")!;
        Assert.DoesNotContain("\n\n\n", file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(" \n", file.Text, StringComparison.Ordinal);
        CSharpCompilation compilation = TestCompilation
            .Create([Wrap(Smooth, Line), file.Text!, .. run.MethodSources.Values])
            .WithOptions(TestCompilation.DefaultOptions.WithWarningLevel(9999).WithOverflowChecks(true));
        AssertClean(compilation);
    }

    private static string HelperText(GeneratorRun run) => run.GeneratedSources[HelperFile.HintName];

    private static void AssertClean(Compilation compilation) =>
        Assert.Equal([], compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));

    private static CSharpCompilation Named(string assembly, string source) => TestCompilation.Create([source]).WithAssemblyName(assembly);

    private static string Wrap(params string[] members) =>
        $$"""
            using System;
            using ConvGen;

            internal static partial class Filters
            {
            {{string.Join("\n\n", members)}}
            }
            """;
}
