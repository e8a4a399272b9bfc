using System.Globalization;
using ConvGen.Generator.Emission.Description;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>What a plan through transforms does and guarantees, in words.</summary>
internal static class TransformDescription
{
    public static IEnumerable<DescriptionFact> Facts(KernelPlan plan, TransformPlan transform, EquatableArray<VectorWidth> widths)
    {
        ConvolutionModel model = plan.Model;
        string type = KernelDescription.Name(plan.Accumulator);
        string points = Literals.Of(transform.Points);
        yield return new("Transforms", Passes(transform));
        yield return new(
            "Error",
            $"at most {Literals.Of(transform.ErrorFactor)} * eps * log2({points}) * norm(K) * norm(x), barring overflow and underflow of an intermediate, where eps is 2^-{(plan.Accumulator == ElementType.Double ? "53" : "24")}, norms are square roots of "
                + $"sums of squares, and x are the samples of the two tiles, {Literals.Of(2 * transform.Points)} at most. It is not "
                + "relative to each result: small ones beside large samples are inaccurate."
        );
        yield return new(
            "NaN",
            "a NaN or an infinity in a tile, and an overflow, makes a NaN of every result of it and of the tile that is "
                + "transformed with it."
        );
        if (model.Form.HasRegion || model.Form.IsParallel)
        {
            yield return new("Parts", Parts(transform));
        }

        yield return new("Accumulator", type + ", with multiplication and addition fused where the processor can.");
        if (model.Form.Destination.Element.IsInteger())
        {
            yield return new("Rounding", KernelDescription.Rounding(plan));
        }

        yield return new("Vectors", WidthWords.Of(widths) + "; no lane sees another, so that results have the same bits at every width.");
    }

    /// <summary>Integer sums through transforms: what is transformed, why they are exact, and where they are formed directly.</summary>
    public static string Exact(ExactTransform exact)
    {
        TransformPlan tiles = exact.Tiles;
        string error = exact.Error.ToString("0.0e-0", CultureInfo.InvariantCulture);
        return Passes(tiles)
            + $" Numbers have double precision, and the weights K are whole. An error is at most {Literals.Of(tiles.ErrorFactor)} * 2^-53 * "
            + $"log2({Literals.Of(tiles.Points)}) * norm(K) * norm(x), which is about {error} for {Literals.Of(2 * tiles.Points)} samples "
            + "that are all as large as they can be, and so below 1/2: the nearest integer is the sum, and results have the bits of the "
            + $"direct sum. That one computes what has fewer than {Literals.Of(exact.ResultsOfPair)} results for each two tiles.";
    }

    /// <summary>What a part of a result sees, which is computed through transforms.</summary>
    public static string Seen(TransformPlan tiles) =>
        tiles.HasTwoAxes
            ? $"results come from tiles of {Literals.Of(tiles.Height)} x {Literals.Of(tiles.Width)}, two at a time, counted from the first "
                + "result of the whole image, and a rectangle sees what the windows of all results of its tiles see."
            : $"results come from tiles of {Literals.Of(tiles.Width)}, two at a time, counted from the first result of the whole signal, and "
                + "a stretch sees what the windows of all results of its tiles see.";

    /// <summary>How parts are computed to the bits of a whole call.</summary>
    private static string Parts(TransformPlan tiles)
    {
        string size = tiles.HasTwoAxes ? $"{Literals.Of(2 * tiles.Height)} x {Literals.Of(2 * tiles.Width)}" : Literals.Of(2 * tiles.Width);
        return "tiles lie where those of a whole call do, so that a part has its bits; it takes the time of all pairs of tiles that it falls "
            + $"into. Parts that begin and end at multiples of {size} leave none of them unused.";
    }

    private static string Passes(TransformPlan transform)
    {
        string down = Line(transform.Rows),
            along = Line(transform.Columns);
        string kept = transform.HasTwoAxes
            ? ""
            : Literals.Of(transform.Points) + " samples as " + Literals.Of(transform.Rows.Points) + " rows, ";
        return $"{kept}columns of {down} points, rows of {along}; one tile is the real, the next one the imaginary part.";
    }

    private static string Line(LineTransform line) =>
        Literals.Of(line.Points) + " = " + string.Join(" * ", line.Radices.Select(Literals.Of));
}
