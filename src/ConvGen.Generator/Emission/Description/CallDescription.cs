using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Parts;

namespace ConvGen.Generator.Emission.Description;

/// <summary>What is told about what a sample is, who computes a result, and where it is put.</summary>
internal static class CallDescription
{
    /// <param name="model">The method.</param>
    /// <param name="tiles">The tiles that parts of its result are computed through, if any.</param>
    public static IEnumerable<DescriptionFact> Facts(ConvolutionModel model, PartTiles? tiles = null)
    {
        if (model.IsComplex)
        {
            yield return new("Samples", "complex: the real part and the imaginary part of each side by side.");
        }

        if (model.Form.IsParallel)
        {
            string parts = model.Form.Axes switch
            {
                1 => "stretches of it",
                2 => "bands of its rows",
                _ => "bands of its planes",
            };
            parts =
                tiles is null ? parts
                : tiles.IsExact ? parts + " or pairs of tiles"
                : "pairs of tiles";
            yield return new(
                "Threads",
                $"several compute the result, {parts}, where it is large enough to pay; its bits are those that one thread gives it."
            );
        }

        if (model.Form.IsInPlace)
        {
            (string part, string places) = model.Form.Axes switch
            {
                1 => ("stretch", "samples"),
                2 => ("band", "rows"),
                _ => ("band", "planes"),
            };
            yield return new(
                "In place",
                $"the result overwrites the image; results of a {part} wait until no window sees their {places} any more."
            );
        }
    }
}
