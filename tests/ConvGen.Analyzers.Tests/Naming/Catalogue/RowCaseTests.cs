using System.Collections.Immutable;
using System.Globalization;
using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Tests.Naming.Catalogue;

/// <summary>
/// Every row of the catalogue in code: what is reported in a method named for a convolution and in one named for a correlation, with an
/// asymmetric kernel, with a symmetric one and with one that was reversed before the call.
/// </summary>
public class RowCaseTests
{
    private const string Convolve = nameof(Convolve);
    private const string Correlate = "CrossCorrelate";

    private static readonly ImmutableArray<RowCase> Cases = [.. RowCases.All];

    private static readonly Lazy<Task<ILookup<string, string>>> Reports = new(AnalyzeAsync);

    /// <summary>How the kernel is handed over.</summary>
    private enum State
    {
        Asymmetric,
        Symmetric,
        Reversed,
    }

    /// <summary>The rows by position.</summary>
    public static TheoryData<int, string> Rows
    {
        get
        {
            TheoryData<int, string> data = [];
            for (int index = 0; index < Cases.Length; index++)
            {
                data.Add(index, Cases[index].Key);
            }

            return data;
        }
    }

    /// <summary>The rows whose call has a kernel in source.</summary>
    public static TheoryData<int, string> RowsWithKernel
    {
        get
        {
            TheoryData<int, string> data = [];
            for (int index = 0; index < Cases.Length; index++)
            {
                if (Cases[index].Kernel != KernelForm.None)
                {
                    data.Add(index, Cases[index].Key);
                }
            }

            return data;
        }
    }

    [Fact]
    public void Every_row_has_its_case() =>
        Assert.Equal(
            CatalogueFile.Embedded.Select(row =>
                row.Conditions.IsEmpty
                    ? row.Member
                    : $"{row.Member} {string.Join(';', row.Conditions.Select(condition => $"{condition.Name}={condition.Value}"))}"
            ),
            Cases.Select(row => row.Key)
        );

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_name_is_compared_with_what_is_computed(int index, string row)
    {
        Assert.NotEmpty(row);
        Assert.Equal(Cases[index].Convolve, await ReportsAsync(index, Convolve, State.Asymmetric));
        Assert.Equal(Cases[index].Correlate, await ReportsAsync(index, Correlate, State.Asymmetric));
    }

    [Theory]
    [MemberData(nameof(RowsWithKernel))]
    public async Task A_symmetric_kernel_leaves_only_what_does_not_depend_on_it(int index, string row)
    {
        Assert.NotEmpty(row);
        Assert.Equal(WithSymmetry(index, Cases[index].Convolve), await ReportsAsync(index, Convolve, State.Symmetric));
        Assert.Equal(WithSymmetry(index, Cases[index].Correlate), await ReportsAsync(index, Correlate, State.Symmetric));
    }

    [Theory]
    [MemberData(nameof(RowsWithKernel))]
    public async Task A_kernel_that_is_reversed_first_makes_the_wrong_name_right(int index, string row)
    {
        RowCase @case = Cases[index];
        string wrong = @case.Convolve == "CONV102" ? Convolve : Correlate;

        Assert.NotEmpty(row);
        if (CatalogueFile.Embedded[index].Operation != ComputedOperation.Unspecified)
        {
            // The catch of a routine stays, where it is known how the kernel lies.
            Assert.Equal(
                CatalogueFile.Embedded[index].Deviation is null ? "" : "CONV110",
                await ReportsAsync(index, wrong, State.Reversed)
            );
        }
    }

    [Fact]
    public async Task Layers_are_not_reported_unless_that_is_asked_for()
    {
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync(
            TestCompilation.Create(
                ["public static class C { public static object Convolve() => TorchSharp.torch.nn.Conv2d(1, 1, 3); }"],
                references: CatalogueStubs.All
            )
        );

        Assert.Empty(diagnostics);
    }

    private static string WithSymmetry(int index, string id) =>
        id switch
        {
            "CONV102" => "",
            "CONV110" or "CONV111" when CatalogueFile.Embedded[index].Operation == ComputedOperation.Unspecified => "",
            _ => id,
        };

