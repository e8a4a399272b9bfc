using ConvGen.Generator.Kernels;
using ConvGen.Generator.Kernels.Designs;

namespace ConvGen.Generator.Parsing.Weights;

/// <summary>A designed kernel's attribute as a user would write it, for headers.</summary>
internal static class DesignText
{
    private static readonly string[] Axes = ["Axis.Rows", "Axis.Columns"];

    private static readonly string[] Directions = ["North", "NorthEast", "East", "SouthEast", "South", "SouthWest", "West", "NorthWest"];

    private static readonly string[] Responses = ["LowPass", "HighPass", "BandPass", "BandStop"];

    private static readonly string[] WindowFunctions = ["Hamming", "Hann", "Blackman", "Kaiser"];

    public static string Of(KernelDeclaration kernel)
    {
        // Parameters of constructors begin with a small letter, properties with a capital one.
        string[] arguments =
        [
            .. kernel.Arguments.Select(static argument =>
                char.IsUpper(argument.Name[0]) ? argument.Name + " = " + Value(argument) : Value(argument)
            ),
        ];
        return "[" + kernel.Name + (arguments.Length == 0 ? "" : "(" + string.Join(", ", arguments) + ")") + "]";
    }

    private static string Value(DesignArgument argument)
    {
        double value = BitConverter.Int64BitsToDouble(argument.Bits);
        return argument.Name switch
        {
            "axis" or "Axis" => Member(Axes, value) ?? Number(value),
            "direction" => Member(Directions, value) is { } direction ? "Direction." + direction : Number(value),
            "Response" => Member(Responses, value) is { } response ? "FilterResponse." + response : Number(value),
            "Window" => Member(WindowFunctions, value) is { } window ? "WindowFunction." + window : Number(value),
            _ => Number(value),
        };
    }

    private static string? Member(string[] members, double value) => value >= 0 && value < members.Length ? members[(int)value] : null;

    private static string Number(double value) => ShortestDecimal.Of(value).ToString();
}
