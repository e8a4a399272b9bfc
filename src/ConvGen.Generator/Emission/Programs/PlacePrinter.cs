using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering;

namespace ConvGen.Generator.Emission.Programs;

/// <summary>Prints places and offsets.</summary>
internal static class PlacePrinter
{
    /// <summary>What lies at a place, without its <c>ref</c>.</summary>
    public static string Print(Place place) =>
        place.Elements is Offset.Number { Value: 0 } ? place.Reference : $"Unsafe.Add(ref {place.Reference}, {Print(place.Elements)})";

    /// <summary>The arguments of a load or store: a reference and, where it is not zero, an offset.</summary>
    public static string Arguments(Place place) =>
        place.Elements switch
        {
            Offset.Number { Value: 0 } => "ref " + place.Reference,
            Offset.Number => $"ref {place.Reference}, {Print(place.Elements)}",
            Offset.Variable => $"ref {place.Reference}, (nuint){Print(place.Elements)}",
            _ => "ref " + Print(place),
        };

    /// <summary>The same for functions of generated code, whose offsets have a sign.</summary>
    public static string Places(Place place) =>
        "ref " + place.Reference + (place.Elements is Offset.Number { Value: 0 } ? "" : ", " + Print(place.Elements));

    public static string Print(Offset offset) =>
        offset switch
        {
            Offset.Number number => Literals.Of(number.Value),
            Offset.Variable variable => variable.Name,
            Offset.Sum sum => $"{Summand(sum.Left)} + {Summand(sum.Right)}",
            Offset.Difference difference => $"{Operand(difference.Left)} - {Operand(difference.Right)}",
            Offset.Product product => $"{Operand(product.Left)} * {Operand(product.Right)}",
            Offset.Quotient quotient => $"{Operand(quotient.Left)} / {Operand(quotient.Right)}",
            Offset.Remainder remainder => $"{Operand(remainder.Left)} % {Operand(remainder.Right)}",
            Offset.Smaller smaller => $"Math.Min({Print(smaller.Left)}, {Print(smaller.Right)})",
            Offset.Native native => "(nint)" + Operand(native.Value),
            Offset.Entry entry => $"Unsafe.Add(ref {entry.Table}, {Print(entry.At)})",
            Offset.Chosen chosen => Choices(chosen),
            _ => throw new ArgumentOutOfRangeException(nameof(offset)),
        };

    private static string Choices(Offset.Chosen chosen) =>
        string.Concat(
            chosen
                .Values.Take(chosen.Values.Count - 1)
                .Select((value, index) => $"{chosen.Counter} == {Literals.Of(index)} ? {Literals.Of(value)} : ")
        ) + Literals.Of(chosen.Values[chosen.Values.Count - 1]);

    /// <summary>A term of a sum, whose own terms need no parentheses.</summary>
    private static string Summand(Offset offset) => offset is Offset.Sum ? Print(offset) : Operand(offset);

    private static string Operand(Offset offset) =>
        offset is Offset.Sum or Offset.Difference or Offset.Product or Offset.Quotient or Offset.Remainder
            ? "(" + Print(offset) + ")"
            : Print(offset);
}
