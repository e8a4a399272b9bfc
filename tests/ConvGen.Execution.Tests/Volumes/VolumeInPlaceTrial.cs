using System.Globalization;
using System.Numerics;
using System.Reflection;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Volumes;

/// <summary>A compiled filter that overwrites its volume, which can be put to the test.</summary>
internal abstract class VolumeInPlaceTrial(VolumeInPlace declared)
{
    public VolumeInPlace Declared { get; } = declared;

    public static VolumeInPlaceTrial Create(VolumeInPlace declared, CompiledBatch batch, string name) =>
        TypedTrials.Create<VolumeInPlaceTrial>(
            typeof(VolumeInPlaceTrial<,,>),
            declared.Volume.Space,
            declared.Layer?.Bias,
            declared,
            batch,
            name
        );

    /// <summary>
    /// Overwrites a volume, which must then have the bits of the result in another place, and what lay between and behind its rows.
    /// </summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract string? Run((int Width, int Height, int Depth) size, int seed);

    public override string ToString() => Declared.ToString();
}

/// <summary>The same with its element types.</summary>
internal sealed class VolumeInPlaceTrial<TSource, TWeight, TBias>(VolumeInPlace declared, CompiledBatch compiled, string name)
    : VolumeInPlaceTrial(declared)
    where TSource : unmanaged, INumber<TSource>
    where TWeight : unmanaged, INumber<TWeight>
    where TBias : unmanaged, INumber<TBias>
{
    private readonly MethodInfo whole = compiled.MethodOf(Batch.TypeName, "Whole" + name),
        inPlace = compiled.MethodOf(Batch.TypeName, "InPlace" + name);

    public override string? Run((int Width, int Height, int Depth) size, int seed)
    {
        Random random = new(seed);
        VolumePlaces places = VolumePlaces.Draw(random, Declared.Volume.Form, size, Declared.Pixel, Declared.Volumes);
        long largest = Declared.Volume.Space.Destination == Element.Half ? 100 : 1L << 30;
        TSource[] image = places.Scatter(Samples.Draw<TSource>(random, places.Count, Content.Ordinary, largest), Samples.Poison<TSource>());
        TSource[] expected = [.. image],
            actual = [.. image];
        int biases = Declared.Layer is { Bias: not null } layer ? layer.Outputs : 0;
        Dictionary<string, object> arguments = new(StringComparer.Ordinal)
        {
            ["source"] = image,
            ["image"] = actual,
            ["destination"] = expected,
            ["kernel"] = Samples.Draw<TWeight>(random, Declared.Weights, Content.Ordinary, 1 << 16),
            ["bias"] = Samples.Draw<TBias>(random, biases, Content.Ordinary),
            ["batch"] = Declared.Items,
            ["width"] = size.Width,
            ["height"] = size.Height,
            ["depth"] = size.Depth,
            ["sourcePitch"] = places.Pitch,
            ["destinationPitch"] = places.Pitch,
            ["sourcePlanePitch"] = places.PlanePitch,
            ["destinationPlanePitch"] = places.PlanePitch,
        };
        string? rule = Refusal(whole, arguments),
            same = Refusal(inPlace, arguments);
        if (rule != same)
        {
            return $"refused by {rule ?? "nothing"}, and in place by {same ?? "nothing"}";
        }

        int wrong = rule is null ? Enumerable.Range(0, actual.Length).FirstOrDefault(Differs, -1) : -1;
        return wrong < 0
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{places}: element {wrong} of {actual.Length} is {actual[wrong]} instead of {expected[wrong]}"
            );

        bool Differs(int i) => !Elements.AreSame(expected[i], actual[i]);
    }

    private static string? Refusal(MethodInfo method, Dictionary<string, object> arguments) =>
        TypedTrials.Refusal(() => method.Invoke(null, [.. method.GetParameters().Select(parameter => arguments[parameter.Name!])]));
}
