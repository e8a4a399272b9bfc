using System.Numerics;
using System.Numerics.Tensors;
using ConvGen.Benchmarks.Contestants;
using ConvGen.Benchmarks.Images;

namespace ConvGen.Benchmarks.Rows;

/// <summary>A row that is a layer. Its source has a size of its own, whatever that of the images is.</summary>
/// <typeparam name="TSource">A source sample.</typeparam>
/// <typeparam name="TDestination">A sample of the result, which holds every sum.</typeparam>
internal sealed unsafe class LayerRow<TSource, TDestination> : Row
    where TSource : unmanaged, INumber<TSource>
    where TDestination : unmanaged, INumber<TDestination>
{
    private const int SmallWidth = 32;

    /// <summary>How far from a whole number, as all results are, those of a library that transforms samples and weights may lie.</summary>
    private const double Transformed = 0.125;

    private (Arena Arena, TDestination[] Results)? expected;

    /// <summary>What it computes.</summary>
    public required LayerShape Geometry { get; init; }

    /// <summary>The generated method, with its weights, unless it is one that several threads compute.</summary>
    public FilterCall<TSource, TDestination>? Call { get; init; }

    /// <summary>The generated method that several threads compute.</summary>
    public ParallelCall<TSource, TDestination>? ParallelCall { get; init; }

    /// <summary>Whether the generated method, too, may transform samples and weights.</summary>
    public bool IsTransformed { get; init; }

    /// <inheritdoc/>
    public override int Taps => Geometry.Taps;

    /// <summary>A library that was tuned for layers is hard to beat on large ones, and easily on small ones.</summary>
    public override double Goal => Geometry.Width < SmallWidth ? 2 : 1;

    /// <inheritdoc/>
    public override double PeakTolerance => 1 / 0.9;

    /// <inheritdoc/>
    public override LayerShape Layer => Geometry;

    /// <inheritdoc/>
    public override Type SourceType => typeof(TSource);

    /// <inheritdoc/>
    public override Type DestinationType => typeof(TDestination);

    /// <inheritdoc/>
    public override (int Width, int Height) Shape(ImageSize size) => (Geometry.Width, Geometry.Width);

    /// <inheritdoc/>
    public override Arena CreateArena(int width, int height) => Arena.Create<TSource, TDestination>(width, height, Geometry);

    /// <inheritdoc/>
    public override IContestant Generated(int width, int height) => Contestant(Call, ParallelCall, width, height);

    /// <inheritdoc/>
    public override IContestant Idle(int width, int height) =>
        Contestant(Call is null ? null : static (_, _, _, _) => { }, static (_, _, _, _) => { }, width, height);

    /// <inheritdoc/>
    public override IEnumerable<IContestant> Managed(Arena arena) =>
        Threads == ThreadCount.One && typeof(TSource) == typeof(float) && Geometry.Depth == 1
            ?
            [
                .. WindowProductContestant.Of(Geometry, arena.Width, arena.Height),
                new LayerLoopContestant(Geometry, arena.Width, arena.Height),
            ]
            : [];

    /// <inheritdoc/>
    public override string? Disagreement(Arena arena, bool interior, bool ties, int levels)
    {
        if (expected?.Arena != arena)
        {
            expected = (arena, Expected(arena));
        }

        TDestination* actual = (TDestination*)arena.Current.Destination;
        TDestination[] results = expected.Value.Results;
        double allowed = (ties || IsTransformed) && typeof(TDestination) == typeof(float) ? Transformed : 0;
        for (int i = 0; i < results.Length; i++)
        {
            // Small whole numbers: every sum is exact in any order.
            if (!(Math.Abs(double.CreateChecked(actual[i]) - double.CreateChecked(results[i])) <= allowed))
            {
                return $"element {i} is {actual[i]} instead of {results[i]}";
            }
        }

        return null;
    }

    private IContestant Contestant(
        FilterCall<TSource, TDestination>? call,
        ParallelCall<TSource, TDestination>? parallelCall,
        int width,
        int height
    )
    {
        int samples = width * height * Geometry.Depth * Geometry.Inputs,
            results = Geometry.Output(width) * Geometry.Output(height) * Geometry.OutputDepth * Geometry.Outputs;
        return call is not null ? new GeneratedContestant<TSource, TDestination>(call, width, height, samples, results)
            : parallelCall is not null
                ? new ParallelContestant<TSource, TDestination>(parallelCall, width, height, new(samples), new(results))
            : throw new InvalidOperationException($"{Name} has no method.");
    }

    /// <summary>The result straight from the definition.</summary>
    private TDestination[] Expected(Arena arena) =>
        Geometry.Scale is { } scale
            ? [.. Sums<int>(arena).Select(sum => TDestination.CreateSaturating(MathF.Round(sum * scale, MidpointRounding.ToEven)))]
            : Sums<TDestination>(arena);

    private TSum[] Sums<TSum>(Arena arena)
        where TSum : unmanaged, INumber<TSum>
    {
        LayerShape shape = Geometry;
        int width = shape.Output(arena.Width),
            height = shape.Output(arena.Height);
        TSum[] weights =
        [
            .. from row in Enumerable.Range(0, shape.Rows)
            from column in Enumerable.Range(0, shape.Size)
            from input in Enumerable.Range(0, shape.GroupInputs)
            from output in Enumerable.Range(0, shape.Outputs)
            select TSum.CreateTruncating(shape.Weight(output, input, row, column)),
        ];
        int pixels = width * height * shape.OutputDepth;
        TSum[] sums = new TSum[pixels * shape.Outputs];
        for (int pixel = 0; pixel < pixels; pixel++)
        {
            int row = pixel / width;
            AddWindow(arena, weights, (row / height, row % height, pixel % width), sums.AsSpan(pixel * shape.Outputs, shape.Outputs));
        }

        return shape.IsPlanar
            ?
            [
                .. from output in Enumerable.Range(0, shape.Outputs)
                from pixel in Enumerable.Range(0, pixels)
                select sums[(pixel * shape.Outputs) + output],
            ]
            : sums;
    }

    /// <summary>Adds what the samples of a window contribute to all channels of a pixel of the result.</summary>
    private void AddWindow<TSum>(Arena arena, TSum[] weights, (int Z, int Y, int X) place, Span<TSum> sums)
        where TSum : unmanaged, INumber<TSum>
    {
        LayerShape shape = Geometry;
        TSource* source = (TSource*)arena.Current.Source;
        (int pixelStep, int inputStep) = shape.IsPlanar ? (1, arena.Width * arena.Height * shape.Depth) : (shape.Inputs, 1);
        for (int tap = 0; tap < shape.Rows * shape.Size; tap++)
        {
            int plane = shape.Depth == 1 ? 0 : (place.Z * shape.Stride) + (tap / shape.Size / shape.Size) - shape.Padding,
                row = (place.Y * shape.Stride) + (tap / shape.Size % shape.Size) - shape.Padding,
                column = (place.X * shape.Stride) + (tap % shape.Size) - shape.Padding;
            if (plane < 0 || plane >= shape.Depth || row < 0 || row >= arena.Height || column < 0 || column >= arena.Width)
            {
                continue;
            }

            TSource* samples = source + ((nint)((((plane * arena.Height) + row) * arena.Width) + column) * pixelStep);
            for (int input = 0; input < shape.GroupInputs; input++)
            {
                ReadOnlySpan<TSum> line = weights.AsSpan(((tap * shape.GroupInputs) + input) * shape.Outputs, shape.Outputs);
                if (shape.Groups > 1)
                {
                    for (int output = 0; output < shape.Outputs; output++)
                    {
                        TSource sample = samples[(nint)(shape.FirstInput(output) + input) * inputStep];
                        sums[output] += line[output] * TSum.CreateTruncating(sample);
                    }

                    continue;
                }

                TensorPrimitives.MultiplyAdd(line, TSum.CreateTruncating(samples[(nint)input * inputStep]), sums, sums);
            }
        }
    }
}
