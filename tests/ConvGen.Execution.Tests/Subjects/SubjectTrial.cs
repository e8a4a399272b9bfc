using System.Numerics;
using System.Runtime.InteropServices;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Guards;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Subjects;

/// <summary>A compiled subject.</summary>
internal abstract class SubjectTrial(Subject subject)
{
    public Subject Subject { get; } = subject;

    public static SubjectTrial Create(Subject subject, CompiledBatch batch, int index)
    {
        Type type = typeof(SubjectTrial<,,,>).MakeGenericType(
            subject.Source.Type(),
            subject.Weight.Type(),
            subject.Bias.Type(),
            subject.Result.Type()
        );
        return (SubjectTrial)Activator.CreateInstance(type, subject, batch, index)!;
    }

    /// <summary>The bytes of a result, gaps included.</summary>
    public abstract byte[] Result(int width, int height, int gap);

    /// <summary>Calls the method with a destination that is one element too short; whether it said so, and left it alone.</summary>
    public abstract bool RefusesShortDestination(int width, int height);

    /// <summary>Runs the method on buffers at both kinds of guards, and compares with a run on arrays.</summary>
    /// <returns>What is wrong, or null; a read or a write beyond a guard ends the process.</returns>
    public abstract string? Probe(GuardPosition position, GuardJournal journal);
}

/// <inheritdoc/>
internal sealed class SubjectTrial<TSource, TWeight, TBias, TResult>(Subject subject, CompiledBatch batch, int index)
    : SubjectTrial(subject)
    where TSource : unmanaged, INumber<TSource>
    where TWeight : unmanaged, INumber<TWeight>
    where TBias : unmanaged, INumber<TBias>
    where TResult : unmanaged, INumber<TResult>
{
    private readonly SubjectCall<TSource, TWeight, TBias, TResult> call = batch.Method<SubjectCall<TSource, TWeight, TBias, TResult>>(
        Subject.CallName(index)
    );

    public override byte[] Result(int width, int height, int gap)
    {
        SubjectBuffers<TSource, TWeight, TBias, TResult> buffers = SubjectBuffers<TSource, TWeight, TBias, TResult>.Prepare(
            Subject,
            width,
            height,
            gap,
            gap
        );
        Call(buffers, width, height);
        return MemoryMarshal.AsBytes(buffers.Result.AsSpan()).ToArray();
    }

    public override bool RefusesShortDestination(int width, int height)
    {
        SubjectBuffers<TSource, TWeight, TBias, TResult> buffers = SubjectBuffers<TSource, TWeight, TBias, TResult>.Prepare(
            Subject,
            width,
            height,
            0,
            0
        );
        TResult[] before = [.. buffers.Result];
        try
        {
            call(
                buffers.Source,
                width,
                height,
                buffers.SourcePitch,
                buffers.Weights,
                buffers.Bias,
                buffers.Result.AsSpan(1),
                buffers.ResultPitch
            );
            return false;
        }
        catch (ArgumentException)
        {
            return MemoryMarshal.AsBytes(before.AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(buffers.Result.AsSpan()));
        }
    }

    public override string? Probe(GuardPosition position, GuardJournal journal)
    {
        (int width, int height) = (position.Width, position.Height);
        SubjectBuffers<TSource, TWeight, TBias, TResult> buffers = SubjectBuffers<TSource, TWeight, TBias, TResult>.Prepare(
            Subject,
            width,
            height,
            position.SourceGap,
            position.ResultGap
        );
        using Guarded<TSource> source = new(buffers.Source);
        using Guarded<TWeight> weights = new(buffers.Weights);
        using Guarded<TBias> bias = new(buffers.Bias);
        using Guarded<TResult> result = new(buffers.Result);

        // What writes past an array harms the heap, and all that runs after it: arrays come last.
        TResult[]?[] placed = [null, null];
        foreach (GuardSide side in new[] { GuardSide.Behind, GuardSide.InFront })
        {
            journal.Begin(position, side);
            Span<TResult> destination = result.At(side);
            call(source.At(side), width, height, buffers.SourcePitch, weights.At(side), bias.At(side), destination, buffers.ResultPitch);
            placed[side - GuardSide.Behind] = destination.ToArray();
            if (result.TouchedMargin(side) is { } margin)
            {
                return $"with the guard {side}: {margin}";
            }
        }

        journal.Begin(position, GuardSide.None);
        Call(buffers, width, height);
        return buffers.TouchedGap(Subject.Extents(width, height).Result)
            ?? Difference(GuardSide.Behind, placed[0]!, buffers.Result)
            ?? Difference(GuardSide.InFront, placed[1]!, buffers.Result);
    }

    private static string? Difference(GuardSide side, TResult[] placed, TResult[] expected)
    {
        if (MemoryMarshal.AsBytes(placed.AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(expected.AsSpan())))
        {
            return null;
        }

        int at = placed.AsSpan().CommonPrefixLength(expected);
        return $"with the guard {side}: "
            + (at == expected.Length ? "other bits" : $"element {at} of {expected.Length} is {placed[at]} instead of {expected[at]}");
    }

    private void Call(SubjectBuffers<TSource, TWeight, TBias, TResult> buffers, int width, int height) =>
        call(buffers.Source, width, height, buffers.SourcePitch, buffers.Weights, buffers.Bias, buffers.Result, buffers.ResultPitch);
}
