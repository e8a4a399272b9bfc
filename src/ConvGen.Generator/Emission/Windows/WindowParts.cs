using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Windows;

namespace ConvGen.Generator.Emission.Windows;

/// <summary>The names and expressions that the parts of a printed window matrix share.</summary>
internal sealed class WindowParts(WindowPlan plan)
{
    public WindowPlan Plan => plan;

    public WindowModel Model => plan.Model;

    /// <summary>The type of all elements as C# text.</summary>
    public string Element => Model.Element.Keyword();

    /// <summary>The parameters of <c>Run</c>, which has them for an image of one axis too: that is an image of one row.</summary>
    public string RunParameters => $"ref {Element} image, nint imagePitch, int width, int height, ref {Element} matrix, nint matrixPitch";

    /// <summary>Whether any window may leave the image to the left or right.</summary>
    public bool LeavesColumns => Model.Leaves(Model.Horizontal);

    /// <summary>Whether any window may leave the image above or below.</summary>
    public bool LeavesRows => Model.Leaves(Model.Vertical);

    /// <summary>Pixels as elements of an interleaved image: the text itself, or multiplied by the channels.</summary>
    public string Elements(string pixels) => Model.IsPlanar ? pixels : Times(pixels, Model.Channels);

    /// <summary>A product with a constant.</summary>
    public static string Times(string value, int factor) =>
        factor == 1 ? value
        : value == "0" ? "0"
        : Reference.Grouped(value) + " * " + Literals.Of(factor);

    /// <summary>A sum of terms, of which those that are 0 are left out.</summary>
    public static string Sum(params string[] terms)
    {
        string[] all = terms.Where(term => term != "0").ToArray();
        return all.Length == 0 ? "0"
            : all.Length == 1 ? all[0]
            : string.Join(" + ", all.Select(Reference.Grouped));
    }

    /// <summary>A reference to an element some elements behind another.</summary>
    public static string At(string reference, string offset) => offset == "0" ? reference : $"Unsafe.Add(ref {reference}, {offset})";

    /// <summary>A difference with a constant.</summary>
    public static string Minus(string value, int subtrahend) =>
        subtrahend == 0
            ? value
            : $"{(value.Contains(' ') && !value.Contains(" + ") ? "(" + value + ")" : value)} - {Literals.Of(subtrahend)}";
}
