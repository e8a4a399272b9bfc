using System.Text.Json;

namespace ConvGen.Execution.Tests.Designs;

/// <summary>An image or a signal as another library filters it, in double precision.</summary>
internal sealed record RecordedResult(
    string Attribute,
    string Border,
    string Reference,
    int Axes,
    int Rows,
    int Columns,
    int[] Source,
    double[] Output
)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    /// <summary>All that <c>record_designs.py</c> has recorded.</summary>
    public static IReadOnlyList<RecordedResult> All { get; } =
        JsonSerializer.Deserialize<RecordedResult[]>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Goldens", "Designs", "results.json")),
            Options
        )!;

    /// <summary>A method that computes it.</summary>
    public string Member(string operation, string name, string source, string destination) =>
        $"[{operation}(Border = BorderMode.{Border}), {Attribute}] internal static partial void {name}(System.ReadOnlySpan<{source}> source{(Axes == 1 ? "" : ", int width, int height")}, System.Span<{destination}> destination);\n";
}
