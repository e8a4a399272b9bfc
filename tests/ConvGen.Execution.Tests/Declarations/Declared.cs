using System.Globalization;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Declarations;

/// <summary>
/// A declaration as a value: what the oracle reads, and what is written as C# for the generator. Lists name the outermost axis first.
/// </summary>
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

    /// <summary>Whether a plan through transforms is allowed, which is accurate in norm.</summary>
    public bool IsTransform { get; init; }

    public int PixelChannels { get; init; } = 1;

    public Shape Shape { get; init; }

    /// <summary>Whether weights known at compile time are written as numbers instead of as text.</summary>
    public bool IsWrittenAsNumbers { get; init; }

    /// <summary>How weights known at compile time are written otherwise.</summary>
    public Spelling Spelling { get; init; }

    /// <summary>Whether steps and paddings that are alike on all axes are written as one number.</summary>
    public bool HasSingleNumbers { get; init; }

    /// <summary>How the method is written down.</summary>
    public Form Form { get; init; } = Form.Spans;

    public bool HasSourcePitch => Axes == 2 && Shape == Shape.Sized && !Form.IsShaped;

    public bool HasDestinationPitch => HasSourcePitch && !Form.Returns;

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
        string attributes =
            $"[global::ConvGen.{(IsConvolution ? "Convolution" : "Correlation")}{OptionList()}]\n[global::ConvGen.{KernelAttribute(name)}]\n";
        string result = !Form.Returns ? "void" : (Form.IsShaped ? Carrier.Rectangle : Carrier.Array).Of(Destination.Keyword());
        string method = HostText.Declaration(Form.Host, name, attributes, result, Form.ParameterList(Parameters()));
        return Form.NeedsAdapter ? method + AdapterText.Of(this, name) : method;
    }

    /// <summary>The path and the text of the file that holds the weights, or null.</summary>
    public (string Path, string Text)? File(string name) =>
        Spelling != Spelling.File || Kernel is not null || IsWrittenAsNumbers
            ? null
            : (PathOf(name), string.Join('\n', Weights.Chunk(Columns).Select(row => string.Join(' ', row))) + "\n");

    public override string ToString() => ToSource("M").TrimEnd();

    private IEnumerable<(string Type, string Name)> Parameters()
    {
        yield return (Form.Source.Of(Source.Keyword()), "source");
        if (Form.HasBatch)
        {
            yield return ("int", "batch");
        }

        if (Axes == 2 && !Form.IsShaped)
        {
            yield return ("int", "width");
            yield return ("int", "height");
        }
        else if (Axes == 1 && Shape == Shape.Sized && !Form.IsShaped)
        {
            yield return ("int", "length");
        }

        if (HasSourcePitch)
        {
            yield return ("int", "sourcePitch");
        }

        if (Kernel is { } kernel)
        {
            yield return (Form.Kernel.Of(kernel.Keyword()), "kernel");
        }

        if (!Form.Returns)
        {
            yield return (Form.Destination.Of(Destination.Keyword()), "destination");
        }

        if (HasDestinationPitch)
        {
            yield return ("int", "destinationPitch");
        }
    }

    private string KernelAttribute(string name)
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

        IEnumerable<string[]> rows = Weights.Chunk(Columns);
        return Spelling switch
        {
            Spelling.Commas => $"Kernel(\"{string.Join(" ; ", rows.Select(row => string.Join(", ", row)))}\"{divisor})",
            Spelling.Lines => $"Kernel(\"{string.Join("\\n", rows.Select(row => string.Join(" ", row)))}\"{divisor})",
            Spelling.Collection => $"Kernel({Rows}, {Columns}, [{string.Join(", ", Weights)}]{divisor})",
            Spelling.File => $"KernelFile(\"{PathOf(name)}\"{divisor})",
            _ => $"Kernel(\"{string.Join("; ", rows.Select(row => string.Join(" ", row)))}\"{divisor})",
        };
    }

    private static string PathOf(string name) => $"/kernels/{name}.txt";

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
        AddSteps(options, "Stride", Strides);
        AddSteps(options, "Dilation", Dilations);
        AddSteps(options, "Padding", Paddings);
        if (IsStrict)
        {
            options.Add("FloatingPoint = global::ConvGen.FloatingPointMode.Strict");
        }

        if (IsTransform)
        {
            options.Add("FloatingPoint = global::ConvGen.FloatingPointMode.Transform");
        }

        if (PixelChannels > 1)
        {
            options.Add($"PixelChannels = {PixelChannels}");
        }

        return options;
    }

    private void AddSteps(List<string> options, string name, IReadOnlyList<int> values)
    {
        if (HasSingleNumbers && values.Count > 0 && values.All(value => value == values[0]))
        {
            options.Add(string.Create(CultureInfo.InvariantCulture, $"{name} = {values[0]}"));
        }
        else
        {
            AddList(options, name + "s", values);
        }
    }

    private static void AddList(List<string> options, string name, IReadOnlyList<int> values)
    {
        if (values.Count > 0)
        {
            options.Add($"{name} = new int[] {{ {string.Join(", ", values)} }}");
        }
    }
}
