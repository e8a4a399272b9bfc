using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Parts;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Planning.Groups;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Groups;

/// <summary>
/// Prints the <c>file static</c> type that runs several kernels over one part of the result after the other, and makes of their results
/// those that are stored, while they and their source are in the cache; and
/// behind it the type of each kernel.
/// </summary>
internal sealed class GroupEmitter
{
    private readonly SourceWriter writer;
    private readonly GroupPlan plan;
    private readonly GroupModel group;
    private readonly SignatureForm form;
    private readonly PartSize size;

    private GroupEmitter(SourceWriter writer, GroupPlan plan)
    {
        this.writer = writer;
        this.plan = plan;
        group = plan.Model;
        form = group.Form;
        size = new PartSize(plan);
    }

    private bool HasTwoAxes => form.Axes == 2;

    /// <summary>
    /// Whether a rectangle of the result is computed, by its caller, by one of several threads or as a band of an image that is
    /// overwritten, and not always the whole.
    /// </summary>
    private bool ComputesParts => form.HasRegion || form.IsParallel || form.IsInPlace;

    /// <summary>The sides of a part; those of a rectangle that is computed part by part have the plain names.</summary>
    private (string Left, string Top, string Right, string Bottom) Part =>
        ComputesParts ? ("firstColumn", "firstRow", "endColumn", "endRow") : ("left", "top", "right", "bottom");

    private string Channels => group.First.PixelChannels == 1 ? "" : " * " + Literals.Of(group.First.PixelChannels);

    public static void Emit(SourceWriter writer, GroupPlan plan)
    {
        GroupEmitter emitter = new(writer, plan);
        writer.Line(
            $"/// <summary>The {(plan.Kernels.Count == 1 ? "kernel" : "kernels")} of <c>{plan.Model.Header.Name}</c>{(plan.HasParts ? ", part by part" : "")}.</summary>"
        );
        writer.Line(KernelNames.TypeAttributes);
        using (writer.Block("file static class " + KernelNames.KernelType(plan.Model.Header)))
        {
            SizeEmitter.Emit(writer, plan.Model.First);
            ParallelWork.Emit(writer, plan);
            if (emitter.form.HasHeld)
            {
                SeenEmitter.Emit(writer, plan.Model.Whole);
            }

            emitter.EmitRun();
            InPlaceEmitter.Emit(writer, plan);
            if (plan.Finish is not null)
            {
                FinishEmitter.Emit(writer, plan);
            }

            if (plan.CopiesKept)
            {
                MaskEmitter.Emit(writer, plan.Model);
            }
        }

        foreach (KernelPlan kernel in plan.Kernels)
        {
            writer.Line();
            KernelEmitter.Emit(writer, kernel);
        }
    }

    /// <summary>The name of a destination in generated types: the user's may be that of a local.</summary>
    public static string Destination(GroupModel group, int output) =>
        group.Outputs.Count == 1 ? "destination" : "destination" + Literals.Of(output + 1);

    private void EmitRun()
    {
        string destinations = string.Concat(
            group.Outputs.Select(
                (output, index) =>
                    $", ref {output.Buffer.Element.Keyword()} {Destination(group, index)}"
                    + (HasTwoAxes ? $", nint {Destination(group, index)}Pitch" : "")
            )
        );
        string sizes = HasTwoAxes ? "nint sourcePitch, int width, int height" : "int length";
        writer.Line(
            ComputesParts
                ? "/// <summary>Computes a rectangle of the result, whose first sample the destination refers to; the source "
                    + "refers to the first sample that is held.</summary>"
                : "/// <summary>Computes the whole result. The arguments have been checked, and neither the source nor the result "
                    + "is empty.</summary>"
        );
        string signature = ComputesParts
            ? $"{PartEmitter.Name}({PartEmitter.Parameters(group.Whole)}"
            : $"Run(ref {form.Source.Element.Keyword()} source, {sizes}{destinations}{WeightArguments.Parameters(form)}";
        using (writer.Block($"internal static void {signature}{WeightArguments.Factors(form, "float ")})"))
        {
            if (plan.HasParts)
            {
                EmitParts();
            }
            else
            {
                EmitWhole();
            }
        }

        writer.Line();
    }

