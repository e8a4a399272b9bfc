using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>
/// Prints a kernel that is computed through transforms of tiles, from the outside in: the tiles, their samples and results, and the
/// spectrum of its weights. The transforms are the assembly's.
/// </summary>
internal sealed class TransformEmitter
{
    private readonly SourceWriter writer;
    private readonly KernelParts parts;
    private readonly TransformPlan plan;
    private readonly TransformTables tables;
    private readonly ElementType element;
    private readonly string type;
    private readonly SumsEmitter? sums;
    private readonly TileLoop tiles;

    private TransformEmitter(SourceWriter writer, KernelParts parts, TransformPlan plan, SumsEmitter? sums)
    {
        this.writer = writer;
        this.parts = parts;
        this.plan = plan;
        this.sums = sums;
        tables = new TransformTables(writer, parts, plan);
        element = parts.Plan.Accumulator;
        type = element.Keyword();
        tiles = new TileLoop(writer, parts, plan, sums);
    }

    /// <summary>Prints the members of the kernel's type, but for those that compute the size of the result.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="parts">The kernel.</param>
    /// <param name="plan">Its tiles.</param>
    /// <param name="sums">Prints how results are kept where they are rounded to whole sums first; null where they are not.</param>
    /// <param name="leastResults">Results that two tiles must have where sums can be formed directly as well.</param>
    public static void Emit(SourceWriter writer, KernelParts parts, TransformPlan plan, SumsEmitter? sums = null, int leastResults = 0)
    {
        TransformEmitter emitter = new(writer, parts, plan, sums);
        if (parts.Model.ComputesParts)
        {
            emitter.EmitParts(leastResults);
        }
        else
        {
            emitter.EmitRun();
        }

        new TransformSamples(writer, parts, plan).Emit(sums);
        emitter.tables.Emit();
    }

    /// <summary>The type of results as C# text, which is another than that of sums where these are rounded first.</summary>
    private string Destination => sums?.Destination ?? parts.Destination;

    private void EmitRun()
    {
        ConvolutionModel model = parts.Model;
        string kernel = tables.IsShared ? $", ref {type} spectrum" : WeightArguments.Parameters(model.Form);
        string parameters = parts.HasTwoAxes
            ? $"ref {parts.Source} source, nint sourcePitch, int width, int height, ref {Destination} destination, nint "
                + $"destinationPitch{kernel}"
            : $"ref {parts.Source} source, int length, ref {Destination} destination{kernel}";
        writer.Line(
            "/// <summary>Computes the whole result. The arguments have been checked, and neither the source nor the result is "
                + "empty.</summary>"
        );
        using (writer.Block($"internal static void Run({parameters})"))
        {
            if (!tables.IsShared)
            {
                tables.EmitLocal();
            }

            EmitMemory();
            EmitCounts();
            EmitChannels();
            writer.Line();
            CacheLine.EmitReturn(writer, "block");
            if (!tables.IsShared)
            {
                tables.EmitReturn();
            }
        }

        writer.Line();
    }

    /// <summary>
    /// A part of the result: the pairs of tiles that it falls into, all at once or some of them. Tiles lie where those of a whole call do,
    /// so that a result has the same bits in every part; of whole sums, which have them anyway, they begin with the part. An image that is
    /// overwritten is computed band by band, each of whole pairs, from copies that are counted from the band's first row.
    /// </summary>
    private void EmitParts(int leastResults)
    {
        TransformParts part = new(writer, parts, plan, tiles.BeginsWithPart);
        part.EmitPairs(leastResults);
        if (sums is null)
        {
            part.EmitRun(tables);
        }

        writer.Line("/// <summary>Computes results of a part: those of some of the pairs of tiles that it falls into.</summary>");
        using (writer.Block($"internal static void {TransformParts.Name}({part.Parameters(Destination)})"))
        {
            if (!parts.HasRunTimeWeights)
            {
                tables.EmitLocal();
            }

            EmitMemory();
            part.EmitPlace();
            EmitChannels();
            writer.Line();
            CacheLine.EmitReturn(writer, "block");
        }

        writer.Line();
    }

    /// <summary>Room for two tiles, for what they are transformed to, and for a strip of the widest vectors.</summary>
    private void EmitMemory()
    {
        int tile = plan.Rows.Points * plan.TilePitch(element),
            strip = 2 * Math.Max(plan.Rows.Points, plan.Columns.Points) * VectorWidth.All[0].Lanes(element);
        CacheLine.EmitRented(writer, element, "first", "block", (2 * tile) + plan.MatrixElements + strip);
        writer.Line($"ref {type} second = ref Unsafe.Add(ref first, {Literals.Of(tile)});");
        writer.Line($"ref {type} matrix = ref Unsafe.Add(ref second, {Literals.Of(tile)});");
        writer.Line($"ref {type} strip = ref Unsafe.Add(ref matrix, {Literals.Of(plan.MatrixElements)});");
        writer.Line();
    }

    /// <summary>Results without strides along each axis, and the tiles that they take.</summary>
    private void EmitCounts()
    {
        ConvolutionModel model = parts.Model;
        if (model.Horizontal.Stride > 1 || model.Vertical.Stride > 1)
        {
            writer.Line("// Results between strides are computed as well, and left out when they are kept.");
        }

        writer.Line($"nint columns = (nint)OutputWidth({(parts.HasTwoAxes ? "width" : "length")});");
        writer.Line($"nint windows = {TransformParts.Windows("columns", model.Horizontal)};");
        if (parts.HasTwoAxes)
        {
            writer.Line("nint rows = (nint)OutputHeight(height);");
            writer.Line($"nint lines = {TransformParts.Windows("rows", model.Vertical)};");
            writer.Line($"{TransformParts.NewPairs(writer, plan, "windows, 0, 0, windows, lines")};");
        }
    }

    private void EmitChannels()
    {
        if (parts.Model.PixelChannels == 1)
        {
            tiles.Emit("source", "destination");
            return;
        }

        using (writer.Block($"for (nint channel = 0; channel < {Literals.Of(parts.Model.PixelChannels)}; channel++)"))
        {
            writer.Line($"ref {parts.Source} samples = ref Unsafe.Add(ref source, channel);");
            writer.Line($"ref {Destination} results = ref Unsafe.Add(ref destination, channel);");
            tiles.Emit("samples", "results");
        }
    }
}
