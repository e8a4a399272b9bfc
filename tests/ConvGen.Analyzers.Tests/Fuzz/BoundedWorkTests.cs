using System.Globalization;
using ConvGen.Generator.Emission.Files;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Parsing.Weights;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace ConvGen.Analyzers.Tests.Fuzz;

/// <summary>
/// However large its numbers, a declaration costs the compiler a bounded amount of work, or it is refused with the limit named. Work is
/// told by the bytes that are allocated, of which exact arithmetic allocates some for each operation and which are the same on every
/// machine.
/// </summary>
public class BoundedWorkTests(ITestOutputHelper output)
{
    /// <summary>Far beyond what any of these takes.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    private static readonly TargetInfo Target = new("13.0", true, true);

    [Theory]
    [InlineData("fractions", 256, 256, "float", 350, null)]
    [InlineData("fractions", 256, 256, "byte", 100, "CONV013")]
    [InlineData("fractions", 2, 32768, "float", 300, null)]
    [InlineData("fractions", 32768, 2, "float", 300, null)]
    [InlineData("fractions", 32768, 2, "byte", 100, "CONV013")]
    [InlineData("product of fractions", 256, 256, "float", 350, null)]
    [InlineData("integers", 200, 300, "byte", 300, null)]
    [InlineData("integers", 200, 300, "float", 300, null)]
    [InlineData("integers", 300, 300, "float", 60, "CONV015")]
    [InlineData("400 digits", 60, 60, "float", 350, null)]
    [InlineData("400 digits", 60, 60, "byte", 100, "CONV013")]
    [InlineData("one number of 400 digits", 60, 60, "float", 350, null)]
    [InlineData("400 digits", 1, 65536, "float", 600, null)]
    [InlineData("largest exponents", 100, 100, "byte", 200, "CONV013")]
    public async Task Of_a_kernel(string numbers, int rows, int columns, string type, int mostMegabytes, string? refusal)
    {
        string kernel = HostileSources.Grid(rows, columns, Value(numbers, columns));
        await MeasureAsync($"[Correlation, Kernel(\"{kernel}\")]\n{Plane(type)}", mostMegabytes, refusal);
    }

    [Theory]
    [InlineData("fractions", "float", 350, null)]
    [InlineData("fractions", "byte", 100, "CONV013")]
    public async Task Of_a_layer(string numbers, string type, int mostMegabytes, string? refusal)
    {
        string kernel = HostileSources.Grid(1, 65536, Value(numbers, 65536));
        const string Shape = "Rows = 16, Columns = 16, InputChannels = 16, OutputChannels = 16";
        await MeasureAsync($"[Correlation, Kernel(\"{kernel}\", {Shape})]\n{Plane(type)}", mostMegabytes, refusal);
    }

    /// <summary>Each is read as the shortest decimal that gives it.</summary>
    [Fact]
    public async Task Of_constants()
    {
        string list = string.Join(", ", Enumerable.Range(0, 60_000).Select(static index => "0." + HostileSources.Digits(index, 17)));
        await MeasureAsync($"[Correlation, Kernel(1, 60000, {list})]\n{Plane("float")}", 200, null);
    }

    [Theory]
    [InlineData("1e999999999", "CONV003")]
    [InlineData("1e-999999999999999999999", "CONV003")]
    [InlineData("a million digits", "CONV003")]
    [InlineData("2000000 values", "CONV003")]
    public async Task Of_a_text(string text, string refusal)
    {
        string kernel = text switch
        {
            "a million digits" => new string('7', 1_000_000),
            "2000000 values" => string.Concat(Enumerable.Repeat("1 ", 2_000_000)),
            _ => text,
        };
        await MeasureAsync($"[Correlation, Kernel(\"{kernel}\")]\n{Plane("float")}", 400, refusal);
    }

    [Theory]
    [InlineData("1001, 1001", "CONV015")]
    [InlineData("2147483647, 2147483647", "CONV016")]
    [InlineData("65536", null)]
    public async Task Of_a_shape(string shape, string? refusal)
    {
        string parameters = shape.Contains(',', StringComparison.Ordinal) ? "int width, int height, " : "";
        string method =
            $"public static partial void M(ReadOnlySpan<float> source, {parameters}ReadOnlySpan<float> kernel, Span<float> destination);";
        await MeasureAsync($"[Correlation, KernelShape({shape})]\n{method}", 150, refusal);
    }

