using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ConvGen.Package.Tests.Porting;

/// <summary>A row of the porting page, with what its library computed.</summary>
/// <param name="Call">The library's function, as the page shows it.</param>
/// <param name="Declaration">The attributes beside it.</param>
/// <param name="Vector">The recorded vector.</param>
internal sealed partial record PortingRow(string Call, string Declaration, JsonElement Vector)
{
    /// <summary>What is allowed of a <c>double</c> result, relative to the largest: a few rounding errors of a sum.</summary>
    private const double RoundingErrors = 1e-13;

    /// <summary>The rows of the page in their order, and the vectors that no row shows.</summary>
    public static (IReadOnlyList<PortingRow> Rows, IReadOnlyList<string> Unshown, IReadOnlyList<string> Unrecorded) Load()
    {
        string folder = Path.Combine(Repository.Root, "tests", "ConvGen.Package.Tests", "Porting");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "rows.json")));
        Dictionary<string, JsonElement> vectors = document
            .RootElement.EnumerateArray()
            .ToDictionary(
                static vector => vector.GetProperty("call").GetString()!,
                static vector => vector.Clone(),
                StringComparer.Ordinal
            );
        List<PortingRow> rows = [];
        List<string> unrecorded = [];
        foreach (Match match in PageRow().Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", "ConvGen", "Porting.md"))))
        {
            string call = match.Groups["call"].Value;
            if (vectors.Remove(call, out JsonElement vector))
            {
                rows.Add(new(call, match.Groups["declaration"].Value, vector));
            }
            else
            {
                unrecorded.Add(call);
            }
        }

        return (rows, [.. vectors.Keys], unrecorded);
    }

    /// <summary>The row as a class of C# with a method <c>Run</c> that returns the result's numbers.</summary>
    public string ToClass(string name)
    {
        string[] types = [.. Vector.GetProperty("types").EnumerateArray().Select(static type => type.GetString()!)];
        int[] shape = [.. Vector.GetProperty("shape").EnumerateArray().Select(static size => size.GetInt32())];
        string kernel = Vector.GetProperty("kernel").GetString()!;
        string[] planes = kernel.Split('|');
        int columns = kernel.Split(';')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

        // Layers have N, C and then the spatial axes; all others spatial axes alone.
        bool isLayer = Vector.TryGetProperty("weights", out JsonElement weights);
        int[] spatial = isLayer ? shape[2..] : shape;
        List<string> parameters = [$"{types[0]}[] source"];
        List<string> arguments = [Array(types[0], Vector.GetProperty("source"))];
        if (isLayer)
        {
            parameters.Add("int batch");
            arguments.Add(shape[0].ToString(CultureInfo.InvariantCulture));
        }

        if (spatial.Length >= 2)
        {
            parameters.Add("int width, int height" + (spatial.Length == 3 ? ", int depth" : ""));
            arguments.Add(string.Join(", ", spatial.Reverse()));
        }

        if (isLayer)
        {
            parameters.Add($"{types[0]}[] kernel");
            arguments.Add(Array(types[0], weights));
        }

        return $$"""
            internal static partial class {{name}}
            {
                private const string K = "{{kernel}}", KX = "1 2 5.5", KY = "3 -1 0.5";
                private const int D = {{planes.Length}}, R = {{planes[0].Split(';').Length}}, C = {{columns}};

                {{Declaration}}
                public static partial {{types[1]}}[] M({{string.Join(", ", parameters)}});

                public static IEnumerable<double> Run() => M({{string.Join(", ", arguments)}}).Select(value => (double)value);
            }

            """;
    }

    /// <summary>How a result differs from the recorded one; null where it does not.</summary>
    public string? Difference(double[] actual)
    {
        double[] expected = [.. Vector.GetProperty("output").EnumerateArray().Select(static number => number.GetDouble())];
        if (actual.Length != expected.Length)
        {
            return $"{Call}: {actual.Length} results, and {expected.Length} are expected";
        }

        bool isExact = Vector.GetProperty("types")[1].GetString() is not ("double" or "float");
        double relative = Vector.TryGetProperty("tolerance", out JsonElement tolerance) ? tolerance.GetDouble() : RoundingErrors;
        double allowed = isExact ? 0 : relative * Math.Max(1, expected.Max(Math.Abs));
        double worst = actual.Zip(expected).Max(static pair => Math.Abs(pair.First - pair.Second));
        return worst <= allowed
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{Call}: differs by {worst}, and {allowed} is allowed");
    }

    private static string Array(string type, JsonElement numbers) =>
        $"new {type}[] {{ {string.Join(", ", numbers.EnumerateArray().Select(number => type == "float" ? number.GetRawText() + "f" : number.GetRawText()))} }}";

    [GeneratedRegex(@"^\| `(?<call>[^`]+)` \| `(?<declaration>\[[^`]+\])` \|", RegexOptions.Multiline)]
    private static partial Regex PageRow();
}
