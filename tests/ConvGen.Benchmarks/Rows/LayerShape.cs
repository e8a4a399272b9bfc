namespace ConvGen.Benchmarks.Rows;

/// <summary>A layer: its channels, its square kernel, and how that moves over the source.</summary>
/// <param name="Inputs">Channels of the source.</param>
/// <param name="Outputs">Channels of the result.</param>
/// <param name="Size">Rows and columns of the kernel.</param>
/// <param name="Width">Rows and columns of the source.</param>
/// <param name="Stride">Source pixels from one pixel of the result to the next.</param>
/// <param name="Padding">Zeros around the source.</param>
/// <param name="IsPlanar">Whether channels stand in planes, and weights with outputs first.</param>
/// <param name="Groups">Into how many groups the channels fall.</param>
internal sealed record LayerShape(int Inputs, int Outputs, int Size, int Width, int Stride, int Padding, bool IsPlanar, int Groups = 1)
{
    /// <summary>Planes of the source of a layer over volumes, whose kernel is a cube; 1 of others.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>By what sums are multiplied before they are rounded to bytes, halves to even numbers; null where they are the result.</summary>
    public float? Scale { get; init; }

    /// <summary>Planes of the kernel.</summary>
    public int Planes => Depth > 1 ? Size : 1;

    /// <summary>Planes of the result.</summary>
    public int OutputDepth => Depth > 1 ? Output(Depth) : 1;

    /// <summary>Rows of all planes of the kernel.</summary>
    public int Rows => Planes * Size;

    private float[]? weights;
    private double[]? outputFirst;

    /// <summary>Products for a sample of the result.</summary>
    public int Taps => Rows * Size * GroupInputs;

    /// <summary>Channels of the source that a channel of the result sees.</summary>
    public int GroupInputs => Inputs / Groups;

    /// <summary>The first of them.</summary>
    public int FirstInput(int output) => output / (Outputs / Groups) * GroupInputs;

    /// <summary>The weights in the order that the layout goes with: small whole numbers.</summary>
    public float[] Weights => weights ??= Draw();

    /// <summary>The weights with outputs first.</summary>
    public double[] OutputFirstWeights =>
        outputFirst ??= [
            .. from output in Enumerable.Range(0, Outputs)
            from input in Enumerable.Range(0, GroupInputs)
            from place in Enumerable.Range(0, Rows * Size)
            select (double)Weight(output, input, place / Size, place % Size),
        ];

    /// <summary>Pixels of the result along an axis.</summary>
    public int Output(int length) => ((length + (2 * Padding) - Size) / Stride) + 1;

    /// <summary>A weight.</summary>
    public float Weight(int output, int input, int row, int column) =>
        Weights[
            IsPlanar
                ? (((((output * GroupInputs) + input) * Rows) + row) * Size) + column
                : (((((row * Size) + column) * GroupInputs) + input) * Outputs) + output
        ];

    private float[] Draw()
    {
        Random random = new(2);
        return [.. Enumerable.Range(0, Taps * Outputs).Select(_ => (float)random.Next(-3, 4))];
    }
}
