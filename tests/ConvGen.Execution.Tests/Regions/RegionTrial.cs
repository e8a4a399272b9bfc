using System.Globalization;
using System.Numerics;
using System.Reflection;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Regions;

/// <summary>A compiled filter of regions that can be put to the test.</summary>
internal abstract class RegionTrial(RegionDeclared declared)
{
    public RegionDeclared Declared { get; } = declared;

    public static RegionTrial Create(RegionDeclared declared, CompiledBatch batch, string name) =>
        TypedTrials.Create<RegionTrial>(typeof(RegionTrial<,,,>), declared.Space, declared.Bias, declared, batch, name);

    /// <summary>
    /// Cuts a result into rectangles, and computes each from just what it sees; together they must have the bits of the whole call.
    /// </summary>
    /// <returns>What is wrong, or null.</returns>
    /// <param name="width">Columns of the image, or the length of the signal.</param>
    /// <param name="height">Rows of the image; 1 for a signal.</param>
    /// <param name="seed">What numbers are drawn from.</param>
    /// <param name="wholes">One of so many rectangles is not cut any further.</param>
    public abstract string? Run(int width, int height, int seed, int wholes = 6);

    /// <summary>Rectangles computed so far.</summary>
    public int Count { get; protected set; }

    public override string ToString() => Declared.ToString();
}

