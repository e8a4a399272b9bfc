using System.Globalization;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;
using ConvGen.Execution.Tests.Quantised;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>A declaration with channels as a value: what the oracle reads, and what is written as C# for the generator.</summary>
/// <param name="Space">Everything but channels; weights known at compile time stand there in the order of the kernel's layout.</param>
/// <param name="Inputs">Channels of the source.</param>
/// <param name="Outputs">Channels of the result.</param>
/// <param name="Groups">Groups of channels.</param>
internal sealed record DeclaredLayer(Declared Space, int Inputs, int Outputs, int Groups = 1)
{
    /// <summary>Planes of the kernel of a layer over volumes, whose rows are those of all planes; 0 for one or two axes.</summary>
    public int Planes { get; init; }

    public bool IsPlanar { get; init; }

    public bool IsOutputFirst { get; init; }

    public Element? Bias { get; init; }

    /// <summary>What makes the layer a quantised one.</summary>
    public ZeroPoints? Quantised { get; init; }

    public bool HasBatch { get; init; }

    /// <summary>Whether run-time weights come in a prepared kernel.</summary>
    public bool IsPrepared { get; init; }

    public bool IsRelu { get; init; }

    public string? Minimum { get; init; }

    public string? Maximum { get; init; }

    public int GroupInputs => Inputs / Groups;

    public int GroupOutputs => Outputs / Groups;

    /// <summary>Terms of a sum.</summary>
    public int Taps => Space.Rows * Space.Columns * GroupInputs;

    public int WeightCount => Taps * Outputs;

    public bool HasPitches => Space.Axes == 2 && Space.Shape == Shape.Sized;

    /// <summary>The smallest result, if any.</summary>
    public Fraction? Lowest =>
        IsRelu ? Fraction.Zero
        : Minimum is null ? null
        : Fraction.Parse(Minimum);

    /// <summary>The largest result, if any.</summary>
    public Fraction? Highest => Maximum is null ? null : Fraction.Parse(Maximum);

    /// <summary>
    /// The position of a weight in the kernel as written, by its place in the kernel as applied; channels are never reversed.
    /// </summary>
    public int WeightIndex(int row, int column, int input, int output)
    {
        if (Space.IsConvolution)
        {
            (row, column) = (Space.Rows - 1 - row, Space.Columns - 1 - column);
        }

        return IsOutputFirst
            ? (((((output * GroupInputs) + input) * Space.Rows) + row) * Space.Columns) + column
            : (((((row * Space.Columns) + column) * GroupInputs) + input) * Outputs) + output;
    }

    /// <summary>
    /// The declaration as C#; buffers are arrays, or an adapter takes arrays, so that it can be called without knowing its types.
    /// </summary>
    public string ToSource(string name)
    {
        string arrays = List(Parameters(Carrier.Array, Carrier.Array, Carrier.Array));
        if (!Space.Form.NeedsAdapter)
        {
            return HostText.Declaration(Host.Static, name, Attributes, "void", arrays);
        }

        (string Type, string Name)[] parameters = [.. Parameters(Space.Form.Source, Space.Form.Destination, Space.Form.Kernel)];
        string arguments = string.Join(", ", parameters.Select(parameter => $"{parameter.Name}: {parameter.Name}"));
        string call = $"{HostText.Callee(Space.Form.Host, name)}({arguments})";
        return HostText.Declaration(Space.Form.Host, name, Attributes, "void", Space.Form.ParameterList(parameters))
            + $"internal static void {AdapterText.NameOf(name)}({arrays}) => {call};\n";
    }

    /// <summary>The declaration as C#; buffers are spans.</summary>
    public string ToSpanSource(string name) =>
        HostText.Declaration(
            Host.Static,
            name,
            Attributes,
            "void",
            List(Parameters(Carrier.ReadOnlySpan, Carrier.Span, Carrier.ReadOnlySpan))
        );

    /// <summary>Elements from one row of the result to the next. A pitch belongs to the width, also where there are no rows.</summary>
    public int ResultPitch(int width, int gap)
    {
        int columns = width == 0 ? 0 : AxisRule.Horizontal(Space).OutputLength(width);
        return (IsPlanar ? columns : columns * Outputs) + gap;
    }

    public override string ToString() => ToSource("M").TrimEnd();

    /// <summary>The attributes as C#.</summary>
    public string Attributes =>
        $"[global::ConvGen.{(Space.IsConvolution ? "Convolution" : "Correlation")}({string.Join(", ", Options())})]\n[global::ConvGen.{Kernel()}]\n";

    private static string List(IEnumerable<(string Type, string Name)> parameters) =>
        string.Join(", ", parameters.Select(parameter => parameter.Type + " " + parameter.Name));

    /// <summary>Options that belong to the form of a volume.</summary>
    public IReadOnlyList<string> FormOptions { get; init; } = [];

    private List<string> Options()
    {
        List<string> options = [.. Space.Options(), .. FormOptions];
        options.Add($"Layout = global::ConvGen.ChannelLayout.{(IsPlanar ? "Planar" : "Interleaved")}");
        options.Add($"KernelLayout = global::ConvGen.KernelLayout.{(IsOutputFirst ? "OutputFirst" : "InputFirst")}");
        if (IsRelu)
        {
            options.Add("Activation = global::ConvGen.Activation.Relu");
        }

        if (Minimum is not null)
        {
            options.Add("OutputMinimum = " + Minimum);
        }

        if (Maximum is not null)
        {
            options.Add("OutputMaximum = " + Maximum);
        }

        return options;
    }

    private string Kernel()
    {
        string channels = $"InputChannels = {Inputs}, OutputChannels = {Outputs}, Groups = {Groups}";
        if (Space.Kernel is not null)
        {
            return Space.Axes == 1 ? $"KernelShape({Space.Columns}, {channels})"
                : Planes > 0 ? $"KernelShape({Planes}, {Space.Rows / Planes}, {Space.Columns}, {channels})"
                : $"KernelShape({Space.Rows}, {Space.Columns}, {channels})";
        }

        string divisor = Space.Divisor is null ? "" : $", Divisor = {Space.Divisor}";
        string rows =
            Space.Axes == 1 ? ""
            : Planes > 0 ? $", Planes = {Planes}, Rows = {Space.Rows / Planes}"
            : $", Rows = {Space.Rows}";
        return $"Kernel(\"{string.Join(" ", Space.Weights)}\"{rows}, Columns = {Space.Columns}, {channels}{divisor})";
    }

    private IEnumerable<(string Type, string Name)> Parameters(Carrier source, Carrier destination, Carrier weights)
    {
        yield return (source.Of(Space.Source.Keyword()), "source");
        if (HasBatch)
        {
            yield return ("int", "batch");
        }

        if (Space.Axes == 2)
        {
            yield return ("int", "width");
            yield return ("int", "height");
        }
        else if (Space.Shape == Shape.Sized)
        {
            yield return ("int", "length");
        }

        if (HasPitches)
        {
            yield return ("int", "sourcePitch");
        }

        if (Space.Kernel is { } kernel)
        {
            yield return ((IsPrepared ? Carrier.Prepared : weights).Of(kernel.Keyword()), "kernel");
        }

        if (Bias is { } bias)
        {
            yield return (weights.Of(bias.Keyword()), "bias");
        }

        if (Quantised is { } zeroPoints)
        {
            yield return (weights.Of("float"), "scale");
            foreach (string name in zeroPoints.Names)
            {
                yield return ("int", name);
            }
        }

        yield return (destination.Of(Space.Destination.Keyword()), "destination");
        if (HasPitches)
        {
            yield return ("int", "destinationPitch");
        }
    }
}
