using System.Collections.Concurrent;

namespace ConvGen.Testing;

/// <summary>Many threads that begin at the same moment.</summary>
public static class Crowd
{
    /// <summary>Runs the work on so many threads, and waits for all.</summary>
    /// <param name="threads">How many.</param>
    /// <param name="work">What each does, given its number and the barrier at which all of them may meet again.</param>
    /// <exception cref="AggregateException">What threads threw.</exception>
    public static void Run(int threads, Action<int, Barrier> work)
    {
        ConcurrentQueue<Exception> failures = new();
        using Barrier barrier = new(threads);
        Thread[] crowd = [.. Enumerable.Range(0, threads).Select(number => new Thread(() => Work(number), 1 << 20))];
        Array.ForEach(crowd, thread => thread.Start());
        Array.ForEach(crowd, thread => thread.Join());
        if (!failures.IsEmpty)
        {
            throw new AggregateException(failures);
        }

        void Work(int number)
        {
            try
            {
                barrier.SignalAndWait();
                work(number, barrier);
            }
            catch (Exception exception)
            {
                failures.Enqueue(exception);
            }
            finally
            {
                // Whoever still meets must not wait for a thread that has gone.
                barrier.RemoveParticipant();
            }
        }
    }
}
