using ConvGen.Benchmarks.Contestants;
using ConvGen.Benchmarks.Images;

namespace ConvGen.Benchmarks.Rows;

/// <summary>A row that is a layer. Its source has a size of its own, whatever that of the images is.</summary>
internal sealed unsafe class LayerRow : Row
{
    private const int SmallWidth = 32;

    private (Arena Arena, float[] Results)? expected;

    /// <summary>What it computes.</summary>
    public required LayerShape Geometry { get; init; }

    /// <summary>The generated method, with its weights.</summary>
    public required FilterCall<float, float> Call { get; init; }

    /// <inheritdoc/>
    public override int Taps => Geometry.Taps;

    /// <summary>A library that was tuned for layers is hard to beat on large ones, and easily on small ones.</summary>
    public override double Goal => Geometry.Width < SmallWidth ? 2 : 1;

    /// <inheritdoc/>
    public override double PeakTolerance => 1 / 0.9;

    /// <inheritdoc/>
    public override LayerShape Layer => Geometry;

    /// <inheritdoc/>
    public override Type SourceType => typeof(float);

    /// <inheritdoc/>
    public override Type DestinationType => typeof(float);

    /// <inheritdoc/>
    public override (int Width, int Height) Shape(ImageSize size) => (Geometry.Width, Geometry.Width);

    /// <inheritdoc/>
    public override Arena CreateArena(int width, int height) => Arena.Create(width, height, Geometry);

    /// <inheritdoc/>
    public override IContestant Generated(int width, int height) => new LayerContestant(Call, Geometry, width, height);

    /// <inheritdoc/>
    public override IContestant Idle(int width, int height) => new LayerContestant(static (_, _, _, _) => { }, Geometry, width, height);

    /// <inheritdoc/>
    public override IEnumerable<IContestant> Managed(Arena arena) =>
        [.. WindowProductContestant.Of(Geometry, arena.Width, arena.Height), new LayerLoopContestant(Geometry, arena.Width, arena.Height)];

    /// <inheritdoc/>
    public override string? Disagreement(Arena arena, bool interior, bool ties)
    {
        if (expected?.Arena != arena)
        {
            expected = (arena, Expected(arena));
        }

        float* actual = (float*)arena.Current.Destination;
        float[] results = expected.Value.Results;
        for (int i = 0; i < results.Length; i++)
        {
            // Small whole numbers: every sum is exact in any order.
            if (actual[i] != results[i])
            {
                return $"element {i} is {actual[i]} instead of {results[i]}";
            }
        }

        return null;
    }

    /// <summary>The result straight from the definition.</summary>
    private float[] Expected(Arena arena)
    {
        LayerShape shape = Geometry;
        float* source = (float*)arena.Current.Source;
        int width = shape.Output(arena.Width), height = shape.Output(arena.Height);
        float[] results = new float[width * height * shape.Outputs];
        for (int output = 0; output < shape.Outputs; output++)
        {
            for (int y = 0; y < height; y++)
            {
                for (int x = 0; x < width; x++)
                {
                    results[shape.IsPlanar ? (((output * height) + y) * width) + x : (((y * width) + x) * shape.Outputs) + output] = Sum(source, arena, output, y, x);
                }
            }
        }

        return results;
    }

    private float Sum(float* source, Arena arena, int output, int y, int x)
    {
        LayerShape shape = Geometry;
        float sum = 0;
        for (int r = 0; r < shape.Size; r++)
        {
            for (int c = 0; c < shape.Size; c++)
            {
                int row = (y * shape.Stride) + r - shape.Padding, column = (x * shape.Stride) + c - shape.Padding;
                if (row < 0 || row >= arena.Height || column < 0 || column >= arena.Width)
                {
                    continue;
                }

                for (int input = 0; input < shape.Inputs; input++)
                {
                    nint index = shape.IsPlanar ? (((nint)input * arena.Height) + row) * arena.Width + column : ((((nint)row * arena.Width) + column) * shape.Inputs) + input;
                    sum += source[index] * shape.Weight(output, input, r, c);
                }
            }
        }

        return sum;
    }
}
