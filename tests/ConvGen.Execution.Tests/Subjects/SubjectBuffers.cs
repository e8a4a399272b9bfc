using System.Numerics;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Subjects;

/// <summary>The buffers of a call, none longer than it must be, and the result of the call on them.</summary>
/// <param name="Source">Samples, with poison in the gaps between rows.</param>
/// <param name="SourcePitch">Elements from row to row.</param>
/// <param name="Weights">Run-time weights.</param>
/// <param name="Bias">Biases.</param>
/// <param name="Result">The result, with poison in its gaps.</param>
/// <param name="ResultPitch">Elements from row to row.</param>
internal sealed record SubjectBuffers<TSource, TWeight, TBias, TResult>(
    TSource[] Source,
    int SourcePitch,
    TWeight[] Weights,
    TBias[] Bias,
    TResult[] Result,
    int ResultPitch
)
    where TSource : unmanaged, INumber<TSource>
    where TWeight : unmanaged, INumber<TWeight>
    where TBias : unmanaged, INumber<TBias>
    where TResult : unmanaged, INumber<TResult>
{
    /// <summary>Numbers are drawn once, and then repeated from somewhere; a prime, so that rows differ.</summary>
    private const int Drawn = 1021;

    private static readonly TSource[] SourcePool = Samples.Draw<TSource>(new Random(1), Drawn, Content.Ordinary, 1L << 40);
    private static readonly TSource[] SmallPool = Samples.Draw<TSource>(new Random(1), Drawn, Content.Ordinary, 100);
    private static readonly TWeight[] WeightPool = Samples.Draw<TWeight>(new Random(2), Drawn, Content.Ordinary, 1 << 20);
    private static readonly TBias[] BiasPool = Samples.Draw<TBias>(new Random(3), Drawn, Content.Ordinary, 1 << 20);

    /// <summary>Draws what a call needs; the result holds poison.</summary>
    public static SubjectBuffers<TSource, TWeight, TBias, TResult> Prepare(
        Subject subject,
        int width,
        int height,
        int sourceGap,
        int resultGap
    )
    {
        (Extent source, Extent result) = subject.Extents(width, height);
        int sourcePitch = source.Row + (subject.HasPitches ? sourceGap : 0);
        int resultPitch = result.Row + (subject.HasPitches ? resultGap : 0);
        TSource[] samples = Filled<TSource>(source.Needed(sourcePitch));

        // Integers that become halves stay small, so that not everything overflows.
        TSource[] pool = subject.Result == Element.Half ? SmallPool : SourcePool;
        foreach (int row in Enumerable.Range(0, samples.Length > 0 ? source.Rows : 0).Where(row => !source.IsBetweenPlanes(row)))
        {
            Repeat(pool, samples.AsSpan(row * sourcePitch, source.Row), (row * 97) + width);
        }

        TWeight[] weights = new TWeight[subject.WeightCount];
        Repeat(WeightPool, weights, 0);
        TBias[] bias = new TBias[subject.BiasCount];
        Repeat(BiasPool, bias, 0);
        return new(samples, sourcePitch, weights, bias, Filled<TResult>(result.Needed(resultPitch)), resultPitch);
    }

    /// <summary>Where a gap between rows or planes of the result does not hold poison any more, or null.</summary>
    public string? TouchedGap(Extent result)
    {
        TResult poison = Samples.Poison<TResult>();
        for (int row = 0; row < result.Rows - 1 && Result.Length > 0; row++)
        {
            int own = result.IsBetweenPlanes(row) ? 0 : result.Row;
            for (int i = (row * ResultPitch) + own; i < (row + 1) * ResultPitch; i++)
            {
                if (!Result[i].Equals(poison))
                {
                    return $"element {i}, between rows of {result.Row} at a pitch of {ResultPitch}, was overwritten with {Result[i]}";
                }
            }
        }

        return null;
    }

    private static T[] Filled<T>(int count)
        where T : INumber<T>
    {
        T[] filled = new T[count];
        Array.Fill(filled, Samples.Poison<T>());
        return filled;
    }

    private static void Repeat<T>(T[] pool, Span<T> target, int from)
    {
        from %= pool.Length;
        while (!target.IsEmpty)
        {
            ReadOnlySpan<T> piece = pool.AsSpan(from, Math.Min(pool.Length - from, target.Length));
            piece.CopyTo(target);
            target = target[piece.Length..];
            from = 0;
        }
    }
}
