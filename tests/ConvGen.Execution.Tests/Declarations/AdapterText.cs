using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Declarations;

/// <summary>
/// A method that takes spans with sizes and pitches, whatever the form of the declaration that it calls: trials know no other. Of a batch
/// it
/// fills the middle item with the samples, and the others with numbers that would be seen in the result.
/// </summary>
internal static class AdapterText
{
    /// <summary>What adapters share; part of a compilation that has some.</summary>
    public const string Helpers = """

        internal static class Adapters
        {
            public const int Gap = 2;

            public static T[] Three<T>(global::System.ReadOnlySpan<T> item, int distance, T filler)
            {
                T[] items = new T[(2 * distance) + item.Length];
                global::System.Array.Fill(items, filler);
                item.CopyTo(global::System.MemoryExtensions.AsSpan(items, distance));
                return items;
            }

            public static T[,] Rectangle<T>(global::System.ReadOnlySpan<T> samples, int rows, int columns)
            {
                T[,] rectangle = new T[rows, columns];
                for (int i = 0; i < rows * columns; i++)
                {
                    rectangle[i / columns, i % columns] = samples[i];
                }

                return rectangle;
            }

            /// <summary>The strides as tensor spans want them: those of axes of one element are zero.</summary>
            public static nint[] Strides(nint[] lengths, nint[] strides)
            {
                for (int axis = 0; axis < lengths.Length; axis++)
                {
                    strides[axis] = lengths[axis] == 1 ? 0 : strides[axis];
                }

                return strides;
            }

            public static T[] Spread<T>(global::System.ReadOnlySpan<T> samples, int rows, int columns)
            {
                T[] spread = new T[rows * (columns + Gap)];
                for (int i = 0; i < rows * columns; i++)
                {
                    spread[(i / columns * (columns + Gap)) + (i % columns)] = samples[i];
                }

                return spread;
            }

            public static void Take<T>(T[] result, global::System.Span<T> destination, int start)
            {
                global::System.MemoryExtensions.AsSpan(result, start, destination.Length).CopyTo(destination);
            }

            public static void TakeAll<T>(T[] result, global::System.Span<T> destination)
            {
                if (result.Length != destination.Length)
                {
                    throw new global::System.ArgumentException(result.Length + " elements are returned, and " + destination.Length + " are wanted");
                }

                global::System.MemoryExtensions.CopyTo(result, destination);
            }

            public static void Take<T>(T[,] result, global::System.Span<T> destination, int rows, int columns)
            {
                if (result.GetLength(0) != rows || result.GetLength(1) != columns)
                {
                    string returned = result.GetLength(0) + " x " + result.GetLength(1);
                    throw new global::System.ArgumentException(returned + " elements are returned, and " + rows + " x " + columns + " are wanted");
                }

                for (int i = 0; i < rows * columns; i++)
                {
                    destination[i] = result[i / columns, i % columns];
                }
            }

            public static void Gather<T>(T[] spread, global::System.Span<T> destination, int rows, int columns)
                where T : struct
            {
                for (int i = 0; i < spread.Length; i++)
                {
                    int row = i / (columns + Gap), column = i % (columns + Gap);
                    if (column < columns)
                    {
                        destination[(row * columns) + column] = spread[i];
                    }
                    else if (!global::System.Collections.Generic.EqualityComparer<T>.Default.Equals(spread[i], default))
                    {
                        throw new global::System.ArgumentException("the gap behind row " + row + " was overwritten");
                    }
                }
            }
        }

        """;

    /// <summary>The method's name.</summary>
    public static string NameOf(string declaration) => declaration + "Call";

    /// <summary>The method.</summary>
    public static string Of(Declared declared, string name)
    {
        string source = declared.Source.Keyword(),
            destination = declared.Destination.Keyword(),
            weight = (declared.Kernel ?? declared.Source).Keyword();
        return $"internal static void {NameOf(name)}(global::System.ReadOnlySpan<{source}> source, int width, int height, int sourcePitch, "
            + $"global::System.ReadOnlySpan<{weight}> kernel, global::System.Span<{destination}> destination, int destinationPitch)\n{{\n"
            + (declared.Form.IsShaped ? Shaped(declared, name) : Flat(declared, name))
            + "}\n";
    }

