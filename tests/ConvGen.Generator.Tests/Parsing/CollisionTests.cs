using System.Reflection;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Refusals;
using ConvGen.Generator.Tests.Pipeline;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit.Sdk;

namespace ConvGen.Generator.Tests.Parsing;

/// <summary>
/// Beside whatever a project declares, generated code compiles, or the declaration is refused and the type named that is in the way.
/// </summary>
public class CollisionTests
{
    private const string Filters = """
        namespace Imaging
        {
            using global::ConvGen;

            internal static partial class Filters
            {
                [Convolution(Border = BorderMode.Reflect101), Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
                public static partial byte[] Smooth(byte[] source, int width, int height);

                [Correlation, KernelShape(3)]
                public static partial float[] Slide(float[] source, float[] kernel);
            }
        }
        """;

    [Theory]
    [InlineData("class System;", "'System' hides the namespace of that name", "rename it, or move it into a namespace")]
    [InlineData("enum System { None }", "'System' hides the namespace of that name", "move it into a namespace")]
    [InlineData(
        "namespace System { class Buffers; }",
        "'System.Buffers' hides the namespace of that name",
        "move it into another namespace"
    )]
    [InlineData(
        "namespace System.Runtime { delegate void Intrinsics(); }",
        "'System.Runtime.Intrinsics' hides the namespace",
        "another namespace"
    )]
    [InlineData("namespace System { static class Math; }", "'System.Math' hides a type of the framework", "out of the namespace 'System'")]
    [InlineData(
        "namespace System { static class Unsafe; }",
        "'System.Unsafe' hides a type of the framework",
        "out of the namespace 'System'"
    )]
    [InlineData(
        "namespace System.Runtime.Intrinsics { struct Vector128<T>; }",
        "'System.Runtime.Intrinsics.Vector128<T>' hides",
        "rename it"
    )]
    [InlineData(
        "namespace System.Globalization { class GeneratedCodeAttribute; }",
        "GeneratedCodeAttribute' hides",
        "System.Globalization"
    )]
    [InlineData(
        "namespace ConvGen { class Generated; }",
        "'ConvGen.Generated' hides the namespace of that name",
        "move it into another namespace"
    )]
    [InlineData(
        "namespace ConvGen.Generated { class Math; }",
        "'ConvGen.Generated.Math' stands in the namespace of generated code",
        "another namespace"
    )]
    [InlineData(
        "namespace ConvGen.Generated.Deep { class Math; }",
        "'ConvGen.Generated.Deep' stands in the namespace of generated code",
        "another"
    )]
    public void A_type_in_the_way_is_named(string declared, string found, string remedy)
    {
        CSharpCompilation compilation = Compile(declared);

        Assert.All(
            Compilations.ReadAll(compilation),
            declaration =>
            {
                Refusal refusal = DeclarationParser.Parse(declaration, Compilations.Target).Refusal!;
                Assert.Equal(DeclarationRules.NameCollision, refusal.Rule);
                Assert.Equal(RefusalSite.Method, refusal.Site);
                Assert.Contains(found, refusal.Message, StringComparison.Ordinal);
                Assert.Contains(remedy, refusal.Message, StringComparison.Ordinal);
            }
        );

        // The stubs name nothing that could be hidden.
        GeneratorRun run = GeneratorRun.Create(compilation);
        Assert.Equal(2, run.GeneratedSources.Count);
        Assert.Empty(run.Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    [Theory]
    [InlineData("class System<T>;")]
    [InlineData("namespace Imaging { class System; class ConvGen; class Generated; class Math; class Unsafe; struct Span<T>; }")]
    [InlineData("namespace Imaging.System { class Math; } namespace Imaging.ConvGen.Generated { class Math; }")]
    [InlineData("namespace System { class Own; namespace Drawing { class Math; class Unsafe; } }")]
    [InlineData("namespace System { class Math<T>; class Max; }")]
    [InlineData("namespace System.Runtime.CompilerServices { class IsExternalInit; class RequiredMemberAttribute : System.Attribute; }")]
    [InlineData("namespace System { file class Math; }")]
    [InlineData(
        "namespace ConvGen { class Math; class Unsafe; class System; class Vector128; struct Span<T>; namespace Inner { class Generated; } }"
    )]
    [InlineData("namespace ConvGen { class Generated<T>; class Helpers_1; class SmoothKernel; }")]
    [InlineData("namespace ConvGen.Generated { file class Math; }")]
    [InlineData("class Math; class Unsafe; class Generated; class Vector256; struct ReadOnlySpan<T>;")]
    [InlineData("namespace Other { class System; class ConvGen; }")]
    public void What_is_not_in_the_way_disturbs_nothing(string declared)
    {
        GeneratorRun run = GeneratorRun.Create(Compile(declared));

        Assert.Equal(3, run.GeneratedSources.Count);
        Assert.DoesNotContain(run.GeneratedSources.Values, static text => text.Contains("throw null", StringComparison.Ordinal));
        Assert.Empty(run.Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    /// <summary>Without its own types the compiler stops in other files, such as the one that names the assembly's version.</summary>
    [Theory]
    [InlineData("", false)]
    [InlineData("[assembly: System.Reflection.AssemblyTitle(\"Hidden\")]", true)]
    public void A_type_that_stops_the_compiler_elsewhere_is_told_of_by_the_generator(string attribute, bool isTold)
    {
        GeneratorRun run = GeneratorRun.Create(
            Compile(attribute + " class System;"),
            configuration: [("/.globalconfig", "is_global = true\nbuild_property.ConvGenAnalyzers = build\n")]
        );

        Assert.Equal(isTold ? ["CONV019", "CONV019"] : [], run.Diagnostics.Select(static diagnostic => diagnostic.Id));
    }

    /// <summary>
    /// All types of the framework that generated code names are known as such: in the files that are kept as snapshots, and in all helpers.
    /// </summary>
    [Fact]
    public void Every_type_that_is_named_is_known()
    {
        string helpers = HelperFile.Emit(Enum.GetValues<HelperKind>().SelectMany(HelperKeys.OfKind).ToEquatableArray(), "Assembly")!.Text!;
        string[] members =
        [
            .. typeof(SnapshotTests)
                .Assembly.GetTypes()
                .Where(static type => type.Namespace == typeof(SnapshotTests).Namespace)
                .SelectMany(static type => type.GetMethods())
                .SelectMany(static method =>
                    method
                        .GetCustomAttributes<InlineDataAttribute>()
                        .SelectMany(data => data.GetData(method))
                        .SelectMany(static values => values)
                )
                .OfType<string>()
                .Where(static text => text.Contains(" partial ", StringComparison.Ordinal) && text.Contains('[', StringComparison.Ordinal))
                .Distinct(),
        ];
        List<Compilation> outputs = [TestCompilation.Create([helpers])];
        outputs.AddRange(
            members.Select(static member =>
                GeneratorRun.Create("using System; using ConvGen; public static partial class Filters {\n" + member + "\n}").Output
            )
        );
        HashSet<string> named = [.. outputs.SelectMany(NamedTypes)];

        Assert.True(members.Length > 30, $"{members.Length} members");
        Assert.True(named.Count > 30, $"{named.Count} types");
        Assert.Equal([], named.Except(GeneratedNames.Types).Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// Types of the imported namespaces that are looked up where they are imported, as metadata call them; <c>nint</c> is a keyword.
    /// </summary>
    private static IEnumerable<string> NamedTypes(Compilation output)
    {
        foreach (
            SyntaxTree tree in output.SyntaxTrees.Where(static tree =>
                tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)
                || tree.ToString().StartsWith("// <auto-gen", StringComparison.Ordinal)
            )
        )
        {
            SemanticModel model = output.GetSemanticModel(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Where(IsLookedUp))
            {
                ISymbol? symbol = model.GetSymbolInfo(name).Symbol;
                INamedTypeSymbol? type =
                    symbol as INamedTypeSymbol
                    ?? (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType : null);
                if (type is { ContainingType: null } && GeneratedNames.Imports.Contains(type.ContainingNamespace?.ToDisplayString()))
                {
                    yield return type.MetadataName;
                }
            }
        }
    }

    private static bool IsLookedUp(SimpleNameSyntax name) =>
        name.Parent is not UsingDirectiveSyntax
        && name.Identifier.ValueText is not ("nint" or "nuint")
        && name.Ancestors().OfType<NamespaceDeclarationSyntax>().Any(static space => space.Name.ToString() == GeneratedNames.Namespace);

    private static CSharpCompilation Compile(string declared) => TestCompilation.Create([Filters, declared]);
}
