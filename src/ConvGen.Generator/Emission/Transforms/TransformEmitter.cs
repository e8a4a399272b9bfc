using ConvGen.Generator.Emission.Borders;
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

    private TransformEmitter(SourceWriter writer, KernelParts parts, TransformPlan plan, SumsEmitter? sums)
    {
        this.writer = writer;
        this.parts = parts;
        this.plan = plan;
        this.sums = sums;
        tables = new TransformTables(writer, parts, plan);
        element = parts.Plan.Accumulator;
        type = element.Keyword();
    }

    /// <summary>Prints the members of the kernel's type, but for those that compute the size of the result.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="parts">The kernel.</param>
    /// <param name="plan">Its tiles.</param>
    /// <param name="sums">Prints how results are kept where they are rounded to whole sums first; null where they are not.</param>
    public static void Emit(SourceWriter writer, KernelParts parts, TransformPlan plan, SumsEmitter? sums = null)
    {
        TransformEmitter emitter = new(writer, parts, plan, sums);
        emitter.EmitRun();
        new TransformSamples(writer, parts, plan).Emit(sums);
        emitter.tables.Emit();
    }

    /// <summary>Elements that a tile takes, and a strip of the widest vectors.</summary>
    private int TileElements => plan.Rows.Points * plan.TilePitch(element);

    private int Strip => 2 * Math.Max(plan.Rows.Points, plan.Columns.Points) * VectorWidth.All[0].Lanes(element);

    /// <summary>The type of results as C# text, which is another than that of sums where these are rounded first.</summary>
    private string Destination => sums?.Destination ?? parts.Destination;

    /// <summary>What <c>Keep</c> takes besides, with its comma.</summary>
    private string KeepArgument => sums?.Argument("matrix") ?? "";

    private void EmitRun()
    {
        ConvolutionModel model = parts.Model;
        string kernel = WeightArguments.Parameters(model.Form);
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
            tables.EmitLocal();
            CacheLine.EmitRented(writer, element, "first", "block", (2 * TileElements) + plan.MatrixElements + Strip);
            writer.Line($"ref {type} second = ref Unsafe.Add(ref first, {Literals.Of(TileElements)});");
            writer.Line($"ref {type} matrix = ref Unsafe.Add(ref second, {Literals.Of(TileElements)});");
            writer.Line($"ref {type} strip = ref Unsafe.Add(ref matrix, {Literals.Of(plan.MatrixElements)});");
            writer.Line();
            EmitCounts(model);
            if (model.PixelChannels == 1)
            {
                EmitTiles("source", "destination");
            }
            else
            {
                using (writer.Block($"for (nint channel = 0; channel < {Literals.Of(model.PixelChannels)}; channel++)"))
                {
                    writer.Line($"ref {parts.Source} samples = ref Unsafe.Add(ref source, channel);");
                    writer.Line($"ref {Destination} results = ref Unsafe.Add(ref destination, channel);");
                    EmitTiles("samples", "results");
                }
            }

            writer.Line();
            CacheLine.EmitReturn(writer, "block");
            tables.EmitReturn();
        }

        writer.Line();
    }

    /// <summary>Results without strides along each axis, and the tiles that they take.</summary>
    private void EmitCounts(ConvolutionModel model)
    {
        static string Windows(string outputs, AxisGeometry axis) =>
            axis.Stride == 1 ? outputs : $"(({outputs} - 1) * {Literals.Of(axis.Stride)}) + 1";
        string Tiles(string windows, int size) => size == 1 ? windows : $"({windows} + {Literals.Of(size - 1)}) / {Literals.Of(size)}";
        if (model.Horizontal.Stride > 1 || model.Vertical.Stride > 1)
        {
            writer.Line("// Results between strides are computed as well, and left out when they are kept.");
        }

        writer.Line($"nint columns = (nint)OutputWidth({(parts.HasTwoAxes ? "width" : "length")});");
        writer.Line($"nint windows = {Windows("columns", model.Horizontal)};");
        if (parts.HasTwoAxes)
        {
            writer.Line("nint rows = (nint)OutputHeight(height);");
            writer.Line($"nint lines = {Windows("rows", model.Vertical)};");
            writer.Line($"nint across = {Tiles("windows", plan.Width)};");
            writer.Line($"nint tiles = across * ({Tiles("lines", plan.Height)});");
        }
    }

    private void EmitTiles(string samples, string results)
    {
        if (parts.HasTwoAxes)
        {
            EmitPlane(samples, results);
        }
        else
        {
            EmitLine(samples, results);
        }
    }

    /// <summary>Whether samples can be transformed where they are.</summary>
    private bool ReadsInPlace => TransformSamples.ReadsInPlace(parts);

    /// <summary>The type of a tile's samples.</summary>
    private ElementType Sample => TransformSamples.TileType(parts);

    /// <summary>A tile's samples, which take the place of its results.</summary>
    private string Samples(string tile) => Reinterpretation.Of(tile, element, Sample);

    /// <summary>The transform of two tiles, which all kernels of the assembly with such tiles share.</summary>
    private string Transform => writer.Use(TransformHelpers.Of(plan, element, Sample));

    private string AfterPitch =>
        "ref matrix, ref strip, ref spectrum, ref first, ref second" + (parts.HasTwoAxes ? $", {Literals.Of(plan.Width)});" : ");");

    private void EmitLine(string samples, string results)
    {
        AxisGeometry axis = parts.Model.Horizontal;
        string width = Literals.Of(plan.Width),
            pitch = Literals.Of(plan.TilePitch(element));
        using (writer.Block($"for (nint x = 0; x < windows; x += {Literals.Of(2 * plan.Width)})"))
        {
            writer.Line($"nint next = x + {width};");
            writer.Line($"nint start = x{FrameEmitter.Minus(axis.Before)};");
            if (ReadsInPlace)
            {
                using (writer.Block($"if (start >= 0 && start + {Literals.Of(plan.Width + plan.Points)} <= length)"))
                {
                    writer.Line($"ref {Sample.Keyword()} inside = ref Unsafe.Add(ref {samples}, start);");
                    writer.Line($"{Transform}(ref inside, ref Unsafe.Add(ref inside, {width}), {pitch}, {AfterPitch}");
                }
            }

            using (ReadsInPlace ? writer.Block("else") : default(IDisposable))
            {
                string overhang = FrameEmitter.Plus(axis.EffectiveSize - 1);
                writer.Line($"Fetch(ref {samples}, length, start, windows - x{overhang}, {Samples("first")});");
                writer.Line($"Fetch(ref {samples}, length, start + {width}, windows - next{overhang}, {Samples("second")});");
                writer.Line($"{Transform}({Samples("first")}, {Samples("second")}, {pitch}, {AfterPitch}");
            }

            writer.Line();
            writer.Line($"Keep(ref first, x, columns, ref {results}{KeepArgument});");
            writer.Line($"Keep(ref second, next, columns, ref {results}{KeepArgument});");
        }
    }

    private void EmitPlane(string samples, string results)
    {
        ConvolutionModel model = parts.Model;
        string height = Literals.Of(plan.Height),
            width = Literals.Of(plan.Width),
            pitch = Literals.Of(plan.TilePitch(element));
        using (writer.Block("for (nint tile = 0; tile < tiles; tile += 2)"))
        {
            writer.Line($"nint x = tile % across * {width}, y = tile / across * {height};");
            writer.Line($"nint nextX = (tile + 1) % across * {width}, nextY = (tile + 1) / across * {height};");
            string Start(string place, AxisGeometry axis) => place + FrameEmitter.Minus(axis.Before);
            if (ReadsInPlace)
            {
                using (writer.Block("if (IsInside(x, y, width, height) && IsInside(nextX, nextY, width, height))"))
                {
                    string At(string x, string y) =>
                        $"ref Unsafe.Add(ref {samples}, (({Start(y, model.Vertical)}) * sourcePitch) + ({Start(x, model.Horizontal)}))";
                    writer.Line($"ref {Sample.Keyword()} inside = {At("x", "y")};");
                    writer.Line($"ref {Sample.Keyword()} nextInside = {At("nextX", "nextY")};");
                    writer.Line($"{Transform}(ref inside, ref nextInside, sourcePitch, {AfterPitch}");
                }
            }

            using (ReadsInPlace ? writer.Block("else") : default(IDisposable))
            {
                foreach ((string x, string y, string target) in new[] { ("x", "y", "first"), ("nextX", "nextY", "second") })
                {
                    string seen =
                        $"windows - {x}{FrameEmitter.Plus(model.Horizontal.EffectiveSize - 1)}, lines - "
                        + $"{y}{FrameEmitter.Plus(model.Vertical.EffectiveSize - 1)}";
                    writer.Line(
                        $"Fetch(ref {samples}, sourcePitch, width, height, {Start(x, model.Horizontal)}, "
                            + $"{Start(y, model.Vertical)}, {seen}, {Samples(target)});"
                    );
                }

                writer.Line($"{Transform}({Samples("first")}, {Samples("second")}, {pitch}, {AfterPitch}");
            }

            writer.Line();
            writer.Line($"Keep(ref first, x, y, columns, rows, ref {results}, destinationPitch{KeepArgument});");
            writer.Line($"Keep(ref second, nextX, nextY, columns, rows, ref {results}, destinationPitch{KeepArgument});");
        }
    }
}
