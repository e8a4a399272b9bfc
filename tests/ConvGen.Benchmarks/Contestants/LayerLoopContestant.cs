using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Contestants;

/// <summary>Six nested loops over the pixels and channels of the result and over the taps.</summary>
internal sealed unsafe class LayerLoopContestant(LayerShape shape, int width, int height) : IContestant
{
    private readonly float[] weights = shape.Weights;

    /// <inheritdoc/>
    public string Name => ContestantNames.Loop;

    /// <inheritdoc/>
    public string Way => "";

    /// <inheritdoc/>
    public bool InteriorOnly => false;

    /// <inheritdoc/>
    public void Run(in Placement placement)
    {
        float* destination = (float*)placement.Destination;
        int columns = shape.Output(width),
            rows = shape.Output(height);
        for (int y = 0; y < rows; y++)
        {
            for (int x = 0; x < columns; x++)
            {
                for (int output = 0; output < shape.Outputs; output++)
                {
                    int place = shape.IsPlanar ? (((output * rows) + y) * columns) + x : (((y * columns) + x) * shape.Outputs) + output;
                    destination[place] = Sum((float*)placement.Source, y * shape.Stride, x * shape.Stride, output);
                }
            }
        }
    }

    private float Sum(float* source, int y, int x, int output)
    {
        (int size, int inputs, int outputs) = (shape.Size, shape.GroupInputs, shape.Outputs);
        int pixelStep = shape.IsPlanar ? 1 : shape.Inputs,
            inputStep = shape.IsPlanar ? width * height : 1;
        int weightStep = shape.IsPlanar ? size * size : outputs;
        source += (nint)shape.FirstInput(output) * inputStep;
        float sum = 0;
        for (int r = 0; r < size; r++)
        {
            for (int c = 0; c < size; c++)
            {
                int row = y + r - shape.Padding,
                    column = x + c - shape.Padding;
                if ((uint)row >= (uint)height || (uint)column >= (uint)width)
                {
                    continue;
                }

                float* sample = source + ((nint)((row * width) + column) * pixelStep);
                int weight = shape.IsPlanar
                    ? (output * inputs * size * size) + (r * size) + c
                    : (((r * size) + c) * inputs * outputs) + output;
                for (int input = 0; input < inputs; input++)
                {
                    sum += sample[input * inputStep] * weights[weight + (input * weightStep)];
                }
            }
        }

        return sum;
    }
}
