using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Emission.Layers.Minimal;

/// <summary>
/// Prints the transforms of minimal filtering for one vector width, with channels across the lanes: of the samples of a tile, and of its
/// products to results.
/// </summary>
internal sealed class MinimalTransforms(SourceWriter writer, LayerParts parts, VectorWidth width, MinimalTile minimal)
{
    private bool IsInteger => parts.Plan.Accumulator.IsInteger();

    private ElementType Sample => SampleOf(parts);

    /// <summary>The type of samples as they are transformed: pairs of channels are numbers of 16 bits side by side.</summary>
    private static ElementType SampleOf(LayerParts parts) => parts.Plan.PairsChannels ? ElementType.Int16 : parts.Plan.Accumulator;

    /// <summary>
    /// Whether there are enough channels for a vector: of samples where these are transformed, and of sums where products are.
    /// </summary>
    public static bool Fills(LayerParts parts, VectorWidth width, bool isEntry) =>
        isEntry
            ? parts.Layer.InputChannels >= width.Lanes(SampleOf(parts))
            : parts.Layer.OutputChannels >= width.Lanes(parts.Plan.Accumulator);

    public static string Name(VectorWidth width, bool isEntry) => (isEntry ? "EnterOf" : "LeaveOf") + Literals.Of(width.Bits);

    public static string Parameters(LayerParts parts, bool isEntry) =>
        isEntry
            ? $"ref {parts.Sum} source, ref {parts.Sum} values, nint step"
            : $"ref {parts.Sum} products, nint step{MinimalEmitter.OtherParameters(parts)}, ref {parts.Destination} destination, "
                + "nint destinationPitch";

    public static string Arguments(LayerParts parts, bool isEntry) =>
        isEntry
            ? "ref source, ref values, step"
            : $"ref products, step{MinimalEmitter.Others(parts, "bias", "ref scratch")}, ref destination, destinationPitch";

    public void Emit(bool isEntry)
    {
        writer.Line($"/// <summary>The same with vectors of {Literals.Of(width.Bits)} bits.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void {Name(width, isEntry)}({Parameters(parts, isEntry)})"))
        {
            if (isEntry)
            {
                EmitEntry();
            }
            else
            {
                EmitExit();
            }
        }