    [Theory]
    [InlineData("1e-300", "CONV013")]
    [InlineData("1e300", "CONV013")]
    [InlineData("double.Epsilon", "CONV013")]
    [InlineData("double.MaxValue", "CONV013")]
    public async Task Of_a_divisor(string divisor, string refusal) =>
        await MeasureAsync($"[Correlation, Kernel(\"1 2 3; 4 5 6\", Divisor = {divisor})]\n{Plane("byte")}", 20, refusal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_a_file_of_100_MB(bool isOneLine)
    {
        string line = string.Concat(Enumerable.Repeat("1.5 ", 250));
        string text = string.Join(isOneLine ? " " : "\n", Enumerable.Repeat(line, 100_000));
        Declaration named = Read($"[Correlation, KernelFile(\"large.txt\")]\n{Plane("float")}");
        Declaration declaration = named with { File = new KernelFile(text, null, null) };
        await MeasureAsync(declaration, isOneLine ? 700 : 500, "CONV021");
    }

    [Theory]
    [InlineData("1 2 1; 2 4 2; 1 2 1")]
    [InlineData("1 2; 3")]
    public void Nothing_but_its_cancellation_comes_out_of_a_cancelled_step(string kernel)
    {
        CancellationToken cancelled = new(canceled: true);
        Declaration declaration = Read($"[Correlation, Kernel(\"{kernel}\")]\n{Plane("float")}");
        Assert.Throws<OperationCanceledException>(() => DeclarationParser.Parse(declaration, Target, cancelled));
        ParseResult parsed = DeclarationParser.Parse(declaration, Target, CancellationToken.None);
        if (parsed.Refusal is null)
        {
            Assert.Throws<OperationCanceledException>(() => Planner.Plan(parsed, cancelled));
            Assert.Throws<OperationCanceledException>(() =>
                FileEmitter.Emit(Planner.Plan(parsed, CancellationToken.None), "Assembly", cancelled)
            );
        }
    }

    private async Task MeasureAsync(string member, int mostMegabytes, string? refusal) =>
        await MeasureAsync(Read(member), mostMegabytes, refusal);

    private async Task MeasureAsync(Declaration declaration, int mostMegabytes, string? refusal)
    {
        Task<(long Bytes, PlanResult Planned)> work = Task.Run(() =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            PlanResult planned = Planner.Plan(DeclarationParser.Parse(declaration, Target, CancellationToken.None), CancellationToken.None);
            Assert.Null(FileEmitter.Emit(planned, "Assembly").Failure);
            return (GC.GetAllocatedBytesForCurrentThread() - before, planned);
        });
        Assert.True(await Task.WhenAny(work, Task.Delay(Hang)) == work, "it hangs");
        (long bytes, PlanResult planned) = await work;
        string verdict = planned.Refusal?.Message ?? "accepted";
        string found = string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0} MB of {mostMegabytes}; {verdict}");
        output.WriteLine(found);
        Assert.Equal(refusal, planned.Refusal?.Rule.Id);
        Assert.True(planned.Refusal is null || planned.Refusal.Message.Length < 1500, planned.Refusal?.Message);
        Assert.True(bytes < mostMegabytes * 1_000_000L, found);
    }

    private static Declaration Read(string member)
    {
        Compilation compilation = Verdict.Compile(Corpus.InClass(member));
        IMethodSymbol method = compilation.GetSymbolsWithName("M", SymbolFilter.Member).OfType<IMethodSymbol>().Single();
        return DeclarationReader.Read(method, CancellationToken.None)!;
    }

    private static Func<int, string> Value(string numbers, int columns) =>
        numbers switch
        {
            "fractions" => index => "1/" + HostileSources.Digits(index, 20),
            "product of fractions" => index =>
                "1/" + Product(1_000_000_007L + (2 * (index / columns)), 3_000_000_019L + (2 * (index % columns))),
            "400 digits" => index => HostileSources.Digits(index, 400) + "/" + HostileSources.Digits(index + 1_000_000, 400),
            "one number of 400 digits" => _ => HostileSources.Digits(1, 400) + "/" + HostileSources.Digits(2, 400),
            "largest exponents" => index => HostileSources.Digits(index, 5) + "e-" + (index % 401).ToString(CultureInfo.InvariantCulture),
            _ => index => ((index * 7919 % 201) - 100).ToString(CultureInfo.InvariantCulture),
        };

    private static string Product(Int128 a, Int128 b) => (a * b).ToString(CultureInfo.InvariantCulture);

    private static string Plane(string type) =>
        $"public static partial void M(ReadOnlySpan<{type}> source, int width, int height, Span<{type}> destination);";
}
