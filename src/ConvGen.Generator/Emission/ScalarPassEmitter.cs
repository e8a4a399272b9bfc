using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>Prints the innermost code for rows too narrow for vectors: the same expressions, sample by sample.</summary>
internal static class ScalarPassEmitter
{
    public static string Call(KernelParts parts) =>
        $"OneRow(ref source{(parts.HasTwoAxes ? ", pitch" : "")}, ref destination, count{parts.WeightsArgument});";

    public static void Emit(SourceWriter writer, KernelParts parts)
    {
        string pitch = parts.HasTwoAxes ? ", nint pitch" : "";
        writer.Line("/// <summary>One row, sample by sample.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void OneRow(ref {parts.Source} source{pitch}, ref {parts.Destination} destination, nint count{parts.WeightsParameter})"))
        {
            bool isUnrolled = TapLoop.IsUnrolled(parts.Plan, null, 1);
            if (!isUnrolled && !TapLoop.LoopsOverBlocks(parts.Plan))
            {
                TapLoop.EmitReferences(writer, parts);
            }

            using (writer.Block("for (nint x = 0; x < count; x++)"))
            {
                if (isUnrolled)
                {
                    EmitUnrolled(writer, parts);
                }
                else if (TapLoop.LoopsOverBlocks(parts.Plan))
                {
                    EmitBlocks(writer, parts);
                }
                else
                {
                    EmitLooped(writer, parts);
                }

                writer.Line($"Unsafe.Add(ref destination, x) = {ArithmeticEmitter.Finish(parts, "y")};");
            }
        }

