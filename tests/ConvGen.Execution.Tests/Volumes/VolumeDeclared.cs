using System.Globalization;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;

namespace ConvGen.Execution.Tests.Volumes;

/// <summary>A filter of a volume: a filter of images whose kernel rows are dealt out to planes, with options for a third axis.</summary>
/// <param name="Space">Types, weights and options, whose lists have a number for each of the three axes; its rows are those of all
/// planes.</param>
/// <param name="Planes">Planes of the kernel.</param>
internal sealed record VolumeDeclared(Declared Space, int Planes)
{
    /// <summary>How the volumes travel.</summary>
    public VolumeForm Form { get; init; }

    /// <summary>Whether several threads compute the result.</summary>
    public bool IsParallel { get; init; }

    private int RowsOfPlane => Space.Rows / Planes;

    private string Source => Space.Source.Keyword();

    private string Destination => Space.Destination.Keyword();

    /// <summary>Deals out the rows of a kernel to planes.</summary>
    /// <param name="declared">A filter of images.</param>
    /// <param name="seed">What planes, form and options of the third axis are drawn from.</param>
    public static VolumeDeclared Of(Declared declared, int seed)
    {
        Random random = new(seed);
        int[] divisors = [.. Enumerable.Range(1, declared.Rows).Where(divisor => declared.Rows % divisor == 0)];
        int planes = divisors[random.Next(divisors.Length)];
        if (planes == 1 && random.Next(4) > 0)
        {
            planes = divisors[^1];
        }

        return Of(declared, planes, random);
    }

    /// <summary>Deals out the rows of a kernel to so many planes.</summary>
    public static VolumeDeclared Of(Declared declared, int planes, Random random)
    {
        int rows = declared.Rows / planes;
        int[] Step(IReadOnlyList<int> steps) => steps.Count == 0 ? [] : [random.Next(3) == 0 ? random.Next(1, 4) : 1, .. steps];
        int[] paddings =
            declared.Paddings.Count == 0
                ? []
                :
                [
                    random.Next(0, 4),
                    declared.Paddings[0],
                    declared.Paddings[1],
                    random.Next(0, 4),
                    declared.Paddings[2],
                    declared.Paddings[3],
                ];
        return new VolumeDeclared(
            declared with
            {
                Strides = Step(declared.Strides),
                Dilations = Step(declared.Dilations),
                Paddings = paddings,
                Anchor = declared.Anchor is null ? null : [random.Next(planes), Math.Min(declared.Anchor[0], rows - 1), declared.Anchor[1]],
                IsWrittenAsNumbers = false,
                Spelling = Spelling.Text,
                Form = Declarations.Form.Spans,
            },
            planes
        )
        {
            Form = (VolumeForm)random.Next(Enum.GetValues<VolumeForm>().Length),
            IsParallel = random.Next(3) == 0,
        };
    }

    /// <summary>The same with another kernel: the product of three factors, with something added to its first weight.</summary>
    public VolumeDeclared OfProduct(int[] planes, int[] rows, int[] columns, int odd) =>
        this with
        {
            Planes = planes.Length,
            Space = Space with
            {
                Rows = planes.Length * rows.Length,
                Columns = columns.Length,
                Weights =
                [
                    .. planes
                        .SelectMany(a => rows.SelectMany(b => columns.Select(c => a * b * c)))
                        .Select((weight, place) => (weight + (place == 0 ? odd : 0)).ToString(CultureInfo.InvariantCulture)),
                ],
                Anchor = null,
                IsStrict = Space.IsStrict && odd != 0,
            },
        };

