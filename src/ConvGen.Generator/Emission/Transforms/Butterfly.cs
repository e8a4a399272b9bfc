using ConvGen.Generator.Emission.Text;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>
/// Prints the transform of 4 or 8 complex points that are in local variables, each a vector of real and one of imaginary parts. The inverse
/// transform is the same with these exchanged.
/// </summary>
internal static class Butterfly
{
    /// <summary>The square root of one half, which transforms of 8 points multiply by, in a local that stands before their loop.</summary>
    public static void EmitRoot(SourceWriter writer, Lanes lanes, int radix)
    {
        if (radix == 8)
        {
            writer.Line(
                $"{lanes.Type} root = {lanes.Width.Broadcast(lanes.Element == Model.ElementType.Single ? "0.70710677f" : "0.70710678118654757d")};"
            );
        }
    }

    /// <param name="writer">Takes the statements.</param>
    /// <param name="lanes">The vectors.</param>
    /// <param name="radix">4 or 8.</param>
    /// <param name="r">What the names of the variables of real parts begin with; their numbers follow.</param>
    /// <param name="i">The same of imaginary parts.</param>
    public static void Emit(SourceWriter writer, Lanes lanes, int radix, string r, string i)
    {
        using (writer.Block(""))
        {
            if (radix == 8)
            {
                EmitEight(writer, lanes.Type, r, i);
            }
            else
            {
                EmitFour(writer, lanes.Type, r, i);
            }
        }
    }

    private static void EmitFour(SourceWriter writer, string type, string r, string i)
    {
        writer.Line($"{type} a0 = {r}0 + {r}2, a1 = {r}1 + {r}3, a2 = {r}0 - {r}2, a3 = {r}1 - {r}3;");
        writer.Line($"{type} b0 = {i}0 + {i}2, b1 = {i}1 + {i}3, b2 = {i}0 - {i}2, b3 = {i}1 - {i}3;");
        EmitPairs(writer, r, i, ["0", "2"], "a0", "b0", "a1", "b1");
        EmitPairs(writer, r, i, ["1", "3"], "a2", "b2", "b3", "-a3");
    }

    private static void EmitEight(SourceWriter writer, string type, string r, string i)
    {
        // Sums and differences of opposite points: the sums are transformed by fours, and so are the differences, once turned.
        writer.Line($"{type} a0 = {r}0 + {r}4, a1 = {r}1 + {r}5, a2 = {r}2 + {r}6, a3 = {r}3 + {r}7;");
        writer.Line($"{type} b0 = {i}0 + {i}4, b1 = {i}1 + {i}5, b2 = {i}2 + {i}6, b3 = {i}3 + {i}7;");
        writer.Line($"{type} c0 = {r}0 - {r}4, c1 = {r}1 - {r}5, c2 = {r}2 - {r}6, c3 = {r}3 - {r}7;");
        writer.Line($"{type} d0 = {i}0 - {i}4, d1 = {i}1 - {i}5, d2 = {i}2 - {i}6, d3 = {i}3 - {i}7;");
        writer.Line($"{type} p = a0 + a2, q = b0 + b2, s = a1 + a3, t = b1 + b3;");
        EmitPairs(writer, r, i, ["0", "4"], "p", "q", "s", "t");
        writer.Line("p = a0 - a2; q = b0 - b2; s = a1 - a3; t = b1 - b3;");
        EmitPairs(writer, r, i, ["2", "6"], "p", "q", "t", "-s");
        writer.Line($"{type} e1 = (c1 + d1) * root, f1 = (d1 - c1) * root, e3 = (d3 - c3) * root, f3 = (c3 + d3) * root;");
        writer.Line("p = c0 + d2; q = d0 - c2; s = e1 + e3; t = f1 - f3;");
        EmitPairs(writer, r, i, ["1", "5"], "p", "q", "s", "t");
        writer.Line("p = c0 - d2; q = d0 + c2; s = e1 - e3; t = f1 + f3;");
        EmitPairs(writer, r, i, ["3", "7"], "p", "q", "t", "-s");
    }

    /// <summary>The sum and the difference of two complex numbers.</summary>
    private static void EmitPairs(
        SourceWriter writer,
        string r,
        string i,
        string[] places,
        string re,
        string im,
        string otherRe,
        string otherIm
    )
    {
        (string plus, string minus, string imaginary) = otherIm[0] == '-' ? ("-", "+", otherIm.Substring(1)) : ("+", "-", otherIm);
        writer.Line($"{r}{places[0]} = {re} + {otherRe}; {i}{places[0]} = {im} {plus} {imaginary};");
        writer.Line($"{r}{places[1]} = {re} - {otherRe}; {i}{places[1]} = {im} {minus} {imaginary};");
    }
}
