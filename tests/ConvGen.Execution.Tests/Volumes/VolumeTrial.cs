using System.Globalization;
using System.Numerics;
using System.Reflection;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Volumes;

/// <summary>A compiled filter of volumes that can be put to the test.</summary>
internal abstract class VolumeTrial(VolumeDeclared declared)
{
    public VolumeDeclared Declared { get; } = declared;

    public static VolumeTrial Create(VolumeDeclared declared, CompiledBatch batch, string name) =>
        TypedTrials.Create<VolumeTrial>(typeof(VolumeTrial<,,,>), declared.Space, null, declared, batch, name);

    /// <summary>
    /// Filters a volume and compares every sample with the oracle; what lies between and behind rows and planes must stay.
    /// </summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract string? Run((int Width, int Height, int Depth) size, int seed, Content content);

    public override string ToString() => Declared.ToString();
}

/// <summary>The same with its element types.</summary>
internal sealed class VolumeTrial<TSource, TWeight, TBias, TResult>(VolumeDeclared declared, CompiledBatch compiled, string name)
    : VolumeTrial(declared)
    where TSource : unmanaged, INumber<TSource>
    where TWeight : unmanaged, INumber<TWeight>
    where TBias : unmanaged
    where TResult : unmanaged, INumber<TResult>
{
    private readonly MethodInfo method = compiled.MethodOf(Batch.TypeName, name);

    public override string? Run((int Width, int Height, int Depth) size, int seed, Content content)
    {
        Random random = new(seed);
        int channels = Declared.Space.PixelChannels,
            items = Declared.Form == VolumeForm.Batch ? 2 : 1;
        (int Width, int Height, int Depth) result = (
            Declared.Axis(2).OutputLength(size.Width),
            Declared.Axis(1).OutputLength(size.Height),
            Declared.Axis(0).OutputLength(size.Depth)
        );
        VolumePlaces source = VolumePlaces.Draw(random, Declared.Form, size, channels, items),
            results = VolumePlaces.Draw(random, Declared.Form, result, channels, items);
        bool isEmpty = size.Width == 0 || size.Height == 0 || size.Depth == 0;
        long largest =
            Declared.Space.Destination == Element.Half ? 100
            : Declared.Space.Source == Element.Int64 ? 1L << 55
            : long.MaxValue;
        TSource[] drawn = Samples.Draw<TSource>(random, source.Count, content, largest);
        TWeight[] kernel = Declared.Space.Kernel is null ? [] : Samples.Draw<TWeight>(random, Declared.Space.Taps, content, 1 << 20);
        TSource[] samples = source.Scatter(drawn, Samples.Poison<TSource>());
        TResult[] actual = results.Scatter(new TResult[results.Count], Samples.Poison<TResult>());
        if (TypedTrials.Refusal(() => Call(samples, kernel, actual, source, results)) is not null)
        {
            return null;
        }

        if (results.Touched(actual, Samples.Poison<TResult>()) is { } gap)
        {
            return gap;
        }

        TResult[] gathered = isEmpty ? [] : results.Gather(actual);
        for (int item = 0; item < items && gathered.Length > 0; item++)
        {
            int count = gathered.Length / items,
                read = drawn.Length / items;
            if (
                Compare(drawn.AsSpan(item * read, read).ToArray(), kernel, gathered.AsSpan(item * count, count).ToArray(), size, content) is
                { } objection
            )
            {
                return $"{size.Width} x {size.Height} x {size.Depth}, item {item}: {objection}";
            }
        }

        return null;
    }

    private void Call(TSource[] samples, TWeight[] kernel, TResult[] actual, VolumePlaces source, VolumePlaces results)
    {
        bool isShaped = Declared.Form == VolumeForm.Shaped;
        TSource[,,]? volume = isShaped ? source.ToVolume(samples) : null;
        TResult[,,]? target = isShaped ? results.ToVolume(actual) : null;
        method.Invoke(
            null,
            [
                .. method
                    .GetParameters()
                    .Select(parameter =>
                        parameter.Name switch
                        {
                            "source" => (object?)volume ?? samples,
                            "destination" => (object?)target ?? actual,
                            "kernel" => kernel,
                            "batch" => source.Items,
                            "width" => source.Width,
                            "height" => source.Height,
                            "depth" => source.Depth,
                            "sourcePitch" => source.Pitch,
                            "sourcePlanePitch" => source.PlanePitch,
                            "destinationPitch" => results.Pitch,
                            _ => results.PlanePitch,
                        }
                    ),
            ]
        );
        if (target is not null)
        {
            target.Cast<TResult>().ToArray().CopyTo(actual, 0);
        }
    }

    /// <summary>The planes of a volume stand below each other for the oracle, and a kernel row sees one of all their rows.</summary>
    private string? Compare(TSource[] drawn, TWeight[] kernel, TResult[] actual, (int Width, int Height, int Depth) size, Content content)
    {
        int channels = Declared.Space.PixelChannels;
        int[][] columns = Declared.Axis(2).Positions(size.Width),
            inPlane = Declared.Axis(1).Positions(size.Height);
        int[][] rows =
        [
            .. from planes in Declared.Axis(0).Positions(size.Depth)
            from lines in inPlane
            select (int[])[.. from plane in planes from line in lines select plane < 0 || line < 0 ? -1 : (plane * size.Height) + line],
        ];
        Picture<TSource> picture = Picture<TSource>.Dense(size.Width, size.Height * size.Depth, drawn, channels);
        Fraction border = Fraction.Parse(Declared.Space.BorderValue);
        bool isExact = Arithmetic.IsExact(Declared.Space);
        Func<int, string?> objection;
        if (Declared.Space.IsStrict && !isExact)
        {
            double[] strict =
                Arithmetic.Accumulator(Declared.Space) == Element.Double
                    ? Strict<double>(picture, kernel, border, rows, columns)
                    : [.. Strict<float>(picture, kernel, border, rows, columns).Select(sum => (double)sum)];
            objection = i =>
                StrictSums.Convert<TResult>(strict[i]) is var expected && Elements.AreSame(expected, actual[i])
                    ? null
                    : $"{actual[i]} instead of {expected}";
        }
        else if (content == Content.Special && !isExact)
        {
            return null;
        }
        else
        {
            Fraction[] weights = Declared.Space.Kernel is null ? Declared.Space.ExactWeights() : [.. kernel.Select(Elements.Exact)];
            ExactSums sums = ExactSums.Of(
                Declared.Space,
                weights,
                ScaledSamples.Of(picture, border),
                (picture.Width, picture.Height, channels),
                rows,
                columns
            );
            objection = i => Judge.Objection(Declared.Space, sums, i, actual[i]);
        }

        for (int i = 0; i < actual.Length; i++)
        {
            if (objection(i) is { } text)
            {
                int pixel = i / channels,
                    row = pixel / columns.Length;
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"plane {row / inPlane.Length}, row {row % inPlane.Length}, column {pixel % columns.Length}, channel {i % channels} of {columns.Length} x {inPlane.Length} x {rows.Length / inPlane.Length}: {text}"
                );
            }
        }

        return null;
    }

    private TSum[] Strict<TSum>(Picture<TSource> picture, TWeight[] kernel, Fraction border, int[][] rows, int[][] columns)
        where TSum : IBinaryFloatingPointIeee754<TSum>
    {
        TSum[] weights = Declared.Space.Kernel is null
            ? [.. Declared.Space.ExactWeights().Select(Elements.Convert<TSum>)]
            : [.. kernel.Select(TSum.CreateChecked)];
        return StrictSums.Of(Declared.Space, weights, Elements.Convert<TSum>(border), picture, rows, columns);
    }
}