    /// <summary>The rule of an axis: 0 for planes, 1 for rows, 2 for columns.</summary>
    public AxisRule Axis(int axis)
    {
        int size = axis switch
        {
            0 => Planes,
            1 => RowsOfPlane,
            _ => Space.Columns,
        };
        int stride = Space.Stride(axis),
            dilation = Space.Dilation(axis);
        (int before, int after) = Space.Mode switch
        {
            Window.Same => (dilation * (Space.Anchor is null ? size / 2 : Space.Anchor[axis]), 0),
            Window.Valid => (0, 0),
            Window.Full => (dilation * (size - 1), dilation * (size - 1)),
            _ => (Space.Paddings[axis], Space.Paddings[3 + axis]),
        };
        return new AxisRule(size, stride, dilation, before, after, Space.Mode, Space.Border);
    }

    /// <summary>What the rows of a plane and the columns have of it.</summary>
    public Declared Plane =>
        Space with
        {
            Rows = RowsOfPlane,
            Strides = [.. Space.Strides.Skip(1)],
            Dilations = [.. Space.Dilations.Skip(1)],
            Anchor = Space.Anchor is null ? null : [.. Space.Anchor.Skip(1)],
            Paddings = Space.Paddings.Count == 0 ? [] : [.. Space.Paddings.Where((_, end) => end % 3 > 0)],
        };

    /// <summary>The declaration, with arrays, which can be called without knowing their types.</summary>
    public string ToSource(string name) => ToSource(name, static (element, _) => element + "[]");

    /// <summary>The same with spans.</summary>
    public string ToSpanSource(string name) =>
        (this with { IsParallel = false }).ToSource(
            name,
            static (element, isWritten) => $"global::System.{(isWritten ? "" : "ReadOnly")}Span<{element}>"
        );

    private string ToSource(string name, Func<string, bool, string> buffer)
    {
        List<string> options = [.. Space.Options(), .. IsParallel ? ["Parallel = true"] : Array.Empty<string>()];
        string operation =
            (Space.IsConvolution ? "Convolution" : "Correlation") + (options.Count == 0 ? "" : "(" + string.Join(", ", options) + ")");
        return $"[global::ConvGen.{operation}]\n[global::ConvGen.{KernelAttribute()}]\ninternal static partial void {name}({string.Join(", ", Parameters(buffer, Kernel(buffer)))});\n";
    }

    /// <summary>The parameters of a method of this form.</summary>
    /// <param name="buffer">The type of a buffer, by its element and whether it is written.</param>
    /// <param name="weights">The parameters for what arrives beside the source.</param>
    public string[] Parameters(Func<string, bool, string> buffer, IEnumerable<string> weights) =>
        Form == VolumeForm.Shaped
            ? [$"{Source}[,,] source", .. weights, $"{Destination}[,,] destination"]
            :
            [
                $"{buffer(Source, false)} source",
                .. Form == VolumeForm.Batch ? ["int batch"] : Array.Empty<string>(),
                "int width",
                "int height",
                "int depth",
                .. Form == VolumeForm.Pitched ? ["int sourcePitch", "int sourcePlanePitch"]
                : Form == VolumeForm.Rows ? ["int sourcePitch"]
                : Array.Empty<string>(),
                .. weights,
                $"{buffer(Destination, true)} destination",
                .. Form == VolumeForm.Pitched ? ["int destinationPitch", "int destinationPlanePitch"]
                : Form == VolumeForm.Rows ? ["int destinationPitch"]
                : Array.Empty<string>(),
            ];

    public override string ToString() => ToSource("M");

    private IEnumerable<string> Kernel(Func<string, bool, string> buffer) =>
        Space.Kernel is { } kernel ? [buffer(kernel.Keyword(), false) + " kernel"] : [];

    private string KernelAttribute()
    {
        if (Space.Kernel is not null)
        {
            return $"KernelShape({Planes}, {RowsOfPlane}, {Space.Columns})";
        }

        IEnumerable<string> planes = Space
            .Weights.Chunk(Space.Columns)
            .Select(row => string.Join(' ', row))
            .Chunk(RowsOfPlane)
            .Select(rows => string.Join("; ", rows));
        return $"Kernel(\"{string.Join(" | ", planes)}\"{(Space.Divisor is null ? "" : $", Divisor = {Space.Divisor}")})";
    }
}
