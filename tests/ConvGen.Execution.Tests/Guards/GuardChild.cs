using System.Globalization;
using System.Runtime.Intrinsics;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Subjects;

namespace ConvGen.Execution.Tests.Guards;

/// <summary>The process that runs subjects at guards, and that a bad read or write ends.</summary>
internal static class GuardChild
{
    /// <summary>Runs the subjects of a corpus from one on; prints a line for each that is wrong.</summary>
    /// <param name="arguments">The assembly, the journal, the corpus, the first subject, the thinning, and the bytes of a vector or 0 for
    /// what the process has.</param>
    /// <returns>The process's exit code.</returns>
    public static int Run(string[] arguments)
    {
        int[] numbers = [.. arguments[3..].Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
        (int first, int thinning, int vectorBytes) = (numbers[0], numbers[1], numbers[2] == 0 ? Widest : numbers[2]);
        IReadOnlyList<Subject> subjects = GuardCorpus.Of(arguments[2]);
        using CompiledBatch batch = new(File.ReadAllBytes(arguments[0]));
        using GuardJournal journal = new(arguments[1]);
        for (int index = first; index < subjects.Count; index++)
        {
            if (
                FirstObjection(subjects[index], batch, index, GuardSizes.Of(subjects[index], index, vectorBytes, thinning), journal) is
                { } objection
            )
            {
                Console.WriteLine(objection.ReplaceLineEndings(" "));
            }
        }

        return 0;
    }

    /// <summary>Without vectors, sizes go as far as with the narrowest.</summary>
    private static int Widest =>
        Vector512.IsHardwareAccelerated ? 64
        : Vector256.IsHardwareAccelerated ? 32
        : 16;

    private static string? FirstObjection(
        Subject subject,
        CompiledBatch batch,
        int index,
        IEnumerable<GuardPosition> positions,
        GuardJournal journal
    )
    {
        SubjectTrial trial = SubjectTrial.Create(subject, batch, index);
        foreach (GuardPosition position in positions)
        {
            string? objection;
            try
            {
                objection = trial.Probe(position, journal);
            }
            catch (Exception exception)
                when (exception is ArgumentException or NotSupportedException or NullReferenceException or IndexOutOfRangeException)
            {
                objection = exception.ToString();
            }

            if (objection is not null)
            {
                return $"{position}: {objection}: {subject}";
            }
        }

        return null;
    }
}
