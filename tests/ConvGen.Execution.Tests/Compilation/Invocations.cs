using ConvGen.Execution.Tests.Declarations;

namespace ConvGen.Execution.Tests.Compilation;

/// <summary>Brings the delegate of each form to one shape.</summary>
internal static class Invocations
{
    public static Invocation<TSource, TWeight, TResult> Of<TSource, TWeight, TResult>(
        CompiledBatch batch,
        string name,
        Declared declared
    ) =>
        declared.Form.NeedsAdapter
            ? batch.Method<Invocation<TSource, TWeight, TResult>>(AdapterText.NameOf(name))
            : (declared.Axes, declared.Shape, declared.Kernel is not null) switch
            {
                (1, Shape.Plain, false) => PlainLine<TSource, TWeight, TResult>(batch.Method<Line<TSource, TResult>>(name)),
                (1, Shape.Plain, true) => PlainLine(batch.Method<LineWeights<TSource, TWeight, TResult>>(name)),
                (1, _, false) => SizedLine<TSource, TWeight, TResult>(batch.Method<SizedLine<TSource, TResult>>(name)),
                (1, _, true) => SizedLine(batch.Method<SizedLineWeights<TSource, TWeight, TResult>>(name)),
                (_, Shape.Plain, false) => PlainPlane<TSource, TWeight, TResult>(batch.Method<Plane<TSource, TResult>>(name)),
                (_, Shape.Plain, true) => PlainPlane(batch.Method<PlaneWeights<TSource, TWeight, TResult>>(name)),
                (_, _, false) => Pitched<TSource, TWeight, TResult>(batch.Method<PitchedPlane<TSource, TResult>>(name)),
                _ => Pitched(batch.Method<PitchedPlaneWeights<TSource, TWeight, TResult>>(name)),
            };

    private static Invocation<TSource, TWeight, TResult> PlainLine<TSource, TWeight, TResult>(Line<TSource, TResult> method) =>
        (source, _, _, _, _, destination, _) => method(source, destination);

    private static Invocation<TSource, TWeight, TResult> PlainLine<TSource, TWeight, TResult>(
        LineWeights<TSource, TWeight, TResult> method
    ) => (source, _, _, _, kernel, destination, _) => method(source, kernel, destination);

    private static Invocation<TSource, TWeight, TResult> SizedLine<TSource, TWeight, TResult>(SizedLine<TSource, TResult> method) =>
        (source, width, _, _, _, destination, _) => method(source, width, destination);

    private static Invocation<TSource, TWeight, TResult> SizedLine<TSource, TWeight, TResult>(
        SizedLineWeights<TSource, TWeight, TResult> method
    ) => (source, width, _, _, kernel, destination, _) => method(source, width, kernel, destination);

    private static Invocation<TSource, TWeight, TResult> PlainPlane<TSource, TWeight, TResult>(Plane<TSource, TResult> method) =>
        (source, width, height, _, _, destination, _) => method(source, width, height, destination);

    private static Invocation<TSource, TWeight, TResult> PlainPlane<TSource, TWeight, TResult>(
        PlaneWeights<TSource, TWeight, TResult> method
    ) => (source, width, height, _, kernel, destination, _) => method(source, width, height, kernel, destination);

    private static Invocation<TSource, TWeight, TResult> Pitched<TSource, TWeight, TResult>(PitchedPlane<TSource, TResult> method) =>
        (source, width, height, sourcePitch, _, destination, destinationPitch) =>
            method(source, width, height, sourcePitch, destination, destinationPitch);

    private static Invocation<TSource, TWeight, TResult> Pitched<TSource, TWeight, TResult>(
        PitchedPlaneWeights<TSource, TWeight, TResult> method
    ) =>
        (source, width, height, sourcePitch, kernel, destination, destinationPitch) =>
            method(source, width, height, sourcePitch, kernel, destination, destinationPitch);
}
