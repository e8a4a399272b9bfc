using ConvGen.Generator.Emission.Text;

namespace ConvGen.Generator.Emission.Helpers;

/// <summary>
/// Prints the type <c>Bands</c>, which hands out bands of rows, of one axis stretches, to the threads that ask for one. The calling thread
/// computes bands too, and waits only for those that others have
/// begun, so that a pool without a free thread delays nothing.
/// </summary>
internal static class ThreadBands
{
    /// <summary>
    /// Work of which a thread must have as much to be woken: some 50 microseconds, which is several times what it takes to wake it.
    /// </summary>
    private const int LeastShare = 1 << 22;

    /// <summary>Work of a band, beside which taking it is nothing.</summary>
    private const int LeastWork = 1 << 18;

    /// <summary>Work of a band that is over in time for a cancelled call to end soon: about a millisecond on a slow processor.</summary>
    private const int MostWork = 1 << 23;

    /// <summary>
    /// Work of a band of a call that may be cancelled, whatever the least height of its bands is: some milliseconds. Lower bands than that
    /// cost more where windows are high.
    /// </summary>
    private const int LatestWork = 1 << 27;

    /// <summary>Bands for each thread: where one is late, the others take what it leaves.</summary>
    private const int BandsForEach = 16;

    /// <summary>
    /// How often the calling thread looks for the last bands of others before it sleeps, which is some tens of microseconds.
    /// </summary>
    private const int Looks = 100;

    private static readonly string Text = $$"""
        /// <summary>The bands of rows, or the stretches, of one result, which threads take one after the other until none is left.</summary>
        internal abstract class Bands : global::System.Threading.IThreadPoolWorkItem
        {
            // Work in multiplications: that for which it pays to wake another thread, that of a band beside which taking it is nothing, that of one after which a
            // cancelled call still ends soon, and that of one which may be lower than it should for the same end.
            private const double LeastShare = {{Literals.Of(LeastShare)}}, LeastWork = {{Literals.Of(LeastWork)}}, MostWork = {{Literals.Of(
            MostWork
        )}}, LatestWork = {{Literals.Of(LatestWork)}};

            // Bands for each thread: where one is late, the others take what it leaves.
            private const int BandsForEach = {{Literals.Of(BandsForEach)}};

            public global::System.Threading.CancellationToken Token;

            // Rows of a band, bands of an item, and of a batch the bands that are taken at once.
            protected nint Size;
            protected nint Count;
            protected long Share = 1;

            private readonly object gate = new();
            private long all;
            private long taken;
            private long unfinished;
            private Exception? failure;

            /// <summary>How many threads are worth it; the most that are allowed, or a negative number for as many as there are processors.</summary>
            public static int Workers(double work, int most = -1)
            {
                double limit = most < 0 ? Environment.ProcessorCount : most;
                return (int)Math.Max(1, Math.Min(work / LeastShare, limit));
            }

            /// <summary>Computes all bands, and throws what the first failing one has thrown. Work is that of a row; a band has so many rows at least, and a multiple of a group of rows.</summary>
            public void Run(int workers, double work, nint rows, nint least, nint group)
            {
                Divide(workers, work, rows, Lowest(work, least), group);
                Run(workers, Count);
            }

            /// <summary>The same of each item of a batch.</summary>
            public void Run(int workers, double work, nint rows, nint least, nint group, nint batch)
            {
                Divide(workers, work, rows, Lowest(work, least), group);
                Share = (long)Math.Max(1, LeastWork / (work * Size));
                Run(workers, ((((long)Count * batch) - 1) / Share) + 1);
            }

            /// <summary>Computes bands until none is left. After a failure they are only counted.</summary>
            public void Execute()
            {
                while (global::System.Threading.Interlocked.Increment(ref taken) is var number && number <= all)
                {
                    if (global::System.Threading.Volatile.Read(ref failure) is null)
                    {
                        try
                        {
                            Token.ThrowIfCancellationRequested();
                            Compute(number - 1);
                        }
                        catch (Exception exception)
                        {
                            global::System.Threading.Interlocked.CompareExchange(ref failure, exception, null);
                        }
                    }

                    if (global::System.Threading.Interlocked.Decrement(ref unfinished) == 0)
                    {
                        lock (gate)
                        {
                            global::System.Threading.Monitor.PulseAll(gate);
                        }
                    }
                }
            }

            protected abstract void Compute(long number);

            protected void Divide(int workers, double work, nint rows, nint least, nint group)
            {
                double wanted = Math.Clamp(rows / ((double)BandsForEach * workers), LeastWork / work, MostWork / work);
                Size = (nint)Math.Min(rows, Math.Ceiling(Math.Max(least, wanted) / group) * group);
                Count = ((rows - 1) / Size) + 1;
                if (Count == 1 || Count >= (long)BandsForEach * workers)
                {
                    return;
                }

                // Bands are few: somewhat higher ones may leave no thread with one more than the others.
                nint size = Size;
                for (nint other = size + group; other < Math.Min(2 * size, size + (BandsForEach * group)); other += group)
                {
                    Size = Longest(rows, other, workers) < Longest(rows, Size, workers) ? other : Size;
                }

                Count = ((rows - 1) / Size) + 1;
            }

            /// <summary>The least rows of a band, which is low enough to be over soon where the call may be cancelled.</summary>
            private nint Lowest(double work, nint least) => Token.CanBeCanceled ? (nint)Math.Max(1, Math.Min(least, LatestWork / work)) : least;

            /// <summary>The most rows that a thread computes where each takes as many bands as another, or one more.</summary>
            private static nint Longest(nint rows, nint size, int workers) => ((((rows - 1) / size) / workers) + 1) * size;

            protected void Run(int workers, long count)
            {
                all = count;
                unfinished = count;
                long others = Math.Min(workers, count) - 1;
                for (long i = 0; i < others; i++)
                {
                    global::System.Threading.ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                }

                Execute();

                // What others have begun is soon done: sleeping for it would take longer.
                global::System.Threading.SpinWait spin = default;
                while (global::System.Threading.Volatile.Read(ref unfinished) > 0 && spin.Count < {{Literals.Of(Looks)}})
                {
                    spin.SpinOnce(-1);
                }

                lock (gate)
                {
                    while (global::System.Threading.Volatile.Read(ref unfinished) > 0)
                    {
                        global::System.Threading.Monitor.Wait(gate);
                    }
                }

                if (failure is not null)
                {
                    global::System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
                }
            }
        }
        """;

    public static void Emit(SourceWriter writer) => writer.Line(Text);
}
