using System.Globalization;
using System.Text;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Declarations;

/// <summary>A declaration as a value: what the oracle reads, and what is written as C# for the generator. Lists name the outermost axis first.</summary>
/// <param name="Axes">1 or 2.</param>
/// <param name="Rows">Rows of the kernel, 1 on a 1-D signature.</param>
/// <param name="Columns">Columns of the kernel.</param>
/// <param name="Weights">The kernel as written, row by row, each weight as text; empty when the weights arrive at run time.</param>
internal sealed record Declared(int Axes, int Rows, int Columns, IReadOnlyList<string> Weights)
{
    public bool IsConvolution { get; init; }

    public Element Source { get; init; } = Element.Single;

    public Element Destination { get; init; } = Element.Single;

    /// <summary>The type of weights that arrive at run time, or null when they are known at compile time.</summary>
    public Element? Kernel { get; init; }

    public Window Mode { get; init; } = Window.Same;

    public Outside Border { get; init; } = Outside.Constant;

    public string BorderValue { get; init; } = "0";

    public string? Divisor { get; init; }

    public IReadOnlyList<int>? Anchor { get; init; }

    public IReadOnlyList<int> Strides { get; init; } = [];

    public IReadOnlyList<int> Dilations { get; init; } = [];

    /// <summary>All begins, then all ends; only with <see cref="Window.Padded"/>.</summary>
    public IReadOnlyList<int> Paddings { get; init; } = [];

    public bool IsStrict { get; init; }

    public int PixelChannels { get; init; } = 1;

    public Shape Shape { get; init; }

    /// <summary>Whether weights known at compile time are written as numbers instead of as text.</summary>
    public bool IsWrittenAsNumbers { get; init; }

    public int Taps => Rows * Columns;

    public int Stride(int axis) => Strides.Count > 0 ? Strides[axis] : 1;

    public int Dilation(int axis) => Dilations.Count > 0 ? Dilations[axis] : 1;

    /// <summary>The weights known at compile time, as written, the divisor applied.</summary>
    public Fraction[] ExactWeights()
    {
        Fraction divisor = Divisor is null ? Fraction.One : Fraction.Parse(Divisor);
        return [.. Weights.Select(w => Fraction.Parse(w) / divisor)];
    }

    /// <summary>The declaration as C#.</summary>
    public string ToSource(string name)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"[global::ConvGen.{(IsConvolution ? "Convolution" : "Correlation")}{OptionList()}]\n");
        text.Append(CultureInfo.InvariantCulture, $"[global::ConvGen.{KernelAttribute()}]\n");
        text.Append(CultureInfo.InvariantCulture, $"internal static partial void {name}({string.Join(", ", Parameters())});\n");
        return text.ToString();
    }

    public override string ToString() => ToSource("M").TrimEnd();

    private IEnumerable<string> Parameters()
    {
        yield return $"global::System.ReadOnlySpan<{Source.Keyword()}> source";
        if (Axes == 2)
        {
            yield return "int width";
            yield return "int height";
            if (Shape == Shape.Sized)
            {
                yield return "int sourcePitch";
            }
        }
        else if (Shape == Shape.Sized)
        {
            yield return "int length";
        }

        if (Kernel is { } kernel)
        {
            yield return $"global::System.ReadOnlySpan<{kernel.Keyword()}> kernel";
        }

        yield return $"global::System.Span<{Destination.Keyword()}> destination";
        if (Axes == 2 && Shape == Shape.Sized)
        {
            yield return "int destinationPitch";
        }
    }

    private string KernelAttribute()
    {
        if (Kernel is not null)
        {
            return Axes == 1 ? $"KernelShape({Columns})" : $"KernelShape({Rows}, {Columns})";
        }

        string divisor = Divisor is null ? "" : $", Divisor = {Divisor}";
        if (IsWrittenAsNumbers)
        {
            return $"Kernel({Rows}, {Columns}, {string.Join(", ", Weights)}{divisor})";
        }

        string rows = string.Join("; ", Weights.Chunk(Columns).Select(row => string.Join(" ", row)));
        return $"Kernel(\"{rows}\"{divisor})";
    }

    private string OptionList()
    {
        List<string> options = Options();
        return options.Count == 0 ? "" : "(" + string.Join(", ", options) + ")";
    }

    /// <summary>The options as C#.</summary>
    public List<string> Options()
    {
        List<string> options = [];
        if (Mode is Window.Valid or Window.Full)
        {
            options.Add($"Mode = global::ConvGen.OutputMode.{Mode}");
        }

        if (Border != Outside.Constant)
        {
            options.Add($"Border = global::ConvGen.BorderMode.{Border}");
        }

        if (BorderValue != "0")
        {
            options.Add($"BorderValue = {BorderValue}");
        }

        AddList(options, "Anchor", Anchor ?? []);
        AddList(options, "Strides", Strides);
        AddList(options, "Dilations", Dilations);
        AddList(options, "Paddings", Paddings);
        if (IsStrict)
        {
            options.Add("FloatingPoint = global::ConvGen.FloatingPointMode.Strict");
        }

        if (PixelChannels > 1)
        {
            options.Add($"PixelChannels = {PixelChannels}");
        }

        return options;
    }

    private static void AddList(List<string> options, string name, IReadOnlyList<int> values)
    {
        if (values.Count > 0)
        {
            options.Add($"{name} = new int[] {{ {string.Join(", ", values)} }}");
        }
    }
}
