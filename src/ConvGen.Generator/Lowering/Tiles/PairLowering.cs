using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Lowering.Tiles;

/// <summary>Samples and products of taps that are multiplied in pairs.</summary>
/// <param name="parts">The kernel.</param>
/// <param name="sum">Its sum.</param>
/// <param name="width">The vector width.</param>
internal sealed class PairLowering(KernelParts parts, PairedSum sum, VectorWidth width)
{
    private static readonly string[] PairSamples = ["q", "r"];

    private readonly Shape loaded = new(parts.Plan.Loaded, width.Bits);

    private readonly int lanes = width.Lanes(parts.Plan.SumType);

    private KernelPlan Plan => parts.Plan;

    /// <summary>The type of a vector of weights.</summary>
    public static ElementType WeightElement(KernelPlan plan) => plan.Loaded == ElementType.Byte ? ElementType.SByte : ElementType.Int16;

    /// <summary>The local of weights of the table.</summary>
    public Expression.Local Coefficient => new("k", loaded.Of(WeightElement(Plan)));

    /// <summary>The first and the second samples of pairs that are unpacked.</summary>
    public Expression.Local[] Unpacked => sum.Unpacks ? [.. PairSamples.Select(name => new Expression.Local(name, loaded))] : [];

    /// <summary>A pair's weights of the table in every lane.</summary>
    public Expression Weights(Place place) => new Expression.Broadcast(place, ElementType.Int32, Coefficient.Type);

    /// <summary>
    /// The samples that the pairs of a column multiply for a vector of outputs: every other one, or, where the samples of a pair lie apart,
    /// the lower or the upper halves of lanes, whose
    /// loads are added with the first of the two.
    /// </summary>
    /// <param name="reference">A reference to the first sample of the row, or as far behind it as a loop has come.</param>
    /// <param name="column">The column of the pair.</param>
    /// <param name="vector">The vector.</param>
    /// <param name="isSingle">Whether no pair of the column has a second sample, which is then not read where it lies apart.</param>
    /// <param name="assign">Adds a local's value.</param>
    public Expression Pixels(string reference, int column, int vector, bool isSingle, Action<Expression.Local, Expression> assign)
    {
        Expression Load(int offset) =>
            new Expression.Load(new Place(reference, offset), parts.Model.Form.Source.Element, !sum.SampleBias.IsZero, loaded);
        int place = vector / 2 * 2 * lanes;
        bool isSecond = vector % 2 > 0;
        if (sum.IsByStride)
        {
            return Load((2 * vector * lanes) + parts.Layout.Offset(column));
        }

        if (!sum.Unpacks)
        {
            return Load(place + column + (isSecond ? 1 : 0));
        }

        if (!isSecond)
        {
            assign(Unpacked[0], Load(place + parts.Layout.Offset(column)));
            if (!isSingle)
            {
                assign(Unpacked[1], Load(place + parts.Layout.Offset(column + 1)));
            }
        }

        return new Expression.Alternate(isSecond, Unpacked[0], isSingle ? new Expression.Zero(loaded) : Unpacked[1]);
    }

    /// <summary>Declares the locals that pairs in a loop assign.</summary>
    public IEnumerable<Statement> Declarations(IEnumerable<string> pixels)
    {
        string[] samples = [.. Unpacked.Select(local => local.Name), .. pixels];
        if (samples.Length > 0)
        {
            yield return new Statement.Declare(loaded, samples.ToEquatableArray());
        }

        yield return new Statement.Declare(Coefficient.Type, EquatableArray.Of("k"));
    }

    /// <summary>The products of a vector of pairs, in the type of the sums.</summary>
    public Expression Product(Expression pixels, Expression weights) => InSumType(new Expression.PairSum(pixels, weights));

    /// <summary>The same of a pair, which may be one sample as it is.</summary>
    public Expression Product(ProductPair pair, Expression pixels, Expression weights) =>
        !PairWeights.IsMask(Plan, pair)
            ? Product(pixels, weights)
            : new Expression.Reinterpret(
                sum.Unpacks ? pixels : new Expression.And(pixels, weights),
                Plan.SumType == ElementType.UInt16 ? ElementType.UInt16 : ElementType.Int16
            );

    private Expression InSumType(Expression product) =>
        Plan.SumType == ElementType.UInt16 ? new Expression.Reinterpret(product, ElementType.UInt16) : product;
}