        writer.Line();
    }

    /// <summary>Prints a loop over channels, of which the last move back to fill a vector.</summary>
    private void EmitChannels(int channels, int lanes, Action body)
    {
        bool isExact = channels % lanes == 0;
        string name = isExact ? "channel" : "next";
        using (writer.Block($"for (nint {name} = 0; {name} < {Literals.Of(channels)}; {name} += {Literals.Of(lanes)})"))
        {
            if (!isExact)
            {
                writer.Line($"nint channel = Math.Min(next, {Literals.Of(channels - lanes)});");
            }

            body();
        }
    }

    private void EmitEntry()
    {
        int side = minimal.Samples,
            line = parts.CopiedLine,
            pixel = parts.Plan.ReadChannels;
        string vector = width.Type(Sample),
            keyword = Sample.Keyword();
        bool isHalved = Sample != parts.Plan.Accumulator;
        int scale = isHalved ? 2 : 1;
        string From(string reference) => isHalved ? $"ref Unsafe.As<{parts.Sum}, {keyword}>(ref {reference})" : "ref " + reference;
        writer.Line($"ref {keyword} first = {From("source")};");
        writer.Line($"ref {keyword} place = {From("values")};");
        EmitChannels(
            parts.Layer.InputChannels,
            width.Lanes(Sample),
            () =>
            {
                for (int column = 0; column < side; column++)
                {
                    for (int row = 0; row < side; row++)
                    {
                        writer.Line(
                            $"{vector} {At("d", row, column)} = {width.Operations}.LoadUnsafe(ref Unsafe.Add(ref first, channel + {Literals.Of(scale * (((long)row * line) + (column * pixel)))}));"
                        );
                    }

                    EmitSamples(
                        vector,
                        [.. Enumerable.Range(0, side).Select(row => At("d", row, column))],
                        [.. Enumerable.Range(0, side).Select(row => At("t", row, column))],
                        "c" + Literals.Of(column)
                    );
                }

                for (int row = 0; row < side; row++)
                {
                    EmitSamples(
                        vector,
                        [.. Enumerable.Range(0, side).Select(column => At("t", row, column))],
                        [.. Enumerable.Range(0, side).Select(column => At("v", row, column))],
                        "r" + Literals.Of(row)
                    );
                    for (int column = 0; column < side; column++)
                    {
                        int number = (row * side) + column;
                        string offset =
                            number == 0
                                ? "channel"
                                : $"channel + ({(scale * number == 1 ? "step" : $"{Literals.Of(scale * number)} * step")})";
                        writer.Line($"{At("v", row, column)}.StoreUnsafe(ref Unsafe.Add(ref place, {offset}));");
                    }
                }
            }
        );
    }

    private void EmitExit()
    {
        int side = minimal.Samples,
            results = minimal.Results;
        int lanes = width.Lanes(parts.Plan.Accumulator);
        string vector = width.Type(parts.Plan.Accumulator);
        EmitChannels(
            parts.Layer.OutputChannels,
            lanes,
            () =>
            {
                for (int column = 0; column < side; column++)
                {
                    for (int row = 0; row < side; row++)
                    {
                        int number = (row * side) + column;
                        string offset = number == 0 ? "channel" : $"channel + ({Literals.Of(number)} * step)";
                        writer.Line(
                            $"{vector} {At("m", row, column)} = {width.Operations}.LoadUnsafe(ref Unsafe.Add(ref products, {offset}));"
                        );
                    }

                    EmitResults(
                        vector,
                        [.. Enumerable.Range(0, side).Select(row => At("m", row, column))],
                        [.. Enumerable.Range(0, results).Select(row => At("t", row, column))],
                        "c" + Literals.Of(column)
                    );
                }

                if (parts.HasBias)
                {
                    writer.Line($"{vector} first = {width.Operations}.LoadUnsafe(ref Unsafe.Add(ref bias, channel));");
                }

                for (int row = 0; row < results; row++)
                {
                    EmitResults(
                        vector,
                        [.. Enumerable.Range(0, side).Select(column => At("t", row, column))],
                        [.. Enumerable.Range(0, results).Select(column => At("s", row, column))],
                        "r" + Literals.Of(row)
                    );
                    EmitStores(row, lanes);
                }
            }
        );
    }

    private void EmitStores(int row, int lanes)
    {
        string line =
            row == 0 ? "channel"
            : row == 1 ? "destinationPitch + channel"
            : $"({Literals.Of(row)} * destinationPitch) + channel";
        for (int column = 0; column < minimal.Results; column++)
        {
            string sum = IsInteger ? $"{width.Operations}.ShiftRightArithmetic({At("s", row, column)}, 2)" : At("s", row, column);
            string value = parts.HasBias ? sum + " + first" : sum;
            string place = column == 0 ? line : $"{line} + {Literals.Of(column * parts.OutputStep)}";
            if (parts.FinishesInRegisters)
            {
                string factors = $"{width.Operations}.LoadUnsafe(ref Unsafe.Add(ref scale, channel))";
                writer.Line(QuantisedFinish.Store(parts, value, factors, $"Unsafe.Add(ref destination, {place})"));
            }
            else if (parts.Plan.StoresVectors)
            {
                string result =
                    LayerFinishEmitter.HasLimits(parts) ? $"Limit({value})"
                    : parts.HasBias ? $"({value})"
                    : value;
                writer.Line($"{result}.StoreUnsafe(ref Unsafe.Add(ref destination, {place}));");
            }
            else
            {
                writer.Line(
                    $"{(parts.HasBias ? $"({value})" : value)}.StoreUnsafe(ref {LayerParts.Add("scratch", Literals.Of(column * lanes))});"
                );
            }
        }

        if (parts.FinishesFromMemory)
        {
            writer.Line(
                $"Finish(ref scratch, {Literals.Of(minimal.Results)}, {Literals.Of(lanes)}, ref Unsafe.Add(ref destination, "
                    + $"{line}), {Literals.Of(parts.OutputStep)}, 1"
                    + $"{LayerFinishEmitter.BiasArgument(parts, "bias", "Unsafe.Add(ref scale, channel)", outer: 0, inner: 1)});"
            );
        }
    }

    /// <summary>Prints a column, or a row, of samples as sums of them.</summary>
    private void EmitSamples(string vector, string[] d, string[] t, string name)
    {
        if (minimal.Results == 2)
        {
            writer.Line(
                $"{vector} {t[0]} = {d[0]} - {d[2]}, {t[1]} = {d[1]} + {d[2]}, {t[2]} = {d[2]} - {d[1]}, {t[3]} = {d[1]} - {d[3]};"
            );
            return;
        }

        string even = name + "_even",
            odd = name + "_odd",
            near = name + "_near",
            far = name + "_far";
        writer.Line($"{vector} {t[0]} = {Sum("4", d[0], Sum("-5", d[2], d[4]))}, {t[5]} = {Sum("4", d[1], Sum("-5", d[3], d[5]))};");
        writer.Line(
            $"{vector} {even} = {Sum("-4", d[2], d[4])}, {odd} = {Sum("-4", d[1], d[3])}, {near} = {d[4]} - {d[2]}, {far} = {d[3]} - {d[1]};"
        );
        writer.Line(
            $"{vector} {t[1]} = {even} + {odd}, {t[2]} = {even} - {odd}, {t[3]} = {Sum("2", far, near)}, {t[4]} = {Sum("-2", far, near)};"
        );
    }

    /// <summary>Prints a column, or a row, of results as sums of products.</summary>
    private void EmitResults(string vector, string[] m, string[] y, string name)
    {
        if (minimal.Results == 2)
        {
            writer.Line($"{vector} {y[0]} = {m[0]} + {m[1]} + {m[2]}, {y[1]} = {m[1]} - {m[2]} - {m[3]};");
            return;
        }

        string sum = name + "_sum",
            difference = name + "_difference",
            sum2 = name + "_sum2",
            difference2 = name + "_difference2";
        writer.Line(
            $"{vector} {sum} = {m[1]} + {m[2]}, {difference} = {m[1]} - {m[2]}, {sum2} = {m[3]} + {m[4]}, {difference2} = {m[3]} - {m[4]};"
        );
        writer.Line($"{vector} {y[0]} = {m[0]} + {sum} + {sum2}, {y[1]} = {Sum("2", difference2, difference)};");
        writer.Line($"{vector} {y[2]} = {Sum("4", sum2, sum)}, {y[3]} = {Sum("8", difference2, difference)} + {m[5]};");
    }

    /// <summary>The name of a value at a place of the tile.</summary>
    private static string At(string name, int row, int column) => name + Literals.Of(row) + "_" + Literals.Of(column);

    /// <summary>A vector some times, and another one.</summary>
    private string Sum(string factor, string vector, string other)
    {
        string broadcast = width.Broadcast(factor + (parts.Plan.Accumulator == ElementType.Single ? "f" : "d"));
        return parts.Plan.Fuses ? width.MultiplyAdd(broadcast, vector, other) : $"({other} + ({broadcast} * {vector}))";
    }
}