/// <summary>The same with its element types.</summary>
internal sealed class RegionTrial<TSource, TWeight, TBias, TResult>(RegionDeclared declared, CompiledBatch batch, string name)
    : RegionTrial(declared)
    where TSource : unmanaged, INumber<TSource>
    where TWeight : unmanaged, INumber<TWeight>
    where TBias : unmanaged, INumber<TBias>
    where TResult : unmanaged, INumber<TResult>
{
    private readonly MethodInfo whole = batch.MethodOf(Batch.TypeName, "Whole" + name),
        part = batch.MethodOf(Batch.TypeName, "Part" + name);
    private readonly MethodInfo input = batch.MethodOf(Batch.TypeName, "InputOfPart" + name);
    private TWeight[] weights = [];
    private TBias[] bias = [];

    private int Items => Declared.PartForm == RegionForm.Batch ? 2 : 1;

    public override string? Run(int width, int height, int seed, int wholes = 6)
    {
        Random random = new(seed);
        int columns = Declared.Horizontal.OutputLength(width),
            rows = width == 0 ? 0 : Declared.Vertical.OutputLength(height);
        long largest = Declared.Space.Destination == Element.Half ? 100 : 1L << 30;
        TSource[][] images =
        [
            .. Enumerable
                .Range(0, Items)
                .Select(_ => Samples.Draw<TSource>(random, width * height * Declared.Inputs, Content.Ordinary, largest)),
        ];
        weights = Samples.Draw<TWeight>(random, Declared.Weights, Content.Ordinary, 1 << 16);
        bias = Declared.Bias is null ? [] : Samples.Draw<TBias>(random, Declared.Outputs, Content.Ordinary);
        TResult[][] expected = [.. images.Select(_ => new TResult[columns * rows * Declared.Outputs])];
        for (int item = 0; item < Items; item++)
        {
            if (TypedTrials.Refusal(() => Call(whole, images[item], width, height, 0, default, default, expected[item], 0)) is { } rule)
            {
                string? same = TypedTrials.Refusal(() => Call(part, [], width, height, width * Declared.Inputs, default, default, [], 0));
                return same == rule ? null : $"the whole image is refused by {rule}, its parts by {same ?? "nothing"}";
            }
        }

        List<Region> partition = [];
        Rectangles.Cut(random, new Region(0, 0, columns, rows), partition, wholes);
        Region[] order = [.. partition];
        random.Shuffle(order);
        foreach (Region region in order)
        {
            if (Compare(random, images, width, height, region, expected, (columns, rows)) is { } objection)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{width} x {height}, {region}: {objection}");
            }
        }

        return null;
    }

    private string? Compare(
        Random random,
        TSource[][] images,
        int width,
        int height,
        Region region,
        TResult[][] expected,
        (int Columns, int Rows) size
    )
    {
        Count++;
        Region needed = Needed(width, height, region);
        if (
            Misses(Declared.Horizontal, width, region.Left, region.Width, needed.Left, needed.Width, region.IsEmpty)
            || Misses(Declared.Vertical, height, region.Top, region.Height, needed.Top, needed.Height, region.IsEmpty)
        )
        {
            return $"{needed} is said to be enough";
        }

        // Now and then more is held than is needed.
        Region held = random.Next(3) == 0 ? Rectangles.Grown(random, needed, width, height) : needed;
        int gap = Declared.Space.Axes == 2 && Declared.PartForm != RegionForm.Shaped ? random.Next(3) : 0;
        int pitch = (held.Width * (Declared.IsPlanar ? 1 : Declared.Inputs)) + gap;
        int resultPitch = (region.Width * (Declared.IsPlanar ? 1 : Declared.Outputs)) + gap;
        int step = pitch * held.Height * (Declared.IsPlanar ? Declared.Inputs : 1),
            resultStep = resultPitch * region.Height * (Declared.IsPlanar ? Declared.Outputs : 1);
        TSource[] source = new TSource[held.IsEmpty ? 0 : ((Items - 1) * step) + Extent(held, pitch, Declared.Inputs)];
        Array.Fill(source, Samples.Poison<TSource>());
        for (int item = 0; item < Items; item++)
        {
            Crop(images[item], width, height, held, pitch).CopyTo(source, held.IsEmpty ? 0 : item * step);
        }

        TResult[] actual = new TResult[((Items - 1) * resultStep) + Extent(region, resultPitch, Declared.Outputs) + 2];
        Array.Fill(actual, Samples.Poison<TResult>());
        Call(part, source, width, height, pitch, held, region, actual, resultPitch);
        return Enumerable
            .Range(0, Items)
            .Select(item =>
                Difference(
                    actual[(item * resultStep)..(item == Items - 1 ? actual.Length : (item + 1) * resultStep)],
                    resultPitch,
                    region,
                    expected[item],
                    size
                )
            )
            .FirstOrDefault(static objection => objection is not null);
    }

    private string? Difference(TResult[] actual, int pitch, Region region, TResult[] expected, (int Columns, int Rows) size)
    {
        bool[] isWritten = new bool[actual.Length];
        for (int channel = 0; channel < Declared.Outputs; channel++)
        {
            for (int y = 0; y < region.Height; y++)
            {
                for (int x = 0; x < region.Width; x++)
                {
                    int at = Place(channel, y, x, pitch, region.Height, Declared.Outputs);
                    int from = Place(
                        channel,
                        region.Top + y,
                        region.Left + x,
                        Declared.IsPlanar ? size.Columns : size.Columns * Declared.Outputs,
                        size.Rows,
                        Declared.Outputs
                    );
                    isWritten[at] = true;
                    if (!Elements.AreSame(expected[from], actual[at]))
                    {
                        return string.Create(
                            CultureInfo.InvariantCulture,
                            $"({x}, {y}) of channel {channel} is {actual[at]} instead of {expected[from]}"
                        );
                    }
                }
            }
        }

        int touched =
            Array.FindIndex(isWritten, 0, written => !written) < 0
                ? -1
                : Enumerable
                    .Range(0, actual.Length)
                    .FirstOrDefault(i => !isWritten[i] && !Elements.AreSame(actual[i], Samples.Poison<TResult>()), -1);
        return touched < 0 ? null : $"element {touched} is no result and was written";
    }

    private Region Needed(int width, int height, Region region) =>
        (Region)input.Invoke(null, Declared.Space.Axes == 2 ? [region, width, height] : [region, width])!;

    /// <summary>
    /// Whether samples that some window sees lie outside of what is said to be needed. Where the other axis needs none, none are.
    /// </summary>
    private static bool Misses(AxisRule axis, int length, int first, int count, int from, int held, bool isEmpty) =>
        !isEmpty
        && held > 0
        && axis.Positions(length)
            .Skip(first)
            .Take(count)
            .SelectMany(static taps => taps)
            .Any(tap => tap >= 0 && (tap < from || tap >= from + held));

    private TSource[] Crop(TSource[] image, int width, int height, Region held, int pitch)
    {
        TSource[] source = new TSource[Extent(held, pitch, Declared.Inputs)];
        Array.Fill(source, Samples.Poison<TSource>());
        for (int channel = 0; channel < Declared.Inputs; channel++)
        {
            for (int y = 0; y < held.Height; y++)
            {
                for (int x = 0; x < held.Width; x++)
                {
                    source[Place(channel, y, x, pitch, held.Height, Declared.Inputs)] = image[
                        Place(
                            channel,
                            held.Top + y,
                            held.Left + x,
                            Declared.IsPlanar ? width : width * Declared.Inputs,
                            height,
                            Declared.Inputs
                        )
                    ];
                }
            }
        }

        return source;
    }

    private int Place(int channel, int y, int x, int pitch, int rows, int channels) =>
        Declared.IsPlanar ? (((channel * rows) + y) * pitch) + x : (y * pitch) + (x * channels) + channel;

    private int Extent(Region region, int pitch, int channels) =>
        region.IsEmpty ? 0 : Place(channels - 1, region.Height - 1, region.Width - 1, pitch, region.Height, channels) + 1;

    private void Call(
        MethodInfo method,
        TSource[] source,
        int width,
        int height,
        int pitch,
        Region held,
        Region region,
        TResult[] destination,
        int destinationPitch
    )
    {
        bool isShaped = Declared.PartForm == RegionForm.Shaped && method == part;
        TSource[,]? image = isShaped ? new TSource[held.Height, held.Width * Declared.Inputs] : null;
        TResult[,]? result = isShaped ? new TResult[region.Height, region.Width * Declared.Outputs] : null;
        for (int i = 0; i < image?.Length; i++)
        {
            image[i / image.GetLength(1), i % image.GetLength(1)] = source[i];
        }

        method.Invoke(
            null,
            [
                .. method
                    .GetParameters()
                    .Select(parameter =>
                        parameter.Name switch
                        {
                            "source" => (object?)image ?? source,
                            "batch" => Items,
                            "width" or "length" => width,
                            "height" => height,
                            "sourcePitch" => pitch,
                            "destinationPitch" => destinationPitch,
                            "held" => held,
                            "region" => region,
                            "kernel" => weights,
                            "bias" => bias,
                            _ => (object?)result ?? destination,
                        }
                    ),
            ]
        );
        result?.Cast<TResult>().ToArray().CopyTo(destination, 0);
    }
}
