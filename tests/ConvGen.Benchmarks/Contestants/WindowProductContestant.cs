using System.Numerics;
using System.Runtime.InteropServices;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Contestants;

/// <summary>
/// A layer as the product of its generated window matrix and its weights, as programs with a matrix library of their own compute it.
/// </summary>
internal sealed unsafe class WindowProductContestant : IContestant
{
    private readonly FilterCall<float, float>? windows;
    private readonly LayerShape shape;
    private readonly int width;
    private readonly int height;
    private readonly float[] matrix;
    private readonly float[] weights;

    private WindowProductContestant(FilterCall<float, float>? windows, LayerShape shape, int width, int height)
    {
        this.windows = windows;
        this.shape = shape;
        this.width = width;
        this.height = height;
        weights = shape.Weights;
        matrix = GC.AllocateUninitializedArray<float>(windows is null ? 0 : Results * shape.Taps, pinned: true);
    }

    /// <inheritdoc/>
    public string Name => ContestantNames.Windows;

    /// <inheritdoc/>
    public string Way => "";

    /// <inheritdoc/>
    public bool InteriorOnly => false;

    private int Results => shape.Output(width) * shape.Output(height);

    /// <summary>The contestant for a layer with channels side by side, whose output channels are whole vectors.</summary>
    public static IEnumerable<IContestant> Of(LayerShape shape, int width, int height)
    {
        FilterCall<float, float>? windows = WindowFilters.Of(shape);
        bool isProduct = windows is not null || (shape.Size == 1 && shape.Stride == 1);
        return isProduct && shape.Groups == 1 && !shape.IsPlanar && shape.Outputs % Vector<float>.Count == 0
            ? [new WindowProductContestant(windows, shape, width, height)]
            : [];
    }

    /// <inheritdoc/>
    public void Run(in Placement placement)
    {
        float* left = (float*)placement.Source;
        if (windows is not null)
        {
            windows(new ReadOnlySpan<float>(left, width * height * shape.Inputs), width, height, matrix);
            left = (float*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(matrix));
        }

        fixed (float* right = weights)
        {
            MatrixProduct.Multiply(left, right, (float*)placement.Destination, Results, shape.Taps, shape.Outputs);
        }
    }
}
