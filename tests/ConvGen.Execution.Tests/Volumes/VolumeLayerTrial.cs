using System.Numerics;
using System.Reflection;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Volumes;

/// <summary>A compiled layer over volumes that can be put to the test.</summary>
internal abstract class VolumeLayerTrial(VolumeLayer declared)
{
    public VolumeLayer Declared { get; } = declared;

    public static VolumeLayerTrial Create(VolumeLayer declared, CompiledBatch batch, string name) =>
        TypedTrials.Create<VolumeLayerTrial>(
            typeof(VolumeLayerTrial<,,,>),
            declared.Layer.Space,
            declared.Layer.Bias,
            declared,
            batch,
            name
        );

    /// <summary>
    /// Runs the layer on a volume and compares every sample with the oracle; what lies between and behind rows and planes must stay.
    /// </summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract string? Run((int Width, int Height, int Depth) size, int seed, Content content);

    public override string ToString() => Declared.ToString();
}

/// <summary>The same with its element types.</summary>
internal sealed class VolumeLayerTrial<TSource, TWeight, TBias, TResult>(VolumeLayer declared, CompiledBatch compiled, string name)
    : VolumeLayerTrial(declared)
    where TSource : unmanaged, INumber<TSource>
    where TWeight : unmanaged, INumber<TWeight>
    where TBias : unmanaged, INumber<TBias>
    where TResult : unmanaged, INumber<TResult>
{
    private readonly MethodInfo method = compiled.MethodOf(Batch.TypeName, name);

    private DeclaredLayer Layer => Declared.Layer;

    public override string? Run((int Width, int Height, int Depth) size, int seed, Content content)
    {
        Random random = new(seed);
        VolumeDeclared volume = Declared.Volume;
        int items = volume.Form == VolumeForm.Batch ? 2 : 1;
        (int Width, int Height, int Depth) result = (
            volume.Axis(2).OutputLength(size.Width),
            volume.Axis(1).OutputLength(size.Height),
            volume.Axis(0).OutputLength(size.Depth)
        );
        VolumePlaces Places((int, int, int) extents, int channels) =>
            VolumePlaces.Draw(random, volume.Form, extents, Declared.Pixel(channels), items * Declared.Volumes(channels));
        VolumePlaces source = Places(size, Layer.Inputs),
            results = Places(result, Layer.Outputs);
        long largest = Layer.Space.Destination == Element.Half ? 100 : 1L << 40;
        LayerNumbers<TSource, TWeight, TBias> data = new(
            Stacked(Samples.Draw<TSource>(random, source.Count, content, largest), size, Layer.Inputs, items),
            Layer.Space.Kernel is null ? [] : Samples.Draw<TWeight>(random, Layer.WeightCount, content, 1 << 20),
            Layer.Bias is null ? [] : Samples.Draw<TBias>(random, Layer.Outputs, content)
        );
        TSource[] samples = source.Scatter(data.Source.Elements, Samples.Poison<TSource>());
        TResult[] actual = results.Scatter(new TResult[results.Count], Samples.Poison<TResult>());
        Call(data, samples, actual, source, results);
        if (results.Touched(actual, Samples.Poison<TResult>()) is { } gap)
        {
            return gap;
        }

        // The planes of a volume stand below each other for the oracle, and a kernel row sees one of all their rows.
        int[][] inPlane = volume.Axis(1).Positions(size.Height);
        int[][] rows =
        [
            .. from planes in volume.Axis(0).Positions(size.Depth)
            from lines in inPlane
            select (int[])[.. from plane in planes from line in lines select plane < 0 || line < 0 ? -1 : (plane * size.Height) + line],
        ];
        LayerOracle oracle = new(Layer, rows, volume.Axis(2).Positions(size.Width));
        string? objection = new LayerComparison<TSource, TWeight, TBias, TResult>(Layer).Compare(
            oracle,
            data,
            Stacked(results.Gather(actual), result, Layer.Outputs, items),
            content
        );
        return objection is null ? null : $"{size.Width} x {size.Height} x {size.Depth}, planes below each other: {objection}";
    }

    private Layers.Stack<T> Stacked<T>(T[] elements, (int Width, int Height, int Depth) size, int channels, int items) =>
        new(items, channels, size.Width, size.Height * size.Depth, size.Width * Declared.Pixel(channels), Layer.IsPlanar, elements);

    private void Call(
        LayerNumbers<TSource, TWeight, TBias> data,
        TSource[] samples,
        TResult[] actual,
        VolumePlaces source,
        VolumePlaces results
    )
    {
        bool isShaped = Declared.Volume.Form == VolumeForm.Shaped;
        TResult[,,]? target = isShaped ? results.ToVolume(actual) : null;
        object?[] arguments =
        [
            .. method
                .GetParameters()
                .Select(parameter =>
                    parameter.Name switch
                    {
                        "source" => isShaped ? source.ToVolume(samples) : samples,
                        "destination" => (object?)target ?? actual,
                        "kernel" => Layer.IsPrepared ? new PreparedKernel<TWeight>(data.Weights) : data.Weights,
                        "bias" => data.Bias,
                        "batch" => data.Source.Batch,
                        "width" => source.Width,
                        "height" => source.Height,
                        "depth" => source.Depth,
                        "sourcePitch" => source.Pitch,
                        "sourcePlanePitch" => source.PlanePitch,
                        "destinationPitch" => results.Pitch,
                        _ => results.PlanePitch,
                    }
                ),
        ];
        try
        {
            method.Invoke(null, arguments);
        }
        catch (TargetInvocationException exception)
        {
            throw new InvalidOperationException($"{this}\n{exception.InnerException!.Message}", exception.InnerException);
        }

        target?.Cast<TResult>().ToArray().CopyTo(actual, 0);
    }
}
