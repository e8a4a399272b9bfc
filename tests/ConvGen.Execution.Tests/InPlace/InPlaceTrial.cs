using System.Globalization;
using System.Numerics;
using System.Reflection;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.InPlace;

/// <summary>A compiled filter that overwrites its image, which can be put to the test.</summary>
internal abstract class InPlaceTrial(InPlaceDeclared declared)
{
    public InPlaceDeclared Declared { get; } = declared;

    public static InPlaceTrial Create(InPlaceDeclared declared, CompiledBatch batch, string name) =>
        TypedTrials.Create<InPlaceTrial>(typeof(InPlaceTrial<,,>), declared.Space, declared.Bias, declared, batch, name);

    /// <summary>
    /// Overwrites an image, which must then have the bits of the result in another place, and what lay between and behind its rows.
    /// </summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract string? Run(int width, int height, int batch, int seed);

    public override string ToString() => Declared.ToString();
}

/// <summary>The same with its element types.</summary>
internal sealed class InPlaceTrial<TSource, TWeight, TBias>(InPlaceDeclared declared, CompiledBatch compiled, string name)
    : InPlaceTrial(declared)
    where TSource : unmanaged, INumber<TSource>
    where TWeight : unmanaged, INumber<TWeight>
    where TBias : unmanaged, INumber<TBias>
{
    private readonly MethodInfo whole = compiled.MethodOf(Batch.TypeName, "Whole" + name),
        inPlace = compiled.MethodOf(Batch.TypeName, "InPlace" + name);

    public override string? Run(int width, int height, int batch, int seed)
    {
        Random random = new(seed);
        int items = Declared.HasBatch ? batch : 1,
            row = width * Declared.Pixel,
            pitch = row + (Declared.Space.HasSourcePitch ? random.Next(3) : 0);
        int count = items * Declared.Planes * height * pitch;
        long largest = Declared.Space.Destination == Element.Half ? 100 : 1L << 30;
        TSource[] image =
        [
            .. Samples.Draw<TSource>(random, count, Content.Ordinary, largest),
            .. new TSource[Declared.Space.Shape == Declarations.Shape.Sized ? 3 : 0],
        ];
        for (int i = 0; i < image.Length; i++)
        {
            image[i] = i >= count || i % pitch >= row ? Samples.Poison<TSource>() : image[i];
        }

        TSource[] expected = [.. image],
            actual = [.. image];
        Dictionary<string, object> arguments = new(StringComparer.Ordinal)
        {
            ["source"] = image,
            ["image"] = actual,
            ["destination"] = expected,
            ["kernel"] = Samples.Draw<TWeight>(random, Declared.Weights, Content.Ordinary, 1 << 16),
            ["bias"] = Samples.Draw<TBias>(random, Declared.Bias is null ? 0 : Declared.Pixel * Declared.Planes, Content.Ordinary),
            ["batch"] = items,
            ["length"] = width,
            ["width"] = width,
            ["height"] = height,
            ["sourcePitch"] = pitch,
            ["destinationPitch"] = pitch,
            ["maxDegreeOfParallelism"] = random.Next(5) is var degree and > 0 ? degree : -1,
            ["cancellationToken"] = CancellationToken.None,
        };
        string? rule = Refusal(whole, arguments),
            same = Refusal(inPlace, arguments);
        if (rule != same)
        {
            return $"refused by {rule ?? "nothing"}, and in place by {same ?? "nothing"}";
        }

        for (int i = 0; rule is null && i < actual.Length; i++)
        {
            if (!Elements.AreSame(expected[i], actual[i]))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{width} x {height}, pitch {pitch}, batch {items}: element {i} of {actual.Length} is {actual[i]} instead of {expected[i]}"
                );
            }
        }

        return null;
    }

    private static string? Refusal(MethodInfo method, Dictionary<string, object> arguments) =>
        TypedTrials.Refusal(() => method.Invoke(null, [.. method.GetParameters().Select(parameter => arguments[parameter.Name!])]));
}