    /// <summary>Prints the call of the one kernel that needs nothing done to its results.</summary>
    private void EmitWhole()
    {
        (string left, string top, string right, string bottom) = ComputesParts
            ? ("left", "top", "right", "bottom")
            : ("0", "0", $"(nint)OutputWidth({(HasTwoAxes ? "width" : "length")})", "(nint)OutputHeight(height)");
        string destination = Destination(group, 0);
        writer.Line(Call(0, $"ref {destination}" + (HasTwoAxes ? $", {destination}Pitch" : ""), (left, top, right, bottom)));
    }

    private void EmitParts()
    {
        writer.Line($"nint columns = {(ComputesParts ? "right - left" : $"(nint)OutputWidth({(HasTwoAxes ? "width" : "length")})")};");
        if (HasTwoAxes)
        {
            writer.Line($"nint rows = {(ComputesParts ? "bottom - top" : "(nint)OutputHeight(height)")};");
            writer.Line($"nint wide = Math.Min(columns, {Literals.Of(size.MostPixels)});");
            writer.Line(
                $"nint high = Math.Min(rows, Math.Max({Literals.Of(size.FewestRows)}, {Literals.Of(size.Samples)} / {(Channels.Length == 0 ? "wide" : $"(wide{Channels})")} / {Literals.Of(PartSize.RowGroup)} * {Literals.Of(PartSize.RowGroup)}));"
            );
        }
        else
        {
            writer.Line($"nint wide = Math.Min(columns, {Literals.Of(size.MostOfSignal)});");
        }

        if (plan.Finish is { } finish)
        {
            string samples = (HasTwoAxes ? "high * wide" : "wide") + Channels;
            writer.Line($"nint part = {samples};");
            CacheLine.EmitRented(writer, finish.Inputs, "results", "rented", Literals.Of(plan.Kernels.Count) + " * part");
        }

        writer.Line();
        EmitLoops();
        if (plan.Finish is not null)
        {
            writer.Line();
            CacheLine.EmitReturn(writer, "rented");
        }
    }

    private void EmitLoops()
    {
        if (!HasTwoAxes)
        {
            EmitColumns();
            return;
        }

        (string first, string end) = ComputesParts ? ("top", "bottom") : ("0", "rows");
        using (writer.Block($"for (nint {Part.Top} = {first}; {Part.Top} < {end}; {Part.Top} += high)"))
        {
            writer.Line($"nint {Part.Bottom} = Math.Min({Part.Top} + high, {end});");
            EmitColumns();
        }
    }

    private void EmitColumns()
    {
        (string first, string end) = ComputesParts ? ("left", "right") : ("0", "columns");
        using (writer.Block($"for (nint {Part.Left} = {first}; {Part.Left} < {end}; {Part.Left} += wide)"))
        {
            writer.Line($"nint {Part.Right} = Math.Min({Part.Left} + wide, {end});");
            EmitPart();
        }
    }

    private void EmitPart()
    {
        string width = $"{Part.Right} - {Part.Left}",
            left = From("left"),
            top = From("top");
        writer.Line($"nint count = {(Channels.Length == 0 ? width : $"({width}){Channels}")};");
        for (int index = 0; index < group.Outputs.Count; index++)
        {
            string element = group.Outputs[index].Buffer.Element.Keyword(),
                name = Destination(group, index);
            string place =
                (HasTwoAxes ? $"({top} * {name}Pitch) + " : "")
                + (
                    Channels.Length == 0 ? left
                    : HasTwoAxes ? $"({left}{Channels})"
                    : left + Channels
                );
            writer.Line($"ref {element} {Result(index)} = ref Unsafe.Add(ref {name}, {place});");
        }

        for (int index = 0; index < plan.Kernels.Count; index++)
        {
            EmitKernel(index);
        }

        if (plan.Finish is not null)
        {
            EmitFinish();
        }

        if (plan.CopiesKept)
        {
            EmitMask();
        }
    }

    private string Result(int output) => group.Outputs.Count == 1 ? "result" : "result" + Literals.Of(output + 1);

    /// <summary>A side of the part as a distance from that of what is computed, which is a rectangle or else the whole.</summary>
    private string From(string side) => !ComputesParts ? side : $"({(side == "left" ? Part.Left : Part.Top)} - {side})";

    /// <summary>A side of the part as a distance from what is held.</summary>
    private string FromHeld(string side, string held) => ComputesParts ? $"({side} - {held})" : side;

