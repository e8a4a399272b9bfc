using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Subjects;
using ConvGen.Execution.Tests.Widths;
using ConvGen.Execution.Tests.Windows;
using ConvGen.LongRuns;
using ConvGen.Testing;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Threads;

/// <summary>
/// One method on many threads at a time gives each the bits that one thread gets, whatever buffers the method borrows, and whatever is
/// refused to another thread.
/// </summary>
public sealed class ThreadTests(ThreadTests.Fixture fixture, ITestOutputHelper output) : IClassFixture<ThreadTests.Fixture>
{
    private const int Threads = 64;

    private static readonly (int Width, int Height)[] Sizes = [(1, 1), (3, 2), (17, 9), (67, 12), (310, 19)];

    [Fact]
    public void Many_threads_on_one_method_get_the_bits_of_one()
    {
        int calls = 0;
        foreach (SubjectTrial trial in fixture.Trials)
        {
            // The crowd comes first, so that it is the one that initialises whatever a first call initialises.
            byte[][][] results = [.. Enumerable.Range(0, Threads).Select(_ => new byte[Sizes.Length][])];
            Crowd.Run(
                Threads,
                (thread, _) =>
                {
                    for (int i = 0; i < Sizes.Length; i++)
                    {
                        int which = (i + thread) % Sizes.Length;
                        results[thread][which] = Result(trial, Sizes[which]);
                        Interlocked.Increment(ref calls);
                    }
                }
            );
            for (int which = 0; which < Sizes.Length; which++)
            {
                byte[] expected = Result(trial, Sizes[which]);
                int[] wrong = [.. Enumerable.Range(0, Threads).Where(thread => !results[thread][which].AsSpan().SequenceEqual(expected))];
                Assert.True(wrong.Length == 0, $"{wrong.Length} of {Threads} threads have other bits on {Sizes[which]}: {trial.Subject}");
            }
        }

        Tally.Count(output, "calls from 64 threads at a time", calls);
    }

    /// <summary>A refused call leaves nothing behind, neither in its buffers nor in pools, that another call could see.</summary>
    [Fact]
    public void Calls_that_are_refused_do_no_harm_to_others()
    {
        int refusals = 0;
        foreach (SubjectTrial trial in fixture.Trials)
        {
            byte[] expected = Result(trial, Sizes[^2]);
            Crowd.Run(
                Threads,
                (thread, _) =>
                {
                    for (int i = 0; i < 6; i++)
                    {
                        if ((i + thread) % 2 == 0)
                        {
                            Assert.True(
                                trial.RefusesShortDestination(Sizes[^2].Width, HeightOf(trial, Sizes[^2])),
                                trial.Subject.ToString()
                            );
                            Interlocked.Increment(ref refusals);
                        }
                        else
                        {
                            Assert.True(Result(trial, Sizes[^2]).AsSpan().SequenceEqual(expected), trial.Subject.ToString());
                        }
                    }
                }
            );
        }

        Tally.Count(output, "refused calls among 64 threads", refusals);
    }

    private static byte[] Result(SubjectTrial trial, (int Width, int Height) size) =>
        trial.Result(size.Width, HeightOf(trial, size), gap: 1);

    private static int HeightOf(SubjectTrial trial, (int Width, int Height) size) => trial.Subject.Geometry.Axes == 1 ? 1 : size.Height;

    /// <summary>
    /// Methods that borrow what there is to borrow: halos, rows of sums, arranged weights, converted biases, orders of windows.
    /// </summary>
    public sealed class Fixture : IDisposable
    {
        private readonly CompiledBatch batch;

        public Fixture()
        {
            Subject[] subjects =
            [
                .. PropertyTrials.ChosenDeclarations.Where((_, index) => index % Effort.Of(20, 2) == 0).Select(Subject.Of),
                .. OtherProcessorDeclarations.All.Where(declared => declared.Kernel is not null).Take(Effort.Of(2, 20)).Select(Subject.Of),
                .. LayerFixture.ChosenLayers.Concat(LayerGenerator.Any.Sample(Effort.Of(3, 60), Seed.Start, 50)).Select(Subject.Of),
                .. WindowGenerator
                    .Sample(Effort.Of(2, 20))
                    .SelectMany(declared => new[] { Subject.OfUnfold(declared), Subject.OfFold(declared) }),
            ];

            // Sizes must never leave a result empty, which no destination is too short for.
            subjects =
            [
                .. subjects.Where(subject => subject.Extents(67, subject.Geometry.Axes == 1 ? 1 : 12).Result is { Rows: > 0, Row: > 0 }),
            ];
            batch = new CompiledBatch(SubjectBatch.Emit(subjects, new BatchSettings()));
            Trials = [.. subjects.Select((subject, index) => SubjectTrial.Create(subject, batch, index))];
        }

        internal IReadOnlyList<SubjectTrial> Trials { get; }

        public void Dispose() => batch.Dispose();
    }
}
