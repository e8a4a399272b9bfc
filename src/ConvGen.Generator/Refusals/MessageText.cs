using System.Globalization;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Refusals;

/// <summary>The texts that fill the messages of refusals.</summary>
internal static class MessageText
{
    /// <summary>The method's name as a user says it.</summary>
    public static string MethodName(MethodHeader header) => header.Name.TrimStart('@');

    public static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number as a user would write it.</summary>
    public static string Text(Constant constant) =>
        constant.Value switch
        {
            double.NaN => "NaN",
            double.PositiveInfinity => "positive infinity",
            double.NegativeInfinity => "negative infinity",
            double value => ShortestDecimal.Of(value).ToString(),
        };

    public static bool IsFinite(Constant constant) => !double.IsNaN(constant.Value) && !double.IsInfinity(constant.Value);

    /// <summary>A count with its noun, as in <c>1 value</c> or <c>3 values</c>.</summary>
    public static string Count(int count, string noun) => Text(count) + " " + noun + (count == 1 ? "" : "s");
}