    /// <summary>Runs a kernel over the part, into its destination or into the rented rows.</summary>
    private void EmitKernel(int index)
    {
        string destination =
            plan.Finish is null ? "ref " + Result(index)
            : index == 0 ? "ref results"
            : $"ref Unsafe.Add(ref results, {(index == 1 ? "" : Literals.Of(index) + " * ")}part)";
        string pitch = plan.Finish is null ? Destination(group, index) + "Pitch" : "count";
        writer.Line(Call(index, HasTwoAxes ? destination + ", " + pitch : destination, Part));
    }

    /// <summary>A call of a kernel, for a rectangle of its result.</summary>
    private string Call(int index, string destination, (string Left, string Top, string Right, string Bottom) part)
    {
        string type = KernelNames.KernelType(plan.Kernels[index].Model.Header);
        string weights = WeightArguments.PassedOn(form);
        string held = ComputesParts
            ? PartEmitter.Held(group.First, "heldLeft", "heldTop", "heldWidth", "")
            : PartEmitter.Held(group.First, "0", "0", HasTwoAxes ? "width" : "length", "");
        return HasTwoAxes
            ? $"{type}.{PartEmitter.Name}(ref source, sourcePitch, {held}, width, height, {destination}, {part.Left}, {part.Top}, "
                + $"{part.Right}, {part.Bottom}{weights});"
            : $"{type}.{PartEmitter.Name}(ref source, {held}, length, {destination}, {part.Left}, {part.Right}{weights});";
    }

    /// <summary>Makes the part's results, row by row where there are gaps between them.</summary>
    private void EmitFinish()
    {
        string rows = $"{Part.Bottom} - {Part.Top}";
        for (int index = 0; index < group.Outputs.Count; index++)
        {
            int[] inputs = group.Outputs.Count == 1 ? [.. Enumerable.Range(0, plan.Kernels.Count)] : [index];
            string pitch = Destination(group, index) + "Pitch",
                method = FinishEmitter.Method(group, index),
                factors = WeightArguments.Factors(form, "");
            string Inputs(string place) => string.Concat(inputs.Select(input => $"ref {Input(input, place)}, "));
            if (!HasTwoAxes)
            {
                writer.Line($"{method}({Inputs("")}ref {Result(index)}, count{factors});");
                continue;
            }

            using (writer.Block($"if ({pitch} == count)"))
            {
                writer.Line($"{method}({Inputs("")}ref {Result(index)}, ({rows}) * count{factors});");
            }

            using (writer.Block("else"))
            using (writer.Block($"for (nint y = 0; y < {rows}; y++)"))
            {
                writer.Line($"{method}({Inputs("y * count")}ref Unsafe.Add(ref {Result(index)}, y * {pitch}), count{factors});");
            }
        }
    }

    /// <summary>A kernel's results of the part, from a place on.</summary>
    private static string Input(int index, string place)
    {
        string start = index switch
        {
            0 => "",
            1 => "part",
            _ => $"({Literals.Of(index)} * part)",
        };
        string offset = (start, place) switch
        {
            ("", _) => place,
            (_, "") => start,
            _ => $"{start} + ({place})",
        };
        return offset.Length == 0 ? "results" : $"Unsafe.Add(ref results, {offset})";
    }

    /// <summary>Copies the channels that are kept, row by row.</summary>
    private void EmitMask()
    {
        string left = FromHeld(Part.Left, "heldLeft") + Channels,
            row = FromHeld("y", "heldTop");
        for (int index = 0; index < group.Outputs.Count; index++)
        {
            if (plan.Finish is null && plan.Kernels[index].Kept.Count > 0)
            {
                continue;
            }

            if (!HasTwoAxes)
            {
                writer.Line($"Keep(ref Unsafe.Add(ref source, {left}), ref {Result(index)}, count);");
                continue;
            }

            using (writer.Block($"for (nint y = {Part.Top}; y < {Part.Bottom}; y++)"))
            {
                writer.Line(
                    $"Keep(ref Unsafe.Add(ref source, ({row} * sourcePitch) + ({left})), ref Unsafe.Add(ref {Result(index)}, (y - "
                        + $"{Part.Top}) * {Destination(group, index)}Pitch), count);"
                );
            }
        }
    }
}
