using System.Text.Json;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Reference;

/// <summary>A result computed by somebody else. Numbers are kept as their JSON text, so that they mean the same to everybody.</summary>
/// <param name="Name">The case's name, with its file's.</param>
/// <param name="Declared">The case as a declaration, in double unless the case is an integer one.</param>
/// <param name="Width">Source columns.</param>
/// <param name="Height">Source rows; 1 for a signal.</param>
/// <param name="Input">The source.</param>
/// <param name="OutputWidth">Result columns.</param>
/// <param name="OutputHeight">Result rows.</param>
/// <param name="Output">The result.</param>
internal sealed record GoldenCase(
    string Name,
    Declared Declared,
    int Width,
    int Height,
    Fraction[] Input,
    int OutputWidth,
    int OutputHeight,
    Fraction[] Output
)
{
    private static readonly string[] Files = ["seeds", "one-dimension", "two-dimensions", "anchors", "small-images", "bytes"];

    private static readonly Lazy<IReadOnlyDictionary<string, GoldenCase>> Loaded = new(() =>
        Files.SelectMany(Load).ToDictionary(c => c.Name, StringComparer.Ordinal)
    );

    /// <summary>All cases with one input and one output channel, by name.</summary>
    public static IReadOnlyDictionary<string, GoldenCase> All => Loaded.Value;

    /// <summary>Every third floating-point case: what a second element type is worth, for a third of the compiler's time.</summary>
    public static IReadOnlySet<string> Sampled { get; } =
        new HashSet<string>(
            All.Values.Where(c => c.Declared.Source.IsFloating()).Where((_, i) => i % 3 == 0).Select(c => c.Name),
            StringComparer.Ordinal
        );

    /// <summary>The weights in the order of the kernel as written.</summary>
    public Fraction[] Weights => Declared.ExactWeights();

    public Fraction BorderValue => Fraction.Parse(Declared.BorderValue);

    private static IEnumerable<GoldenCase> Load(string file)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Goldens", file + ".json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        foreach (JsonElement element in document.RootElement.EnumerateArray())
        {
            if (!element.TryGetProperty("layout", out _))
            {
                yield return Read(element);
            }
        }
    }

    private static GoldenCase Read(JsonElement element)
    {
        int[] kernel = ShapeOf(element.GetProperty("kernel"));
        int[] input = ShapeOf(element.GetProperty("input"));
        int[] output = ShapeOf(element.GetProperty("output"));
        Declared declared = new(input.Length, kernel.Length == 2 ? kernel[0] : 1, kernel[^1], [.. Texts(element.GetProperty("kernel"))])
        {
            IsConvolution = Text(element, "operation") == "convolution",
            Mode = Enum.Parse<Window>(Text(element, "mode"), ignoreCase: true),
            Border = Enum.Parse<Outside>(Text(element, "border"), ignoreCase: true),
            BorderValue = element.GetProperty("borderValue").GetRawText(),
            Source = element.TryGetProperty("inputType", out JsonElement source) ? TypeOf(source) : Element.Double,
            Destination = element.TryGetProperty("outputType", out JsonElement destination) ? TypeOf(destination) : Element.Double,
            Divisor = element.TryGetProperty("divisor", out JsonElement divisor) ? divisor.GetRawText() : null,
            Anchor = element.TryGetProperty("anchor", out JsonElement anchor)
                ? [.. anchor.EnumerateArray().Select(a => a.GetInt32())]
                : null,
        };
        return new GoldenCase(
            Text(element, "name"),
            declared,
            input[^1],
            input.Length == 2 ? input[0] : 1,
            [.. Texts(element.GetProperty("input")).Select(Fraction.Parse)],
            output[^1],
            output.Length == 2 ? output[0] : 1,
            [.. Texts(element.GetProperty("output")).Select(Fraction.Parse)]
        );
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static int[] ShapeOf(JsonElement array) => [.. array.GetProperty("shape").EnumerateArray().Select(n => n.GetInt32())];

    private static IEnumerable<string> Texts(JsonElement array) => array.GetProperty("data").EnumerateArray().Select(n => n.GetRawText());

    private static Element TypeOf(JsonElement element) =>
        element.GetString() switch
        {
            "byte" => Element.Byte,
            "short" => Element.Int16,
            "int" => Element.Int32,
            string other => throw new InvalidDataException(other),
            null => throw new InvalidDataException(),
        };
}
