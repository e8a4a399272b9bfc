using System.Globalization;
using System.Numerics;
using System.Reflection;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Regions;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Groups;

/// <summary>A compiled group whose parts can be set beside its whole.</summary>
internal abstract class GroupPartTrial
{
    /// <summary>Rectangles computed so far.</summary>
    public int Count { get; protected set; }

    public static GroupPartTrial Create(GroupDeclared declared, CompiledBatch batch, string name) =>
        (GroupPartTrial)
            Activator.CreateInstance(
                typeof(GroupPartTrial<,>).MakeGenericType(declared.Source.Type(), declared.Destination.Type()),
                declared,
                batch,
                name
            )!;

    /// <summary>Computes an image whole, by threads, and cut into rectangles, each from just what it sees.</summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract string? Run(int width, int height, int seed);
}

/// <summary>The same with its element types.</summary>
internal sealed class GroupPartTrial<TSource, TResult>(GroupDeclared declared, CompiledBatch batch, string name) : GroupPartTrial
    where TSource : unmanaged, INumber<TSource>
    where TResult : unmanaged, INumber<TResult>
{
    private const float Scale = 0.371f,
        Offset = 17.25f;

    private readonly MethodInfo whole = batch.MethodOf(Batch.TypeName, "Whole" + name),
        bands = batch.MethodOf(Batch.TypeName, "Bands" + name);
    private readonly MethodInfo part = batch.MethodOf(Batch.TypeName, "Part" + name),
        input = batch.MethodOf(Batch.TypeName, "Input" + name);

    public override string? Run(int width, int height, int seed)
    {
        Random random = new(seed);
        height = declared.Axes == 1 ? 1 : height;
        bool isValid = declared.Options.Contains("OutputMode.Valid", StringComparison.Ordinal);
        (int columns, int rows) = isValid ? (width - 2, declared.Axes == 1 ? 1 : height - 2) : (width, height);
        if (columns <= 0 || rows <= 0)
        {
            return null;
        }

        int channels = declared.PixelChannels;
        TSource[] image = Samples.Draw<TSource>(random, width * height * channels, Content.Ordinary, 1 << 20);
        TResult[] expected = new TResult[columns * rows * channels],
            actual = new TResult[expected.Length];
        Call(whole, image, width, height, default, default, 0, expected);
        int degree = random.Next(4) switch
        {
            0 => -1,
            1 => 2,
            2 => 64,
            _ => random.Next(3, 9),
        };
        Call(bands, image, width, height, default, default, degree, actual);
        if (FirstDifference(expected, actual) is var wrong and >= 0)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{width} x {height}: element {wrong} by {degree} threads is {actual[wrong]} instead of {expected[wrong]}"
            );
        }

        List<Region> partition = [];
        Rectangles.Cut(random, new Region(0, 0, columns, rows), partition);
        Region[] order = [.. partition];
        random.Shuffle(order);
        return order
            .Select(region => Compare(random, image, width, height, region, expected, columns))
            .FirstOrDefault(static objection => objection is not null);
    }

    private string? Compare(Random random, TSource[] image, int width, int height, Region region, TResult[] expected, int columns)
    {
        Count++;
        int channels = declared.PixelChannels;
        Region needed = (Region)input.Invoke(null, declared.Axes == 2 ? [region, width, height] : [region, width])!;
        Region held = random.Next(3) == 0 ? Rectangles.Grown(random, needed, width, height) : needed;
        TResult[] actual = Enumerable.Repeat(Samples.Poison<TResult>(), (region.Width * region.Height * channels) + 3).ToArray();
        Call(part, Rows(image, width, held), width, height, held, region, 0, actual);
        TResult[] all = [.. Rows(expected, columns, region), .. Enumerable.Repeat(Samples.Poison<TResult>(), 3)];
        return FirstDifference(all, actual) is var wrong and >= 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{width} x {height}, {region} of {held}: element {wrong} is {actual[wrong]} instead of {all[wrong]}"
            )
            : null;
    }

    /// <summary>The samples of a rectangle, row by row.</summary>
    private T[] Rows<T>(T[] image, int width, Region region) =>
        [
            .. Enumerable
                .Range(region.Top, region.Height)
                .SelectMany(row =>
                    image.AsSpan(((row * width) + region.Left) * declared.PixelChannels, region.Width * declared.PixelChannels).ToArray()
                ),
        ];

    private static int FirstDifference(TResult[] expected, TResult[] actual) =>
        Enumerable.Range(0, expected.Length).FirstOrDefault(i => !Elements.AreSame(expected[i], actual[i]), -1);

    private static void Call(
        MethodInfo method,
        TSource[] source,
        int width,
        int height,
        Region held,
        Region region,
        int degree,
        TResult[] destination
    ) =>
        method.Invoke(
            null,
            [
                .. method
                    .GetParameters()
                    .Select(parameter =>
                        parameter.Name switch
                        {
                            "source" => (object)source,
                            "width" or "length" => width,
                            "height" => height,
                            "held" => held,
                            "region" => region,
                            "maxDegreeOfParallelism" => degree,
                            "scale" => Scale,
                            "offset" => Offset,
                            _ => destination,
                        }
                    ),
            ]
        );
}
