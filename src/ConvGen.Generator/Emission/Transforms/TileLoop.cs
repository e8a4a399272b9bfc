using ConvGen.Generator.Emission.Borders;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>
/// Prints the loop over pairs of tiles: the samples of both are fetched, or read where they are, transformed, and their results kept.
/// </summary>
internal sealed class TileLoop(SourceWriter writer, KernelParts parts, TransformPlan plan, SumsEmitter? sums)
{
    private readonly ConvolutionModel model = parts.Model;
    private readonly ElementType element = parts.Plan.Accumulator;
    private readonly bool isPart = parts.Model.ComputesParts;
    private readonly string width = Literals.Of(plan.Width);
    private readonly string pitch = Literals.Of(plan.TilePitch(parts.Plan.Accumulator));

    /// <summary>
    /// Whether tiles are counted from the first result of a part. Those of whole sums may begin anywhere; an image that is overwritten is
    /// computed in bands that begin with pairs of tiles.
    /// </summary>
    public bool BeginsWithPart => isPart && (sums is not null || model.Form.IsInPlace);

    /// <summary>Whether samples can be transformed where they are.</summary>
    private bool ReadsInPlace => TransformSamples.ReadsInPlace(parts);

    /// <summary>The type of a tile's samples.</summary>
    private ElementType Sample => TransformSamples.TileType(parts);

    /// <summary>What <c>Keep</c> takes besides, with its comma.</summary>
    private string KeepArgument => sums?.Argument("matrix") ?? "";

    /// <summary>The transform of two tiles, which all kernels of the assembly with such tiles share.</summary>
    private string Transform => writer.Use(TransformHelpers.Of(plan, element, Sample));

    private string AfterPitch => "ref matrix, ref strip, ref spectrum, ref first, ref second" + (parts.HasTwoAxes ? $", {width});" : ");");

    /// <summary>A tile's samples, which take the place of its results.</summary>
    private string Samples(string tile) => Reinterpretation.Of(tile, element, Sample);

    /// <summary>Prints the loop.</summary>
    /// <param name="samples">The first sample.</param>
    /// <param name="results">The first result.</param>
    public void Emit(string samples, string results)
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

    private void EmitLine(string samples, string results)
    {
        AxisGeometry axis = model.Horizontal;
        string both = Literals.Of(2 * plan.Width);
        string loop = isPart ? "for (nint pair = firstPair; pair < endPair; pair++)" : $"for (nint x = 0; x < windows; x += {both})";
        using (writer.Block(loop))
        {
            if (isPart)
            {
                writer.Line($"nint x = {(BeginsWithPart ? "start" : "firstTile")} + (pair * {both});");
            }

            writer.Line($"nint next = x + {width};");
            writer.Line($"nint {From} = x{FrameEmitter.Minus(axis.Before)};");
            if (ReadsInPlace)
            {
                // Samples that no result needs are zero where a tile is fetched, and must not be read here.
                string isSeen = isPart || axis.Stride > 1 ? $" && next + {width} <= windows" : "";
                using (writer.Block($"if ({From} >= 0 && {From} + {Literals.Of(plan.Width + plan.Points)} <= length{isSeen})"))
                {
                    string place = isPart ? $"{From} - heldLeft" : From;
                    writer.Line($"ref {Sample.Keyword()} inside = ref Unsafe.Add(ref {samples}, {place});");
                    writer.Line($"{Transform}(ref inside, ref Unsafe.Add(ref inside, {width}), {pitch}, {AfterPitch}");
                }
            }

            using (ReadsInPlace ? writer.Block("else") : default(IDisposable))
            {
                string overhang = FrameEmitter.Plus(axis.EffectiveSize - 1),
                    held = isPart ? ", heldLeft" : "";
                string source = $"ref {samples}{held}, length";
                writer.Line($"Fetch({source}, {From}, windows - x{overhang}, {Samples("first")});");
                writer.Line($"Fetch({source}, {From} + {width}, windows - next{overhang}, {Samples("second")});");
                writer.Line($"{Transform}({Samples("first")}, {Samples("second")}, {pitch}, {AfterPitch}");
            }

            writer.Line();
            string columns = isPart ? "left, right" : "columns";
            writer.Line($"Keep(ref first, x, {columns}, ref {results}{KeepArgument});");
            writer.Line($"Keep(ref second, next, {columns}, ref {results}{KeepArgument});");
        }
    }

    /// <summary>The local for a tile's first sample.</summary>
    private string From => isPart ? "from" : "start";

    private void EmitPlane(string samples, string results)
    {
        string loop = isPart ? "for (nint pair = firstPair; pair < endPair; pair++)" : "for (nint pair = 0; pair < pairs.Count; pair++)";
        using (writer.Block(loop))
        {
            writer.Line("pairs.Find(pair, out nint x, out nint y, out nint nextX, out nint nextY);");
            if (BeginsWithPart)
            {
                writer.Line("x += start;");
                writer.Line("nextX += start;");
                writer.Line("y += startLine;");
                writer.Line("nextY += startLine;");
            }

            if (ReadsInPlace)
            {
                EmitInside(samples);
            }

            using (ReadsInPlace ? writer.Block("else") : default(IDisposable))
            {
                EmitFetch(samples, "x", "y", "first");
                EmitFetch(samples, "nextX", "nextY", "second");
                writer.Line($"{Transform}({Samples("first")}, {Samples("second")}, {pitch}, {AfterPitch}");
            }

            writer.Line();
            string kept = isPart ? "left, top, right, bottom" : "columns, rows";
            writer.Line($"Keep(ref first, x, y, {kept}, ref {results}, destinationPitch{KeepArgument});");
            writer.Line($"Keep(ref second, nextX, nextY, {kept}, ref {results}, destinationPitch{KeepArgument});");
        }
    }

    private static string Start(string place, AxisGeometry axis) => place + FrameEmitter.Minus(axis.Before);

    /// <summary>Two tiles whose samples all lie in the source.</summary>
    private void EmitInside(string samples)
    {
        string seen = TransformSamples.SeesAll(parts) ? "" : ", windows, lines";
        using (writer.Block($"if (IsInside(x, y, width, height{seen}) && IsInside(nextX, nextY, width, height{seen}))"))
        {
            string At(string x, string y) =>
                isPart
                    ? $"ref Unsafe.Add(ref {samples}, (({Start(y, model.Vertical)} - heldTop) * sourcePitch) + ({Start(x, model.Horizontal)} - heldLeft))"
                    : $"ref Unsafe.Add(ref {samples}, (({Start(y, model.Vertical)}) * sourcePitch) + ({Start(x, model.Horizontal)}))";
            writer.Line($"ref {Sample.Keyword()} inside = {At("x", "y")};");
            writer.Line($"ref {Sample.Keyword()} nextInside = {At("nextX", "nextY")};");
            writer.Line($"{Transform}(ref inside, ref nextInside, sourcePitch, {AfterPitch}");
        }
    }

    private void EmitFetch(string samples, string x, string y, string tile)
    {
        string seen =
            $"windows - {x}{FrameEmitter.Plus(model.Horizontal.EffectiveSize - 1)}, lines - "
            + $"{y}{FrameEmitter.Plus(model.Vertical.EffectiveSize - 1)}";
        writer.Line(
            $"Fetch(ref {samples}, sourcePitch, {(isPart ? "heldLeft, heldTop, " : "")}width, height, {Start(x, model.Horizontal)}, "
                + $"{Start(y, model.Vertical)}, {seen}, {Samples(tile)});"
        );
    }
}
