using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Layers.Copies;

/// <summary>Prints a sample as it is copied: its type, and what lies outside.</summary>
internal static class CopiedSample
{
    /// <summary>
    /// Whether pairs are put together from two planes, or from samples of two channels that lie apart: the lower halves first, and then the
    /// upper ones beside them.
    /// </summary>
    public static bool JoinsHalves(LayerParts parts) => parts.Plan.PairsChannels && parts.HasPixelLanes;

    /// <summary>A statement that copies a number.</summary>
    public static string Store(LayerParts parts, bool joins, string place, string number) =>
        !JoinsHalves(parts) ? $"{place} = {number};"
        : joins ? $"{place} |= ({number}) << 16;"
        : $"{place} = ({number}) & 0xFFFF;";

    /// <summary>The zero point of the source, behind a type or behind nothing, where samples are copied less it.</summary>
    public static string ZeroPoint(LayerParts parts, string text) => parts.Quantised is { HasSourceZeroPoint: true } ? ", " + text : "";

    /// <summary>A sample as it is copied: outside lies 0 where samples are copied less their zero point.</summary>
    public static string Of(LayerParts parts, string sample) =>
        parts.Source == Type(parts) ? sample
        : parts.Plan.QuadsChannels ? $"(byte)({sample} + 128)"
        : parts.Quantised is { HasSourceZeroPoint: true }
            ? Type(parts) == "int" ? sample + " - zeroPoint"
                : $"({Type(parts)})({sample} - zeroPoint)"
        : $"({Type(parts)}){sample}";

    /// <summary>What lies outside as a copied sample; where samples are copied with their zero point, that.</summary>
    public static string BorderConstant(LayerParts parts, string zeroPoint = "zeroPoint")
    {
        if (parts.Plan.QuadsChannels)
        {
            return parts.Quantised is { HasSourceZeroPoint: true } ? "(byte)" + zeroPoint
                : parts.Source == Type(parts) ? Literals.Of(parts.Model.BorderValue, ElementType.Byte)
                : Literals.Of(parts.Model.BorderValue + new Rational(128, 1), ElementType.Byte);
        }

        string constant = Literals.Of(parts.Model.BorderValue, parts.Model.Form.Source.Element);
        return parts.Source == Type(parts) ? constant : $"({Type(parts)})({constant})";
    }

    /// <summary>The same as an element that is read: where channels are read in pairs, in both halves, and in all quarters.</summary>
    public static string BorderElement(LayerParts parts) =>
        parts.Plan.QuadsChannels ? $"unchecked({BorderConstant(parts, "image.ZeroPoint")} * 0x01010101)"
        : parts.Plan.PairsChannels ? $"({BorderConstant(parts)} & 0xFFFF) | ({BorderConstant(parts)} << 16)"
        : BorderConstant(parts);

    /// <summary>The type of copied samples: that of the sums, or 16 or 8 bits where two or four of them are read as one.</summary>
    public static string Type(LayerParts parts) =>
        parts.Plan.QuadsChannels ? "byte"
        : parts.Plan.PairsChannels && !JoinsHalves(parts) ? "short"
        : parts.Sum;

    /// <summary>A reference to elements as they are read, as one to copied samples.</summary>
    public static string AsCopied(LayerParts parts, string reference) =>
        Type(parts) == parts.Sum ? reference : $"Unsafe.As<int, {Type(parts)}>(ref {reference})";
}
