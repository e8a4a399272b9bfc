using System.Text.Json;

namespace ConvGen.Generator.Tests.Designs;

/// <summary>A kernel as another library computes it.</summary>
/// <param name="Attribute">The attributes that declare it.</param>
/// <param name="Axes">Axes of the signature.</param>
/// <param name="Reference">Who computed it.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Weights">The weights as applied.</param>
internal sealed record RecordedKernel(string Attribute, int Axes, string Reference, int Rows, int Columns, double[] Weights)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    /// <summary>All that are recorded, by their attributes.</summary>
    public static IReadOnlyDictionary<string, RecordedKernel> All { get; } =
        JsonSerializer
            .Deserialize<RecordedKernel[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Designs", "weights.json")), Options)!
            .ToDictionary(kernel => kernel.Attribute + (kernel.Axes == 1 ? " on one axis" : ""), StringComparer.Ordinal);

    /// <summary>
    /// How far the reference may be off. Sums and exponentials of doubles lose some units of the last place; least squares, differences and
    /// adaptive quadrature, which the reference solves in doubles, lose more.
    /// </summary>
    public double Tolerance => Weights.Max(Math.Abs) * (Solves ? 2e-12 : 2e-15);

    private bool Solves =>
        new[] { "savgol", "central_diff", "quad", "firwin" }.Any(word => Reference.Contains(word, StringComparison.Ordinal));

    /// <summary>A signature that the kernel fits.</summary>
    public string Signature(string source = "float", string destination = "float") =>
        Axes == 1
            ? $"public static partial void M(ReadOnlySpan<{source}> source, Span<{destination}> destination);"
            : $"public static partial void M(ReadOnlySpan<{source}> source, int width, int height, Span<{destination}> destination);";
}
