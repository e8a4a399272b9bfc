using System;
using System.ComponentModel;
using System.Threading;

namespace ConvGen;

/// <summary>
/// Run-time weights that are rearranged for a layer once and used often. A parameter <c>kernel</c> of this type takes the place of a span:
/// the first call rearranges the weights, every later one finds them ready and allocates nothing.
/// </summary>
/// <remarks>
/// <code>
/// internal sealed partial class Net(float[] weights, float[] bias)
/// {
///     private readonly PreparedKernel&lt;float&gt; kernel = new(weights);
///
/// public void Run(ReadOnlySpan&lt;float&gt; image, int width, int height, Span&lt;float&gt; features) =&gt; Layer(image, width, height,
/// kernel, bias, features);
///
///     [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 8, OutputChannels = 16)]
///     private static partial void Layer(
/// ReadOnlySpan&lt;float&gt; source, int width, int height, PreparedKernel&lt;float&gt; kernel, ReadOnlySpan&lt;float&gt; bias,
/// Span&lt;float&gt; destination);
/// }
/// </code>
/// A kernel without channels whose method allows <see cref="FloatingPointMode.Transform"/> keeps the spectrum of its weights.
/// An instance never changes, and may be used by many threads at a time. It belongs to the layers of one shape; where several methods share
/// one, each keeps its own arrangement in it.
/// </remarks>
/// <typeparam name="T">The type of a weight.</typeparam>
public sealed class PreparedKernel<T>
    where T : struct
{
    private readonly T[] weights;
    private Arrangement? arrangements;

    /// <summary>Keeps a copy of the weights.</summary>
    /// <param name="weights">The weights as the layer's declaration orders them; their number is checked when the layer is called.</param>
    /// <exception cref="ArgumentNullException">The weights are null.</exception>
    public PreparedKernel(params T[] weights)
    {
        if (weights is null)
        {
            throw new ArgumentNullException(nameof(weights));
        }

        this.weights = (T[])weights.Clone();
    }

    /// <summary>Number of weights.</summary>
    public int Length => weights.Length;

    /// <summary>
    /// For generated code: the weights as a layer wants them, made by <paramref name="arrange"/> when they are first asked for.
    /// </summary>
    /// <param name="layer">An object that stands for the layer.</param>
    /// <param name="arrange">Makes the arrangement from the weights as they were given.</param>
    /// <returns>The arrangement. It is shared and must not be written to.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TSum[] Arranged<TSum>(object layer, Func<T[], TSum[]> arrange)
    {
        Arrangement? known = Find(Volatile.Read(ref arrangements), layer);
        return known is null ? Arrange(layer, arrange) : (TSum[])known.Weights;
    }

    /// <summary>
    /// Threads that come here at the same time may each make the arrangement; all get the one that is published first. The others are
    /// garbage:
    /// kept in the list as well, they would take up memory for as long as the kernel lives.
    /// </summary>
    private TSum[] Arrange<TSum>(object layer, Func<T[], TSum[]> arrange)
    {
        // A new arrangement is complete before the exchange lets other threads see it, and they read the list's head as volatile.
        TSum[] arranged = arrange(weights);
        while (true)
        {
            Arrangement? first = Volatile.Read(ref arrangements);
            if (Find(first, layer) is { } published)
            {
                return (TSum[])published.Weights;
            }

            if (Interlocked.CompareExchange(ref arrangements, new Arrangement(layer, arranged, first), first) == first)
            {
                return arranged;
            }
        }
    }

    private static Arrangement? Find(Arrangement? first, object layer)
    {
        Arrangement? known = first;
        while (known is not null && !ReferenceEquals(known.Layer, layer))
        {
            known = known.Next;
        }

        return known;
    }

    private sealed class Arrangement
    {
        public Arrangement(object layer, Array weights, Arrangement? next)
        {
            Layer = layer;
            Weights = weights;
            Next = next;
        }

        public object Layer { get; }

        public Array Weights { get; }

        public Arrangement? Next { get; }
    }
}
