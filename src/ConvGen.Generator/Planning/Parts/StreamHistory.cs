using ConvGen.Generator.Model;

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

    /// <summary>Elements of the history and of as many samples of the block, which are all that those windows see.</summary>
    public long Joined => 2 * Elements;

    public static StreamHistory Of(ConvolutionModel model)
    {
        int stride = model.Horizontal.Stride;
        long elements = (long)model.PastPixels * model.SourceChannels;
        return new StreamHistory(
            model.PastPixels,
            elements,
            (model.PastPixels + stride - 1) / stride,
            2 * elements * model.Form.Source.Element.Size() <= MostOnStack
        );
    }
}
