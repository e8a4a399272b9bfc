using System.Text.RegularExpressions;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Bands;

/// <summary>A filter or layer declared twice, with arrays: computed by the calling thread, and by several.</summary>
/// <param name="Space">Everything but channels.</param>
/// <param name="Layer">The layer, or null for a filter.</param>
internal sealed partial record BandDeclared(Declared Space, DeclaredLayer? Layer)
{
    public int Inputs => Layer?.Inputs ?? Space.PixelChannels;

    public int Outputs => Layer?.Outputs ?? Space.PixelChannels;

    /// <summary>Whether channels stand in planes.</summary>
    public bool IsPlanar => Layer is { IsPlanar: true };

    /// <summary>Whether several sources lie one after the other.</summary>
    public bool HasBatch { get; init; }

    public int Weights => Space.Kernel is null ? 0 : Layer?.WeightCount ?? Space.Taps;

    public Element? Bias => Layer?.Bias;

    public static BandDeclared Of(Declared declared, bool hasBatch) => new(Plain(declared), null) { HasBatch = hasBatch };

    public static BandDeclared Of(DeclaredLayer layer)
    {
        Declared space = Plain(layer.Space);
        return new(space, layer with { Space = space, IsPrepared = false, HasBatch = false }) { HasBatch = layer.HasBatch };
    }

    /// <summary>Both methods.</summary>
    public string ToSource(string name) => Source("Whole" + name) + ByThreads(Source("Bands" + name));

    /// <summary>The same method, computed by several threads.</summary>
    public static string ByThreads(string source)
    {
        string bands = Operation()
            .Replace(source, match => match.Value.EndsWith('(') ? match.Value + "Parallel = true, " : match.Value + "(Parallel = true)", 1);
        int end = bands.LastIndexOf(");", StringComparison.Ordinal);
        return bands[..end] + ", int maxDegreeOfParallelism, global::System.Threading.CancellationToken cancellationToken" + bands[end..];
    }

    public override string ToString() => ToSource("");

    private static Declared Plain(Declared declared) => declared with { Form = Form.Spans, Spelling = Spelling.Text };

    private string Source(string name) =>
        ArrayText
            .Of(Layer is null ? Space.ToSource(name) : Layer.ToSource(name))
            .Replace("[] source", HasBatch ? "[] source, int batch" : "[] source", StringComparison.Ordinal);

    [GeneratedRegex(@"global::ConvGen\.(?:Convolution|Correlation)\b\(?")]
    private static partial Regex Operation();
}
