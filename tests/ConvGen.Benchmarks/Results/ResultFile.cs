using System.Text.Json;

namespace ConvGen.Benchmarks.Results;

/// <summary>Reads and writes the results of a run.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>Writes the results.</summary>
    public static void Write(string path, RunResult result) => File.WriteAllText(path, JsonSerializer.Serialize(result, Options) + "\n");

    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static RunResult Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<RunResult>(File.ReadAllText(path), Options)
                ?? throw new InvalidDataException($"'{path}' is empty");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"'{path}' holds no results: {exception.Message}", exception);
        }
    }
}