    private static string Flat(Declared declared, string name)
    {
        Form form = declared.Form;
        string source = declared.Source.Keyword(),
            destination = declared.Destination.Keyword();
        string sourceDistance =
            declared.Axes == 1 ? "width"
            : declared.HasSourcePitch ? "sourcePitch * height"
            : "width * height";
        string channels = declared.PixelChannels > 1 && !declared.HasSourcePitch ? $" * {declared.PixelChannels}" : "";
        string ahead =
            declared.Axes == 1
                ? "destination.Length"
                : "destination.Length == 0 ? 0 : (destination.Length + destinationPitch - 1) / destinationPitch * destinationPitch";
        string text = form.HasBatch
            ? $"int ahead = {ahead};\n"
                + $"{source}[] samples = Adapters.Three(source, {sourceDistance}{channels}, {Filler(declared.Source)});\n"
            : $"{source}[] samples = source.ToArray();\n";
        string call = Call(declared, name, ["source: samples", .. Sizes(declared)]);
        if (form.Returns)
        {
            return text
                + $"{destination}[] result = {call};\n"
                + (form.HasBatch ? "Adapters.Take(result, destination, ahead);\n" : "Adapters.TakeAll(result, destination);\n");
        }

        text += form.HasBatch
            ? $"{destination}[] result = Adapters.Three<{destination}>(destination, ahead, default);\n"
            : $"{destination}[] result = destination.ToArray();\n";
        return text + call + ";\nAdapters.Take(result, destination, " + (form.HasBatch ? "ahead" : "0") + ");\n";
    }

    private static IEnumerable<string> Sizes(Declared declared)
    {
        if (declared.Form.HasBatch)
        {
            yield return "batch: 3";
        }

        if (declared.Axes == 2)
        {
            yield return "width: width";
            yield return "height: height";
        }
        else if (declared.Shape == Shape.Sized)
        {
            yield return "length: width";
        }

        if (declared.HasSourcePitch)
        {
            yield return "sourcePitch: sourcePitch";
        }

        if (declared.HasDestinationPitch)
        {
            yield return "destinationPitch: destinationPitch";
        }
    }

    private static string Shaped(Declared declared, string name)
    {
        Form form = declared.Form;
        string source = declared.Source.Keyword(),
            destination = declared.Destination.Keyword();
        string text =
            "if (destination.IsEmpty)\n{\nreturn;\n}\n\nint rows = destination.Length / destinationPitch;\n"
            + (
                form.Source == Carrier.Rectangle
                    ? $"{source}[,] samples = Adapters.Rectangle(source, height, sourcePitch);\n"
                    : $"{source}[] samples = Adapters.Spread(source, height, sourcePitch);\n"
            );
        string given = "source: " + View(form.Source, source, "samples", "height", "sourcePitch", declared);
        if (form.Returns)
        {
            return text + $"Adapters.Take({Call(declared, name, [given])}, destination, rows, destinationPitch);\n";
        }

        bool isRectangle = form.Destination == Carrier.Rectangle;
        text += isRectangle
            ? $"{destination}[,] result = new {destination}[rows, destinationPitch];\n"
            : $"{destination}[] result = new {destination}[rows * (destinationPitch + Adapters.Gap)];\n";
        string written = "destination: " + View(form.Destination, destination, "result", "rows", "destinationPitch", declared);
        return text
            + Call(declared, name, [given, written])
            + $";\nAdapters.{(isRectangle ? "Take" : "Gather")}(result, destination, rows, destinationPitch);\n";
    }

    private static string View(Carrier carrier, string element, string array, string rows, string columns, Declared declared)
    {
        if (carrier == Carrier.Rectangle)
        {
            return array;
        }

        if (!carrier.IsTensor())
        {
            return $"new {carrier.Of(element)}({array}, 0, {rows}, {columns}, Adapters.Gap)";
        }

        int channels = declared.PixelChannels;
        string lengths = channels == 1 ? columns : $"{columns} / {channels}, {channels}";
        string strides = channels == 1 ? "1" : $"{channels}, 1";
        if (declared.Axes == 2)
        {
            lengths = $"{rows}, {lengths}";
            strides = $"{columns} + Adapters.Gap, {strides}";
        }

        return $"new {carrier.Of(element)}({array}, [{lengths}], Adapters.Strides([{lengths}], [{strides}]))";
    }

    private static string Call(Declared declared, string name, List<string> arguments)
    {
        if (declared.Kernel is { } weight)
        {
            bool isPrepared = declared.Form.Kernel == Carrier.Prepared;
            arguments.Add(
                "kernel: " + (isPrepared ? $"new global::ConvGen.PreparedKernel<{weight.Keyword()}>(kernel.ToArray())" : "kernel.ToArray()")
            );
        }

        if (!declared.Form.Returns && !declared.Form.IsShaped)
        {
            arguments.Add("destination: result");
        }

        return $"{HostText.Callee(declared.Form.Host, name)}({string.Join(", ", arguments)})";
    }

    private static string Filler(Element element) => element.IsFloating() ? $"({element.Keyword()})double.NaN" : $"({element.Keyword()})91";
}