    private static async Task<string> ReportsAsync(int index, string name, State state) =>
        string.Join(' ', (await Reports.Value)[TypeName(index, name, state)]);

    /// <summary>All cases are one compilation, each a class of its own.</summary>
    private static async Task<ILookup<string, string>> AnalyzeAsync()
    {
        List<string> sources = [];
        for (int index = 0; index < Cases.Length; index++)
        {
            foreach (string name in (string[])[Convolve, Correlate])
            {
                sources.AddRange(
                    Enum.GetValues<State>()
                        .Where(state => state == State.Asymmetric || Cases[index].Kernel != KernelForm.None)
                        .Select(state => Source(index, name, state))
                );
            }
        }

        CSharpCompilation compilation = TestCompilation.Create(
            ["using System;\n" + string.Concat(sources)],
            references: CatalogueStubs.All
        );
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new("CONV112", ReportDiagnostic.Warn)]));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync(compilation);
        Assert.All(
            diagnostics,
            diagnostic =>
                Assert.Equal(diagnostic.Id == "CONV111" ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, diagnostic.Severity)
        );
        SemanticModel model = compilation.GetSemanticModel(compilation.SyntaxTrees.Single());
        return diagnostics.ToLookup(
            diagnostic => model.GetEnclosingSymbol(diagnostic.Location.SourceSpan.Start)!.ContainingType.Name,
            diagnostic => diagnostic.Id
        );
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(CSharpCompilation compilation) =>
        await compilation.WithAnalyzers([new NamingAnalyzer()]).GetAnalyzerDiagnosticsAsync();

    private static string Source(int index, string name, State state)
    {
        RowCase @case = Cases[index];
        string result =
            @case.Symbol.EndsWith("#ctor", StringComparison.Ordinal) && @case.Call.StartsWith("new ", StringComparison.Ordinal)
            || @case.Call.StartsWith("source *", StringComparison.Ordinal)
                ? "_ = "
                : "";
        return $$"""

            public static class {{TypeName(index, name, state)}}
            {
                public static void {{name}}({{@case.Parameters}})
                {
            {{Kernel(@case.Kernel, state)}}
                    {{result}}{{@case.Call}};
                }
            }

            """;
    }

    private static string TypeName(int index, string name, State state) =>
        string.Create(CultureInfo.InvariantCulture, $"Case{index}{name}{state}");

    private static string Kernel(KernelForm form, State state)
    {
        bool isSymmetric = state == State.Symmetric;
        string line = isSymmetric ? "{ 1, 2, 1 }" : "{ 1, 2, 3 }";
        string flat = isSymmetric ? "{ 1, 2, 3, 4, 5, 4, 3, 2, 1 }" : "{ 1, 2, 3, 4, 5, 6, 7, 8, 9 }";
        string plane = isSymmetric ? "{ { 1, 2, 3 }, { 4, 5, 4 }, { 3, 2, 1 } }" : "{ { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 } }";
        string? type = form switch
        {
            KernelForm.Floats or KernelForm.FlatPlane => "float",
            KernelForm.Doubles or KernelForm.FlatDoublePlane => "double",
            _ => null,
        };
        return form switch
        {
            KernelForm.None => "",
            KernelForm.FloatPlane => Plane("float", plane, state),
            KernelForm.IntegerPlane => Plane("int", plane, state),
            _ => $"        {type}[] kernel = {(form is KernelForm.FlatPlane or KernelForm.FlatDoublePlane ? flat : line)};"
                + (state == State.Reversed ? "\n        Array.Reverse(kernel);" : ""),
        };
    }

    private static string Plane(string type, string weights, State state) =>
        state != State.Reversed
            ? $"        {type}[,] kernel = {weights};"
            : $$"""
                        {{type}}[,] written = {{weights}};
                        {{type}}[,] kernel = new {{type}}[3, 3];
                        for (int y = 0; y < 3; y++)
                        {
                            for (int x = 0; x < 3; x++)
                            {
                                kernel[y, x] = written[2 - y, 2 - x];
                            }
                        }
                """;
}
