using System.Numerics;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Windows;

namespace ConvGen.Generator.Emission.Windows;

/// <summary>Prints the sum of one pixel of the image over the places in the matrix that show it.</summary>
internal static class FoldSumEmitter
{
    public static void Emit(SourceWriter writer, WindowParts parts)
    {
        writer.Line(
            parts.Model.Channels == 1
                ? "/// <summary>Sums a sample over the places that show it, those of its rows outside and those of its columns "
                    + "inside.</summary>"
                : "/// <summary>Sums all channels of a pixel over the places that show it, those of its rows outside and those of "
                    + "its columns inside.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        string to = parts.Model.IsPlanar ? ", nint plane" : "";
        using (
            writer.Block(
                $"private static void Sum(ref {parts.Element} matrix, ReadOnlySpan<nint> rows, ReadOnlySpan<nint> columns, ref "
                    + $"{parts.Element} result{to})"
            )
        )
        {
            if (parts.Model.Channels == 1)
            {
                EmitScalar(writer, parts, "", "result");
                return;
            }

            if (parts.Plan.HasVectors)
            {
                EmitChoice(writer, parts);
                return;
            }

            using (writer.Block($"for (nint c = 0; c < {Literals.Of(parts.Model.Channels)}; c++)"))
            {
                EmitScalar(writer, parts, " + c", parts.Model.IsPlanar ? "Unsafe.Add(ref result, c * plane)" : "Unsafe.Add(ref result, c)");
            }
        }

        writer.Line();
    }

    private static void EmitScalar(SourceWriter writer, WindowParts parts, string channel, string result)
    {
        string load = $"Unsafe.Add(ref matrix, place{channel})";
        writer.Line($"{SumType(parts)} sum = 0;");
        EmitLoops(writer, $"sum += {(parts.Model.Element == ElementType.Half ? "(float)" : "")}{load};");
        writer.Line($"{result} = {Finish(parts)};");
    }

    /// <summary>
    /// Runs over all places. Indices, because the enumerator of a span is a <c>ref struct</c> with interfaces since .NET 10, which C# 12
    /// refuses in a <c>foreach</c> (CS9202).
    /// </summary>
    private static void EmitLoops(SourceWriter writer, string statement)
    {
        using (writer.Block("for (int i = 0; i < rows.Length; i++)"))
        using (writer.Block("for (int j = 0; j < columns.Length; j++)"))
        {
            writer.Line("nint place = rows[i] + columns[j];");
            writer.Line(statement);
        }

        writer.Line();
    }

    private static string SumType(WindowParts parts) =>
        parts.Plan.Sum switch
        {
            FoldSum.Int32 => "int",
            FoldSum.Int64 => "long",
            FoldSum.Int128 => "Int128",
            FoldSum.Single => "float",
            _ => "double",
        };

    /// <summary>A finished sum as an element, limited to what that holds.</summary>
    private static string Finish(WindowParts parts)
    {
        ElementType element = parts.Model.Element;
        if (element.IsFloating())
        {
            return element == ElementType.Half ? $"({parts.Element})sum" : "sum";
        }

        if (SumType(parts) == parts.Element)
        {
            return "sum";
        }

        string clamp = parts.Plan.Sum == FoldSum.Int128 ? "Int128.Clamp" : "Math.Clamp";
        return $"({parts.Element}){clamp}(sum, {Bound(element.Minimum())}, {Bound(element.Maximum())})";
    }

    private static string Bound(BigInteger value) =>
        value == int.MinValue ? "int.MinValue"
        : value == long.MinValue ? "long.MinValue"
        : value == long.MaxValue ? "long.MaxValue"
        : Literals.Of(value);

    /// <summary>Prints the vectors of the widest kind that a pixel fills; the last one moves back to end with the pixel.</summary>
    private static void EmitChoice(SourceWriter writer, WindowParts parts)
    {
        ElementType element = parts.Model.Element;
        VectorWidth[] widths = writer.Widths.Where(width => width.Lanes(element) <= parts.Model.Channels).ToArray();
        for (int i = 0; i < widths.Length; i++)
        {
            VectorWidth width = widths[i];
            bool isOnly = widths.Length == 1;
            string condition = width.Operations + ".IsHardwareAccelerated";
            if (isOnly)
            {
                EmitVectors(writer, parts, width);
                continue;
            }

            using (
                writer.Block(
                    i == 0 ? $"if ({condition})"
                    : i < widths.Length - 1 ? $"else if ({condition})"
                    : "else"
                )
            )
            {
                EmitVectors(writer, parts, width);
            }
        }
    }

    private static void EmitVectors(SourceWriter writer, WindowParts parts, VectorWidth width)
    {
        ElementType element = parts.Model.Element;
        int lanes = width.Lanes(element);
        int last = parts.Model.Channels - lanes;
        if (last == 0)
        {
            EmitVector(writer, width, element, "");
            return;
        }

        using (writer.Block($"for (nint c = 0; ; c = Math.Min(c + {Literals.Of(lanes)}, {Literals.Of(last)}))"))
        {
            EmitVector(writer, width, element, " + c");
            using (writer.Block($"if (c == {Literals.Of(last)})"))
            {
                writer.Line("break;");
            }
        }
    }

    private static void EmitVector(SourceWriter writer, VectorWidth width, ElementType element, string channel)
    {
        writer.Line($"{width.Type(element)} sum = {width.Type(element)}.Zero;");
        EmitLoops(writer, $"sum += {width.Operations}.LoadUnsafe(ref Unsafe.Add(ref matrix, place{channel}));");
        writer.Line(channel.Length == 0 ? "sum.StoreUnsafe(ref result);" : "sum.StoreUnsafe(ref Unsafe.Add(ref result, c));");
    }
}
