using System.Numerics;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Description;

/// <summary>What the header says of a kernel that was designed: its name, formula and source, and what quantising has made of it.</summary>
internal static class DesignDescription
{
    /// <summary>The weights as designed, where others are used.</summary>
    public static IEnumerable<DescriptionSection> Sections(ConvolutionModel model)
    {
        if (model.Design?.Designed is { } designed)
        {
            yield return new("The kernel as designed:", KernelDrawing.Of(model.Kernel, designed));
        }
    }

    /// <summary>Where the weights come from, and what quantising can change.</summary>
    public static IEnumerable<DescriptionFact> Facts(ConvolutionModel model)
    {
        if (model.Design is not { } design)
        {
            yield break;
        }

        string mirrored = design.IsMirrored
            ? " It is written mirrored, because the convolution reverses it: the result points the same way as under a correlation."
            : "";
        yield return new("Design", design.Attribute + ": " + design.Formula + "." + mirrored);
        yield return new("Source", design.Source + ".");
        if (design.Designed is not null)
        {
            yield return new(
                "Quantised",
                "to multiples of 1/"
                    + Literals.Of(BigInteger.One << design.Bits)
                    + ", with the sum kept; no sum of "
                    + KernelDescription.Name(model.Form.Source.Element)
                    + " samples differs by more than "
                    + Bound(design.LargestError)
                    + " from that of the weights as designed, and so no result by more than "
                    + Literals.Of(design.LargestError.Ceiling())
                    + "."
            );
        }
    }

    /// <summary>A bound with three decimals, rounded up.</summary>
    private static string Bound(Rational value)
    {
        const int Thousand = 1000;
        BigInteger thousandths = (value * Thousand).Ceiling();
        return (new Rational(thousandths, Thousand) is var rounded && rounded.IsInteger)
            ? Literals.Of(rounded.Numerator)
            : ShortestDecimal.Of(rounded.ToDouble()).ToString();
    }
}
