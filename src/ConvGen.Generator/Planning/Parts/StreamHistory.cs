using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Planning.Parts;

/// <summary>What is kept of a signal from block to block, and where windows that begin in it see it joined to the block.</summary>
/// <param name="Pixels">Pixels of the history.</param>
/// <param name="Elements">Its elements.</param>
/// <param name="Crossing">Results whose windows begin in the history, where a block has so many.</param>
/// <param name="IsOnStack">Whether the joined samples lie on the stack, and not in rented memory.</param>
internal sealed record StreamHistory(int Pixels, long Elements, int Crossing, bool IsOnStack)
{
    /// <summary>Bytes up to which the joined samples lie on the stack: cleared there in less time than memory is rented in.</summary>
    private const int MostOnStack = 2048;

    /// <summary>Results that take about as long one by one as a pass of vectors.</summary>
    public const int FewestFilled = 4;

    /// <summary>
    /// Results of a pass of vectors, which a shorter block is filled up to; 0 where the results of such blocks are computed one by one.
    /// </summary>
    public int Pass { get; private init; }

    /// <summary>
    /// Elements of the history and of as many samples of the block, which are all that those windows see; with transforms, of those that
    /// the results of two tiles see.
    /// </summary>
    public long Joined { get; private init; } = 2 * Elements;

    /// <summary>Results of two tiles, where there are transforms: so many are computed from the joined samples, instead of a few that
    /// leave tiles empty.</summary>
    public int? InPair { get; private init; }

    /// <param name="model">The method.</param>
    /// <param name="tiles">The tiles of its transforms, if any.</param>
    public static StreamHistory Of(ConvolutionModel model, TransformPlan? tiles = null)
    {
        int stride = model.Horizontal.Stride;
        long elements = (long)model.PastPixels * model.SourceChannels;
        int crossing = (model.PastPixels + stride - 1) / stride;
        if (tiles is null)
        {
            return new StreamHistory(model.PastPixels, elements, crossing, 2 * elements * model.Form.Source.Element.Size() <= MostOnStack);
        }

        int pair = Math.Max(crossing, 2 * tiles.Width / stride);
        return new StreamHistory(model.PastPixels, elements, crossing, IsOnStack: false)
        {
            InPair = pair,
            Joined = elements + ((long)pair * stride * model.SourceChannels),
        };
    }

    /// <summary>The same of a kernel whose passes are known.</summary>
    /// <param name="plan">The kernel.</param>
    /// <param name="bits">Bits of the narrowest vectors that it has code for.</param>
    public static StreamHistory Of(KernelPlan plan, int bits)
    {
        StreamHistory history = Of(plan.Model, plan.Exact?.Tiles);
        int pass = plan.PassPixels(bits);
        bool isFilled =
            plan is { Exact: null, ScalarReason: null, Model: { PixelChannels: 1, Horizontal.Stride: 1 } }
            && history.IsOnStack
            && pass > FewestFilled
            && pass <= history.Pixels
            && pass * plan.Model.Form.Destination.Element.Size() <= MostOnStack;
        return isFilled ? history with { Pass = pass } : history;
    }
}
