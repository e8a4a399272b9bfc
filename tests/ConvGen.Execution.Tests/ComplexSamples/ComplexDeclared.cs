using System.Globalization;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.ComplexSamples;

/// <summary>A declaration over complex samples: everything but its weights, which are complex numbers, is told as for a real one.</summary>
/// <param name="Space">Operation, types, mode, border, steps; its weights are not used.</param>
/// <param name="Weights">The kernel as written, row by row: real and imaginary parts in quarters.</param>
internal sealed record ComplexDeclared(Declared Space, IReadOnlyList<(int Real, int Imaginary)> Weights)
{
    /// <summary>The declaration in C#, with arrays.</summary>
    public string ToSource(string name)
    {
        string[] rows =
        [
            .. Weights
                .Chunk(Space.Columns)
                .Select(static row => string.Join(' ', row.Select(static weight => Text(weight.Real, weight.Imaginary)))),
        ];
        string sizes = Space.Axes == 2 ? ", int width, int height" : "";
        return $"""
            [global::ConvGen.{(Space.IsConvolution ? "Convolution" : "Correlation")}({string.Join(
                ", ",
                Options()
            )}), global::ConvGen.Kernel("{string.Join("; ", rows)}", Divisor = 4)]
            internal static partial void {name}({Space.Source.Keyword()}[] source{sizes}, {Space.Destination.Keyword()}[] destination);

            """;
    }

    public override string ToString() => ToSource("M");

    /// <summary>As users write it: no part that is 0, <c>i</c> or <c>j</c>, and the unit alone where it counts once.</summary>
    private static string Text(int real, int imaginary)
    {
        if (imaginary == 0)
        {
            return real.ToString(CultureInfo.InvariantCulture);
        }

        string unit = real % 2 == 0 ? "i" : "j";
        string coefficient = imaginary switch
        {
            1 => "+",
            -1 => "-",
            _ => imaginary.ToString("+0;-0", CultureInfo.InvariantCulture),
        };
        return real == 0 ? coefficient.TrimStart('+') + unit : real.ToString(CultureInfo.InvariantCulture) + coefficient + unit;
    }

    private IEnumerable<string> Options()
    {
        yield return "Complex = true";
        yield return Space.Mode == Window.Padded
            ? $"Paddings = [{string.Join(", ", Space.Paddings)}]"
            : $"Mode = global::ConvGen.OutputMode.{Space.Mode}";
        yield return $"Border = global::ConvGen.BorderMode.{Space.Border}";
        yield return $"Strides = [{string.Join(", ", Space.Strides)}]";
        yield return $"Dilations = [{string.Join(", ", Space.Dilations)}]";
        if (Space.Anchor is { } anchor)
        {
            yield return $"Anchor = [{string.Join(", ", anchor)}]";
        }

        if (Space.IsStrict)
        {
            yield return "FloatingPoint = global::ConvGen.FloatingPointMode.Strict";
        }
    }
}