        writer.Line();
    }

    private static void EmitUnrolled(SourceWriter writer, KernelParts parts)
    {
        KernelPlan plan = parts.Plan;
        string type = parts.ScalarSum.Keyword();
        if (plan.RowSums.Count > 0)
        {
            EmitShared(writer, parts);
            return;
        }

        if (plan.Taps.Count == 0)
        {
            writer.Line($"{type} y = 0;");
            return;
        }

        writer.Line($"ref {parts.Source} row = ref Unsafe.Add(ref source, {parts.Layout.Place("x")});");
        bool spansRows = plan.Taps.Any(tap => tap.SpansRows);
        ProductText products = Products(parts);
        int row = 0;
        for (int i = 0; i < plan.Taps.Count; i++)
        {
            Tap tap = plan.Taps[i];
            if (!spansRows && tap.Row != row)
            {
                writer.Line($"row = ref Unsafe.Add(ref row, {Times(tap.Row - row)});");
                row = tap.Row;
            }

            string sample = Sample(parts, Element(parts, tap.Row - row, tap.Column));
            if (tap.Mirror is { } mirror)
            {
                sample = $"({sample} {(mirror.IsNegative ? "-" : "+")} {Sample(parts, Element(parts, mirror.Row - row, mirror.Column))})";
            }

            string coefficient = parts.PassesWeights
                ? i == 0 ? "weights" : $"Unsafe.Add(ref weights, {Literals.Of(i)})"
                : WeightEmitter.Magnitude(plan, tap, parts.ScalarSum);
            string value = products.Add(tap, "y", sample, coefficient, (text, bits) => $"({text} << {Literals.Of(bits)})", i == 0);
            writer.Line(i == 0 ? $"{type} y = {value};" : $"y = {value};");
        }
    }

    /// <summary>The same terms in the same order as a tile adds them: row by row, single taps before the shared sum.</summary>
    private static void EmitShared(SourceWriter writer, KernelParts parts)
    {
        KernelPlan plan = parts.Plan;
        string type = parts.ScalarSum.Keyword();
        string Shifted(string text, int bits) => $"({text} << {Literals.Of(bits)})";
        Dictionary<string, string> constants = RowSumText.TapConstants(plan, parts.ScalarSum)
            .Concat(RowSumText.UseConstants(plan, parts.ScalarSum, sum => sum.Uses)).ToDictionary(constant => constant.Name, constant => constant.Value);
        string Constant(string name) => constants.TryGetValue(name, out string value) ? value : "";
        string Value(Tap tap, int row)
        {
            string sample = Sample(parts, Element(parts, row, tap.Column));
            return tap.Mirror is not { } mirror ? sample : $"({sample} {(mirror.IsNegative ? "-" : "+")} {Sample(parts, Element(parts, row, mirror.Column))})";
        }

        writer.Line($"ref {parts.Source} row = ref Unsafe.Add(ref source, x);");
        bool isFirst = true;
        void Assign(string value)
        {
            writer.Line(isFirst ? $"{type} y = {value};" : $"y = {value};");
            isFirst = false;
        }

        for (int row = 0; row < plan.Model.Kernel.Rows; row++)
        {
            foreach (Tap tap in plan.Taps.Where(tap => tap.Row == row))
            {
                Assign(Products(parts).Add(tap, "y", Value(tap, row), WeightEmitter.Magnitude(plan, tap, parts.ScalarSum), Shifted, isFirst));
            }

            foreach (RowSum sum in plan.RowSums)
            {
                RowSumText text = new(plan, sum, Zero(parts), (a, b, c) => $"MultiplyAdd({a}, {b}, {c})");
                foreach (RowUse use in sum.Uses.Where(use => use.Row == row))
                {
                    string name = "s" + Literals.Of(row);
                    for (int i = 0; i < sum.Taps.Count; i++)
                    {
                        string value = text.AddTap(sum.Taps[i], name, Value(sum.Taps[i], row), Constant(RowSumText.Coefficient(plan, sum, sum.Taps[i])), Shifted, i == 0);
                        writer.Line(i == 0 ? $"{type} {name} = {value};" : $"{name} = {value};");
                    }

                    Assign(text.AddUse(use, "y", name, Constant(RowSumText.Factor(plan, sum, use)), Shifted, isFirst));
                }
            }
        }
    }

    private static string Zero(KernelParts parts) => parts.Plan.Accumulator == ElementType.Single ? "0f" : "0d";

    /// <summary>A sample some rows below and some columns beside the row reference.</summary>
    private static string Element(KernelParts parts, int rowsDown, int column)
    {
        int offset = parts.Layout.Offset(column);
        string place = rowsDown == 0 ? Literals.Of(offset) : offset == 0 ? Times(rowsDown) : $"({Times(rowsDown)}) + {Literals.Of(offset)}";
        return place == "0" ? "row" : $"Unsafe.Add(ref row, {place})";
    }

    private static string Times(int rows) => rows == 1 ? "pitch" : Literals.Of(rows) + " * pitch";

    private static void EmitLooped(SourceWriter writer, KernelParts parts)
    {
        string type = parts.ScalarSum.Keyword();
        if (!TapLoop.StartsWithProduct(parts.Plan))
        {
            writer.Line($"{type} y = 0;");
        }

        TapLoop.Emit(writer, parts, isFirst =>
        {
            string value = Products(parts).AddLooped("y", Sample(parts, "sample"), isFirst ? "weights" : "Unsafe.Add(ref weights, i)", isFirst);
            writer.Line(isFirst ? $"{type} y = {value};" : $"y = {value};");
        });
        writer.Line();
    }

    /// <summary>The taps of a very long row, whose places need no table.</summary>
    private static void EmitBlocks(SourceWriter writer, KernelParts parts)
    {
        // A first product is added to this zero without a change.
        writer.Line($"{parts.ScalarSum.Keyword()} y = -{Zero(parts)};");
        foreach (TapBlock block in parts.Plan.Blocks)
        {
            BlockPlaces places = new(parts, block);
            Stack<SourceWriter.Scope> loops = new(places.Open(writer));
            loops.Push(writer.Block($"for (nint i = 0; i < {Literals.Of(block.Terms)}; i++)"));
            string sample = $"Unsafe.Add(ref source, x + {places.Sample} + (i * {Literals.Of(places.Distance)}))";
            writer.Line($"y = {Products(parts).AddLooped("y", Sample(parts, sample), $"Unsafe.Add(ref weights, {places.Weight} + i)", false)};");
            while (loops.Count > 0)
            {
                loops.Pop().Dispose();
            }
        }

        writer.Line();
    }

    private static ProductText Products(KernelParts parts) =>
        new(parts.Plan, parts.PassesWeights, Zero(parts), (a, b, c) => $"MultiplyAdd({a}, {b}, {c})");

    private static string Sample(KernelParts parts, string text) =>
        parts.Model.Form.Source.Element == parts.ScalarSum ? text : $"({parts.ScalarSum.Keyword()}){text}";
}
