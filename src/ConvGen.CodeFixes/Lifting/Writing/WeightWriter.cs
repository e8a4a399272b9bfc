using System.Collections.Immutable;
using System.Globalization;
using ConvGen.CodeFixes.Lifting.Nests;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.CodeFixes.Lifting.Writing;

/// <summary>Writes constants as text of which the generator makes the same bits again.</summary>
internal static class WeightWriter
{
    /// <summary>
    /// The weights in the type of the product, or null where one cannot be written. None for a kernel that comes at run time.
    /// </summary>
    public static ImmutableArray<WrittenWeight>? Write(ConstantKernel? kernel, ElementType type)
    {
        ImmutableArray<WrittenWeight>.Builder weights = ImmutableArray.CreateBuilder<WrittenWeight>();
        foreach (object constant in kernel?.Weights ?? [])
        {
            if (Write(constant, type) is not { } weight)
            {
                return null;
            }

            weights.Add(weight);
        }

        return weights.ToImmutable();
    }

    private static WrittenWeight? Write(object constant, ElementType type)
    {
        if (constant is not (byte or sbyte or short or ushort or int or long or float or double))
        {
            return null;
        }

        string? text = type switch
        {
            ElementType.Single when constant is not double => Single(Convert.ToSingle(constant, CultureInfo.InvariantCulture)),
            ElementType.Double => Double(Convert.ToDouble(constant, CultureInfo.InvariantCulture)),
            ElementType.Int32 or ElementType.Int64 when constant is not (float or double) => Convert
                .ToInt64(constant, CultureInfo.InvariantCulture)
                .ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
        return text is null ? null : new WrittenWeight(text, KernelNumber.Read(text).Value);
    }

    /// <summary>
    /// The shortest text; .NET Framework, on which Visual Studio runs fixes, prints another for some numbers, so each is read again.
    /// </summary>
    private static string? Single(float value)
    {
        if (float.IsNaN(value) || float.IsInfinity(value))
        {
            return null;
        }

        for (int digits = 1; digits <= 9; digits++)
        {
            if (
                double.TryParse(
                    value.ToString("G" + digits, CultureInfo.InvariantCulture),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out double near
                )
            )
            {
                string text = ShortestDecimal.Of(near).ToString();
                if (KernelNumber.Read(text) is { Error: null } number && number.Value.ToSingle() == value)
                {
                    return text;
                }
            }
        }

        return null;
    }

    private static string? Double(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return null;
        }

        string text = ShortestDecimal.Of(value).ToString();
        return KernelNumber.Read(text) is { Error: null } number && number.Value.ToDouble() == value ? text : null;
    }
}
